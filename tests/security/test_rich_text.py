"""Markup is cleaned at the border: what is stored holds nothing that acts, however it came."""

import json
from pathlib import Path

import pytest
from django.db import connection
from wagtail.fields import RichTextField
from wagtail.models import Revision
from wagtail.rich_text import RichText

from tests.pages.making import home, make_page
from verbund.onboarding.content.markdown import rich_text
from verbund.pages.links import AddressBlock
from verbund.pages.models import StandardPage
from verbund.tenancy.context import tenant_context

EVIL = (
    '<p onclick="alert(1)">Hallo <script>alert(2)</script><a href="javascript:alert(3)">da</a></p>'
)
CLEAN = "<p>Hallo <a>da</a></p>"


def stored_body(page: StandardPage) -> str:
    """As the database has it, past all code that could clean it on the way out."""
    table = StandardPage._meta.db_table
    with connection.cursor() as cursor:
        cursor.execute(f"SELECT body::text FROM {table} WHERE page_ptr_id = %s", [page.pk])
        return str(cursor.fetchone()[0])


def stored_revision(page: StandardPage) -> str:
    return json.dumps(Revision.objects.filter(object_id=str(page.pk)).latest("pk").content)


def test_values_of_code_are_cleaned(in_dortmund) -> None:
    page = make_page("Seite", body=[("text", RichText(EVIL))])

    assert json.dumps(CLEAN) in stored_body(page)
    assert "alert" not in stored_body(page) + stored_revision(page)


def test_raw_json_of_an_import_is_cleaned(in_dortmund) -> None:
    """Wagtail stores parts that nobody looked at as they came."""
    raw = json.dumps(
        [
            {"type": "text", "value": EVIL, "id": "a"},
            {
                "type": "accordion",
                "value": {"items": [{"type": "item", "value": {"title": "t", "content": EVIL}}]},
                "id": "b",
            },
            {
                "type": "two_columns",
                "value": {"left": [{"type": "text", "value": EVIL, "id": "c"}], "right": []},
                "id": "d",
            },
            {"type": "gone", "value": EVIL, "id": "e"},
        ]
    )

    page = make_page("Seite", body=raw)

    stored = json.loads(stored_body(page))
    assert stored[0]["value"] == CLEAN
    assert stored[1]["value"]["items"][0]["value"]["content"] == CLEAN
    assert stored[2]["value"]["left"][0]["value"] == CLEAN


def test_a_block_that_no_longer_exists_is_shown_to_nobody(dortmund, client_for) -> None:
    with tenant_context(dortmund):
        page = make_page("Seite", body=json.dumps([{"type": "gone", "value": EVIL, "id": "e"}]))
        url = page.url

    assert "alert" not in client_for(dortmund).get(url).content.decode()


def draftail(target: str) -> str:
    """What the editor sends: a link in its own JSON."""
    block = {
        "key": "abc12",
        "text": "Hallo",
        "type": "unstyled",
        "depth": 0,
        "inlineStyleRanges": [],
        "entityRanges": [{"offset": 0, "length": 5, "key": 0}],
        "data": {},
    }
    entity = {"type": "LINK", "mutability": "MUTABLE", "data": {"url": target}}
    return json.dumps({"blocks": [block], "entityMap": {"0": entity}})


def form_with(body: str) -> dict[str, str]:
    return {
        "title": "Seite",
        "slug": "seite",
        "body-count": "1",
        "body-0-deleted": "",
        "body-0-order": "0",
        "body-0-type": "text",
        "body-0-id": "",
        "body-0-value": body,
        "comments-TOTAL_FORMS": "0",
        "comments-INITIAL_FORMS": "0",
        "action-publish": "x",
    }


@pytest.mark.parametrize(
    ("target", "href"),
    [("javascript:alert(1)", ""), ("https://example.org/", 'href="https://example.org/"')],
)
def test_what_the_editor_sends_is_cleaned(dortmund, client_for, staff, target, href) -> None:
    client = client_for(dortmund, staff(dortmund, "Redaktion"))
    with tenant_context(dortmund):
        parent = home().pk

    answer = client.post(
        f"/admin/pages/add/pages/standardpage/{parent}/", form_with(draftail(target))
    )

    assert answer.status_code == 302
    with tenant_context(dortmund):
        stored = stored_body(StandardPage.objects.get(slug="seite"))
    assert "javascript" not in stored
    assert href in json.loads(stored)[0]["value"]


def test_a_field_of_its_own_is_cleaned(in_dortmund) -> None:
    """Of a plugin that has Wagtail's own field: saved, from a form, and from a revision."""
    field = RichTextField()

    assert field.get_prep_value(EVIL) == CLEAN
    assert field.to_python(EVIL) == CLEAN
    assert field.get_prep_value(None) is None


def test_a_content_file_is_cleaned() -> None:
    assert rich_text("Hallo <script>alert(1)</script> [da](/ueber-uns/)") == (
        '<p>Hallo &lt;script&gt;alert(1)&lt;/script&gt; <a href="/ueber-uns/">da</a></p>'
    )


@pytest.mark.parametrize("target", ["javascript:alert(1)", "//boese.example", "/\\boese.example"])
def test_a_content_file_links_nowhere_else(target: str) -> None:
    with pytest.raises(ValueError, match="no target"):
        rich_text(f"[da]({target})")


def test_an_address_that_acts_is_not_stored() -> None:
    block = AddressBlock()

    assert block.get_prep_value("javascript:alert(1)") == ""
    assert block.get_prep_value("https://example.org/") == "https://example.org/"


def test_only_our_own_code_calls_markup_safe() -> None:
    """Each place that does is named here, with its reason beside it in the code."""
    root = Path(__file__).resolve().parents[2]
    found = {
        str(path.relative_to(root))
        for folder in ("platform", "plugins")
        for path in (root / folder).rglob("*.py")
        if "tests" not in path.parts and "mark_safe(" in path.read_text()
    }

    assert found == {
        "platform/verbund/pages/meta.py",
        "platform/verbund/search/excerpt.py",
        "platform/verbund/theming/templatetags/theming.py",
    }

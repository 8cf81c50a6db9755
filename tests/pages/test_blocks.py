"""Blocks of a page's body become the theme's components."""

import datetime as dt
from typing import Any

import pytest
from django.core.files.base import ContentFile
from django.utils import timezone
from wagtail.blocks import StreamBlockValidationError, StructBlockValidationError
from wagtail.models import PageViewRestriction
from wagtail.rich_text import RichText

from tests.queries import counted_queries
from verbund.media.models import Document
from verbund.pages.blocks import TextBlock
from verbund.pages.links import LinkBlock
from verbund.pages.models import StandardPage
from verbund.tenancy.context import tenant_context

from .making import make_page, picture

TOMORROW = timezone.now() + dt.timedelta(days=1)


def document() -> Document:
    return Document.objects.create(
        title="Satzung", file=ContentFile(b"%PDF-1.7".ljust(2048), "satzung.pdf")
    )


SIMPLE: list[tuple[str, Any, str]] = [
    ("heading", {"text": "Wer entscheidet", "level": "2"}, "<h2>Wer entscheidet</h2>"),
    ("text", RichText("<p>Ein <b>Satz</b>.</p>"), '<div class="prose"><p>Ein <b>Satz</b>.</p>'),
    ("quote", {"text": "Wir.", "attribution": "Vorstand"}, "<footer>Vorstand</footer>"),
    ("contact", {"title": "Fragen", "phone": "0231 1", "mail": "a@b.test"}, 'href="tel:02311"'),
    (
        "call_to_action",
        {"text": "Los.", "link": {"title": "Los", "url": "/suche/", "page": None}},
        'href="/suche/">Los</a>',
    ),
    (
        "accordion",
        {"items": [{"title": "Wie?", "content": RichText("<p>So.</p>")}]},
        "<summary>Wie?",
    ),
    (
        "dates",
        {"items": [{"start": TOMORROW, "end": None, "title": "Treffen", "text": "", "url": ""}]},
        "Treffen",
    ),
    (
        "two_columns",
        {"left": [("text", RichText("<p>L</p>"))], "right": [("text", RichText("<p>R</p>"))]},
        '<div class="two-cols">',
    ),
]


@pytest.mark.parametrize(("name", "value", "markup"), SIMPLE, ids=[name for name, *_ in SIMPLE])
def test_a_block_is_drawn(name: str, value: Any, markup: str, dortmund, client_for) -> None:
    with tenant_context(dortmund):
        make_page("Seite", body=[(name, value)])

    assert markup in client_for(dortmund).get("/seite/").content.decode()


def test_pictures_have_sizes_description_and_credit(dortmund, client_for) -> None:
    with tenant_context(dortmund):
        image = picture(credit="Foto: Verein")
        body = [
            ("image", {"image": image, "caption": "Im Hof"}),
            ("gallery", {"images": [image, picture("haus.png", description="Haus")]}),
        ]
        make_page("Seite", body=body)

    text = client_for(dortmund).get("/seite/").content.decode()

    assert 'alt="Ein Baum"' in text
    assert "Im Hof" in text
    assert "Foto: Verein" in text
    assert "srcset=" in text
    assert ".webp" in text
    assert 'alt="Haus"' in text


def test_a_download_says_its_type_and_size(dortmund, client_for) -> None:
    with tenant_context(dortmund):
        make_page("Seite", body=[("downloads", {"items": [{"document": document()}]})])

    text = client_for(dortmund).get("/seite/").content.decode()

    assert "Satzung" in text
    assert "PDF, 2\u00a0kB" in text


def test_teasers_show_public_pages_alone_in_the_editors_order(dortmund, client_for) -> None:
    with tenant_context(dortmund):
        pages = [make_page("Zwei", lead="Satz zwei."), make_page("Eins"), make_page("Intern")]
        draft = make_page("Entwurf")
        PageViewRestriction.objects.create(page=pages[2], restriction_type="login")
        make_page("Seite", body=[("teasers", {"title": "Mehr", "pages": [*pages, draft]})])
        StandardPage.objects.filter(pk=draft.pk).update(live=False)

    text = client_for(dortmund).get("/seite/").content.decode()

    assert text.index(">Zwei</a>") < text.index(">Eins</a>")
    assert "Satz zwei." in text
    assert "Intern" not in text
    assert "Entwurf" not in text


def test_teasers_ask_as_much_for_three_as_for_one(dortmund, client_for) -> None:
    with tenant_context(dortmund):
        pages = [make_page(f"T {n}", image=picture(f"{n}.png")) for n in range(3)]
        make_page("Eine", body=[("teasers", {"title": "", "pages": pages[:1]})])
        make_page("Drei", body=[("teasers", {"title": "", "pages": pages})])
    client, counts = client_for(dortmund), []
    for path in ("/eine/", "/drei/"):
        client.get(path)
        with counted_queries() as queries:
            client.get(path)
        counts.append(len(queries))

    assert counts == [14, 14]


@pytest.mark.parametrize("url", ["javascript:alert(1)", "www.stadt.test", "data:text/html,x"])
def test_a_link_that_is_no_address_is_refused(url: str, in_dortmund) -> None:
    block = LinkBlock()
    value = block.to_python({"title": "Los", "url": url, "page": None})

    with pytest.raises((StructBlockValidationError, StreamBlockValidationError)):
        block.clean(value)


def test_a_link_leads_to_a_page_or_an_address_not_both(in_dortmund) -> None:
    block = LinkBlock()

    for url, page in (("", None), ("/suche/", make_page("Da").pk)):
        with pytest.raises(StructBlockValidationError):
            block.clean(block.to_python({"title": "Los", "url": url, "page": page}))


def test_a_page_knows_what_stands_around_it(dortmund, client_for) -> None:
    with tenant_context(dortmund):
        parent = make_page("Verleih")
        make_page("Technik", parent)
        make_page("Räume", parent)
    client = client_for(dortmund)

    above, below = client.get("/verleih/").content.decode(), client.get("/verleih/technik/")
    text = below.content.decode()

    assert 'href="/verleih/technik/">Technik' in above
    assert '<a href="/">Startseite</a>' in text
    assert '<a href="/verleih/">Verleih</a>' in text
    assert "Auch in diesem Bereich" in text
    assert 'href="/verleih/raume/">Räume' in text


@pytest.mark.parametrize("line_break", ["<br>", "<br/>"])
def test_a_line_break_parts_words_for_the_search(line_break) -> None:
    text = RichText(f"<p>Tut etwas weh?{line_break}Dann rufen Sie an.</p>")

    assert TextBlock().get_searchable_content(text) == ["Tut etwas weh? Dann rufen Sie an."]

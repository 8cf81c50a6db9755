"""Editors in the admin: forms, previews that stay in the city, and what is told after saving."""

import pytest
from django.urls import reverse
from wagtail.models import PageViewRestriction

from verbund.pages.models import HomePage, LegalPage
from verbund.pages.search import search_documents
from verbund.tenancy.context import tenant_context

from .making import fill_home, home, make_page, picture


@pytest.fixture
def editor(dortmund, client_for, staff):
    return client_for(dortmund, staff(dortmund, "Redaktion"))


def form_data(title: str, image: int | str = "") -> dict[str, str | int]:
    return {
        "title": title,
        "slug": "neu",
        "lead": "Ein Satz.",
        "image": image,
        "body-count": "0",
        "seo_title": "",
        "search_description": "",
        "social_image": "",
        "comments-TOTAL_FORMS": "0",
        "comments-INITIAL_FORMS": "0",
        "action-publish": "1",
    }


@pytest.mark.parametrize("model", [HomePage, LegalPage])
def test_each_page_type_can_be_edited(model, dortmund, editor) -> None:
    with tenant_context(dortmund):
        page = model.objects.first()

    assert editor.get(f"/admin/pages/{page.pk}/edit/").status_code == 200


def test_a_page_is_written_and_published(dortmund, editor, client_for) -> None:
    with tenant_context(dortmund):
        parent = home()

    response = editor.post(
        f"/admin/pages/add/pages/standardpage/{parent.pk}/", form_data("Neu"), follow=True
    )

    assert response.status_code == 200
    assert "<h1>Neu</h1>" in client_for(dortmund).get("/neu/").content.decode()


def test_a_picture_without_description_is_told_after_saving(dortmund, editor) -> None:
    with tenant_context(dortmund):
        parent, image = home(), picture("baum.png", description="")

    response = editor.post(
        f"/admin/pages/add/pages/standardpage/{parent.pk}/",
        form_data("Neu", image.pk),
        follow=True,
    )

    assert "Das Bild „baum.png“ hat keine Beschreibung." in response.content.decode()


def test_pictures_are_looked_for_in_every_block(in_dortmund) -> None:
    silent = {name: picture(f"{name}.png", description=" ") for name in ("a", "b", "c")}
    columns = {"left": [("image", {"image": silent["b"]})], "right": []}
    page = make_page(
        "Seite",
        image=picture(),
        body=[
            ("gallery", {"images": [silent["a"], picture("gut.png")]}),
            ("two_columns", columns),
            ("image", {"image": silent["c"]}),
            ("image", {"image": silent["c"]}),
        ],
    )

    problems = page.content_problems()

    assert [problem.field for problem in problems] == ["body", "body", "body"]
    assert [str(problem.message) for problem in problems] == [
        f"Das Bild „{name}.png“ hat keine Beschreibung." for name in "abc"
    ]


def test_a_preview_is_of_this_city(dortmund, editor) -> None:
    with tenant_context(dortmund):
        page = make_page("Seite")
    url = reverse("wagtailadmin_pages:preview_on_edit", args=[page.pk])

    editor.post(url, form_data("Seite"))
    text = editor.get(url).content.decode()

    assert "<title>Seite – VDO</title>" in text
    assert 'content="noindex"' not in text


def test_a_search_finds_the_home_page_by_the_association(in_dortmund) -> None:
    fill_home(("hero", {"title": "Eine Stimme", "lead": "Wir verbinden Vereine."}))
    build = next(one.build for one in search_documents if one.model == "pages.HomePage")

    found = build(home())

    assert found is not None
    assert (found.title, found.path) == ("Verband Dortmund", "/")
    assert found.summary == "Wir verbinden Vereine."
    assert found.keywords == ("Dortmund", "VDO")


def test_a_restricted_page_stays_readable_for_its_editors(dortmund, editor) -> None:
    with tenant_context(dortmund):
        page = make_page("Intern")
        PageViewRestriction.objects.create(page=page, restriction_type="login")

    assert editor.get("/intern/").status_code == 200


def test_the_checks_beside_the_preview_look_for_descriptions(dortmund, editor) -> None:
    with tenant_context(dortmund):
        page = make_page("Seite")

    text = editor.get(f"/admin/pages/{page.pk}/edit/").content.decode()

    assert '"id": "picture-description"' in text
    assert "Das Bild hat keine Beschreibung" in text

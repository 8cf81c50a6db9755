"""The home page of a city: its sections, and how little it asks of the database."""

import datetime as dt

import pytest
from django.utils import timezone
from wagtail.rich_text import RichText

from tests.queries import counted_queries
from verbund.pages.models import StandardPage
from verbund.tenancy.context import tenant_context

from .making import fill_home, make_page, picture, translate_home


def link(title: str, url: str = "", page=None) -> dict:
    return {"title": title, "url": url, "page": page}


def date(title: str, days: int) -> dict:
    start = timezone.now() + dt.timedelta(days=days)
    return {"title": title, "start": start, "end": None, "text": "", "place": "", "url": ""}


HERO = {
    "title": "Viele Vereine, eine Stimme",
    "lead": "Wir verbinden.",
    "actions": [link("Suchen", "/suche/")],
    "counters": [{"number": "52", "label": "Vereine", "note": "Stand: März", "url": ""}],
}


def test_sections_stand_in_the_editors_order(dortmund, client_for) -> None:
    with tenant_context(dortmund):
        partners = {"title": "Gefördert von", "items": [{"name": "Stiftung", "url": ""}]}
        text = {"title": "Über uns", "body": [("text", RichText("<p>Seit 2008.</p>"))]}
        fill_home(("hero", HERO), ("partners", partners), ("text", text))

    found = client_for(dortmund).get("/").content.decode()

    marks = ["<h1>Viele Vereine, eine Stimme</h1>", "Stand: März", "Gefördert von", "Seit 2008."]
    places = [found.index(mark) for mark in marks]
    assert places == sorted(places)
    assert found.count("<h1") == 1


def test_only_dates_to_come_are_shown_the_next_one_first(dortmund, client_for) -> None:
    with tenant_context(dortmund):
        items = [date("Übermorgen", 2), date("Gestern", -1), date("Morgen", 1)]
        fill_home(("hero", HERO), ("dates", {"title": "Nächste Termine", "items": items}))

    found = client_for(dortmund).get("/").content.decode()

    assert "Gestern" not in found
    assert found.index("Morgen") < found.index("Übermorgen")


def test_without_dates_to_come_there_is_no_heading(dortmund, client_for) -> None:
    with tenant_context(dortmund):
        fill_home(("hero", HERO), ("dates", {"title": "Nächste Termine", "items": [date("x", -1)]}))

    assert "Nächste Termine" not in client_for(dortmund).get("/").content.decode()


def test_a_link_to_a_page_that_is_no_longer_public_is_left_out(dortmund, client_for) -> None:
    with tenant_context(dortmund):
        page, gone = make_page("Da"), make_page("Weg")
        fill_home(("hero", HERO | {"actions": [link("Hin", page=page), link("Nie", page=gone)]}))
        StandardPage.objects.filter(pk=gone.pk).update(live=False)

    found = client_for(dortmund).get("/").content.decode()

    assert 'href="/da/"' in found
    assert "Nie" not in found


def test_links_of_sections_keep_a_reader_in_her_language(dortmund, client_for) -> None:
    with tenant_context(dortmund):
        page = make_page("Da")
        translate_home("tr", "Ana sayfa")
        actions = [link("Git", page=page), link("Ara", "/suche/")]
        fill_home(("hero", HERO | {"actions": actions}), language="tr")

    found = client_for(dortmund).get("/tr/").content.decode()

    assert 'href="/tr/da/">Git' in found
    assert 'href="/tr/suche/">Ara' in found


@pytest.mark.parametrize("count", [1, 3])
def test_a_home_page_asks_nine_questions(count: int, dortmund, client_for) -> None:
    with tenant_context(dortmund):
        pages = [make_page(f"Seite {number}", show_in_menus=True) for number in range(count)]
        links = [link(page.title, page=page) for page in pages]
        partners = [{"name": "x", "url": "", "logo": picture(f"{n}.png")} for n in range(count)]
        fill_home(
            ("hero", HERO | {"actions": links[:2]}),
            ("signpost", {"groups": [{"title": "Wer?", "links": links}] * 2}),
            ("dates", {"title": "Termine", "items": [date("x", n + 1) for n in range(count)]}),
            ("partners", {"title": "Danke", "items": partners}),
        )
    client = client_for(dortmund)
    client.get("/")

    with counted_queries() as queries:
        client.get("/")

    assert len(queries) == 9, queries

"""Tools of the theming tests: a site with a theme, and templates rendered as it shows them."""

from collections.abc import Callable, Iterator
from types import SimpleNamespace
from typing import Any

import pytest
from django.db import connection
from django.template import engines
from django.test import RequestFactory

from verbund.theming.site import Contact, Hours, Language, Link, NavItem, SiteContext

SITE = SiteContext(
    name="Verbund der Vereine",
    claim="Migrantenvereine in Musterstadt",
    navigation=(
        NavItem("Aktuelles", "/aktuelles/", current=True),
        NavItem("Über uns", "/ueber/", open=True, children=(NavItem("Ziele", "/ziele/"),)),
    ),
    languages=(
        Language("de", "Deutsch", "/", current=True),
        Language("ar", "العربية", "/ar/", dir="rtl"),
    ),
    search_url="/suche/",
    account=Link("Konto", "/konto/"),
    network_link=Link("Teil des Netzwerks", "http://netzwerk.localhost/"),
    service_links=(Link("Presse", "/presse/"),),
    city_links=(Link("Dortmund", "http://dortmund.localhost/"),),
    legal_links=(Link("Impressum", "/impressum/"),),
    contact=Contact(
        name="Verbund",
        lines=("Haus der Vielfalt", "Beispielstraße 12"),
        phone="0231 000 00-0",
        mail="info@dortmund.example",
        hours=(Hours("Mo", "9 bis 17 Uhr"),),
        access="Stufenlos",
    ),
    demo=True,
)

Renderer = Callable[..., str]
ShowAs = Callable[..., SimpleNamespace]


def tenant(theme: str = "verbund", name: str = "Musterstadt", **tokens: Any) -> SimpleNamespace:
    """What theming asks of a tenant."""
    return SimpleNamespace(theme=theme, tokens=tokens, name=name)


@pytest.fixture
def show_as() -> Iterator[ShowAs]:
    """From here on, the current site has this theme and these tokens."""
    wrapper: Any = connection
    before = wrapper.tenant

    def choose(theme: str, **tokens: Any) -> SimpleNamespace:
        wrapper.tenant = current = tenant(theme, **tokens)
        return current

    yield choose
    wrapper.tenant = before


@pytest.fixture
def render(show_as: ShowAs) -> Renderer:
    """A piece of template, as a site of a theme shows it."""

    def rendered(source: str, theme: str = "verbund", **context: Any) -> str:
        around = {"tenant": show_as(theme), "site": SITE, "request": RequestFactory().get("/")}
        template = engines["django"].from_string("{% load theming %}" + source)
        return template.render({**around, **context})

    return rendered

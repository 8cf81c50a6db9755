"""The sitemap holds what everybody may see, robots.txt says so."""

import re

from wagtail.models import PageViewRestriction

from tests.queries import counted_queries
from verbund.pages.models import StandardPage
from verbund.plugin.gate import plugins
from verbund.plugin.switching import disable_plugin
from verbund.tenancy.context import tenant_context
from verbund.tenancy.enums import TenantStatus

from .making import make_page, translate, translate_home

LEGAL = ["/barrierefreiheit/", "/datenschutz/", "/impressum/"]


def addresses(client) -> list[str]:
    text = client.get("/sitemap.xml").content.decode()
    found = re.findall(r"<loc>http://dortmund\.test(/[^<]*)</loc>", text)
    assert len(found) == text.count("<loc>")
    return sorted(found)


def test_lists_public_pages_alone(dortmund, client_for) -> None:
    with tenant_context(dortmund):
        make_page("Offen")
        private = make_page("Intern")
        make_page("Protokoll", private)
        PageViewRestriction.objects.create(page=private, restriction_type="login")
        ended = make_page("Vorbei")
        StandardPage.objects.filter(pk=ended.pk).update(expire_at="2020-01-01T00:00Z")
        draft = make_page("Entwurf")
        StandardPage.objects.filter(pk=draft.pk).update(live=False)

    assert addresses(client_for(dortmund)) == [
        "/",
        "/aktuelles/",
        *LEGAL[:2],
        *LEGAL[2:],
        "/offen/",
    ]


def test_leaves_out_plugins_that_are_off(dortmund, client_for) -> None:
    with tenant_context(dortmund):
        make_page("Offen")
    for plugin in plugins():
        disable_plugin(dortmund, plugin.label)

    assert addresses(client_for(dortmund)) == ["/", *LEGAL, "/offen/"]


def test_names_the_translations_of_each_page(dortmund, client_for) -> None:
    with tenant_context(dortmund):
        page = make_page("Offen")
        translate_home("tr", "Ana sayfa")
        translate(page, "tr", "Açık", "acik")

    text = client_for(dortmund).get("/sitemap.xml").content.decode()

    own = next(line for line in text.splitlines() if "<loc>http://dortmund.test/offen/" in line)
    assert re.findall(r'hreflang="([^"]+)" href="http://dortmund.test([^"]+)"', own) == [
        ("de", "/offen/"),
        ("tr", "/tr/acik/"),
        ("x-default", "/offen/"),
    ]
    assert "<lastmod>20" in own


def test_asks_as_much_for_many_pages_as_for_one(dortmund, client_for) -> None:
    client = client_for(dortmund)
    with tenant_context(dortmund):
        make_page("Eins")
    client.get("/sitemap.xml")
    with counted_queries() as with_one:
        client.get("/sitemap.xml")
    with tenant_context(dortmund):
        for number in range(3):
            make_page(f"Mehr {number}")

    with counted_queries() as with_many:
        client.get("/sitemap.xml")

    assert (len(with_one), len(with_many)) == (4, 4), with_many


def test_robots_name_the_sitemap(dortmund, client_for) -> None:
    response = client_for(dortmund).get("/robots.txt")

    assert response.headers["Content-Type"] == "text/plain; charset=utf-8"
    assert "Sitemap: http://dortmund.test/sitemap.xml" in response.content.decode()


def test_robots_of_an_archived_site_ask_not_to_be_read(dortmund, client_for) -> None:
    dortmund.status = TenantStatus.ARCHIVED
    dortmund.save()

    text = client_for(dortmund).get("/robots.txt").content.decode()

    assert text == "User-agent: *\nDisallow: /\n"

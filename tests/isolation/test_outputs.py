"""What one city publishes, holds back or keeps for itself is in no output of another."""

from collections.abc import Callable

import pytest
from django.test import Client
from wagtail.models import PageViewRestriction

from tests.isolation.helpers import browser, document_in, image_in, page_in
from verbund.search.models import SearchRow
from verbund.tenancy.context import tenant_context
from verbund.tenancy.models import Tenant

ASKED = "Zuckerwattenfest"
SECRET = "Kirmesplatz"
"""Two words of Dortmund's that nobody else has: one is searched for, the other must not come."""
TITLE = f"{ASKED} {SECRET}"
PUBLIC = (
    "/",
    "/gleich/",
    f"/suche/?q={ASKED}",
    f"/suche/feed/?q={ASKED}",
    "/aktuelles/",
    "/aktuelles/feed/",
    "/sitemap.xml",
    "/robots.txt",
    "/api/v1/news",
    "/api/v1/openapi.json",
    "/nirgends/",
)


@pytest.fixture
def told(dortmund: Tenant, duesseldorf: Tenant) -> Tenant:
    """Both cities have a page with the same key and address; the word stands in Dortmund's."""
    page_in(dortmund, TITLE)
    page_in(duesseldorf, "Etwas anderes")
    return duesseldorf


@pytest.mark.parametrize("path", PUBLIC)
def test_no_public_output_of_another_city_has_it(told: Tenant, path: str) -> None:
    body = browser(told).get(path).content.decode()

    assert SECRET not in body


def test_the_own_outputs_have_it(told: Tenant, dortmund: Tenant) -> None:
    """Or else the test above could not fail."""
    for path in ("/gleich/", f"/suche/?q={ASKED}", f"/suche/feed/?q={ASKED}"):
        assert SECRET in browser(dortmund).get(path).content.decode(), path


def test_a_row_of_the_search_names_its_tenant(told: Tenant, dortmund: Tenant) -> None:
    """The one table in public that all tenants share."""
    rows = SearchRow.objects.filter(title__in=[TITLE, "Etwas anderes"])

    assert {row.title: row.tenant.schema_name for row in rows} == {
        TITLE: "dortmund",
        "Etwas anderes": "duesseldorf",
    }


def test_a_private_page_leaves_the_networks_search_at_once(
    told: Tenant, dortmund: Tenant, netzwerk: Tenant
) -> None:
    """Wagtail sends no signal of unpublishing. Mend: search/receivers.py hears restrictions."""
    found = f"/suche/?q={ASKED}&bereich=netzwerk"
    assert "/gleich/" in browser(dortmund).get(found).content.decode()
    with tenant_context(dortmund):
        page = page_of(dortmund)
        PageViewRestriction.objects.create(page=page, restriction_type="login")

    for tenant in (dortmund, netzwerk):
        assert "/gleich/" not in browser(tenant).get(found).content.decode()


def page_of(tenant: Tenant):
    from verbund.pages.models import StandardPage

    return StandardPage.objects.get(slug="gleich")


@pytest.fixture
def editors(
    dortmund: Tenant, duesseldorf: Tenant, client_for: Callable[..., Client], staff: Callable
) -> dict[str, Client]:
    for tenant, word in ((dortmund, TITLE), (duesseldorf, "Anderes")):
        page_in(tenant, word)
        image_in(tenant, word)
        document_in(tenant, word)
    return {
        tenant.schema_name: client_for(tenant, staff(tenant, "Administration"))
        for tenant in (dortmund, duesseldorf)
    }


CHOOSERS = (
    "/admin/choose-page/",
    f"/admin/choose-page/search/?q={ASKED}",
    "/admin/images/chooser/",
    f"/admin/images/chooser/results/?q={ASKED}",
    "/admin/documents/chooser/",
    f"/admin/documents/chooser/results/?q={ASKED}",
    "/admin/images/",
    "/admin/documents/",
    "/admin/users/",
    "/admin/reports/site-history/",
    f"/admin/pages/search/?q={ASKED}",
    f"/admin/images/?q={ASKED}",
)


@pytest.mark.parametrize("path", CHOOSERS)
def test_no_chooser_or_list_shows_what_another_city_has(
    editors: dict[str, Client], path: str
) -> None:
    body = editors["duesseldorf"].get(path).content.decode()

    assert SECRET not in body
    assert "dortmund.test" not in body


@pytest.mark.parametrize(
    "path", ["/admin/images/chooser/", "/admin/documents/chooser/", "/admin/images/"]
)
def test_the_own_choosers_show_it(editors: dict[str, Client], path: str) -> None:
    assert SECRET in editors["dortmund"].get(path).content.decode()


@pytest.mark.parametrize(
    "path",
    [
        "/admin/pages/900001/edit/",
        "/admin/images/900001/",
        "/admin/documents/edit/900001/",
        "/admin/images/chooser/chosen/900001/",
        "/admin/documents/chooser/chosen/900001/",
    ],
)
def test_the_same_key_is_the_citys_own_object(editors: dict[str, Client], path: str) -> None:
    here, there = (editors[name].get(path).content.decode() for name in ("dortmund", "duesseldorf"))

    assert SECRET in here
    assert SECRET not in there
    assert "Anderes" in there


def test_a_picture_has_no_address_that_a_key_of_the_process_signs(dortmund: Tenant) -> None:
    """Wagtail signs them by SECRET_KEY and a number. Mend: no such address is mounted."""
    from django.urls import NoReverseMatch, reverse

    with pytest.raises(NoReverseMatch):
        reverse("wagtailimages_serve", args=["signature", 1, "original"])

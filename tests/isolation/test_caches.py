"""Django's and Wagtail's caches: one process, two cities, the same keys."""

from typing import Any

import pytest
from django.conf import settings
from django.core.cache import caches
from django.core.checks import run_checks
from django.template import Context, Template
from django.test import RequestFactory
from wagtail.models import Page, Site

from tests.isolation.helpers import KEY, image_in, page_in
from verbund.tenancy.checks import caches_keep_tenants_apart
from verbund.tenancy.context import tenant_context
from verbund.tenancy.models import Tenant

FRAGMENT = Template(
    "{% load wagtail_cache %}{% wagtailpagecache 600 'teaser' %}{{ text }}{% endwagtailpagecache %}"
)


@pytest.mark.parametrize("alias", ["default", "renditions"])
def test_a_key_is_the_tenants_own(alias: str, dortmund: Tenant, duesseldorf: Tenant) -> None:
    """Mend: KEY_FUNCTION of each alias puts the schema into every key."""
    with tenant_context(dortmund):
        caches[alias].set("gleich", "aus Dortmund")

    with tenant_context(duesseldorf):
        assert caches[alias].get("gleich") is None


def test_limits_hold_across_tenants(dortmund: Tenant, duesseldorf: Tenant) -> None:
    """Kept on purpose: brute force over many hosts must not multiply."""
    with tenant_context(dortmund):
        caches["limits"].set("address", 5)

    with tenant_context(duesseldorf):
        assert caches["limits"].get("address") == 5


def test_the_addresses_of_pages_are_the_citys_own(dortmund: Tenant, duesseldorf: Tenant) -> None:
    """Wagtail keeps the root paths of sites for an hour. Mend: KEY_FUNCTION."""
    for tenant in (dortmund, duesseldorf):
        page_in(tenant, tenant.name)

    found = []
    for tenant in (dortmund, duesseldorf, dortmund):
        with tenant_context(tenant):
            found.append(Page.objects.get(pk=KEY).full_url)

    assert found == [
        "http://dortmund.test/gleich/",
        "http://duesseldorf.test/gleich/",
        "http://dortmund.test/gleich/",
    ]


def test_a_rendition_is_not_taken_from_another_city(dortmund: Tenant, duesseldorf: Tenant) -> None:
    """Same picture, same key, same hash. Mend: KEY_FUNCTION on the alias renditions."""
    first, second = image_in(dortmund, "Dortmund"), image_in(duesseldorf, "Düsseldorf")

    with tenant_context(dortmund):
        one = first.get_rendition("width-50")
        assert str(one.full_url).startswith("http://dortmund.test/")
    with tenant_context(duesseldorf):
        other = second.get_rendition("width-50")
        assert str(other.full_url).startswith("http://duesseldorf.test/")

    assert (one.image.title, other.image.title) == ("Dortmund", "Düsseldorf")


def test_a_cached_fragment_of_a_page_stays_in_its_city(
    dortmund: Tenant, duesseldorf: Tenant
) -> None:
    """Clones share the fragment's key (page, path, date). Mend: KEY_FUNCTION."""
    moment = None
    shown = []
    for tenant in (dortmund, duesseldorf):
        page = page_in(tenant, "Gleich")
        with tenant_context(tenant):
            moment = moment or page.last_published_at
            Page.objects.filter(pk=KEY).update(last_published_at=moment)
            shown.append(fragment(Page.objects.get(pk=KEY), tenant))

    assert shown == ["aus Dortmund", "aus Düsseldorf"]


def fragment(page: Page, tenant: Tenant) -> str:
    request = RequestFactory().get("/", SERVER_NAME=tenant.canonical_domain)
    vars(request)["is_preview"] = False
    Site.find_for_request(request)
    context = Context({"page": page, "request": request, "text": f"aus {tenant.name}"})
    return FRAGMENT.render(context)


def test_an_alias_without_the_key_function_stops_the_start(settings: Any) -> None:
    """The check verbund.E001 guards the mend."""
    settings.CACHES = settings.CACHES | {"neu": {"BACKEND": "…LocMemCache"}}

    [error] = caches_keep_tenants_apart(None)

    assert error.id == "verbund.E001"
    assert "“neu”" in error.msg


def test_our_own_settings_pass_every_check() -> None:
    assert [one for one in run_checks() if str(one.id).startswith("verbund.")] == []
    assert settings.SESSION_ENGINE == "django.contrib.sessions.backends.db"

"""Pages that two cities publish, and searches as their visitors make them."""

from collections.abc import Callable
from typing import Any

import pytest
from wagtail.models import Site

from tests.services.fixtures import elasticsearch, elasticsearch_server  # noqa: F401
from verbund.pages.models import StandardPage
from verbund.search.query import Scope, SearchQuery, SearchResult
from verbund.search.service import search, tenants_in_scope
from verbund.tenancy.context import tenant_context
from verbund.tenancy.models import Tenant

Publish = Callable[..., StandardPage]
Search = Callable[..., SearchResult]


@pytest.fixture
def publish() -> Publish:
    """Publishes a page on a site as an editor does; `below` names its parent."""

    def make(tenant: Tenant, title: str, *, below: StandardPage | None = None, **fields: Any):
        with tenant_context(tenant):
            parent = below or Site.objects.get(is_default_site=True).root_page
            page = StandardPage(title=title, live=False, show_in_menus=False, **fields)
            parent.add_child(instance=page)
            page.save_revision().publish()
            return StandardPage.objects.get(pk=page.pk)

    return make


@pytest.fixture
def search_at() -> Search:
    """What a visitor of a site finds."""

    def find(tenant: Tenant, text: str, *, network: bool = False, **fields: Any) -> SearchResult:
        tenants = tenants_in_scope(tenant, network=network)
        scope = Scope.NETWORK if len(tenants) > 1 else Scope.OWN
        uuids = tuple(one.uuid for one in tenants)
        return search(SearchQuery(text, uuids, scope=scope, home=tenant.uuid, **fields))

    return find


@pytest.fixture
def titles_at(search_at: Search) -> Callable[..., list[str]]:
    def find(tenant: Tenant, text: str, **fields: Any) -> list[str]:
        return [hit.title for hit in search_at(tenant, text, **fields).hits]

    return find

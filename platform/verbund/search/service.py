"""The door to the search: which engine answers, and for whom."""

from django.conf import settings

from verbund.tenancy.domain.queries import search_scope
from verbund.tenancy.enums import TenantKind
from verbund.tenancy.models import Tenant

from .engines.base import Engine
from .engines.postgres import PostgresEngine
from .engines.rows import PostgresIndex
from .query import SearchQuery, SearchResult


def search(query: SearchQuery) -> SearchResult:
    return engine().search(query)


def suggest(query: SearchQuery) -> tuple[str, ...]:
    """What the text of the query may become, the likeliest first."""
    return engine().suggest(query)


def engine() -> Engine:
    """What answers a search."""
    if not settings.ELASTICSEARCH_URL:
        return PostgresEngine()
    # Only here: the client is 30 MB that an installation without Elasticsearch does not need.
    from .engines.fallback import FallingBack

    return FallingBack()


def index() -> PostgresIndex:
    """Where rows are written, whatever engine answers."""
    return PostgresIndex()


def tenants_in_scope(tenant: Tenant, *, network: bool) -> list[Tenant]:
    """The sites that a search on this site looks at: itself, or all of its network."""
    if network or tenant.kind == TenantKind.NETWORK:
        return search_scope(tenant)
    return [tenant]

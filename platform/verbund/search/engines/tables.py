"""Names of the tables that a search reads and an index writes."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Tables:
    """The evaluation puts those of its scratch index in their place."""

    rows: str = "search_searchrow"
    words: str = "search_searchword"
    tenants: str = "tenancy_tenant"
    plugins: str = "tenancy_tenantplugin"
    changes: str = "search_searchchange"


TABLES = Tables()

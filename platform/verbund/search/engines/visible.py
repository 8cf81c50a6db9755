"""Which rows may be seen at this moment; every statement of the search begins with them."""

from verbund.tenancy.enums import READABLE

from ..query import Scope, SearchQuery
from .parameters import Parameters
from .tables import Tables


def visible_sql(tables: Tables, query: SearchQuery, parameters: Parameters) -> str:
    """Rows of the scope whose tenant is readable and whose plugin is on, at this moment."""
    bind = parameters.bind
    home = bind(query.home)
    scope = f"AND (r.visibility = 'network' OR t.uuid = {home}::uuid)"
    if query.scope is Scope.OWN:
        scope = ""
    return f"""
        SELECT r.*, t.uuid AS site FROM {tables.rows} r
        JOIN {tables.tenants} t ON t.id = r.tenant_id
        WHERE t.uuid = ANY({bind(list(query.tenants))}::uuid[])
          AND (t.status = ANY({bind(list(READABLE))}) OR t.uuid = {home}::uuid) {scope}
          AND (r.visible_until IS NULL OR r.visible_until > statement_timestamp())
          AND (r.plugin = '' OR EXISTS (
              SELECT 1 FROM {tables.plugins} p
              WHERE p.tenant_id = r.tenant_id AND p.label = r.plugin AND p.enabled))"""

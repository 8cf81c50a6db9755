"""Keys of caches: each names the tenant's schema and row, so that no other tenant finds it."""

from verbund.tenancy.connection import connection
from verbund.tenancy.context import maybe_tenant


def make_key(key: str, key_prefix: str, version: int) -> str:
    """The row too: a site that was deleted and restored in its schema finds nothing of before."""
    tenant = maybe_tenant()
    place = f"{connection.schema_name}.{tenant.pk}" if tenant else connection.schema_name
    return f"{place}:{key_prefix}:{version}:{key}"


def reverse_key(key: str) -> str:
    return key.split(":", 3)[3]

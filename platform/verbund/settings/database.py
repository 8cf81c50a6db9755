"""PostgreSQL, a schema a tenant; DATABASE_URL names another server than the embedded one."""

from urllib.parse import parse_qsl, unquote, urlsplit

from django.core.exceptions import ImproperlyConfigured

from verbund.settings.env import DATA_DIR, env_int, env_str


def database_from_url(url: str) -> dict[str, object]:
    """Django's settings for ``postgresql://user:password@host:port/name?host=/socket``.

    :raises ImproperlyConfigured: another scheme, or no database name.
    """
    parts = urlsplit(url)
    if parts.scheme not in {"postgres", "postgresql"}:
        raise ImproperlyConfigured(
            f"Unexpected value DATABASE_URL={parts.scheme}://…, use postgresql://user@host/name."
        )
    name = unquote(parts.path.lstrip("/"))
    if not name:
        raise ImproperlyConfigured("DATABASE_URL names no database, add /name at its end.")
    query = dict(parse_qsl(parts.query))
    host = query.pop("host", None) or unquote(parts.hostname or "")
    port = query.pop("port", None) or str(parts.port or "")
    return {
        "NAME": name,
        "USER": query.pop("user", None) or unquote(parts.username or ""),
        "PASSWORD": unquote(parts.password or ""),
        "HOST": host,
        "PORT": port,
        "OPTIONS": query,
    }


def default_url() -> str:
    """The embedded server's address, which is known without starting it."""
    from verbund.embedded import PostgresServer

    return PostgresServer(DATA_DIR / "postgres").url("verbund")


_pool = {"min_size": 1, "max_size": env_int("VERBUND_DB_POOL", 8), "max_lifetime": 600}
_database = database_from_url(env_str("DATABASE_URL", "") or default_url())

DATABASES = {
    "default": {
        **_database,
        "ENGINE": "django_tenants.postgresql_backend",
        "OPTIONS": {**_database["OPTIONS"], "pool": _pool},  # type: ignore[dict-item]  # checked above
        "ATOMIC_REQUESTS": True,
        "CONN_MAX_AGE": 0,
    }
}
DATABASE_ROUTERS = ["django_tenants.routers.TenantSyncRouter"]
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

TENANT_MODEL = "tenancy.Tenant"
TENANT_DOMAIN_MODEL = "tenancy.Domain"
TENANT_LIMIT_SET_CALLS = True
# The blueprint is an own schema, cloned by our own provisioning (verbund.tenancy.domain.blueprint).
AUTO_CREATE_SCHEMA = False

"""Caches: each key carries the tenant's schema, but for `limits`, which holds across tenants."""

from verbund.settings.env import env_str

CACHE_URL = env_str("CACHE_URL", "")


def _alias(name: str) -> dict[str, object]:
    if CACHE_URL:
        return {
            "BACKEND": "django.core.cache.backends.redis.RedisCache",
            "LOCATION": CACHE_URL,
            "KEY_PREFIX": name,
        }
    return {
        "BACKEND": "django.core.cache.backends.locmem.LocMemCache",
        "LOCATION": name,
        "OPTIONS": {"MAX_ENTRIES": 5000},
    }


def _per_tenant(name: str) -> dict[str, object]:
    return {
        **_alias(name),
        "KEY_FUNCTION": "verbund.tenancy.cache_keys.make_key",
        "REVERSE_KEY_FUNCTION": "verbund.tenancy.cache_keys.reverse_key",
    }


def _counts() -> dict[str, object]:
    # What must hold across processes is in the database where there is no Redis.
    return _alias("limits") if CACHE_URL else {"BACKEND": "verbund.tenancy.counters.CounterCache"}


CACHES = {
    "default": _per_tenant("default"),
    "renditions": _per_tenant("renditions"),
    "limits": _counts(),
}

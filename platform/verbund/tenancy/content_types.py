"""Keeps Django's process-wide cache of content types apart by schema.

Ids differ from schema to schema; with threads the plain cache hands out another tenant's
(django-tenants#290).
"""

from typing import TYPE_CHECKING, Any, cast

from django.contrib.contenttypes.models import ContentType
from django.db import connections

if TYPE_CHECKING:
    from verbund.tenancy.connection import TenantConnection


class SchemaCache(dict[Any, Any]):
    """The cache's outer dictionary, keyed by database and schema instead of database."""

    @staticmethod
    def _key(using: str) -> tuple[str, str]:
        return using, cast("TenantConnection", connections[using]).schema_name

    def __getitem__(self, using: str) -> Any:
        return super().__getitem__(self._key(using))

    def setdefault(self, using: str, default: Any = None) -> Any:
        return super().setdefault(self._key(using), default)

    def clear(self) -> None:
        """Nothing: a database wrapper calls this while it is being made and on each switch."""

    def forget(self, schema_name: str) -> None:
        """Drops one schema's entries, after it was migrated, restored or removed."""
        for key in [key for key in self if key[1] == schema_name]:
            self.pop(key, None)


_schema_cache = SchemaCache()


def install_schema_cache() -> None:
    """Replaces the managers' dictionary; called once when the app is ready.

    The one that the class was made with too: Django copies it again whenever a model is
    registered late, and the copy would bring the plain dictionary back.
    """
    managers: list[Any] = [ContentType.objects, *ContentType._meta.local_managers]
    for manager in managers:
        manager._cache = _schema_cache


def forget_schema(schema_name: str) -> None:
    """Content types of this schema are read anew."""
    _schema_cache.forget(schema_name)

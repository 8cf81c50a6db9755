"""Brings public, the blueprint and every tenant up to date, one failing schema at a time."""

import hashlib
from collections.abc import Callable, Iterable
from dataclasses import dataclass

from django_tenants.utils import get_public_schema_name, schema_exists

from verbund.tenancy.connection import connection
from verbund.tenancy.domain.schemas import create_schema, leaf_migrations, migrate_schema
from verbund.tenancy.models import SchemaState, Tenant
from verbund.tenancy.names import BLUEPRINT_SCHEMA


@dataclass(frozen=True)
class SchemaReport:
    """What happened to one schema; ``applied`` migrations, ``skipped`` if nothing was due."""

    schema: str
    applied: int = 0
    skipped: bool = False
    error: str = ""


def fingerprint() -> str:
    """A hash of the last migrations on disk: equal means nothing is due."""
    return hashlib.sha256("\n".join(leaf_migrations()).encode()).hexdigest()


def recorded_state(schema: str) -> str:
    """The fingerprint up to which a schema was migrated; empty if unknown."""
    row = SchemaState.objects.filter(schema_name=schema).first()
    return row.fingerprint if row else ""


def record_state(schema: str, state: str = "") -> None:
    """Remembers that a schema is at this state (default: the one on disk)."""
    SchemaState.objects.update_or_create(
        schema_name=schema, defaults={"fingerprint": state or fingerprint()}
    )


def migrate_all(report: Callable[[SchemaReport, int, int], None]) -> list[SchemaReport]:
    """Migrates what is behind; ``report`` hears (result, number, total) after each schema.

    A schema that fails is reported with its error and the rest goes on. Without the public
    schema nothing else is tried.
    """
    public = get_public_schema_name()
    connection.set_schema_to_public()
    first = _migrate(public)
    report(first, 1, 1)
    if first.error:
        return [first]
    state = fingerprint()
    names = [BLUEPRINT_SCHEMA, *Tenant.objects.order_by("pk").values_list("schema_name", flat=True)]
    done = dict(SchemaState.objects.values_list("schema_name", "fingerprint"))
    return [first, *_migrate_behind(names, done, state, report)]


def _migrate_behind(
    names: list[str],
    done: dict[str, str],
    state: str,
    report: Callable[[SchemaReport, int, int], None],
) -> Iterable[SchemaReport]:
    for number, name in enumerate(names, start=1):
        if done.get(name) == state:
            result = SchemaReport(name, skipped=True)
        else:
            result = _migrate(name)
            if not result.error:
                record_state(name, state)
        report(result, number, len(names))
        yield result


def _migrate(name: str) -> SchemaReport:
    try:
        if name == BLUEPRINT_SCHEMA and not schema_exists(name):
            create_schema(name)
        applied = migrate_schema(name)
    except Exception as error:  # one tenant's trouble must not stop the others
        connection.close()
        connection.set_schema_to_public()
        return SchemaReport(name, error=f"{type(error).__name__}: {error}")
    return SchemaReport(name, applied=applied, skipped=not applied)

"""Schemas of PostgreSQL: made, migrated, copied and dropped."""

from collections.abc import Iterable

from django.core.management.commands.migrate import Command as MigrateCommand
from django.db.migrations.executor import MigrationExecutor
from django.db.migrations.graph import MigrationGraph
from django.db.migrations.loader import MigrationLoader
from django.db.migrations.recorder import MigrationRecorder
from django_tenants.clone import CloneSchema
from django_tenants.migration_executors.base import run_migrations
from django_tenants.utils import quote_schema_name, schema_exists

from verbund.tenancy.connection import connection
from verbund.tenancy.content_types import forget_schema


class SchemaMissing(RuntimeError):
    """A schema that the registry knows is not in the database."""


def create_schema(name: str) -> None:
    """An empty schema; nothing happens where it exists."""
    with connection.cursor() as cursor:
        cursor.execute(f"CREATE SCHEMA IF NOT EXISTS {quote_schema_name(name)}")


def drop_schema(name: str) -> None:
    """Drops the schema with all it holds."""
    with connection.cursor() as cursor:
        cursor.execute(f"DROP SCHEMA IF EXISTS {quote_schema_name(name)} CASCADE")
    forget_schema(name)


def migrate_schema(name: str) -> int:
    """Applies what is missing; returns how many migrations that were.

    :raises SchemaMissing: it does not exist (a plain migrate would fall through to public).
    """
    if not schema_exists(name):
        raise SchemaMissing(f"The schema {name} is missing. Restore it or delete its tenant.")
    pending = len(pending_migrations(name))
    if pending:
        options = vars(MigrateCommand().create_parser("verbund", "migrate").parse_args([]))
        options |= {"verbosity": 0, "interactive": False, "skip_checks": True}
        run_migrations([], options, "verbund", name)
        forget_schema(name)
    return pending


def migrate_schema_to(name: str, applied: Iterable[tuple[str, str]]) -> None:
    """Brings an empty schema to where another one was, which had these migrations and no more."""
    previous = connection.tenant
    connection.set_schema(name, include_public=False)
    try:
        # Made here: else the table of the public schema is found, in which all is done.
        MigrationRecorder(connection).ensure_schema()
        executor = MigrationExecutor(connection)
        executor.migrate(_last_of(set(applied), executor.loader.graph))
    finally:
        connection.set_tenant(previous)


def _last_of(applied: set[tuple[str, str]], graph: MigrationGraph) -> list[tuple[str, str]]:
    """Those that no other one of them builds on: a plan for the rest would go back again."""
    known = applied & graph.nodes.keys()
    return sorted(
        key
        for key in known
        if not any(child.key in known for child in graph.node_map[key].children)
    )


def unknown_migrations(applied: Iterable[tuple[str, str]]) -> list[str]:
    """Labels of those that this installation does not have: it is older, or lacks a plugin."""
    known = MigrationLoader(None, ignore_no_migrations=True).disk_migrations
    return sorted(f"{app}.{name}" for app, name in set(applied) - known.keys())


def pending_migrations(name: str) -> list[str]:
    """Labels ("app.0001_initial") of migrations that this schema lacks, in their order."""
    previous = connection.tenant
    connection.set_schema(name, include_public=False)
    try:
        executor = MigrationExecutor(connection)
        plan = executor.migration_plan(executor.loader.graph.leaf_nodes())
        return [f"{migration.app_label}.{migration.name}" for migration, _backwards in plan]
    finally:
        connection.set_tenant(previous)


def leaf_migrations() -> list[str]:
    """The last migrations on disk of every app, sorted; needs no database."""
    loader = MigrationLoader(None, ignore_no_migrations=True)
    return sorted(f"{app}.{name}" for app, name in loader.graph.leaf_nodes())


def clone_schema(source: str, target: str) -> None:
    """Copies structure and rows, then gives constraints the source's names back.

    Repeated clones in one session become slower each time: a new connection cures it.
    """
    if not connection.in_atomic_block:
        connection.close()
    CloneSchema().clone_schema(source, target, set_connection=False)
    _restore_constraint_names(source, target)


# Columns are compared by name: a column that was once dropped shifts the numbers of the source.
COLUMNS = """
(SELECT array_agg(attname ORDER BY place)
 FROM unnest({0}.conkey) WITH ORDINALITY AS keys(number, place)
 JOIN pg_attribute ON attrelid = {0}.conrelid AND attnum = number)
"""
RENAMED_CONSTRAINTS = f"""
SELECT table_of.relname, copy.conname, original.conname
FROM pg_constraint AS original
JOIN pg_class AS original_table ON original_table.oid = original.conrelid
JOIN pg_class AS table_of
  ON table_of.relname = original_table.relname AND table_of.relnamespace = %s::regnamespace
JOIN pg_constraint AS copy ON copy.conrelid = table_of.oid AND copy.contype = original.contype
 AND {COLUMNS.format("copy")} = {COLUMNS.format("original")}
WHERE original.connamespace = %s::regnamespace AND original.contype IN ('u', 'p', 'x')
  AND copy.conname <> original.conname
  AND NOT EXISTS (SELECT 1 FROM pg_constraint AS same
                  WHERE same.conrelid = table_of.oid AND same.conname = original.conname)
"""


def _restore_constraint_names(source: str, target: str) -> None:
    # A later migration that removes a unique constraint by its name would fail in every clone.
    quoted = quote_schema_name(target)
    with connection.cursor() as cursor:
        cursor.execute(RENAMED_CONSTRAINTS, [quoted, quote_schema_name(source)])
        for table, wrong, right in cursor.fetchall():
            names = [quote_schema_name(name) for name in (table, wrong, right)]
            cursor.execute("ALTER TABLE {}.{} RENAME CONSTRAINT {} TO {}".format(quoted, *names))

"""`verbund migrate`: every schema up to date, without opening those that are."""

from io import StringIO

import pytest
from django.core.management import CommandError, call_command
from django.db import connection as plain
from django.test.utils import CaptureQueriesContext

from verbund.tenancy.connection import connection
from verbund.tenancy.domain.migration import fingerprint, migrate_all, record_state, recorded_state
from verbund.tenancy.domain.schemas import SchemaMissing, migrate_schema
from verbund.tenancy.models import SchemaState, Tenant
from verbund.tenancy.names import BLUEPRINT_SCHEMA

UNPLAYED = "DELETE FROM dortmund.django_migrations WHERE app = 'dummy'"
GONE = "DROP TABLE dortmund.dummy_dummypage, dortmund.dummy_dummyindexpage, dortmund.dummy_kind"


def row_without_schema(name: str) -> Tenant:
    return Tenant.objects.create(schema_name=name, name=name, association=name)


def queries_of_idle_run() -> list[str]:
    with CaptureQueriesContext(plain) as captured:
        reports = migrate_all(lambda report, number, total: None)
    assert all(report.skipped for report in reports)
    return [query["sql"] for query in captured]


def test_nothing_to_do_costs_the_same_for_any_number_of_tenants(own_database: str) -> None:
    queries_of_idle_run()
    few = len(queries_of_idle_run())
    for number in range(5):
        row_without_schema(f"fertig{number}")
        record_state(f"fertig{number}")

    many = queries_of_idle_run()

    assert len(many) == few
    assert not any("dortmund" in sql and "search_path" in sql for sql in many)


def test_a_failing_schema_does_not_stop_the_others_and_is_named(own_database: str) -> None:
    row_without_schema("kaputt")
    SchemaState.objects.filter(schema_name__in=["dortmund", "netzwerk"]).delete()

    with pytest.raises(CommandError, match=r"^1 of 6 schemas failed: kaputt$"):
        call_command("migrate", stdout=StringIO())

    assert recorded_state("dortmund") == fingerprint()
    assert recorded_state("netzwerk") == fingerprint()
    assert recorded_state("kaputt") == ""
    assert connection.schema_name == "public"


def test_a_schema_that_is_behind_is_brought_up_to_date(own_database: str) -> None:
    with connection.cursor() as cursor:
        cursor.execute(UNPLAYED)
        cursor.execute(GONE)
    SchemaState.objects.filter(schema_name="dortmund").update(fingerprint="old")

    reports = {report.schema: report for report in migrate_all(lambda *arguments: None)}

    assert reports["dortmund"].applied == 1
    assert reports["dortmund"].error == ""
    assert reports["duesseldorf"].skipped
    assert recorded_state("dortmund") == fingerprint()


def test_a_missing_schema_is_not_migrated_into_public(own_database: str) -> None:
    with pytest.raises(SchemaMissing, match="The schema nirgends is missing"):
        migrate_schema("nirgends")


def test_a_dry_run_says_what_is_missing(own_database: str) -> None:
    output = StringIO()
    with connection.cursor() as cursor:
        cursor.execute(UNPLAYED)

    call_command("migrate", dry_run=True, stdout=output)

    assert "dortmund: dummy.0001_initial" in output.getvalue().splitlines()
    assert recorded_state(BLUEPRINT_SCHEMA) == fingerprint()

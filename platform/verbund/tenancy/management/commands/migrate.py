"""`verbund migrate`: public, blueprint and every tenant up to date."""

import sys
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.db.migrations.autodetector import MigrationAutodetector

from verbund.tenancy.connection import connection
from verbund.tenancy.domain.locks import advisory_lock
from verbund.tenancy.domain.migration import SchemaReport, migrate_all
from verbund.tenancy.domain.schemas import pending_migrations
from verbund.tenancy.models import Tenant
from verbund.tenancy.names import BLUEPRINT_SCHEMA


class Command(BaseCommand):
    help = "Brings the public schema, the blueprint and every tenant up to date."
    requires_system_checks = []
    # Django checks that makemigrations and migrate use the same one.
    autodetector = MigrationAutodetector

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--dry-run", action="store_true", help="only say what is missing")

    def handle(self, *args: Any, **options: Any) -> None:
        if options["dry_run"]:
            return self._show_pending()
        with advisory_lock("migrate"):
            reports = migrate_all(self._report)
        failed = [report for report in reports if report.error]
        if failed:
            names = ", ".join(report.schema for report in failed)
            raise CommandError(f"{len(failed)} of {len(reports)} schemas failed: {names}")
        applied = sum(report.applied for report in reports)
        self.stdout.write(f"{len(reports)} schemas are up to date, {applied} migrations applied.")

    def _report(self, report: SchemaReport, number: int, total: int) -> None:
        if report.skipped:
            return
        text = report.error or f"{report.applied} migrations"
        print(f"[{number}/{total}] {report.schema}: {text}", file=sys.stderr, flush=True)

    def _show_pending(self) -> None:
        names = [connection.schema_name, BLUEPRINT_SCHEMA]
        if Tenant._meta.db_table in connection.introspection.table_names():
            names += list(Tenant.objects.values_list("schema_name", flat=True))
        for name in names:
            for label in pending_migrations(name):
                self.stdout.write(f"{name}: {label}")

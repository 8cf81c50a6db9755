"""`verbund members import FILE --tenant …`: the import of the admin, at the command line."""

from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError
from django.db import transaction
from django.utils.translation import override

from plugins.members.domain.importing import carrying_out, steps
from plugins.members.domain.importing.columns import TARGETS
from plugins.members.domain.importing.rows import FileRefused
from plugins.members.domain.importing.steps import WrongStep
from plugins.members.domain.importing.summary import summary_of
from plugins.members.enums import Status
from plugins.members.imports import Import, Stage
from verbund.plugin import Tenant, tenant_context


class Command(BaseCommand):
    help = "Import an older list of organisations, CSV or XLSX."

    def add_arguments(self, parser: ArgumentParser) -> None:
        acts = parser.add_subparsers(dest="act", required=True)
        one = acts.add_parser("import", help="import a list")
        one.add_argument("file", type=Path)
        one.add_argument("--tenant", required=True, help="schema of the tenant")
        one.add_argument("--dry-run", action="store_true", help="say what, write nothing")
        one.add_argument(
            "--column",
            action="append",
            default=[],
            metavar="HEADER=FIELD",
            help=f"another field for a column; fields: {', '.join(TARGETS)}",
        )
        one.add_argument("--status", choices=Status.values, default=Status.MEMBER.value)
        one.add_argument("--show", action="store_true", help="show new entries at once")
        one.add_argument("--overwrite", action="store_true", help="the list replaces what is there")

    def handle(self, *args: Any, tenant: str, **options: Any) -> None:
        row = Tenant.objects.filter(schema_name=tenant).first()
        if row is None:
            known = ", ".join(Tenant.objects.values_list("schema_name", flat=True))
            raise CommandError(f"No tenant is called {tenant}. There are: {known}.")
        with tenant_context(row), override("de"), transaction.atomic():
            self._import(**options)

    def _import(self, *, file: Path, dry_run: bool, column: list[str], **options: Any) -> None:
        try:
            import_ = steps.begin(file.name, file.read_bytes(), None, "verbund members import")
            chosen = {name: options[key] for name, key in _OPTIONS.items()}
            steps.check(import_, _mapping(import_, column), chosen)
        except (OSError, FileRefused, WrongStep) as error:
            raise CommandError(str(error)) from error
        if not dry_run:
            import_.stage = Stage.RUNNING
            carrying_out.finish(import_, self._progress)
        self._report(import_)
        if dry_run:
            transaction.set_rollback(True)

    def _progress(self, done: int, rows: int) -> None:
        self.stderr.write(f"{done} of {rows}")

    def _report(self, import_: Import) -> None:
        for row in import_.rows.all():
            for text in (*row.errors, *row.notes):
                self.stdout.write(f"line {row.line}: {text}")
        found = summary_of(import_)
        would = f"{found.new} new, {found.merged} into entries that are there"
        done = ", ".join(f"{label}: {count}" for label, count in found.outcomes)
        numbers = done or f"{would}, {found.skipped} left out"
        self.stdout.write(f"{found.rows} rows: {numbers}; {found.errors} with errors.")


_OPTIONS = {"status": "status", "shown": "show", "overwrite": "overwrite"}


def _mapping(import_: Import, columns: list[str]) -> list[str]:
    """What the headers propose, but for the columns that are named."""
    mapping: list[str] = list(import_.mapping)
    for one in columns:
        header, _equals, target = one.rpartition("=")
        if header not in import_.headers or (target and target not in TARGETS):
            known = ", ".join(import_.headers)
            raise CommandError(f"“{one}” is no HEADER=FIELD. Headers: {known}.")
        mapping[import_.headers.index(header)] = target
    return mapping

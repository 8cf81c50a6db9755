"""`verbund search rebuild|status|evaluate`: builds the index anew, compares it, measures it."""

import json
from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError

from verbund.search.domain.rebuilding import Drift, drift_of, rebuild_tenant
from verbund.search.evaluation import Collection, evaluate
from verbund.search.service import index
from verbund.tenancy.models import Tenant

NAMED = 10


class Command(BaseCommand):
    help = "Builds the search's rows anew, compares them with what is public, measures the ranking."

    def add_arguments(self, parser: ArgumentParser) -> None:
        actions = parser.add_subparsers(dest="action", required=True)
        rebuild = actions.add_parser("rebuild", help="Write all rows of all sites, or of one.")
        rebuild.add_argument("--tenant", metavar="SCHEMA", help="only this site")
        rebuild.add_argument("--dry-run", action="store_true", help="say what would change")
        status = actions.add_parser("status", help="Rows by site, and how they differ.")
        status.add_argument("--tenant", metavar="SCHEMA", help="only this site")
        measure = actions.add_parser("evaluate", help="Measure a judged collection.")
        measure.add_argument("file", type=Path)
        measure.add_argument("--json", action="store_true", help="figures as JSON")
        measure.add_argument("--run", type=Path, metavar="OUT", help="write what was found")

    def handle(self, *args: Any, action: str, **options: Any) -> None:
        getattr(self, f"_{action}")(**options)

    def _rebuild(self, *, tenant: str | None, dry_run: bool, **options: Any) -> None:
        if dry_run:
            self._status(tenant=tenant)
            return
        total = 0
        tenants = _tenants(tenant)
        for one in tenants:
            total += rebuild_tenant(one, progress=self._progress(one))
        forgotten = index().forget_words()
        self.stdout.write(f"{total} rows in {len(tenants)} sites, {forgotten} old words removed.")

    def _progress(self, tenant: Tenant) -> Any:
        return lambda kind, count: self.stderr.write(f"{tenant.schema_name}: {kind}, {count} rows")

    def _status(self, *, tenant: str | None, **options: Any) -> None:
        found = {one.schema_name: drift_of(one) for one in _tenants(tenant)}
        for name, drift in found.items():
            self.stdout.write(_line(name, drift))
        drifted = sum(map(bool, found.values()))
        rows = sum(drift.rows for drift in found.values())
        summary = f"{rows} rows in {len(found)} sites, {drifted} of them with differences."
        if drifted:
            summary += " `verbund search rebuild` mends them."
        self.stdout.write(summary)

    def _evaluate(self, *, file: Path, run: Path | None, **options: Any) -> None:
        try:
            collection = Collection.read(file)
        except (OSError, ValueError, KeyError) as error:
            raise CommandError(f"{file} is no judged collection: {error}") from error
        engines, runs = evaluate(collection)
        if run is not None:
            run.write_text(json.dumps(runs, ensure_ascii=False, indent=1), encoding="utf-8")
        if options["json"]:
            self.stdout.write(json.dumps({"engines": engines}, indent=1))
            return
        for name, figures in engines.items():
            shown = ", ".join(
                f"{key} {value}" for key, value in figures.items() if key != "classes"
            )
            self.stdout.write(f"{name}: {shown}")


def _tenants(schema: str | None) -> list[Tenant]:
    tenants = list(Tenant.objects.order_by("schema_name"))
    if schema is None:
        return tenants
    chosen = [tenant for tenant in tenants if tenant.schema_name == schema]
    if not chosen:
        known = ", ".join(tenant.schema_name for tenant in tenants)
        raise CommandError(f"Unknown site --tenant {schema}, use one of {known}.")
    return chosen


def _line(name: str, drift: Drift) -> str:
    if not drift:
        return f"{name}: {drift.rows} rows, in order"
    kinds = (("missing", drift.missing), ("surplus", drift.surplus), ("outdated", drift.outdated))
    parts = [
        f"{len(keys)} {kind} ({', '.join(keys[:NAMED])}{' …' if len(keys) > NAMED else ''})"
        for kind, keys in kinds
        if keys
    ]
    return f"{name}: {drift.rows} rows, {'; '.join(parts)}"

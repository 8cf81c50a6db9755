"""`verbund search rebuild|status|retry|evaluate`: builds anew, compares, tries again, measures."""

import json
from argparse import ArgumentParser
from collections.abc import Callable
from dataclasses import asdict
from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError
from django.core.serializers.json import DjangoJSONEncoder

from verbund.search.domain.queries import search_state
from verbund.search.domain.rebuilding import Drift, drift_of, rebuild_tenant
from verbund.search.evaluation import Collection, evaluate
from verbund.search.models import BuildState, SearchBuild, SearchCheck
from verbund.search.service import index
from verbund.search.status import site_line, state_lines
from verbund.tenancy.models import Tenant


class Command(BaseCommand):
    help = "Builds the search's rows anew, compares them with what is public, measures the ranking."

    def add_arguments(self, parser: ArgumentParser) -> None:
        actions = parser.add_subparsers(dest="action", required=True)
        rebuild = actions.add_parser("rebuild", help="Write all rows and the index anew.")
        rebuild.add_argument("--tenant", metavar="SCHEMA", help="only the rows of this site")
        rebuild.add_argument(
            "--index", action="store_true", help="only Elasticsearch, from the rows"
        )
        rebuild.add_argument("--drop-old", action="store_true", help="delete replaced indexes")
        rebuild.add_argument("--dry-run", action="store_true", help="say what would change")
        status = actions.add_parser("status", help="Rows by site, how they differ, and the index.")
        status.add_argument("--tenant", metavar="SCHEMA", help="only this site")
        status.add_argument("--json", action="store_true", help="the same for programs")
        actions.add_parser("retry", help="Try once more to pass on what was given up.")
        measure = actions.add_parser("evaluate", help="Measure a judged collection.")
        measure.add_argument("file", type=Path)
        measure.add_argument("--json", action="store_true", help="figures as JSON")
        measure.add_argument("--run", type=Path, metavar="OUT", help="write what was found")

    def handle(self, *args: Any, action: str, **options: Any) -> None:
        getattr(self, f"_{action}")(**options)

    def _rebuild(
        self, *, tenant: str | None, dry_run: bool, drop_old: bool, **options: Any
    ) -> None:
        if dry_run:
            self._status(tenant=tenant)
        elif drop_old:
            self._drop_old()
        else:
            only_index = options["index"] or self._goes_on()
            if not only_index:
                self._rebuild_rows(_tenants(tenant))
            if settings.ELASTICSEARCH_URL and tenant is None:
                self._rebuild_index()

    def _goes_on(self) -> bool:
        """A build of the index that was interrupted: its rows are new already."""
        return (
            bool(settings.ELASTICSEARCH_URL)
            and SearchBuild.objects.filter(state=BuildState.BUILDING).exists()
        )

    def _rebuild_rows(self, tenants: list[Tenant]) -> None:
        total = sum(rebuild_tenant(one, progress=self._progress(one)) for one in tenants)
        forgotten = index().forget_words()
        self.stdout.write(f"{total} rows in {len(tenants)} sites, {forgotten} old words removed.")

    def _progress(self, tenant: Tenant) -> Callable[[str, int], None]:
        return lambda kind, count: self.stderr.write(f"{tenant.schema_name}: {kind}, {count} rows")

    def _rebuild_index(self) -> None:
        # Only here: it needs the client, which others can do without.
        from verbund.search.domain.building import BuildError, build

        try:
            built = build(
                lambda now: self.stderr.write(f"{now.index}: {now.written} of {now.total}")
            )
        except BuildError as error:
            raise CommandError(str(error)) from error
        self.stdout.write(f"{built.written} documents in {built.index}, which answers now.")

    def _drop_old(self) -> None:
        # Only here: it needs the client, which others can do without.
        from verbund.search.domain.building import drop_old

        names = drop_old() if settings.ELASTICSEARCH_URL else []
        self.stdout.write(f"{len(names)} old indexes deleted. {' '.join(names)}".rstrip())

    def _retry(self, **options: Any) -> None:
        # Only here: it needs the client, which others can do without.
        from verbund.search.domain.relaying import retry_given_up

        self.stdout.write(f"{retry_given_up()} changes are tried again.")

    def _status(self, *, tenant: str | None, **options: Any) -> None:
        tenants = _tenants(tenant)
        found = {one.schema_name: drift_of(one) for one in tenants}
        checks = {one.tenant_id: one for one in SearchCheck.objects.all()}
        if options.get("json"):
            self._status_as_json(found, {one.schema_name: checks.get(one.pk) for one in tenants})
            return
        for one in tenants:
            self.stdout.write(
                site_line(one.schema_name, found[one.schema_name], checks.get(one.pk))
            )
        drifted = sum(map(bool, found.values()))
        rows = sum(drift.rows for drift in found.values())
        summary = f"{rows} rows in {len(found)} sites, {drifted} of them with differences."
        if drifted:
            summary += " `verbund search rebuild` mends them."
        self.stdout.write(summary)
        for line in state_lines(search_state()):
            self.stdout.write(line)

    def _status_as_json(
        self, found: dict[str, Drift], checks: dict[str, SearchCheck | None]
    ) -> None:
        sites = {
            name: {**asdict(drift), "checked": _as_json(checks[name])}
            for name, drift in found.items()
        }
        state = {"sites": sites, **asdict(search_state())}
        self.stdout.write(json.dumps(state, indent=1, cls=DjangoJSONEncoder))

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


def _as_json(check: SearchCheck | None) -> dict[str, Any] | None:
    if check is None:
        return None
    return {"at": check.at, "rows_mended": check.rows_mended, "index_mended": check.index_mended}


def _tenants(schema: str | None) -> list[Tenant]:
    tenants = list(Tenant.objects.order_by("schema_name"))
    if schema is None:
        return tenants
    chosen = [tenant for tenant in tenants if tenant.schema_name == schema]
    if not chosen:
        known = ", ".join(tenant.schema_name for tenant in tenants)
        raise CommandError(f"Unknown site --tenant {schema}, use one of {known}.")
    return chosen

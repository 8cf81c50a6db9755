"""`verbund privacy export|erase|retention`: what a tenant holds of a person, and how long."""

import json
from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError
from django.core.serializers.json import DjangoJSONEncoder

from verbund.privacy.domain import erasing, handing_out, keeping
from verbund.tenancy.context import tenant_context
from verbund.tenancy.models import Tenant


class Command(BaseCommand):
    help = "Hand out or erase what a tenant holds of an address; show what is over its time."

    def add_arguments(self, parser: ArgumentParser) -> None:
        commands = parser.add_subparsers(dest="act", required=True)
        for name, text in (("export", "hand out as a ZIP"), ("erase", "erase")):
            one = commands.add_parser(name, help=text)
            one.add_argument("address", help="e-mail address of the person")
            one.add_argument("--tenant", required=True, help="schema of the tenant")
            one.add_argument("--dry-run", action="store_true", help="say what, write nothing")
            if name == "export":
                one.add_argument("--to", type=Path, default=Path("auskunft.zip"), help="the ZIP")
        rules = commands.add_parser("retention", help="what is over its time")
        rules.add_argument("--tenant", required=True, help="schema of the tenant")
        rules.add_argument("--dry-run", action="store_true", help="show, delete nothing")

    def handle(self, *args: Any, act: str, tenant: str, **options: Any) -> None:
        row = Tenant.objects.filter(schema_name=tenant).first()
        if row is None:
            known = ", ".join(Tenant.objects.values_list("schema_name", flat=True))
            raise CommandError(f"No tenant is called {tenant}. There are: {known}.")
        with tenant_context(row):
            getattr(self, f"_{act}")(**options)

    def _export(self, *, address: str, dry_run: bool, to: Path, **options: Any) -> None:
        parts = handing_out.collect(address)
        if dry_run:
            shown = [handing_out.as_dict(part) for part in parts]
            self.stdout.write(json.dumps(shown, cls=DjangoJSONEncoder, ensure_ascii=False))
            return
        to.write_bytes(handing_out.archive(address.strip().lower(), parts))
        self.stdout.write(f"{sum(len(part.records) for part in parts)} records in {to}.")

    def _erase(self, *, address: str, dry_run: bool, **options: Any) -> None:
        answers = (erasing.preview if dry_run else erasing.erase)(address)
        for answer in answers:
            for line in answer.erasure.gone:
                self.stdout.write(f"{'would erase' if dry_run else 'erased'}: {line}")
            for kept in answer.erasure.kept:
                until = f" until {kept.until:%d.%m.%Y}" if kept.until else ""
                self.stdout.write(f"kept{until}: {kept.title} ({kept.reason})")
        if not answers:
            self.stdout.write("Nothing is held of this address.")

    def _retention(self, *, dry_run: bool, **options: Any) -> None:
        for one in keeping.overdue():
            self.stdout.write(f"{one.rule.name}: {one.count} over {one.rule.days} days")
        if not dry_run:
            keeping.forget()

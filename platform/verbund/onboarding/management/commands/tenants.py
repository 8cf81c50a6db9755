"""`verbund tenants …`: what the registry holds, and opening or closing a site."""

import json
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.utils import translation

from verbund.onboarding.domain.comparison import differences, facts_of_tenant
from verbund.onboarding.domain.recipes import existing_tenant, load_recipe
from verbund.tenancy.domain.status import set_status
from verbund.tenancy.enums import TenantStatus
from verbund.tenancy.models import Tenant
from verbund.tenancy.recipe import RecipeError

STATES = {
    "activate": TenantStatus.READY,
    "suspend": TenantStatus.SUSPENDED,
    "archive": TenantStatus.ARCHIVED,
}


class Command(BaseCommand):
    help = "Lists tenants, shows one, compares one with its file, opens or closes one."

    def add_arguments(self, parser: CommandParser) -> None:
        actions = parser.add_subparsers(dest="action", required=True)
        actions.add_parser("list")
        actions.add_parser("show").add_argument("schema")
        actions.add_parser("diff").add_argument("file", type=Path)
        for action in STATES:
            parser = actions.add_parser(action)
            parser.add_argument("schema")
            parser.add_argument("--note", default="", help="what a suspended site tells visitors")
            parser.add_argument("--dry-run", action="store_true", help="only say what would change")

    def handle(self, *args: Any, action: str, **options: Any) -> None:
        with translation.override("en"):
            if action in STATES:
                self._set_status(action, **options)
            else:
                getattr(self, f"_{action}")(**options)

    def _set_status(
        self, action: str, schema: str, note: str, dry_run: bool, **options: Any
    ) -> None:
        tenant, status = _tenant(schema), STATES[action]
        if not dry_run:
            set_status(tenant, status, note)
        verb = "would be" if dry_run else "is"
        self.stdout.write(f"{tenant.schema_name} {verb} {status.value}.")

    def _list(self, **options: Any) -> None:
        for tenant in Tenant.objects.order_by("kind", "schema_name"):
            self.stdout.write(
                f"{tenant.schema_name:20} {tenant.kind:9} {tenant.status:10} "
                f"{tenant.canonical_domain or '–'}"
            )

    def _show(self, schema: str, **options: Any) -> None:
        tenant = _tenant(schema)
        facts = {"uuid": str(tenant.uuid), "status": tenant.status, **facts_of_tenant(tenant)}
        self.stdout.write(json.dumps(facts, indent=2, ensure_ascii=False, default=str))

    def _diff(self, file: Path, **options: Any) -> None:
        try:
            recipe = load_recipe(file)
        except RecipeError as error:
            raise CommandError(str(error)) from error
        tenant = existing_tenant(recipe)
        if tenant is None:
            raise CommandError(f"{recipe.schema_name} is not onboarded: verbund onboard {file}")
        found = differences(recipe, tenant)
        for difference in found:
            self.stdout.write(str(difference))
        self.stdout.write(f"{len(found)} differences.")


def _tenant(schema: str) -> Tenant:
    tenant = Tenant.objects.filter(schema_name=schema).first()
    if tenant is None:
        raise CommandError(f"No tenant has the schema “{schema}”. See: verbund tenants list")
    return tenant

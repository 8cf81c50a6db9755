"""`verbund tenants list|show|diff`: what the registry holds."""

import json
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.utils import translation

from verbund.onboarding.domain.comparison import differences, facts_of_tenant
from verbund.onboarding.domain.recipes import existing_tenant, load_recipe
from verbund.tenancy.models import Tenant
from verbund.tenancy.recipe import RecipeError


class Command(BaseCommand):
    help = "Lists tenants, shows one, or compares one with its file."

    def add_arguments(self, parser: CommandParser) -> None:
        actions = parser.add_subparsers(dest="action", required=True)
        actions.add_parser("list")
        actions.add_parser("show").add_argument("schema")
        actions.add_parser("diff").add_argument("file", type=Path)

    def handle(self, *args: Any, action: str, **options: Any) -> None:
        with translation.override("en"):
            getattr(self, f"_{action}")(**options)

    def _list(self, **options: Any) -> None:
        for tenant in Tenant.objects.order_by("kind", "schema_name"):
            self.stdout.write(
                f"{tenant.schema_name:20} {tenant.kind:9} {tenant.status:10} "
                f"{tenant.canonical_domain or '–'}"
            )

    def _show(self, schema: str, **options: Any) -> None:
        tenant = Tenant.objects.filter(schema_name=schema).first()
        if tenant is None:
            raise CommandError(f"No tenant has the schema “{schema}”. See: verbund tenants list")
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

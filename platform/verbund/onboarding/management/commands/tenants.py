"""`verbund tenants …`: what the registry holds, and opening or closing a site."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.utils import translation

from verbund.archives import commands as archives
from verbund.onboarding.domain.comparison import differences, facts_of_tenant
from verbund.onboarding.domain.recipes import existing_tenant, load_recipe
from verbund.onboarding.management.acts import add_acts, json_of, lines_of, run_act, tenant_named
from verbund.tenancy.models import Tenant
from verbund.tenancy.recipe import RecipeError

ARCHIVES: dict[str, Callable[..., None]] = {
    "export": archives.export,
    "restore": archives.restore,
    "delete": archives.delete,
}


class Command(BaseCommand):
    help = "Lists tenants, shows one, compares one with its file, opens or closes one, keeps one."

    def add_arguments(self, parser: CommandParser) -> None:
        actions = parser.add_subparsers(dest="action", required=True)
        actions.add_parser("list")
        actions.add_parser("show").add_argument("schema")
        actions.add_parser("diff").add_argument("file", type=Path)
        add_acts(actions)
        archives.add_actions(actions)

    def handle(self, *args: Any, action: str, **options: Any) -> None:
        with translation.override("en"):
            if hasattr(self, f"_{action}"):
                getattr(self, f"_{action}")(**options)
            elif action in ARCHIVES:
                ARCHIVES[action](self.stdout.write, **options)
            else:
                self._act(action, **options)

    def _act(self, action: str, dry_run: bool, as_json: bool, **options: Any) -> None:
        changes = run_act(action, options.pop("schema"), dry_run=dry_run, **options)
        lines = [json_of(changes)] if as_json else lines_of(changes, dry_run=dry_run)
        self.stdout.write("\n".join(lines))

    def _list(self, **options: Any) -> None:
        for tenant in Tenant.objects.order_by("kind", "schema_name"):
            self.stdout.write(
                f"{tenant.schema_name:20} {tenant.kind:9} {tenant.status:10} "
                f"{tenant.canonical_domain or '–'}"
            )

    def _show(self, schema: str, **options: Any) -> None:
        tenant = tenant_named(schema)
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

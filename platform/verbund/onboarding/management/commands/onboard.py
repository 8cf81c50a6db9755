"""`verbund onboard FILE`: from a tenant file to a city on line."""

import sys
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.utils import translation

from verbund.onboarding.domain.onboard import onboard
from verbund.onboarding.domain.recipes import existing_tenant, load_recipe
from verbund.onboarding.domain.steps import steps_for
from verbund.tenancy.domain.provisioning import ProvisioningFailed
from verbund.tenancy.enums import TenantStatus
from verbund.tenancy.recipe import RecipeError


class Command(BaseCommand):
    help = "Makes a site from a tenant file; a second run changes nothing."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("file", type=Path)
        parser.add_argument("--dry-run", action="store_true", help="check all, write nothing")
        parser.add_argument("--public", action="store_true", help="open the site at once")
        parser.add_argument("--no-invitation", action="store_true", help="send no mail")

    def handle(self, *args: Any, file: Path, **options: Any) -> None:
        with translation.override("en"):
            try:
                recipe = load_recipe(file)
            except RecipeError as error:
                raise CommandError(f"Nothing was written.\n{error}") from error
            if options["dry_run"] and existing_tenant(recipe) is None:
                steps = ", ".join(step.name for step in steps_for(recipe))
                self.stdout.write(f"{file} is fine. Would make {recipe.schema_name}: {steps}.")
                return
            self._onboard(recipe, options)

    def _onboard(self, recipe: Any, options: dict[str, Any]) -> None:
        status = TenantStatus.READY if options["public"] else TenantStatus.DRAFT
        try:
            done = onboard(
                recipe,
                status=status,
                invite=not options["no_invitation"],
                progress=lambda step: print(f"{step} …", file=sys.stderr, flush=True),
            )
        except ProvisioningFailed as error:
            raise CommandError(str(error)) from error
        if done.created:
            self.stdout.write(f"{recipe.name} is at {done.tenant.base_url}/ ({status.value}).")
            return
        for difference in done.differences:
            self.stdout.write(f"  {difference}")
        self.stdout.write(
            f"{recipe.name} exists already: nothing changed, "
            f"{len(done.differences)} differences (the registry holds)."
        )

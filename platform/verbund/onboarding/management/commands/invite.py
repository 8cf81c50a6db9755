"""`verbund invite SCHEMA EMAIL`: an admin for a site, where nobody of the site can invite her."""

from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.utils import translation

from verbund.accounts.domain.invitations import NotPossible
from verbund.common.limits import TooMany
from verbund.onboarding.domain.invitation import invite_admin
from verbund.tenancy.models import Tenant


class Command(BaseCommand):
    help = "Mails somebody an invitation to look after a site, or mails it again."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("schema")
        parser.add_argument("email")
        parser.add_argument("--dry-run", action="store_true", help="only say who would be invited")

    def handle(self, *args: Any, schema: str, email: str, dry_run: bool, **options: Any) -> None:
        tenant = Tenant.objects.filter(schema_name=schema).first()
        if tenant is None:
            raise CommandError(f"No tenant has the schema “{schema}”. See: verbund tenants list")
        if dry_run:
            self.stdout.write(f"Would invite {email} to {tenant.name}.")
            return
        with translation.override("en"):
            try:
                link = invite_admin(tenant, email)
            except NotPossible as error:
                raise CommandError(str(error)) from error
            except TooMany as error:
                raise CommandError(f"Sent too often: again in {error.retry_after} s.") from error
        self.stdout.write(f"{email} is invited to {tenant.name}: {link}")

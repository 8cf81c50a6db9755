"""`verbund roles sync`: gives each tenant's roles back what they lack."""

from typing import Any

from django.core.management.base import BaseCommand, CommandParser
from django.db.transaction import atomic, set_rollback

from verbund.accounts.roles_sync import sync_roles
from verbund.tenancy.context import each_tenant


class Command(BaseCommand):
    help = "Repairs the roles of every tenant; what a tenant added stays."

    def add_arguments(self, parser: CommandParser) -> None:
        actions = parser.add_subparsers(dest="action", required=True)
        sync = actions.add_parser("sync")
        sync.add_argument("--dry-run", action="store_true", help="only say what is missing")

    def handle(self, *args: Any, dry_run: bool, **options: Any) -> None:
        total = 0
        for tenant in each_tenant():
            with atomic():
                changes = sync_roles(tenant)
                set_rollback(dry_run)
            for change in changes:
                self.stdout.write(f"{tenant.schema_name}: {change}")
            total += len(changes)
        self.stdout.write(f"{total} changes{' would be made' if dry_run else ''}.")

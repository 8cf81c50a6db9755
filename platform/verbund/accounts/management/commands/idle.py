"""`verbund idle`: mails about accounts that nobody uses, and their end; by night a job does it."""

from typing import Any

from django.core.management.base import BaseCommand, CommandParser
from django.db.transaction import atomic

from verbund.accounts.domain import idle
from verbund.tenancy.context import each_tenant

STEPS = (
    ("never used, removed", idle.never_used, idle.remove_never_used),
    ("idle after two mails, removed", idle.run_out, idle.remove_run_out),
    ("idle, reminded by mail", idle.to_remind, idle.remind_idle),
)


class Command(BaseCommand):
    help = "Reminds owners of idle accounts, removes those whose time is over."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--tenant", help="schema of one tenant; default: all")
        parser.add_argument("--dry-run", action="store_true", help="only say whom it would meet")

    def handle(self, *args: Any, tenant: str | None, dry_run: bool, **options: Any) -> None:
        total = 0
        for one in each_tenant(**({"schema_name": tenant} if tenant else {})):
            with atomic():
                for words, preview, act in STEPS:
                    emails = [user.email for user in preview()]
                    if not dry_run:
                        act()
                    total += len(emails)
                    for email in emails:
                        self.stdout.write(f"{one.schema_name}: {email} {words}")
        self.stdout.write(f"{total} accounts{' would be met' if dry_run else ''}.")

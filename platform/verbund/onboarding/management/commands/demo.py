"""`verbund demo load|unload`: the demo's sites and their content."""

import sys
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError, CommandParser

from verbund.onboarding.domain.demo import demo_recipes, load_demo, unload_demo
from verbund.tenancy.models import Tenant


class Command(BaseCommand):
    help = "Loads the demo's sites with their content, or takes the content away."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("action", choices=["load", "unload"])
        parser.add_argument("--dry-run", action="store_true", help="only say what would happen")

    def handle(self, *args: Any, action: str, dry_run: bool, **options: Any) -> None:
        if not settings.VERBUND_DEMO:
            raise CommandError("This is no demo: set VERBUND_DEMO=1 if it shall be one.")
        if dry_run:
            self._say(action)
            return
        run = load_demo if action == "load" else unload_demo
        done = run(lambda text: print(f"{text} …", file=sys.stderr, flush=True))
        names = ", ".join(tenant.name for tenant in done) or "nothing"
        self.stdout.write(f"Demo {action}ed: {names}.")

    def _say(self, action: str) -> None:
        if action == "load":
            names = [file.parent.name for file in demo_recipes()]
        else:
            names = list(Tenant.objects.filter(is_demo=True).values_list("name", flat=True))
        self.stdout.write(f"Would {action}: {', '.join(names) or 'nothing'}.")

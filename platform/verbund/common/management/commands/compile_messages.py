"""Compiles the message catalogues of the platform and its plugins, without gettext."""

from argparse import ArgumentParser
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError

from verbund.common.catalogues import catalogues, compile_catalogue, incomplete


class Command(BaseCommand):
    help = "Compile all .po files to .mo files; with --check only look whether they are complete."
    requires_system_checks: list[str] = []

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--check", action="store_true", help="fail if a message is not German")

    def handle(self, *args: Any, check: bool, **options: Any) -> None:
        root = settings.VERBUND_ROOT
        found = list(catalogues([root / "platform", root / "plugins"]))
        if check:
            problems = [problem for path in found for problem in incomplete(path)]
            if problems:
                raise CommandError("\n".join(problems))
            self.stdout.write(f"{len(found)} catalogues are complete.")
        else:
            for path in found:
                compile_catalogue(path)
            self.stdout.write(f"{len(found)} catalogues compiled.")

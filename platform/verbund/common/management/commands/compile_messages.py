"""Compiles the message catalogues of the platform and its plugins, without gettext."""

from argparse import ArgumentParser
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError

from verbund.common.catalogues import catalogues, compile_catalogue, incomplete, read_messages
from verbund.common.marked import marks_in


class Command(BaseCommand):
    help = "Compile all .po files to .mo files; with --check only look whether German is complete."
    requires_system_checks: list[str] = []

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--check", action="store_true", help="fail if a message is not German")

    def handle(self, *args: Any, check: bool, **options: Any) -> None:
        root: Path = settings.VERBUND_ROOT
        if check:
            problems = list(self.problems(root))
            if problems:
                raise CommandError("\n".join(problems))
            self.stdout.write("All messages are there in German.")
        else:
            found = list(catalogues([root / "platform", root / "plugins"]))
            for path in found:
                compile_catalogue(path)
            self.stdout.write(f"{len(found)} catalogues compiled.")

    def problems(self, root: Path) -> Iterator[str]:
        """Fuzzy and empty messages, then marked ones that no catalogue of theirs has."""
        ours = list(catalogues([root / "platform"]))
        known = keys(ours)
        for path in ours:
            yield from incomplete(path)
        for mark in marks_in([root / "platform", root / "themes"]):
            if mark.key not in known:
                yield f"{mark} is in no catalogue of the platform"
        for plugin in sorted(path for path in (root / "plugins").iterdir() if path.is_dir()):
            own = list(catalogues([plugin]))
            for path in own:
                yield from incomplete(path)
            own_keys = keys(own)
            for mark in marks_in([plugin]):
                if mark.key not in known | own_keys:
                    yield f"{mark} is in no catalogue of {plugin.name}"


def keys(paths: list[Path]) -> set[str]:
    german = [path for path in paths if path.parts[-3] == "de"]
    return {message.key for path in german for message in read_messages(path)}

"""`verbund plugin new NAME`: begins a plugin with a skeleton that works and is tested."""

from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError

from verbund.plugin.skeleton import (
    BadName,
    PluginName,
    TargetExists,
    checked_name,
    files_of,
    write_plugin,
)


class Command(BaseCommand):
    help = "Begins a new plugin: plugin new NAME [--title TITLE] [--into FOLDER] [--dry-run]"
    requires_system_checks: tuple[str, ...] = ()

    def add_arguments(self, parser: ArgumentParser) -> None:
        actions = parser.add_subparsers(dest="action", required=True)
        new = actions.add_parser("new", help="Writes the skeleton of a plugin.")
        new.add_argument("name", help="as in lending: it names tables and addresses for ever")
        new.add_argument("--title", default="", help="what people read, as in “Leihen”")
        new.add_argument(
            "--into", type=Path, help="a folder for a distribution of its own; default: plugins/"
        )
        new.add_argument("--dry-run", action="store_true", help="lists the files, writes none")

    def handle(self, *args: Any, **options: Any) -> None:
        inside = options["into"] is None
        into: Path = Path(settings.VERBUND_ROOT) / "plugins" if inside else options["into"]
        try:
            name = checked_name(options["name"], options["title"], inside)
            paths = self._paths(name, into, options["dry_run"])
        except (BadName, TargetExists) as error:
            raise CommandError(str(error)) from error
        for path in paths:
            self.stdout.write(str(path))
        if options["dry_run"]:
            self.stdout.write(f"{len(paths)} files would be written.")
        else:
            self.stdout.write(f"{len(paths)} files written. {_next_step(name, into)}")

    def _paths(self, name: PluginName, into: Path, dry_run: bool) -> list[Path]:
        if not dry_run:
            return write_plugin(name, into)
        if (into / name.name).exists():
            raise TargetExists(f"{into / name.name} is there already. Choose another name.")
        return sorted(files_of(name, into))


def _next_step(name: PluginName, into: Path) -> str:
    if not name.inside:
        return f"Next: pip install -e {into / name.name}"
    words = name.words
    entry = f'{name.name} = "{name.package}.apps:{words["Name"]}Config"'
    return f"Next: add {entry} to the entry points in pyproject.toml, then pip install -e ."

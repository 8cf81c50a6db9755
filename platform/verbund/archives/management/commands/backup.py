"""`verbund backup create|restore|nightly`: all sites into a folder, and back."""

import json
import sys
from argparse import ArgumentParser
from datetime import datetime, time, timedelta
from pathlib import Path
from signal import SIGINT, SIGTERM, signal
from threading import Event
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.utils import timezone, translation

from verbund.archives.domain.backups import backups_in, create_backup
from verbund.archives.domain.checking import ArchiveProblems
from verbund.archives.domain.disaster import check_backup, list_of, restore_backup
from verbund.tenancy.models import Tenant


class Command(BaseCommand):
    help = "Writes all sites into a folder, or brings them back into an empty database."
    requires_system_checks = []

    def add_arguments(self, parser: CommandParser) -> None:
        actions = parser.add_subparsers(dest="action", required=True)
        create = _parser(actions, "create", "Write a backup now.")
        restore = _parser(actions, "restore", "Read a backup into an empty database.")
        restore.add_argument("folder", type=Path)
        nightly = actions.add_parser("nightly", help="Stay, and write one every night.")
        nightly.add_argument("--at", type=time.fromisoformat, default=time(2, 30), metavar="HH:MM")
        for one in (create, nightly):
            one.add_argument("--dir", type=Path, default=settings.VERBUND_BACKUP_DIR)
            one.add_argument("--keep", type=int, default=settings.VERBUND_BACKUP_KEEP)

    def handle(self, *args: Any, action: str, **options: Any) -> None:
        with translation.override("en"):
            getattr(self, f"_{action}")(**options)

    def _create(self, dir: Path, keep: int, dry_run: bool, **options: Any) -> None:
        if dry_run:
            names = list(
                Tenant.objects.order_by("schema_name").values_list("schema_name", flat=True)
            )
            old = len(backups_in(dir)) if dir.exists() else 0
            text = f"{len(names)} sites would be written into {dir}, where {old} backups are."
            self._say(options["json"], {"sites": names, "dir": str(dir), "backups": old}, text)
            return
        done = create_backup(dir, keep, _show)
        facts = {"folder": str(done.path), **done.facts, "created": str(done.facts["created"])}
        sites = len(done.facts["sites"])
        text = f"{sites} sites are in {done.path}, {done.facts['size']} bytes."
        self._say(options["json"], facts, text)

    def _restore(self, folder: Path, dry_run: bool, **options: Any) -> None:
        try:
            if dry_run:
                check_backup(folder)
                told = list_of(folder)
                text = f"{folder} is whole; it would bring back {told['sites']}."
                self._say(options["json"], told, text)
                return
            tenants = restore_backup(folder, lambda step: _show(step, 0, 0))
        except ArchiveProblems as error:
            raise CommandError(str(error)) from error
        names = [tenant.schema_name for tenant in tenants]
        text = f"{len(names)} sites are restored from {folder}. Now: verbund search rebuild --index"
        self._say(
            options["json"],
            {"folder": str(folder), "sites": names},
            text if settings.ELASTICSEARCH_URL else text.split(" Now:")[0],
        )

    def _nightly(self, at: time, dir: Path, keep: int, **options: Any) -> None:
        stop = Event()
        for number in (SIGTERM, SIGINT):
            signal(number, lambda _number, _frame: stop.set())
        while not stop.wait(seconds_until(at, timezone.localtime())):
            self._create(dir, keep, dry_run=False, json=True)

    def _say(self, as_json: bool, facts: dict[str, Any], text: str) -> None:
        self.stdout.write(json.dumps(facts, ensure_ascii=False, default=str) if as_json else text)


def _parser(actions: Any, name: str, text: str) -> ArgumentParser:
    parser: ArgumentParser = actions.add_parser(name, help=text)
    parser.add_argument("--dry-run", action="store_true", help="only say what would be done")
    parser.add_argument("--json", action="store_true", help="the result for programs")
    return parser


def seconds_until(at: time, now: datetime) -> float:
    """Until the next time that the clock shows this, at least a minute from now."""
    today = now.replace(hour=at.hour, minute=at.minute, second=0, microsecond=0)
    due = today if today > now + timedelta(minutes=1) else today + timedelta(days=1)
    return (due - now).total_seconds()


def _show(what: str, done: int, total: int) -> None:
    print(f"{what} {done}/{total}" if total else what, file=sys.stderr, flush=True)

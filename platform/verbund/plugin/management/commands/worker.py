"""`verbund worker`: runs background jobs and the schedule until it is told to stop."""

import os
from typing import Any

from django.core.management.base import BaseCommand, CommandParser
from procrastinate.contrib.django import app

from verbund.plugin.companions import companions, run_once


class Command(BaseCommand):
    help = "Runs background jobs and the schedule; SIGINT or SIGTERM ends it after the current job."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--concurrency", type=int, default=2, help="jobs at the same time")
        parser.add_argument("--nice", type=int, default=0, help="let the web server go first")
        parser.add_argument("--once", action="store_true", help="run what waits, then end")

    def handle(self, *args: Any, concurrency: int, nice: int, once: bool, **options: Any) -> None:
        os.nice(nice)
        if once:
            self._work(concurrency, wait=False)
            run_once()
            return
        with companions():
            self._work(concurrency, wait=True)

    def _work(self, concurrency: int, *, wait: bool) -> None:
        connector = app.connector.get_worker_connector()  # type: ignore[attr-defined]  # Django's
        with app.replace_connector(connector) as worker:
            worker.run_worker(name="verbund", concurrency=concurrency, wait=wait)

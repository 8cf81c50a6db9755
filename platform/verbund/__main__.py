"""The console script `verbund`: the supervisor, the server, and Django's management commands."""

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager

from verbund.embedded import for_data_dir
from verbund.server import environment, serve, supervisor
from verbund.server.claim import last_run

DATABASE_FREE = {"help", "--help", "version", "--version", "compile_messages", "collectstatic"}


def main() -> None:
    command = sys.argv[1:]
    if command == ["demo"]:
        sys.exit(supervisor.main())
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "verbund.settings")
    with embedded_database(command):
        if command[:1] == ["serve"]:
            sys.exit(serve.main(command[1:]))
        # Django is loaded here alone: the supervisor starts and stops faster without it
        from django.core.management import execute_from_command_line

        execute_from_command_line(["verbund", *command])


@contextmanager
def embedded_database(command: list[str]) -> Iterator[None]:
    """Without DATABASE_URL a command works on the demo, whether that runs or not."""
    if os.environ.get("DATABASE_URL"):
        yield
        return
    data = environment.data_dir()
    run = last_run(data)
    port = run.port if run else environment.chosen_port()
    os.environ.update(environment.demo_environment(data, port))
    if not command or command[0] in DATABASE_FREE:
        yield
        return
    with for_data_dir(data) as server:
        server.create_database(environment.DATABASE)
        yield


if __name__ == "__main__":
    main()

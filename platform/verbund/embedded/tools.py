"""Runs PostgreSQL's command line tools as the server's user, untouched by our environment."""

import subprocess
from collections.abc import Sequence
from pathlib import Path

ENVIRONMENT = {"PATH": "/usr/bin:/bin", "LC_ALL": "C", "TZ": "UTC"}


class ServerError(RuntimeError):
    """The embedded server can't do what it was asked; the message says why and what helps."""


def run_tool(
    program: Path, arguments: Sequence[str], *, uid: int | None = None, gid: int | None = None
) -> subprocess.CompletedProcess[str]:
    """Run a tool to its end, in /: the server's user may not reach our folder."""
    # The server inherits what pg_ctl writes to, and would keep a pipe open for ever.
    output = subprocess.DEVNULL if program.name == "pg_ctl" else subprocess.PIPE
    return subprocess.run(
        [str(program), *arguments],
        env=ENVIRONMENT,
        cwd="/",
        stdin=subprocess.DEVNULL,
        stdout=output,
        stderr=output,
        text=True,
        check=False,
        user=uid,
        group=gid,
        extra_groups=None if uid is None else [],
    )

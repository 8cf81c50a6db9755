"""`make security`: reads the code, then attacks a running demo; fails on what is not argued.

Findings that are none stand in argued.toml with their reason, and in docs/security.md in words.
"""

import sys
from collections.abc import Callable
from pathlib import Path
from tempfile import TemporaryDirectory

from tests.demo_site import DemoSite, running_demo
from tests.demo_template import SERVER_FOLDER
from tests.security.run import api, code, pages
from verbund.embedded import PostgresServer

Attack = Callable[[DemoSite, Path], list[str]]
ATTACKS: dict[str, Attack] = {
    "api": api.attack,
    "pages": pages.attack,
}


def main(names: list[str]) -> int:
    """:param names: of code, api, pages; all of them without one. Returns the exit code."""
    wanted = names or ["code", *ATTACKS]
    problems = code.read() if "code" in wanted else []
    print(f"code: {len(problems)} findings", flush=True)
    if set(wanted) & ATTACKS.keys():
        problems += attack_demo([name for name in ATTACKS if name in wanted])
    for problem in problems:
        print(problem, file=sys.stderr)
    print("Nothing is open." if not problems else f"{len(problems)} findings are open.")
    return bool(problems)


def attack_demo(names: list[str]) -> list[str]:
    problems: list[str] = []
    with (
        PostgresServer(SERVER_FOLDER / "postgres", fast=True) as server,
        TemporaryDirectory() as data,
        running_demo(server, SERVER_FOLDER, Path(data)) as site,
    ):
        for name in names:
            found = ATTACKS[name](site, Path(data))
            print(f"{name}: {len(found)} findings", flush=True)
            problems += found
    return problems


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))

"""bandit over the code."""

import json
import subprocess
import sys

from tests.security.run.argued import is_argued
from verbund.server.environment import ROOT


def read() -> list[str]:
    """What bandit finds and nobody has argued, a line each."""
    run = subprocess.run(
        [
            sys.executable, "-m", "bandit", "--quiet", "--recursive", "platform", "plugins",
            "--exclude", "*/tests/*,*/migrations/*", "--format", "json",
        ],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )  # fmt: skip
    report = json.loads(run.stdout)
    return [f"bandit could not read {error}" for error in report["errors"]] + [
        f"{one['filename']}:{one['line_number']}: {one['test_id']} {one['issue_text']}"
        for one in report["results"]
        if not is_argued("bandit", one["test_id"], one["filename"].removeprefix("./"))
    ]

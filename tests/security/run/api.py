"""schemathesis: the API against its own OpenAPI, with whatever a generator can think of."""

import subprocess
import sys
from pathlib import Path

from tests.demo_site import DemoSite

SECONDS = 60
EXAMPLES = 40


def attack(site: DemoSite, folder: Path) -> list[str]:
    """The failures, as schemathesis writes them."""
    run = subprocess.run(
        [
            sys.executable, "-m", "schemathesis.cli", "run",
            f"http://127.0.0.1:{site.port}/api/v1/openapi.json",
            "--url", f"http://127.0.0.1:{site.port}",
            "--header", f"Host: {site.host('dortmund')}:{site.port}",
            "--checks", "all", "--max-examples", str(EXAMPLES), "--max-time", str(SECONDS),
            "--generation-deterministic", "--no-color",
        ],
        cwd=folder,
        capture_output=True,
        text=True,
        check=False,
    )  # fmt: skip
    print(run.stdout[-1500:] if run.returncode == 0 else run.stdout)
    return [] if run.returncode == 0 else [f"schemathesis ended with {run.returncode}: see above"]

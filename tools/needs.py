"""What the tests need and pip can't bring, a browser and Java: found, installed, or said how.

`python tools/needs.py` installs what is missing where it can (as root, with apt) and else fails;
`python tools/needs.py java maven` looks for these alone.
"""

import os
import shutil
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

BROWSERS = ("/usr/bin/chromium", "google-chrome", "google-chrome-stable", "chromium-browser")
PLAYWRIGHT = (
    ".cache/ms-playwright/chromium-*/chrome-linux*/chrome",
    "Library/Caches/ms-playwright/chromium-*/chrome-mac*/*/Contents/MacOS/*",
)
PACKAGES = {"chromium": "chromium", "java": "default-jre-headless", "maven": "maven"}
USUAL = ("chromium", "java")


def chromium() -> Path | None:
    """The browser of the tests: CHROMIUM, the system's, or Playwright's own."""
    named = os.environ.get("CHROMIUM")
    for name in [named] if named else BROWSERS:
        found = shutil.which(name)
        if found:
            return Path(found)
    own = [path for pattern in PLAYWRIGHT for path in Path.home().glob(pattern)]
    return None if named or not own else max(own)


def java() -> Path | None:
    """Runs the Nu checker and Elasticsearch."""
    return _program("java")


def maven() -> Path | None:
    """Fetches Elasticsearch."""
    return _program("mvn")


def _program(name: str) -> Path | None:
    found = shutil.which(name)
    return Path(found) if found else None


def missing(wanted: Sequence[str] = USUAL) -> list[str]:
    ways = {"chromium": chromium, "java": java, "maven": maven}
    return [name for name in wanted if not ways[name]()]


def main(wanted: Sequence[str] = USUAL) -> int:
    lacking = missing(wanted)
    if not lacking:
        return 0
    packages = [PACKAGES[name] for name in lacking]
    if os.geteuid() == 0 and shutil.which("apt-get"):
        install(packages)
    lacking = missing(wanted)
    if lacking:
        print(f"The tests need {' and '.join(lacking)}.", file=sys.stderr)
        print(f"On Debian: apt-get install {' '.join(packages)}", file=sys.stderr)
        if "chromium" in lacking:
            print("A browser elsewhere is named by CHROMIUM=/path/to/chromium.", file=sys.stderr)
    return 1 if lacking else 0


def install(packages: list[str]) -> None:
    print(f"Installing {' '.join(packages)} …", flush=True)
    quiet = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    install = ["apt-get", "install", "-qq", "-y", "--no-install-recommends", *packages]
    for command in (["apt-get", "update", "-qq"], install):
        subprocess.run(command, env=quiet, stdout=subprocess.DEVNULL, check=False)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:] or USUAL))

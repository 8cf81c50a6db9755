"""veraPDF for the tests, fetched by Maven: says whether a document is accessible as PDF/UA-1.

It stands under the GPL: run as a program when tests run, never kept in the repository.
"""

import hashlib
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

from tests.services.artefact import ServiceError
from tools.needs import java, maven
from verbund.embedded.locks import exclusive

VERSION = "1.28.2"
ARTEFACT = f"org.verapdf.apps:greenfield-apps:{VERSION}"
SHA256 = "687d4d8bcfec48c9f7e931cf78ed061f1eeccfba55d4cdc000ba9b4d8aa46ce6"
COPY = "org.apache.maven.plugins:maven-dependency-plugin:3.6.1:copy"
MAIN = "org.verapdf.apps.GreenfieldCliWrapper"


def problems_of(document: Path, cache: Path) -> str:
    """What veraPDF finds wrong; empty for a document that passes."""
    program = java()
    if program is None:
        raise ServiceError("Java is missing, it runs veraPDF: apt-get install default-jre-headless")
    command = [str(program), "-cp", str(verapdf_jar(cache)), MAIN]
    done = subprocess.run(
        [*command, "--flavour", "ua1", "--format", "text", "-v", str(document)],
        capture_output=True,
        text=True,
        check=False,
    )
    passed = done.returncode == 0 and done.stdout.startswith("PASS")
    return "" if passed else done.stdout + done.stderr


def verapdf_jar(cache: Path) -> Path:
    """The program, fetched once; a second process waits for the first."""
    jar = cache / f"verapdf-{VERSION}.jar"
    with exclusive(cache / "lock"):
        if not jar.exists():
            _fetch(jar)
    return jar


def _fetch(jar: Path) -> None:
    program = maven()
    if program is None:
        raise ServiceError("Maven is missing, it fetches veraPDF: apt-get install maven")
    print(f"Fetching veraPDF {VERSION} (10 MB, once) …", file=sys.stderr, flush=True)
    folder = Path(tempfile.mkdtemp(prefix="fetch-", dir=jar.parent))
    try:
        _copy(program, folder)
        [fetched] = (folder / "out").glob("*.jar")
        _check(fetched)
        fetched.rename(jar)
    finally:
        shutil.rmtree(folder)


def _copy(program: Path, folder: Path) -> None:
    where = (f"-Dmaven.repo.local={folder / 'm2'}", f"-DoutputDirectory={folder / 'out'}")
    done = subprocess.run(
        [str(program), "-B", "-q", "-C", *where, COPY, f"-Dartifact={ARTEFACT}"],
        cwd=folder,
        capture_output=True,
        text=True,
        check=False,
    )
    if done.returncode:
        raise ServiceError(f"Maven can't fetch {ARTEFACT}:\n{done.stdout}{done.stderr}")


def _check(jar: Path) -> None:
    found = hashlib.sha256(jar.read_bytes()).hexdigest()
    if found != SHA256:
        raise ServiceError(f"{ARTEFACT} is not the one that was tried: its hash is {found}.")

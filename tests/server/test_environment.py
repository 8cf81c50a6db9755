"""The demo's environment: what the environment says wins, what it does not say is made."""

import socket
from pathlib import Path

import pytest

from verbund.server import environment
from verbund.server.environment import SettingError


@pytest.fixture(autouse=True)
def empty_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("DATABASE_URL", "SECRET_KEY", "VERBUND_DEMO", "VERBUND_PORT", "PORT"):
        monkeypatch.delenv(name, raising=False)


def test_uses_the_embedded_database_by_default(tmp_path: Path) -> None:
    found = environment.demo_environment(tmp_path, 8000)

    assert found["DATABASE_URL"].startswith("postgresql://postgres@/verbund?host=")
    assert (found["VERBUND_DEMO"], found["VERBUND_PORT"]) == ("1", "8000")


def test_uses_another_database_if_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DATABASE_URL", "postgresql://db/verbund")

    assert environment.demo_environment(tmp_path, 1)["DATABASE_URL"] == "postgresql://db/verbund"


def test_an_empty_variable_is_no_value(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SECRET_KEY", "")

    assert len(environment.demo_environment(tmp_path, 8000)["SECRET_KEY"]) > 50


def test_keeps_one_secret_that_nobody_else_reads(tmp_path: Path) -> None:
    first = environment.secret_key(tmp_path)

    assert environment.secret_key(tmp_path) == first
    assert (tmp_path / "secret-key").stat().st_mode & 0o777 == 0o600


@pytest.mark.parametrize("text", ["http", "0", "65536", "-1", "80.5"])
def test_refuses_what_is_no_port(text: str) -> None:
    with pytest.raises(SettingError, match=f"PORT={text}, use a number from 1 to 65535"):
        environment.chosen_port({"PORT": text})


def test_port_8000_unless_told() -> None:
    assert environment.chosen_port({}) == 8000
    assert environment.chosen_port({"PORT": "8001"}) == 8001


def test_sees_that_a_port_is_taken() -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        assert not environment.port_is_free(taken.getsockname()[1])

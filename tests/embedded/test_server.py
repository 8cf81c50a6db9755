"""The embedded server starts, is shared, survives and ends as its users expect."""

import os
import signal
import subprocess
import sys
from pathlib import Path

import psycopg
import pytest

from verbund.embedded import PostgresServer, ServerError

from .conftest import alive, postmaster_pid, value


def test_starts_serves_and_stops(server: PostgresServer) -> None:
    assert server.start() is True
    assert server.is_running()
    assert value(server, "SELECT 1") == 1

    assert server.stop() is True

    assert not server.is_running()


def test_keeps_its_data_from_one_start_to_the_next(server: PostgresServer) -> None:
    server.start()
    server.create_database("verbund")
    created = server.created()
    server.stop()

    server.start()

    assert server.create_database("verbund") is False
    assert server.created() == created


def test_listens_on_no_port_and_its_socket_is_closed_to_others(server: PostgresServer) -> None:
    server.start()

    assert value(server, "SELECT current_setting('listen_addresses')") == ""
    assert value(server, "SELECT current_setting('unix_socket_permissions')") == "0700"
    assert server.places.run.stat().st_mode & 0o077 == 0


def test_has_the_extensions_locale_and_limits_that_we_need(server: PostgresServer) -> None:
    server.start()
    server.create_database("verbund")

    with psycopg.connect(server.url("verbund")) as connection:
        connection.execute("CREATE EXTENSION pg_trgm")
        connection.execute("CREATE EXTENSION unaccent")
        assert connection.execute("SELECT unaccent('Çağrı')").fetchone() == ("Cagri",)
        assert connection.execute("SELECT upper('über')").fetchone() == ("ÜBER",)
        assert connection.execute("SHOW timezone").fetchone() == ("UTC",)
        assert connection.execute("SHOW max_locks_per_transaction").fetchone() == ("1024",)


def test_drops_a_database_that_is_in_use(server: PostgresServer) -> None:
    server.start()
    server.create_database("verbund")

    with psycopg.connect(server.url("verbund")):
        server.drop_database("verbund")

    assert server.create_database("verbund") is True


@pytest.mark.parametrize("name", ["", "Verbund", "a; DROP", 'a"b', "1a", "a" * 64])
def test_refuses_a_name_that_is_no_database_name(server: PostgresServer, name: str) -> None:
    with pytest.raises(ServerError, match="is no database name"):
        server.create_database(name)


def test_starts_again_after_a_kill(server: PostgresServer) -> None:
    server.start()
    server.create_database("verbund")
    os.kill(postmaster_pid(server), signal.SIGKILL)
    server.stop()

    assert server.start() is True

    assert server.create_database("verbund") is False


def test_starts_afresh_after_half_an_initdb(server: PostgresServer) -> None:
    half = server.base / f"{server.places.data.name}.new"
    half.mkdir(parents=True)
    (half / "PG_VERSION").write_text("18\n")

    assert server.start() is True

    assert not half.exists()


def test_refuses_data_of_another_major_version(server: PostgresServer) -> None:
    server.start()
    server.stop()
    (server.places.data / "PG_VERSION").write_text("15\n")

    with pytest.raises(ServerError, match="made by PostgreSQL 15, this is 18"):
        server.start()


def test_shows_the_log_when_the_server_does_not_start(server: PostgresServer) -> None:
    server.start()
    server.stop()
    (server.places.data / "postgresql.conf").write_text("no_such_setting = 1\n")

    with pytest.raises(ServerError, match="no_such_setting"):
        server.start()


def test_the_last_user_stops_it(server: PostgresServer) -> None:
    second = PostgresServer(server.base, fast=True)
    server.start()
    assert second.start() is False

    assert server.stop() is False
    assert second.is_running()

    assert second.stop() is True
    assert not second.is_running()


def test_stopping_without_using_it_changes_nothing(server: PostgresServer) -> None:
    server.start()

    assert PostgresServer(server.base, fast=True).stop() is False

    assert server.is_running()


def test_a_user_that_was_killed_counts_no_more(server: PostgresServer) -> None:
    code = "import sys,time,pathlib; from verbund.embedded import PostgresServer as P\n"
    code += "P(pathlib.Path(sys.argv[1]), fast=True).start(); print('up', flush=True)\n"
    code += "time.sleep(60)"
    command = [sys.executable, "-c", code, str(server.base)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as other:
        assert other.stdout is not None
        assert other.stdout.readline() == "up\n"
        pid = postmaster_pid(server)
        other.kill()
        other.wait()

    assert server.start() is False
    assert server.stop() is True

    assert not alive(pid)


def test_processes_that_start_it_at_once_get_one_server(server: PostgresServer) -> None:
    code = "import sys,pathlib; from verbund.embedded import PostgresServer as P\n"
    code += "s = P(pathlib.Path(sys.argv[1]), fast=True); print(s.start()); sys.stdin.read()"
    command = [sys.executable, "-c", code, str(server.base)]
    pipes = {"stdin": subprocess.PIPE, "stdout": subprocess.PIPE, "text": True}
    others = [subprocess.Popen(command, **pipes) for _ in range(3)]  # type: ignore[call-overload]  # a dict

    answers = sorted(other.communicate()[0] for other in others)

    assert answers == ["False\n", "False\n", "True\n"]
    assert server.start() is False


def test_a_path_too_long_for_a_socket_gets_a_short_one(open_folder: Path) -> None:
    server = PostgresServer(open_folder / ("long" * 25) / "postgres", fast=True)

    with server:
        assert len(str(server.places.run)) < 60
        assert value(server, "SELECT 1") == 1

    server.remove()
    assert not server.places.run.exists()


def test_remove_leaves_nothing_behind(server: PostgresServer) -> None:
    server.start()
    places, pid = server.places, postmaster_pid(server)
    server.stop()

    server.remove()

    assert not alive(pid)
    assert not places.home.exists()


def test_is_not_removed_while_others_use_it(server: PostgresServer) -> None:
    server.start()

    with pytest.raises(ServerError, match="Another process uses the server"):
        PostgresServer(server.base).remove()

    assert server.is_running()


def test_removing_what_is_not_there_changes_nothing(server: PostgresServer) -> None:
    server.remove()

    assert not server.base.exists()


def test_the_command_removes_a_server_that_nobody_uses(server: PostgresServer) -> None:
    server.start()
    server.stop()

    subprocess.run([sys.executable, "-m", "verbund.embedded", str(server.base)], check=True)

    assert not server.base.exists()

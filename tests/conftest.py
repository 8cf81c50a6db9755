"""The suite's database and its small cast: two cities and the network's portal.

A template database is built once from the migrations (named by their hash) and copied for each
run and worker. The cities are made by the real onboarding; their content types have other ids
on purpose, so that what leaks shows.
"""

import hashlib
import os
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import psycopg
import pytest
from django.conf import settings
from django.core.cache import caches
from django.db import connections
from django.test import Client

from tests.demo_site import demo_site  # noqa: F401  # a fixture of everybody
from tests.demo_template import SERVER_FOLDER
from tests.world import CITIES, build_world
from verbund.accounts.models import User
from verbund.embedded import PostgresServer
from verbund.settings.database import database_from_url
from verbund.tenancy.connection import connection
from verbund.tenancy.context import tenant_context
from verbund.tenancy.models import Tenant
from verbund.tenancy.registry import registry

# What the template is made by; a change elsewhere needs no new one.
SOURCES = (
    "platform/verbund/*/migrations/*.py",
    "platform/verbund/*/models.py",
    "platform/verbund/accounts/roles*.py",
    "platform/verbund/onboarding/**/*.py",
    "platform/verbund/tenancy/**/*.py",
    "plugins/*/migrations/*.py",
    "plugins/*/onboarding.py",
    "plugins/*/roles.py",
    "plugins/*/domain/beginnings.py",
    "tests/dummy_plugin/**/*.py",
    "tests/world.py",
)
BUILDING = 4711


@pytest.fixture(scope="session")
def test_server() -> Iterator[PostgresServer | None]:
    """The suite's PostgreSQL: the embedded one, or the server of DATABASE_URL."""
    if os.environ.get("DATABASE_URL"):
        yield None
        return
    server = PostgresServer(SERVER_FOLDER / "postgres", fast=True)
    server.start()
    yield server
    server.stop()


@pytest.fixture(scope="session")
def django_db_setup(
    request: pytest.FixtureRequest,
    django_db_blocker: Any,
    test_server: PostgresServer | None,
) -> Iterator[None]:
    """A fresh copy of the template for this worker."""
    worker = getattr(request.config, "workerinput", {}).get("workerid", "main")
    template = f"verbund_template_{_fingerprint()}"
    own = f"verbund_test_{worker}_{os.getpid()}"
    if connection.settings_dict["NAME"] == own:
        yield  # plugins/conftest.py names these fixtures a second time
        return
    if test_server is not None:
        _point_at(test_server.url("postgres"))
    with django_db_blocker.unblock(), _server_connection() as server:
        server.execute("SELECT pg_advisory_lock(%s)", [BUILDING])
        if not _exists(server, template):
            _drop_old_templates(server)
            _build_template(server, template)
        server.execute(f'CREATE DATABASE "{own}" TEMPLATE "{template}" STRATEGY FILE_COPY')
        server.execute("SELECT pg_advisory_unlock(%s)", [BUILDING])
    with django_db_blocker.unblock():
        _use_database(own)
    yield
    with django_db_blocker.unblock():
        connections.close_all()
        connection.close_pool()
        with _server_connection() as server:
            server.execute(f'DROP DATABASE IF EXISTS "{own}" WITH (FORCE)')


@pytest.fixture
def own_database(django_db_setup: None, django_db_blocker: Any) -> Iterator[str]:
    """A copy of the template for this test alone: what it commits goes with the copy.

    For what needs real transactions: schemas, a second process, a second thread. Such a test
    asks for no other fixture that reads the database.
    """
    shared = connection.settings_dict["NAME"]
    name = f"{shared}_own"
    with django_db_blocker.unblock():
        with _server_connection() as server:
            server.execute(f'DROP DATABASE IF EXISTS "{name}" WITH (FORCE)')
            server.execute("SELECT pg_advisory_lock(%s)", [BUILDING])
            template = f"verbund_template_{_fingerprint()}"
            server.execute(f'CREATE DATABASE "{name}" TEMPLATE "{template}" STRATEGY FILE_COPY')
        _use_database(name)
        _start_afresh()
        yield name
        connections.close_all()
        _use_database(shared)
        _start_afresh()
        with _server_connection() as server:
            server.execute(f'DROP DATABASE IF EXISTS "{name}" WITH (FORCE)')


def _start_afresh() -> None:
    registry.expire()
    for cache in caches.all():
        cache.clear()


@pytest.fixture(autouse=True)
def stay_apart(request: pytest.FixtureRequest) -> Iterator[None]:
    """Each test starts and ends in the public schema, with empty caches."""
    if "db" not in request.fixturenames and "transactional_db" not in request.fixturenames:
        yield
        return
    request.getfixturevalue("db")
    connection.set_schema_to_public()
    _start_afresh()
    yield
    left_in = connection.schema_name
    connection.set_schema_to_public()
    registry.expire()
    assert left_in == "public", f"The test ended in the schema {left_in}."


@pytest.fixture
def dortmund(db: None) -> Tenant:
    return Tenant.objects.get(schema_name="dortmund")


@pytest.fixture
def duesseldorf(db: None) -> Tenant:
    return Tenant.objects.get(schema_name="duesseldorf")


@pytest.fixture
def netzwerk(db: None) -> Tenant:
    return Tenant.objects.get(schema_name="netzwerk")


@pytest.fixture
def in_dortmund(dortmund: Tenant) -> Iterator[Tenant]:
    with tenant_context(dortmund):
        yield dortmund


@pytest.fixture
def client_for() -> Callable[..., Client]:
    """A browser at a tenant's host; logged in if a user is given."""

    def make(tenant: Tenant, user: User | None = None, **defaults: Any) -> Client:
        client = Client(SERVER_NAME=tenant.canonical_domain, **defaults)
        if user is not None:
            with tenant_context(tenant):
                client.force_login(user)
        return client

    return make


@pytest.fixture
def staff() -> Callable[[Tenant, str], User]:
    """A tenant's user of a role: staff(dortmund, "Redaktion")."""

    def find(tenant: Tenant, role: str) -> User:
        with tenant_context(tenant):
            return User.objects.get(groups__name=role, email__endswith=".test")

    return find


def _fingerprint() -> str:
    """Changes with every file from which the template is built."""
    # With the plugin of the tests there are more tables than without.
    digest = hashlib.sha256(repr(sorted(settings.TENANT_APPS)).encode())
    root = Path(settings.VERBUND_ROOT)
    for pattern in SOURCES:
        for file in sorted(root.glob(pattern)):
            digest.update(file.read_bytes())
    return digest.hexdigest()[:16]


def _point_at(url: str) -> None:
    wanted = database_from_url(url)
    options = connection.settings_dict["OPTIONS"] | wanted.pop("OPTIONS")
    connection.settings_dict.update(wanted, OPTIONS=options)


def _use_database(name: str) -> None:
    connection.close()
    connection.close_pool()
    connection.settings_dict["NAME"] = name
    connection.set_schema_to_public()
    registry.expire()


def _server_connection() -> psycopg.Connection:
    parameters = connection.settings_dict
    return psycopg.connect(
        dbname="postgres",
        user=parameters["USER"] or None,
        password=parameters["PASSWORD"] or None,
        host=parameters["HOST"] or None,
        port=parameters["PORT"] or None,
        autocommit=True,
    )


def _exists(server: psycopg.Connection, name: str) -> bool:
    return bool(server.execute("SELECT 1 FROM pg_database WHERE datname = %s", [name]).fetchone())


def _drop_old_templates(server: psycopg.Connection) -> None:
    old = "SELECT datname FROM pg_database WHERE datname LIKE 'verbund_template_%'"
    for (name,) in server.execute(old).fetchall():
        server.execute(f'DROP DATABASE "{name}" WITH (FORCE)')


def _build_template(server: psycopg.Connection, template: str) -> None:
    building = f"{template}_building"
    server.execute(f'DROP DATABASE IF EXISTS "{building}" WITH (FORCE)')
    server.execute(f'CREATE DATABASE "{building}"')
    _use_database(building)
    build_world(CITIES)
    connections.close_all()
    connection.close_pool()
    server.execute(f'ALTER DATABASE "{building}" RENAME TO "{template}"')

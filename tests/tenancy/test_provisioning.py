"""A tenant from nothing, and nothing from a tenant that failed."""

import pytest
from django.db import transaction
from django_tenants.utils import schema_exists

from verbund.accounts.models import User
from verbund.tenancy.connection import connection
from verbund.tenancy.context import tenant_context
from verbund.tenancy.domain.blueprint import BlueprintNotEmpty, ensure_blueprint
from verbund.tenancy.domain.migration import fingerprint, recorded_state
from verbund.tenancy.domain.provisioning import ProvisioningFailed, Step, provision
from verbund.tenancy.models import Domain, Tenant
from verbund.tenancy.names import BLUEPRINT_SCHEMA

CONSTRAINTS = """
SELECT relname, conname FROM pg_constraint
JOIN pg_class ON pg_class.oid = conrelid
WHERE connamespace = %s::regnamespace AND contype IN ('u', 'p', 'f', 'c', 'x')
"""


def new_tenant(schema: str = "neustadt") -> Tenant:
    return Tenant(schema_name=schema, name="Neustadt", association="Verband", languages=["de"])


def constraints(schema: str) -> set[tuple[str, str]]:
    with connection.cursor() as cursor:
        cursor.execute(CONSTRAINTS, [schema])
        return set(cursor.fetchall())


def indexes(schema: str) -> set[tuple[str, str]]:
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT tablename, indexname FROM pg_indexes WHERE schemaname = %s", [schema]
        )
        return set(cursor.fetchall())


def test_the_domain_comes_last(own_database: str) -> None:
    steps: list[str] = []
    domains_seen: list[int] = []
    look = Step("look", lambda tenant: domains_seen.append(tenant.domains.count()))

    tenant = provision(new_tenant(), ["neustadt.test", "alt.test"], [look], steps.append)

    assert steps == ["schema", "look", "domains"]
    assert domains_seen == [0]
    assert tenant.canonical_domain == "neustadt.test"
    assert recorded_state("neustadt") == fingerprint()
    assert connection.schema_name == "public"


def test_steps_run_inside_the_tenant_and_in_a_transaction(own_database: str) -> None:
    seen: list[tuple[str, bool]] = []

    def look(tenant: Tenant) -> None:
        seen.append((connection.schema_name, connection.in_atomic_block))
        User.objects.create_user("erste@neustadt.test")

    tenant = provision(new_tenant(), ["neustadt.test"], [Step("look", look)])

    assert seen == [("neustadt", True)]
    with tenant_context(tenant):
        assert User.objects.count() == 1


@pytest.mark.parametrize("broken", ["step", "domain", "row"])
def test_a_failure_leaves_nothing_and_names_its_step(broken: str, own_database: str) -> None:
    def fail(tenant: Tenant) -> None:
        raise ValueError("no luck")

    steps = [Step("good luck", fail)] if broken == "step" else []
    domains = ["dortmund.test" if broken == "domain" else "neustadt.test"]
    tenant = new_tenant("pg_reserved" if broken == "row" else "neustadt")

    with pytest.raises(ProvisioningFailed, match="Nothing was left behind") as caught:
        provision(tenant, domains, steps)

    assert caught.value.step == {"step": "good luck", "domain": "domains", "row": "row"}[broken]
    assert not Tenant.objects.filter(schema_name="neustadt").exists()
    assert not Domain.objects.filter(domain="neustadt.test").exists()
    assert not schema_exists("neustadt")
    assert Domain.objects.get(domain="dortmund.test").tenant.schema_name == "dortmund"


def test_a_schema_that_exists_is_neither_taken_nor_dropped(own_database: str) -> None:
    with pytest.raises(ProvisioningFailed):
        provision(new_tenant("dortmund"), ["neustadt.test"])

    assert schema_exists("dortmund")
    with tenant_context(Tenant.objects.get(schema_name="dortmund")):
        assert User.objects.count() > 1


def test_a_clone_has_the_names_of_the_blueprints_constraints(own_database: str) -> None:
    """PostgreSQL names unique constraints anew: a later migration would not find them."""
    provision(new_tenant(), ["neustadt.test"])

    assert constraints("neustadt") == constraints(BLUEPRINT_SCHEMA)
    assert indexes("neustadt") == indexes(BLUEPRINT_SCHEMA)


def test_a_blueprint_with_people_is_refused(own_database: str) -> None:
    """Their reset links and sessions would be good in every clone."""
    connection.set_schema(BLUEPRINT_SCHEMA)
    with transaction.atomic():
        User.objects.create_user("niemand@verbund.test")
    connection.set_schema_to_public()

    with pytest.raises(BlueprintNotEmpty, match="accounts_user"):
        ensure_blueprint()
    with pytest.raises(ProvisioningFailed, match="accounts_user"):
        provision(new_tenant(), ["neustadt.test"])
    assert not schema_exists("neustadt")


@pytest.mark.slow
def test_a_clone_equals_a_tenant_by_migrations_and_is_far_quicker(own_database: str) -> None:
    import time

    from verbund.tenancy.domain.schemas import clone_schema, create_schema, migrate_schema

    started = time.monotonic()
    clone_schema(ensure_blueprint(), "geklont")
    cloned = time.monotonic() - started
    started = time.monotonic()
    create_schema("gewachsen")
    migrate_schema("gewachsen")
    migrated = time.monotonic() - started

    assert constraints("geklont") == constraints("gewachsen")
    assert indexes("geklont") == indexes("gewachsen")
    assert cloned * 2 < migrated

"""`/-/ready` says what a site lacks."""

from collections.abc import Callable

from django.test import Client

from verbund.tenancy.domain.migration import record_state
from verbund.tenancy.models import SchemaState, Tenant

Clients = Callable[..., Client]


def test_a_site_that_can_work_says_so(dortmund: Tenant, client_for: Clients) -> None:
    response = client_for(dortmund).get("/-/ready")

    assert response.status_code == 200
    assert response.json() == {
        "status": "ok",
        "database": True,
        "migrations": True,
        "search": True,
    }


def test_migrations_that_are_missing_are_named(
    dortmund: Tenant, duesseldorf: Tenant, client_for: Clients
) -> None:
    record_state("dortmund", "an older state")

    behind, fine = (client_for(tenant).get("/-/ready") for tenant in (dortmund, duesseldorf))

    assert (behind.status_code, behind.json()["migrations"]) == (503, False)
    assert fine.status_code == 200


def test_a_schema_that_was_never_migrated_is_not_ready(
    dortmund: Tenant, client_for: Clients
) -> None:
    SchemaState.objects.filter(schema_name="dortmund").delete()

    assert client_for(dortmund).get("/-/ready").status_code == 503


def test_no_cache_keeps_the_answer(dortmund: Tenant, client_for: Clients) -> None:
    assert client_for(dortmund).get("/-/ready").headers["Cache-Control"] == "no-store"

"""Entering a tenant: outside transactions, restored whatever happens."""

import pytest
from django.db import ProgrammingError, transaction

from verbund.accounts.models import User
from verbund.pages.models import HomePage
from verbund.plugin import jobs
from verbund.plugin.contributions import Job
from verbund.tenancy.connection import connection
from verbund.tenancy.context import (
    NoTenant,
    SwitchInsideTransaction,
    current_tenant,
    each_tenant,
    tenant_context,
)
from verbund.tenancy.models import Tenant


def test_a_tenant_is_not_entered_inside_a_transaction(dortmund: Tenant) -> None:
    """on_commit would run in another tenant and delete its files. Mend: our tenant_context."""
    with (
        transaction.atomic(),
        pytest.raises(SwitchInsideTransaction, match="Enter dortmund before atomic"),
        tenant_context(dortmund),
    ):
        pass

    assert connection.schema_name == "public"


def test_the_same_tenant_may_be_entered_again_inside_a_transaction(dortmund: Tenant) -> None:
    with tenant_context(dortmund), transaction.atomic(), tenant_context(dortmund):
        assert current_tenant() == dortmund


def test_an_exception_leads_back(dortmund: Tenant, duesseldorf: Tenant) -> None:
    with tenant_context(dortmund):
        with pytest.raises(ZeroDivisionError), tenant_context(duesseldorf):
            1 / 0  # noqa: B018  # raises
        assert connection.schema_name == "dortmund"

    assert connection.schema_name == "public"


def test_without_a_tenant_nobody_pretends_there_is_one(dortmund: Tenant) -> None:
    """schema_context gives a fake without fields. Mend: current_tenant raises."""
    with pytest.raises(NoTenant):
        current_tenant()
    connection.set_schema("dortmund")
    with pytest.raises(NoTenant):
        current_tenant()
    connection.set_schema_to_public()


def test_each_tenant_is_entered_in_turn_and_left(dortmund: Tenant) -> None:
    seen = [(tenant.schema_name, connection.schema_name) for tenant in each_tenant()]

    assert seen == [(name, name) for name in ("dortmund", "duesseldorf", "netzwerk")]
    assert connection.schema_name == "public"


def test_a_missing_schema_raises_instead_of_falling_through(own_database: str) -> None:
    """search_path with a missing schema is no error. Mend: no tenant's table is in public."""
    tenant = Tenant.objects.create(schema_name="halb", name="Halb", association="Halb")

    with tenant_context(tenant), pytest.raises(ProgrammingError, match="accounts_user"):
        User.objects.count()


def test_a_savepoint_that_rolls_back_does_not_change_the_tenant(own_database: str) -> None:
    """TENANT_LIMIT_SET_CALLS remembers the path. Mend: django-tenants ≥ 4, held by this test."""
    dortmund, duesseldorf = (
        Tenant.objects.get(schema_name=name) for name in ("dortmund", "duesseldorf")
    )
    with tenant_context(dortmund), transaction.atomic():
        try:
            with transaction.atomic():
                connection.set_tenant(duesseldorf)
                HomePage.objects.count()
                raise RuntimeError
        except RuntimeError:
            connection.set_tenant(dortmund)
        assert path_of_the_server() == path_of_the_wrapper() == "dortmund"
    with tenant_context(duesseldorf):
        assert path_of_the_server() == "duesseldorf"


def test_a_transaction_that_rolls_back_does_not_change_the_tenant(own_database: str) -> None:
    dortmund, duesseldorf = (
        Tenant.objects.get(schema_name=name) for name in ("dortmund", "duesseldorf")
    )
    for tenant in (dortmund, duesseldorf, dortmund):
        with tenant_context(tenant):
            with pytest.raises(RuntimeError):
                roll_back()
            assert path_of_the_server() == tenant.schema_name


def roll_back() -> None:
    with transaction.atomic():
        HomePage.objects.count()
        raise RuntimeError


def path_of_the_wrapper() -> str:
    return connection.schema_name


def path_of_the_server() -> str:
    with connection.cursor() as cursor:
        cursor.execute("SELECT current_schema()")
        return str(cursor.fetchone()[0])


@pytest.fixture
def failing_job(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """A scheduled job that fails in Dortmund and notes where it ran."""
    seen: list[str] = []

    def run() -> None:
        seen.append(connection.schema_name)
        if connection.schema_name == "dortmund":
            raise ValueError("Dortmund is broken")

    from django.apps import apps

    owner = apps.get_app_config("pages")
    monkeypatch.setattr(jobs, "find_job", lambda name: (owner, Job("try", run)))
    return seen


def test_a_job_that_fails_in_one_tenant_runs_in_the_others(
    dortmund: Tenant, failing_job: list[str]
) -> None:
    """Mend: run_everywhere catches, names and goes on."""
    failed = jobs.run_everywhere("pages.try")

    assert failing_job == ["dortmund", "duesseldorf", "netzwerk"]
    assert failed == ["dortmund"]
    assert connection.schema_name == "public"


def test_a_job_that_fails_leaves_no_tenant_behind(dortmund: Tenant, failing_job: list[str]) -> None:
    """The next job would work for the wrong city. Mend: tenant_context around each run."""
    with pytest.raises(ValueError, match="Dortmund is broken"):
        jobs.run_job(str(dortmund.uuid), "pages.try", {})

    assert connection.schema_name == "public"

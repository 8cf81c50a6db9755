"""What happens to a site after its first day: each act has its effect, its log, its way back."""

from collections.abc import Callable
from typing import Any
from uuid import UUID

import pytest
from django.core.exceptions import ValidationError
from django.test import Client

from verbund.search.portal import latest
from verbund.tenancy.domain import life
from verbund.tenancy.domain.acts import acts_of
from verbund.tenancy.domain.queries import archive_years
from verbund.tenancy.enums import TenantKind
from verbund.tenancy.models import OperatorAct, Tenant

MARIA = UUID("11111111-1111-4111-8111-111111111111")
Clients = Callable[..., Client]


def home(tenant: Tenant, client_for: Clients, user: Any = None) -> Any:
    return client_for(tenant, user).get("/")


def test_an_act_is_logged_with_who_what_before_and_after(dortmund: Tenant) -> None:
    life.suspend(dortmund, "Wir ziehen um.", by=MARIA)

    act = acts_of(dortmund).get()
    assert (act.action, act.by, act.site) == ("suspend", MARIA, "Dortmund")
    assert act.before == {"status": "ready", "status_note": ""}
    assert act.after == {"status": "suspended", "status_note": "Wir ziehen um."}


def test_a_dry_run_says_the_same_and_writes_nothing(dortmund: Tenant) -> None:
    said = life.suspend(dortmund, dry_run=True)

    dortmund.refresh_from_db()
    assert (bool(said), dortmund.status) == (True, "ready")
    assert not OperatorAct.objects.exists()
    assert life.suspend(dortmund) == said


def test_what_changes_nothing_leaves_no_line(dortmund: Tenant) -> None:
    assert not life.open_site(dortmund)
    assert not OperatorAct.objects.exists()


def test_maintenance_closes_a_site_to_its_staff_too_and_no_other(
    dortmund: Tenant, duesseldorf: Tenant, client_for: Clients, staff: Any
) -> None:
    life.set_maintenance(dortmund, True, "Bis 14 Uhr.")
    admin = client_for(dortmund, staff(dortmund, "Administration"))

    page = home(dortmund, client_for)
    assert (page.status_code, page["Retry-After"]) == (503, "3600")
    assert "Bis 14 Uhr." in page.content.decode()
    assert admin.get("/admin/").status_code == 503
    assert home(duesseldorf, client_for).status_code == 200


def test_maintenance_of_all_and_its_end(
    dortmund: Tenant, netzwerk: Tenant, client_for: Clients
) -> None:
    assert len(life.set_maintenance_for_all(True)) == 3
    assert home(netzwerk, client_for).status_code == 503

    life.set_maintenance_for_all(False)

    assert home(dortmund, client_for).status_code == 200
    assert OperatorAct.objects.count() == 6


@pytest.mark.parametrize("act", ["suspend", "archive", "prepare"])
def test_the_operators_site_is_never_closed(act: str, netzwerk: Tenant) -> None:
    netzwerk.kind = TenantKind.OPERATOR

    with pytest.raises(life.NotForOperators):
        getattr(life, act)(netzwerk)


def test_a_test_site_says_so_on_each_page_and_is_not_indexed(
    dortmund: Tenant, client_for: Clients
) -> None:
    assert "Diese Seite ist ein Test." not in home(dortmund, client_for).content.decode()

    life.mark_as_test(dortmund, True)

    page = home(dortmund, client_for).content.decode()
    assert "Diese Seite ist ein Test." in page
    assert 'name="robots" content="noindex"' in page
    assert "Disallow: /\n" in client_for(dortmund).get("/robots.txt").content.decode() + "\n"


def test_a_name_changes_and_the_schema_does_not(dortmund: Tenant, client_for: Clients) -> None:
    life.rename(dortmund, " Dortmund und Lünen ")

    dortmund.refresh_from_db()
    assert (dortmund.name, dortmund.schema_name) == ("Dortmund und Lünen", "dortmund")
    assert dortmund.association == "Verband Dortmund"


@pytest.mark.parametrize("name", ["", " ", "D" * 101])
def test_an_impossible_name_is_refused(name: str, dortmund: Tenant) -> None:
    with pytest.raises(ValidationError):
        life.rename(dortmund, name)

    assert not OperatorAct.objects.exists()


def test_an_archived_site_is_read_by_its_staff_and_written_by_nobody(
    dortmund: Tenant, client_for: Clients, staff: Any
) -> None:
    life.archive(dortmund)
    admin = client_for(dortmund, staff(dortmund, "Administration"))

    assert admin.get("/admin/").status_code == 200
    assert admin.post("/admin/pages/3/edit/").status_code == 403
    assert admin.post("/anmeldung/abmelden/").status_code == 302


def test_an_archived_site_has_its_years_and_nothing_new(
    dortmund: Tenant, duesseldorf: Tenant
) -> None:
    assert archive_years(dortmund) == ""

    life.archive(dortmund)

    assert archive_years(dortmund) == f"2020–{dortmund.archived_on:%Y}"
    assert {teaser["source"] for teaser in latest([dortmund, duesseldorf], 50)} <= {duesseldorf}
    life.open_site(dortmund)
    assert (archive_years(dortmund), dortmund.archived_on) == ("", None)

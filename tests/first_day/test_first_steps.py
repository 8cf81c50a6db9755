"""The list, what holds the opening back, the profile, the link that shows a draft."""

import re
from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest
from django.test import Client
from django.utils import timezone
from wagtail.models import ModelLogEntry

from verbund.accounts.journal_actions import Act
from verbund.accounts.models import User
from verbund.first_day.domain.opening import NotYet, blocking, checklist, go_live
from verbund.first_day.domain.profile import missing_facts
from verbund.pages.models import LegalPage
from verbund.tenancy.context import tenant_context
from verbund.tenancy.domain import life
from verbund.tenancy.models import OperatorAct, Tenant
from verbund.tenancy.preview import LASTS

Clients = Callable[..., Client]
Staff = Callable[[Tenant, str], User]
LIST = "/admin/erste-schritte/"


@pytest.fixture
def draft(dortmund: Tenant) -> Tenant:
    life.prepare(dortmund)
    register = {"register_court": "Amtsgericht", "register_number": "VR 1"}
    Tenant.objects.filter(pk=dortmund.pk).update(legal={**dortmund.legal, **register})
    dortmund.refresh_from_db()
    return dortmund


@pytest.fixture
def admin(draft: Tenant, client_for: Clients, staff: Staff) -> Client:
    return client_for(draft, staff(draft, "Administration"))


def open_points(tenant: Tenant) -> list[str]:
    with tenant_context(tenant):
        return [one.step.name for one in checklist() if not one.done]


def test_the_list_says_what_is_open_with_why_and_where(admin: Client, draft: Tenant) -> None:
    page = admin.get(LIST).content.decode()

    assert open_points(draft) == ["home", "news", "second_factor"]
    assert "Die Startseite ist Ihre" in page
    assert "Ein Passwort allein wird" in page
    assert 'href="/anmeldung/sicherheit/"' in page


def test_the_dashboard_counts_until_the_site_is_open(admin: Client, draft: Tenant) -> None:
    assert "Erste Schritte: 4 von 7 erledigt." in admin.get("/admin/").content.decode()

    life.open_site(draft)

    assert "Erste Schritte: " not in admin.get("/admin/").content.decode()


def test_a_complete_site_opens_and_both_logs_say_so(
    admin: Client, draft: Tenant, client_for: Clients
) -> None:
    assert client_for(draft).get("/").status_code == 503

    admin.post(f"{LIST}oeffnen/")

    assert client_for(draft).get("/").status_code == 200
    assert OperatorAct.objects.first().action == "go_live"  # type: ignore[union-attr]  # there is one
    with tenant_context(draft):
        assert ModelLogEntry.objects.filter(action=Act.WENT_LIVE).count() == 1


@pytest.mark.parametrize("missing", ["register_number", "represented_by"])
def test_an_incomplete_profile_holds_it_back(
    admin: Client, draft: Tenant, client_for: Clients, missing: str
) -> None:
    Tenant.objects.filter(pk=draft.pk).update(legal={**draft.legal, missing: ""})

    page = admin.post(f"{LIST}oeffnen/", follow=True).content.decode()

    assert "Etwas, das sein muss, fehlt noch." in page
    assert client_for(draft).get("/").status_code == 503


def test_a_legal_page_that_is_not_public_holds_it_back(draft: Tenant, staff: Staff) -> None:
    with tenant_context(draft):
        LegalPage.objects.filter(kind="impressum").update(live=False)
        assert [one.step.name for one in blocking(checklist())] == ["legal_pages"]
        with pytest.raises(NotYet):
            go_live(draft, by=staff(draft, "Administration"))


def test_a_site_that_is_closed_is_not_opened_by_its_own(draft: Tenant, staff: Staff) -> None:
    life.archive(draft)

    with tenant_context(draft), pytest.raises(NotYet):
        go_live(draft, by=staff(draft, "Administration"))


def test_an_association_without_register_lacks_nothing(draft: Tenant) -> None:
    draft.legal = {**draft.legal, "register_number": "", "legal_form": "nicht eingetragener Verein"}

    assert missing_facts(draft) == []


def filled_in(admin: Client) -> dict[str, Any]:
    """The form as it stands there."""
    form = admin.get(f"{LIST}verband/").context["form"]
    return {field.name: field.value() or "" for field in form}


def test_the_profile_is_changed_and_the_impressum_says_it(
    admin: Client, draft: Tenant, duesseldorf: Tenant
) -> None:
    other = dict(duesseldorf.legal)
    data = filled_in(admin)

    answer = admin.post(f"{LIST}verband/", data | {"legal.represented_by": "Ada und Grace"})

    assert answer.status_code == 302
    assert "Ada und Grace" in admin.get("/impressum/").content.decode()
    assert missing_facts(Tenant.objects.get(pk=draft.pk)) == []
    duesseldorf.refresh_from_db()
    assert duesseldorf.legal == other


def test_what_is_wrong_in_the_profile_is_said_at_its_field(admin: Client) -> None:
    data = filled_in(admin)

    page = admin.post(f"{LIST}verband/", data | {"contact.postcode": "4"}).content.decode()

    assert "„4“ ist keine Postleitzahl" in page


def test_only_who_looks_after_the_site_may(
    draft: Tenant, client_for: Clients, staff: Staff
) -> None:
    editor = client_for(draft, staff(draft, "Redaktion"))

    for path in (LIST, f"{LIST}verband/"):
        assert editor.get(path).status_code == 302
    editor.post(f"{LIST}oeffnen/")
    draft.refresh_from_db()
    assert draft.status == "draft"


def preview_path(admin: Client) -> str:
    page = admin.post(f"{LIST}vorschau/").content.decode()
    found = re.search(r'href="https?://[^/]+(/-/vorschau/[^"]+)"', page)
    assert found
    return found[1]


def test_a_link_shows_the_draft_with_a_banner_and_to_no_cache(
    admin: Client, draft: Tenant, client_for: Clients
) -> None:
    friend = client_for(draft)

    assert friend.get(preview_path(admin))["Location"] == "/"

    page = friend.get("/")
    assert page.status_code == 200
    assert "Dieser Auftritt ist in Vorbereitung." in page.content.decode()
    assert page["Cache-Control"] == "private, no-store"
    assert friend.get("/admin/").status_code == 302


def test_the_link_ends(admin: Client, draft: Tenant, client_for: Clients, monkeypatch: Any) -> None:
    path, friend = preview_path(admin), client_for(draft)
    friend.get(path)
    later = timezone.now() + LASTS + timedelta(minutes=1)
    monkeypatch.setattr("time.time", later.timestamp)

    assert friend.get("/").status_code == 503
    assert client_for(draft).get(path).status_code == 404


def test_the_link_of_another_site_shows_nothing(
    admin: Client, duesseldorf: Tenant, client_for: Clients
) -> None:
    life.prepare(duesseldorf)
    stranger = client_for(duesseldorf)

    assert stranger.get(preview_path(admin)).status_code == 404
    assert stranger.get("/").status_code == 503

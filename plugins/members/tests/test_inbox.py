"""The admin's inbox: what waits, deciding it, and the lines of *Zu tun*."""

import pytest
from django.core import mail

from plugins.members.domain import claims, proposals
from plugins.members.domain.inbox import note_bounce, open_problems
from plugins.members.enums import Status
from plugins.members.models import Claim, ErrorReport, MailProblem, Organisation, Proposal
from plugins.members.tests.factories import entry
from plugins.members.tests.test_proposals import ERIKA, sent
from tests.queries import counted_queries
from verbund.accounts.roles_sync import sync_roles
from verbund.tenancy.context import tenant_context

pytestmark = pytest.mark.usefixtures("db")
INBOX = "/admin/members/posteingang/"


@pytest.fixture
def admin(client_for, dortmund, staff):
    with tenant_context(dortmund):
        sync_roles(dortmund)
    return client_for(dortmund, staff(dortmund, "Administration"))


@pytest.fixture
def waiting(dortmund):
    """One of each kind."""
    with tenant_context(dortmund):
        made = entry("Testverein", summary="Alt.", responsibles=[{"email": "a@verein.example"}])
        entry("Bewerberin", status=Status.APPLICANT, shown=False)
        claims.ask_for(
            Claim(organisation=made, name="Carla", email="c@verein.example", role="Vorsitz")
        )
        ErrorReport.objects.create(organisation=made, text="Die Nummer ist falsch.")
        note_bounce("members.asking:1", "a@verein.example", "550 unbekannt")
        return sent(made)


def test_all_that_waits_is_there(admin, waiting):
    page = admin.get(INBOX).content.decode()

    for text in ("Testverein", "Bewerberin", "Carla", "Die Nummer ist falsch.", "550 unbekannt"):
        assert text in page
    start = admin.get("/admin/").content.decode()
    assert "1 Eintrag hat Änderungen zu prüfen" in start
    assert "1 Person möchte einen Eintrag übernehmen" in start
    assert "1 Adresse nimmt keine E-Mail mehr an" in start


def test_nothing_waits(admin):
    assert "Nichts wartet" in admin.get(INBOX).content.decode()


def test_fields_are_taken_over(admin, dortmund, waiting):
    path = f"/admin/members/vorschlag/{waiting.pk}/"
    assert "Neu." in admin.get(path).content.decode()

    data = {"field": ["short_name"], "version": waiting.version, "reason": ""}
    refused = admin.post(path, data)
    assert "Sagen Sie, warum" in refused.content.decode()
    done = admin.post(path, data | {"reason": "Bitte kürzer."})

    assert done.status_code == 302
    with tenant_context(dortmund):
        now = Organisation.objects.get(name="Testverein")
        assert (now.short_name, now.texts.get().summary) == ("TV", "Alt.")
    assert "Bitte kürzer." in mail.outbox[-1].body


def test_all_of_it_is_rejected(admin, dortmund, waiting):
    path = f"/admin/members/vorschlag/{waiting.pk}/"
    data = {"field": ["short_name"], "version": waiting.version, "none": "1", "reason": "Nein."}

    admin.post(path, data)

    with tenant_context(dortmund):
        assert Organisation.objects.get(name="Testverein").short_name == ""


def test_an_older_version_is_not_decided(admin, dortmund, waiting):
    with tenant_context(dortmund):
        proposals.save_changes(waiting.organisation, {"short_name": "Anders"}, ERIKA)

    path = f"/admin/members/vorschlag/{waiting.pk}/"
    answer = admin.post(
        path, {"field": ["short_name"], "version": waiting.version, "reason": "-"}, follow=True
    )

    assert "noch etwas geändert" in answer.content.decode()
    with tenant_context(dortmund):
        assert Proposal.objects.get().decided_at is None


def test_a_claim_is_accepted(admin, dortmund, waiting):
    with tenant_context(dortmund):
        claim = Claim.objects.get()

    admin.post(f"/admin/members/anspruch/{claim.pk}/", {"reason": ""})

    with tenant_context(dortmund):
        assert Organisation.objects.get(name="Testverein").responsibles.count() == 2
    assert mail.outbox[-1].to == ["c@verein.example"]


def test_a_claim_is_refused_with_a_reason(admin, dortmund, waiting):
    with tenant_context(dortmund):
        path = f"/admin/members/anspruch/{Claim.objects.get().pk}/"

    assert "Sagen Sie, warum" in admin.post(path, {"refuse": "1", "reason": ""}).content.decode()
    admin.post(path, {"refuse": "1", "reason": "Bitte rufen Sie an."})

    assert "Bitte rufen Sie an." in mail.outbox[-1].body
    again = admin.get(path, follow=True)
    assert "inzwischen entschieden" in again.content.decode()


def test_errors_and_bounces_are_done(admin, dortmund, waiting):
    with tenant_context(dortmund):
        report, problem = ErrorReport.objects.get(), MailProblem.objects.get()

    admin.post(f"/admin/members/fehler/{report.pk}/erledigt/")
    admin.post(f"/admin/members/zustellung/{problem.pk}/erledigt/")

    with tenant_context(dortmund):
        report.refresh_from_db()
        assert (report.done_at is not None, open_problems().count()) == (True, 0)


def test_a_bounce_is_told_once_and_only_of_our_mails(in_dortmund):
    entry("Testverein", responsibles=[{"email": "a@verein.example"}])

    note_bounce("news.letter:1", "a@verein.example", "550")
    assert MailProblem.objects.count() == 0
    note_bounce("member_area.invitation:1", "A@verein.example", "550")
    note_bounce("members.asking:1", "a@verein.example", "550")

    assert MailProblem.objects.count() == 1


def test_the_other_city_sees_nothing_of_it(client_for, dortmund, duesseldorf, staff, waiting):
    with tenant_context(duesseldorf):
        sync_roles(duesseldorf)
    there = client_for(duesseldorf, staff(duesseldorf, "Administration"))

    assert "Nichts wartet" in there.get(INBOX).content.decode()
    answer = there.get(f"/admin/members/vorschlag/{waiting.pk}/", follow=True)
    assert "inzwischen entschieden" in answer.content.decode()


def test_editors_have_no_inbox(client_for, dortmund, staff, waiting):
    editor = client_for(dortmund, staff(dortmund, "Redaktion"))

    # Wagtail leads from what somebody may not see to the start.
    assert editor.get(INBOX).status_code == 302
    assert "Änderungen zu prüfen" not in editor.get("/admin/").content.decode()


def test_queries(admin, waiting):
    admin.get(INBOX)

    with counted_queries() as queries:
        admin.get(INBOX)

    assert len(queries) == 17, queries

"""One address: all that this site holds of it, and nothing of another; erased, with what stays."""

import io
import json
import zipfile
from collections.abc import Callable
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from django.core.mail import EmailMessage
from django.core.management import call_command
from django.core.management.base import CommandError
from django.test import Client
from django.utils import timezone
from wagtail.models import ModelLogEntry

from tests.isolation.helpers import page_in
from tests.member_area.helpers import member_client, member_in
from verbund.accounts.journal import record
from verbund.accounts.journal_actions import Act
from verbund.accounts.models import User
from verbund.mailing.domain.delivery import keep
from verbund.mailing.models import OutgoingMail
from verbund.member_area.models import MemberAccount
from verbund.pages.models import StandardPage
from verbund.plugin.contributions import Retention
from verbund.privacy.domain.erasing import erase, preview
from verbund.privacy.domain.handing_out import collect
from verbund.privacy.domain.keeping import forget, overdue, rules
from verbund.tenancy.context import tenant_context
from verbund.tenancy.models import Tenant

EMAIL = "erika@verein.example"
Clients = Callable[..., Client]
Staff = Callable[[Tenant, str], User]


@pytest.fixture
def known(dortmund: Tenant, duesseldorf: Tenant, staff: Staff) -> Tenant:
    """Erika works in both cities, acts for a member, and stands in a text."""
    for tenant in (dortmund, duesseldorf):
        staff(tenant, "Administration")
        member_client(tenant, member_in(tenant, EMAIL, f"Erika in {tenant.name}"))
        page_in(tenant, f"Kontakt in {tenant.name}", search_description=f"Schreiben Sie an {EMAIL}")
        with tenant_context(tenant):
            user = User.objects.create_user(EMAIL, first_name="Erika", last_name="Muster")
            record(Act.LOGGED_IN, user, user=user)
            keep(EmailMessage("Geheime Post", f"Aus {tenant.name}", to=[EMAIL]))
    return dortmund


def test_everything_of_this_city_and_nothing_of_the_other(known: Tenant) -> None:
    with tenant_context(known):
        text = json.dumps(
            [[str(one.title), one.data] for part in collect(EMAIL) for one in part.records],
            default=str,
            ensure_ascii=False,
        )

    for word in ("Erika Muster", "Erika in Dortmund", "Geheime Post", "Kontakt in Dortmund"):
        assert word in text
    assert "Düsseldorf" not in text


def test_an_admin_gets_a_file_that_people_and_programs_read(
    known: Tenant, client_for: Clients, staff: Staff
) -> None:
    admin = client_for(known, staff(known, "Administration"))

    response = admin.post("/admin/datenschutz/auskunft/", {"email": "ERIKA@verein.example"})

    packed = zipfile.ZipFile(io.BytesIO(response.content))
    data = json.loads(packed.read("daten.json"))
    page = packed.read("lesen.html").decode()
    assert set(data["data"]) == {"accounts", "member_area", "mailing", "pages"}
    assert "Auskunft für erika@verein.example" in page
    assert "Erika Muster" in page
    assert "no-store" in response["Cache-Control"]
    with tenant_context(known):
        entry = ModelLogEntry.objects.get(action=Act.EXPORTED)
        assert EMAIL not in json.dumps(entry.data) + entry.label


def test_erasing_shows_first_and_goes_when_it_is_ticked(
    known: Tenant, duesseldorf: Tenant, client_for: Clients, staff: Staff
) -> None:
    admin = client_for(known, staff(known, "Administration"))

    shown = admin.post("/admin/datenschutz/loeschen/", {"email": EMAIL})
    unticked = admin.post("/admin/datenschutz/loeschen/", {"email": EMAIL, "sure": ""})
    with tenant_context(known):
        assert User.objects.filter(email=EMAIL).exists()
    done = admin.post("/admin/datenschutz/loeschen/", {"email": EMAIL, "sure": "on"})

    assert "Was sie geschrieben hat" in shown.content.decode()
    assert unticked.status_code == 200
    assert done.status_code == 302
    with tenant_context(known):
        assert not User.objects.filter(email=EMAIL).exists()
        assert not MemberAccount.objects.filter(email=EMAIL).exists()
        assert not OutgoingMail.objects.exists()
        lines = ModelLogEntry.objects.values_list("label", "data")
        assert EMAIL not in str(list(lines))
        assert "Erika" not in str(list(lines))
        assert [part.source.name for part in collect(EMAIL)] == ["pages"]
    with tenant_context(duesseldorf):
        assert User.objects.filter(email=EMAIL).exists()
        assert MemberAccount.objects.filter(email=EMAIL).exists()


def test_what_she_wrote_stays_as_nobodys(known: Tenant) -> None:
    with tenant_context(known):
        user = User.objects.get(email=EMAIL)
        StandardPage.objects.filter(slug="gleich").update(owner=user)

        erase(EMAIL)

        page = StandardPage.objects.get(slug="gleich")
        assert page.owner == user
        assert "erika" not in str(page.owner).lower()
        assert not page.owner.is_active


def test_the_last_admin_is_not_erased(dortmund: Tenant, duesseldorf: Tenant, staff: Staff) -> None:
    admin = staff(dortmund, "Administration")
    with tenant_context(dortmund):
        User.objects.exclude(pk=admin.pk).update(is_active=False)
        [answer] = erase(admin.email)

        assert answer.erasure.gone == ()
        assert "letzte Konto" in str(answer.erasure.kept[0].reason)
        assert User.objects.filter(email=admin.email).exists()


def test_a_preview_writes_nothing_and_says_the_same(known: Tenant) -> None:
    with tenant_context(known):
        before = [answer.erasure for answer in preview(EMAIL)]
        assert User.objects.filter(email=EMAIL).exists()

        assert [answer.erasure for answer in erase(EMAIL)] == before


@pytest.mark.parametrize("role", ["Redaktion", "Autor:in"])
@pytest.mark.parametrize("path", ["", "auskunft/", "loeschen/"])
def test_only_who_looks_after_the_site_may(
    known: Tenant, client_for: Clients, staff: Staff, role: str, path: str
) -> None:
    client = client_for(known, staff(known, role))

    response = client.post(f"/admin/datenschutz/{path}", {"email": EMAIL, "sure": "on"})

    assert response.status_code in {302, 403, 405}
    with tenant_context(known):
        assert User.objects.filter(email=EMAIL).exists()


def test_an_unknown_address_is_told_at_its_field(
    known: Tenant, client_for: Clients, staff: Staff
) -> None:
    admin = client_for(known, staff(known, "Administration"))

    html = admin.post("/admin/datenschutz/auskunft/", {"email": "wer@x.example"}).content.decode()

    assert "ist hier nichts gespeichert" in html
    assert 'value="wer@x.example"' in html


def test_what_is_over_its_time_is_shown_and_then_goes(known: Tenant, duesseldorf: Tenant) -> None:
    old = timezone.now() - timedelta(days=400)
    for tenant in (known, duesseldorf):
        with tenant_context(tenant):
            ModelLogEntry.objects.update(timestamp=old)
            MemberAccount.objects.update(created=old, last_login=None)
    with tenant_context(known):
        counts = {one.rule.name: one.count for one in overdue()}
        assert counts["journal"] > 0
        assert counts["unused_members"] == 1

        forget()

        assert all(one.count == 0 for one in overdue())
    with tenant_context(duesseldorf):
        assert MemberAccount.objects.exists()


def test_the_commands_show_before_they_write(
    known: Tenant, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    target = tmp_path / "erika.zip"
    for options in (["--dry-run"], []):
        call_command("privacy", "export", EMAIL, "--tenant=dortmund", f"--to={target}", *options)
        assert target.exists() is (not options)
    call_command("privacy", "erase", EMAIL, "--tenant=dortmund", "--dry-run")
    with tenant_context(known):
        assert User.objects.filter(email=EMAIL).exists()
    call_command("privacy", "erase", EMAIL, "--tenant=dortmund")
    call_command("privacy", "retention", "--tenant=dortmund", "--dry-run")

    said: Any = capsys.readouterr().out
    assert "would erase" in said
    assert "journal: 0 over" in said
    with tenant_context(known):
        assert not User.objects.filter(email=EMAIL).exists()
    with pytest.raises(CommandError, match="There are: dortmund, duesseldorf"):
        call_command("privacy", "erase", EMAIL, "--tenant=nirgends")


def test_a_longer_address_is_another_person(dortmund: Tenant) -> None:
    with tenant_context(dortmund):
        for number, email in enumerate((f"h{EMAIL}", f"{EMAIL}.org", f"Frau <{EMAIL}>")):
            keep(EmailMessage(f"Post {number}", "Geheim", to=[email]))
    page_in(dortmund, "Nur andere", search_description=f"h{EMAIL} und {EMAIL}.org")

    with tenant_context(dortmund):
        held = [one.data for part in collect(EMAIL) for one in part.records]
        erase(EMAIL)
        left = sorted(OutgoingMail.objects.values_list("subject", flat=True))

    assert [data["Betreff"] for data in held] == ["Post 2"]
    assert left == ["Post 0", "Post 1"]


def test_a_page_that_ends_a_sentence_with_the_address_is_found(dortmund: Tenant) -> None:
    page_in(dortmund, "Kontakt", search_description=f"Schreiben Sie an {EMAIL.upper()}.")

    with tenant_context(dortmund):
        assert [part.source.name for part in collect(EMAIL)] == ["pages"]


def test_a_rule_that_fails_stops_no_other(
    known: Tenant, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    def fail() -> int:
        raise LookupError

    broken = Retention("broken", "Kaputt", 1, "", lambda: 0, fail, order=0)
    found = rules()
    monkeypatch.setattr("verbund.privacy.domain.keeping.rules", lambda: [broken, *found])

    with tenant_context(known):
        dropped = forget()

    assert "broken" in caplog.text
    assert set(dropped) == {rule.name for rule in found}

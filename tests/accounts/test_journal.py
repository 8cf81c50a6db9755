"""*Protokoll*: who did what, for the admins of one city, for a set time."""

from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest
from django.contrib.auth.models import Group
from django.core.exceptions import ValidationError
from django.test import Client
from django.urls import reverse
from django.utils import timezone
from wagtail.models import ModelLogEntry, PageLogEntry

from tests.adminsite.helpers import draft, menu_names
from tests.queries import counted_queries
from verbund.accounts.domain.people import active_admins
from verbund.accounts.journal import drop_outdated, forget_person, record
from verbund.accounts.journal_actions import Act
from verbund.accounts.models import User
from verbund.accounts.settings import SecuritySettings
from verbund.plugin.jobs import run_job
from verbund.tenancy.context import tenant_context
from verbund.tenancy.domain.plugins import set_plugin
from verbund.tenancy.models import Tenant

Clients = Callable[..., Client]
Staff = Callable[[Tenant, str], User]
JOURNAL = "/admin/journal/"


@pytest.fixture
def admin(dortmund: Tenant, client_for: Clients, staff: Staff) -> Client:
    return client_for(dortmund, staff(dortmund, "Administration"))


def lines(tenant: Tenant, action: str) -> list[ModelLogEntry]:
    with tenant_context(tenant):
        return list(ModelLogEntry.objects.filter(action=action).select_related("user"))


def test_a_login_is_written_down(dortmund: Tenant, client_for: Clients, staff: Staff) -> None:
    editor = staff(dortmund, "Redaktion")

    client_for(dortmund, editor)

    [line] = lines(dortmund, Act.LOGGED_IN)
    assert line.user == editor
    assert line.label == str(editor)


def test_changed_roles_are_written_down_with_who_changed_them(
    admin: Client, dortmund: Tenant, staff: Staff
) -> None:
    author = staff(dortmund, "Autor:in")
    with tenant_context(dortmund):
        editors = Group.objects.get(name="Redaktion")

    admin.post(reverse("wagtailusers_users:edit", args=[author.pk]), edited(author, editors))

    [line] = lines(dortmund, Act.ROLES_CHANGED)
    assert line.user == staff(dortmund, "Administration")
    assert line.data == {"old": ["Autor:in"], "new": ["Redaktion"]}
    assert line.object_id == str(author.pk)
    shown = admin.get(JOURNAL).content.decode()
    assert "Rollen geändert von Autor:in zu Redaktion" in shown


def test_a_closed_account_is_written_down(admin: Client, dortmund: Tenant, staff: Staff) -> None:
    author = staff(dortmund, "Autor:in")
    with tenant_context(dortmund):
        authors = Group.objects.get(name="Autor:in")

    admin.post(
        reverse("wagtailusers_users:edit", args=[author.pk]),
        edited(author, authors, is_active=""),
    )

    assert len(lines(dortmund, Act.ACCOUNT_CLOSED)) == 1
    assert lines(dortmund, Act.ROLES_CHANGED) == []


def test_switching_a_plugin_and_its_settings_are_written_down(
    admin: Client, dortmund: Tenant
) -> None:
    set_plugin(dortmund, "dummy", enabled=False)
    values = {"per_page": "7", "greeting": "Moin", "colour": "red", "words": "", "share": "1"}

    admin.post("/admin/extensions/dummy/switch/", {"state": "on"})
    admin.post("/admin/extensions/dummy/", values)
    admin.post("/admin/extensions/dummy/", values)
    admin.post("/admin/extensions/dummy/switch/", {"state": "off"})

    [switched_on] = lines(dortmund, Act.PLUGIN_ON)
    assert switched_on.data == {"plugin": "dummy"}
    assert len(lines(dortmund, Act.PLUGIN_OFF)) == 1
    [changed] = lines(dortmund, Act.SETTINGS_CHANGED)  # the second time nothing changed
    assert "Moin" not in str(changed.data)


def test_the_report_shows_what_was_published_in_german(
    admin: Client, dortmund: Tenant, staff: Staff
) -> None:
    editor = staff(dortmund, "Redaktion")
    with tenant_context(dortmund):
        page = draft("Sommerfest", editor)
        page.get_latest_revision().publish(user=editor)

    shown = admin.get(JOURNAL).content.decode()

    assert "Protokoll" in shown
    assert "Sommerfest" in shown
    assert "Erschienen" in shown
    assert "Hat sich angemeldet" in shown


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("kind=content", {"Sommerfest"}),
        ("kind=login", {"Hat sich angemeldet"}),
        ("timestamp_to=2001-01-01", {"In dieser Zeit wurde hier nichts getan."}),
    ],
)
def test_the_report_is_filtered(
    query: str, found: set[str], admin: Client, dortmund: Tenant, staff: Staff
) -> None:
    with tenant_context(dortmund):
        draft("Sommerfest", staff(dortmund, "Redaktion")).get_latest_revision().publish()

    shown = admin.get(f"{JOURNAL}results/?{query}").content.decode()

    words = ("Sommerfest", "Hat sich angemeldet", "In dieser Zeit wurde hier nichts getan.")
    assert {word for word in words if word in shown} == found


def test_the_report_is_filtered_by_person(
    admin: Client, dortmund: Tenant, client_for: Clients, staff: Staff
) -> None:
    editor = staff(dortmund, "Redaktion")
    client_for(dortmund, editor)

    shown = admin.get(f"{JOURNAL}results/?user={editor.pk}").content.decode()

    assert "Editor Dortmund" in shown
    assert "Admin Dortmund" not in shown


def test_another_city_sees_nothing_of_it(
    dortmund: Tenant, duesseldorf: Tenant, client_for: Clients, staff: Staff
) -> None:
    client_for(dortmund, staff(dortmund, "Redaktion"))
    there = client_for(duesseldorf, staff(duesseldorf, "Administration"))

    shown = there.get(JOURNAL).content.decode()

    assert "Admin Düsseldorf" in shown
    assert "Dortmund" not in shown


@pytest.mark.parametrize("role", ["Redaktion", "Autor:in"])
@pytest.mark.parametrize("path", [JOURNAL, f"{JOURNAL}results/"])
def test_others_have_no_log(
    path: str, role: str, dortmund: Tenant, client_for: Clients, staff: Staff
) -> None:
    client = client_for(dortmund, staff(dortmund, role))

    assert client.get(path).status_code == 302
    assert "journal" not in menu_names(client)


def test_admins_find_the_log_in_the_menu(admin: Client) -> None:
    names = menu_names(admin)

    assert "journal" in names
    assert "site-history" not in names


@pytest.mark.parametrize("count", [1, 3])
def test_the_report_costs_the_same_queries_whatever_its_length(
    count: int, admin: Client, dortmund: Tenant, staff: Staff
) -> None:
    editor = staff(dortmund, "Redaktion")
    with tenant_context(dortmund):
        for number in range(count):
            draft(f"Seite {number}", editor).get_latest_revision().publish(user=editor)
            record(Act.PLUGIN_ON, title="Aktuelles", user=editor)
    admin.get(JOURNAL)

    with counted_queries() as queries:
        admin.get(JOURNAL)

    assert len(queries) == 30, queries


def test_a_change_of_safety_is_among_the_settings(admin: Client, dortmund: Tenant) -> None:
    with tenant_context(dortmund):
        setting = SecuritySettings.load()
    address = reverse("wagtailsettings:edit", args=["accounts", "securitysettings", setting.pk])

    admin.post(address, {})

    assert "Sicherheit" in admin.get(f"{JOURNAL}results/?kind=site").content.decode()
    assert "Sicherheit" not in admin.get(f"{JOURNAL}results/?kind=content").content.decode()


def test_an_action_must_be_known(in_dortmund: Tenant) -> None:
    with pytest.raises(ValidationError, match=r"verbund\.unheard"):
        record("verbund.unheard")


def test_every_action_has_words_and_a_kind(in_dortmund: Tenant, staff: Staff) -> None:
    from verbund.accounts.journal_actions import KINDS

    for act in Act:
        record(act)
        [line] = ModelLogEntry.objects.filter(action=act)
        found = [
            kind.name for kind in KINDS if ModelLogEntry.objects.filter(kind.which, pk=line.pk)
        ]
        assert "%" not in line.message
        assert line.message
        assert len(found) == 1, act


def test_lines_go_after_their_time(dortmund: Tenant, staff: Staff, settings: Any) -> None:
    settings.VERBUND_JOURNAL_DAYS = 30
    with tenant_context(dortmund):
        page = draft("Alt", staff(dortmund, "Redaktion"))
        record(Act.PLUGIN_ON, title="Aktuelles")
        old = timezone.now() - timedelta(days=31)
        PageLogEntry.objects.filter(page=page).update(timestamp=old)
        ModelLogEntry.objects.filter(action=Act.PLUGIN_ON).update(timestamp=old)
        record(Act.PLUGIN_OFF, title="Aktuelles")

    run_job(str(dortmund.uuid), "privacy.forget", {})

    with tenant_context(dortmund):
        assert not PageLogEntry.objects.filter(page=page).exists()
        assert not ModelLogEntry.objects.filter(action=Act.PLUGIN_ON).exists()
        assert ModelLogEntry.objects.filter(action=Act.PLUGIN_OFF).exists()
        assert drop_outdated() == 0


def test_a_person_is_forgotten_and_what_she_did_stays(
    dortmund: Tenant, duesseldorf: Tenant, staff: Staff
) -> None:
    author = staff(dortmund, "Autor:in")
    with tenant_context(duesseldorf):
        record(Act.INVITED, title=author.email, role="Redaktion")
    with tenant_context(dortmund):
        record(Act.ROLES_CHANGED, author, old=["Autor:in"], new=["Redaktion"])
        record(Act.INVITED, title=author.email, role="Autor:in")
        record(Act.EXPORTED, person=author.email, what="Personendaten")
        admins = active_admins()

        changed = forget_person(author)

        assert changed == 3
        told = str(list(ModelLogEntry.objects.values("label", "data")))
        assert author.email not in told
        assert "Gelöschte Person" in told
        assert active_admins() == admins
    with tenant_context(duesseldorf):
        assert ModelLogEntry.objects.get(action=Act.INVITED).label == author.email


def edited(user: User, group: Group, **values: object) -> dict[str, object]:
    form = {
        "email": user.email,
        "first_name": "Vorname",
        "last_name": "Nachname",
        "groups": [group.pk],
        "is_active": "on",
    } | values
    return {key: value for key, value in form.items() if value != ""}

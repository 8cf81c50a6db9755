"""A support login shows itself, keeps off what belongs to persons, and ends."""

from datetime import timedelta

import pytest
from django.contrib.sessions.models import Session
from django.test import Client
from django.urls import resolve
from django.utils import timezone
from wagtail.models import ModelLogEntry
from wagtail.users.models import UserProfile

from tests.support.helpers import (
    MARIA,
    REASON,
    browser,
    forbid,
    login_row,
    stand_in,
    support_client,
)
from verbund.accounts.domain.people import Reach, active_admins, is_last_admin
from verbund.accounts.journal_actions import Act
from verbund.accounts.models import User
from verbund.plugin.contributions import Erasure
from verbund.privacy.domain.keeping import forget
from verbund.support.domain.logins import clean_up, end_overdue
from verbund.support.models import SupportLogin
from verbund.support.privacy import erase, export
from verbund.tenancy.context import tenant_context


def let_time_pass(tenant):
    with tenant_context(tenant):
        SupportLogin.objects.update(ends=timezone.now())


def actions(tenant):
    with tenant_context(tenant):
        lines = ModelLogEntry.objects.filter(action__startswith="verbund.support")
        return [line.action for line in lines.order_by("timestamp", "pk")]


@pytest.mark.parametrize(
    "path", ["/", "/en/", "/suche/", "/admin/", "/admin/users/", "/gibt-es-nicht/"]
)
def test_each_page_says_so_and_has_the_button(dortmund, path):
    html = support_client(dortmund).get(path).content.decode()

    assert "Support: Maria Muster" in html
    assert 'action="/anmeldung/support/beenden/"' in html.replace("/en/anmeldung", "/anmeldung")


def test_nobody_else_sees_a_banner(dortmund, client_for, staff):
    support_client(dortmund)
    admin = client_for(dortmund, staff(dortmund, "Administration"))

    assert "Support:" not in browser(dortmund).get("/").content.decode()
    assert "Support:" not in admin.get("/").content.decode()
    assert "Support:" not in admin.get("/admin/").content.decode()


def test_pages_with_the_banner_are_in_no_cache(dortmund):
    assert support_client(dortmund).get("/").headers["Cache-Control"] == "private, no-store"


def test_the_button_ends_it(dortmund):
    client = support_client(dortmund)

    response = client.post("/anmeldung/support/beenden/")

    assert response["Location"] == "/anmeldung/support/beendet/"
    assert client.get("/admin/").status_code == 302
    assert "Support:" not in client.get("/").content.decode()
    assert actions(dortmund) == [Act.SUPPORT_BEGAN, Act.SUPPORT_ENDED]
    assert login_row(dortmund).ended is not None


def test_logging_out_of_the_admin_ends_it_too(dortmund):
    client = support_client(dortmund)

    client.post("/admin/logout/")

    assert actions(dortmund) == [Act.SUPPORT_BEGAN, Act.SUPPORT_ENDED]
    assert stand_in(dortmund).is_active is False


def test_after_the_hour_the_server_ends_it(dortmund):
    client = support_client(dortmund)
    let_time_pass(dortmund)

    response = client.get("/admin/")

    assert response["Location"] == "/anmeldung/support/beendet/"
    assert client.get("/admin/")["Location"].startswith("/anmeldung/?next=")
    assert actions(dortmund) == [Act.SUPPORT_BEGAN, Act.SUPPORT_ENDED]


def test_after_the_hour_a_public_page_is_a_readers(dortmund):
    client = support_client(dortmund)
    let_time_pass(dortmund)

    response = client.get("/")

    assert response.status_code == 200
    assert "Support:" not in response.content.decode()


def test_the_session_row_ends_with_the_hour(dortmund):
    client = support_client(dortmund)

    with tenant_context(dortmund):
        session = Session.objects.get(session_key=client.cookies["session"].value)
    ends = login_row(dortmund).ends
    assert ends
    assert abs(session.expire_date - ends) < timedelta(seconds=1)


def test_work_does_not_lengthen_it(dortmund):
    client = support_client(dortmund)
    ends = login_row(dortmund).ends

    client.get("/admin/")
    client.post("/admin/extensions/dummy/switch/", {"state": "on"})

    assert login_row(dortmund).ends == ends


def test_the_worker_ends_what_nobody_came_back_to(dortmund):
    client = support_client(dortmund)
    let_time_pass(dortmund)

    with tenant_context(dortmund):
        assert end_overdue() == 1
        assert end_overdue() == 0

    assert client.get("/admin/").status_code == 302
    assert actions(dortmund) == [Act.SUPPORT_BEGAN, Act.SUPPORT_ENDED]


def test_one_that_runs_is_left_alone_by_the_worker(dortmund):
    client = support_client(dortmund)

    with tenant_context(dortmund):
        clean_up()

    assert client.get("/admin/").status_code == 200


def test_forbidding_ends_it_at_once(dortmund):
    client = support_client(dortmund)
    forbid(dortmund)

    assert client.get("/admin/")["Location"] == "/anmeldung/support/beendet/"
    assert stand_in(dortmund).is_active is False


def test_what_is_left_can_do_nothing(dortmund):
    client = support_client(dortmund)
    cookie = client.cookies["session"].value
    client.post("/anmeldung/support/beenden/")
    user = stand_in(dortmund)

    stolen = browser(dortmund)
    stolen.cookies["session"] = cookie

    assert stolen.get("/admin/").status_code == 302
    with tenant_context(dortmund):
        assert user.is_active is False
        assert user.get_all_permissions() == set()
        assert not user.groups.exists()


@pytest.mark.parametrize(
    "path",
    [
        "/anmeldung/passwort/",
        "/anmeldung/passwort/setzen/",
        "/anmeldung/sicherheit/",
        "/anmeldung/sicherheit/passkeys/neu/",
        "/en/anmeldung/sicherheit/",
        "/admin/account/",
        "/admin/apikeys/add/",
    ],
)
def test_support_gives_itself_no_password_key_or_name(dortmund, path):
    assert resolve(path.removeprefix("/en")), "it is a page of people of the site"
    assert support_client(dortmund).get(path).status_code == 403


def test_support_is_nobody_in_lists_of_people(dortmund, client_for, staff):
    support_client(dortmund)
    admin = staff(dortmund, "Administration")
    client, user = client_for(dortmund, admin), stand_in(dortmund)

    page = client.get("/admin/users/").content.decode()

    assert "Maria Muster" not in page
    assert client.get(f"/admin/users/edit/{user.pk}/").status_code == 302
    assert client.get(f"/admin/users/delete/{user.pk}/").status_code == 302
    with tenant_context(dortmund):
        assert not Reach(admin).covers(user)
        assert active_admins() == {admin.pk}
        assert is_last_admin(admin)
        assert user not in User.objects.people()


def test_the_review_sends_support_no_mail(dortmund):
    support_client(dortmund)
    with tenant_context(dortmund):
        profile = UserProfile.objects.get(user=stand_in(dortmund))

    assert not profile.submitted_notifications
    assert not profile.approved_notifications
    assert not profile.rejected_notifications
    assert not profile.updated_comments_notifications


def test_links_that_nobody_used_are_forgotten(dortmund):
    support_client(dortmund).post("/anmeldung/support/beenden/")
    with tenant_context(dortmund):
        SupportLogin.objects.create(operator=MARIA.uuid, digest="x", expires=timezone.now())

        clean_up()

        assert SupportLogin.objects.exclude(began=None).count() == 1
        assert not SupportLogin.objects.filter(began=None).exists()


def test_logins_are_forgotten_with_the_log(dortmund, settings):
    support_client(dortmund).post("/anmeldung/support/beenden/")
    old = timezone.now() - timedelta(days=settings.VERBUND_JOURNAL_DAYS + 1)
    with tenant_context(dortmund):
        assert forget()["support"] == 0
        SupportLogin.objects.update(ended=old)

        assert forget()["support"] == 1
        assert not SupportLogin.objects.exists()


def test_an_operator_reads_what_a_site_holds_of_her_and_it_stays(dortmund, duesseldorf):
    support_client(dortmund)
    with tenant_context(duesseldorf):
        assert list(export(MARIA.email)) == []
        assert erase(MARIA.email, False) == Erasure()
    with tenant_context(dortmund):
        (record,) = export(MARIA.email.upper())
        erasure = erase(MARIA.email, False)

        assert REASON in record.data.values()
        assert erasure.gone == ()
        assert len(erasure.kept) == 1
        assert SupportLogin.objects.count() == 1


def test_a_reader_asks_for_no_session(dortmund):
    client = Client(headers={"host": dortmund.canonical_domain})

    assert "Cookie" not in client.get("/").headers["Vary"]

"""An operator comes into a site by a link that holds once, briefly, there alone."""

from datetime import timedelta

import pytest
from django.core import mail
from django.test import Client
from django.utils import timezone
from wagtail.models import ModelLogEntry

from tests.support.helpers import (
    MARIA,
    REASON,
    browser,
    forbid,
    link_into,
    login_row,
    stand_in,
    support_client,
)
from verbund.accounts.journal_actions import Act
from verbund.accounts.models import User
from verbund.accounts.settings import SecuritySettings
from verbund.common.limits import TooMany
from verbund.support.domain.logins import HAND_OVERS, Forbidden, Operator, hand_over
from verbund.support.models import SupportLogin
from verbund.tenancy.context import tenant_context


def test_opening_the_link_changes_nothing_and_pressing_its_button_lets_in(dortmund):
    client, path = browser(dortmund), link_into(dortmund)

    shown = client.get(path)
    assert REASON in shown.content.decode()
    assert shown.headers["Referrer-Policy"] == "same-origin"
    assert client.get("/admin/").status_code == 302
    response = client.post(path)

    assert response["Location"] == "/admin/"
    assert client.get("/admin/").status_code == 200


def test_the_link_lets_in_once(dortmund):
    path = link_into(dortmund)

    assert browser(dortmund).post(path).status_code == 302
    assert browser(dortmund).post(path).status_code == 410
    assert browser(dortmund).get(path).status_code == 410


def test_the_link_holds_for_two_minutes(dortmund):
    path = link_into(dortmund)
    with tenant_context(dortmund):
        SupportLogin.objects.update(expires=timezone.now())

    assert browser(dortmund).get(path).status_code == 410
    assert browser(dortmund).post(path).status_code == 410
    with tenant_context(dortmund):
        assert not User.objects.filter(support_for=MARIA.uuid).exists()


def test_a_link_into_one_city_is_nothing_in_another_not_even_with_the_same_row(
    dortmund, duesseldorf
):
    path = link_into(dortmund)
    with tenant_context(dortmund):
        row = SupportLogin.objects.get()
    with tenant_context(duesseldorf):
        SupportLogin.objects.bulk_create([row])  # the same pk, uuid and digest

    assert browser(duesseldorf).get(path).status_code == 410
    assert browser(duesseldorf).post(path).status_code == 410
    assert browser(dortmund).post(path).status_code == 302


def test_a_session_of_support_holds_in_its_city_alone(dortmund, duesseldorf):
    client = support_client(dortmund)
    support_client(duesseldorf)  # her account stands there too
    other = browser(duesseldorf)
    other.cookies["session"] = client.cookies["session"].value

    assert client.get("/admin/").status_code == 200
    assert other.get("/admin/").status_code == 302


def test_support_has_the_rights_of_administration_and_no_password(dortmund):
    client = support_client(dortmund)
    user = stand_in(dortmund)

    assert client.get("/admin/extensions/").status_code == 200
    assert client.get("/admin/users/").status_code == 200
    assert not user.has_usable_password()
    assert not user.is_superuser
    with tenant_context(dortmund):
        assert [group.name for group in user.groups.all()] == ["Administration"]


def test_the_site_hears_of_it_in_its_log_and_each_admin_by_mail(dortmund):
    with tenant_context(dortmund):
        admins = set(
            User.objects.filter(groups__name="Administration").values_list("email", flat=True)
        )
    support_client(dortmund)

    assert {tuple(one.to) for one in mail.outbox} == {(email,) for email in admins}
    letter = mail.outbox[0]
    assert letter.subject == "Support ist angemeldet: Verband Dortmund"
    assert "Maria Muster (maria@verbund.test)" in letter.body
    assert f"Grund: {REASON}" in letter.body
    with tenant_context(dortmund):
        line = ModelLogEntry.objects.get(action=Act.SUPPORT_BEGAN)
        assert line.user.get_full_name() == "Maria Muster (Support)"
        assert line.message == f"Support durch Maria Muster hat begonnen. Grund: {REASON}"
        assert not ModelLogEntry.objects.filter(action=Act.LOGGED_IN).exists()


def test_one_city_hears_nothing_of_support_in_another(dortmund, duesseldorf):
    support_client(dortmund)

    with tenant_context(duesseldorf):
        assert not SupportLogin.objects.exists()
        assert not User.objects.filter(support_for=MARIA.uuid).exists()
        assert not ModelLogEntry.objects.filter(action=Act.SUPPORT_BEGAN).exists()


def test_a_site_that_forbids_support_gives_no_link(dortmund, duesseldorf):
    forbid(dortmund)

    with pytest.raises(Forbidden):
        hand_over(MARIA, dortmund, REASON)
    assert support_client(duesseldorf).get("/admin/").status_code == 200


def test_a_link_from_before_the_site_forbade_it_says_so(dortmund):
    path = link_into(dortmund)
    forbid(dortmund)

    response = browser(dortmund).post(path)

    assert response.status_code == 410
    assert "lässt keinen Support zu" in response.content.decode()


def test_the_sites_admin_forbids_it_in_the_settings(dortmund, client_for, staff):
    client = client_for(dortmund, staff(dortmund, "Administration"))
    address = "/admin/settings/accounts/securitysettings/"
    page = client.get(address, follow=True)
    assert page.context["form"].initial["support_allowed"] is True

    client.post(page.request["PATH_INFO"], {"second_factor": ""})

    with tenant_context(dortmund):
        assert SecuritySettings.load().support_allowed is False


def test_editors_do_not_decide_it(dortmund, client_for, staff):
    client = client_for(dortmund, staff(dortmund, "Redaktion"))

    assert client.get("/admin/settings/accounts/securitysettings/").status_code == 302


def test_an_operator_gets_no_more_than_twenty_links_an_hour(dortmund):
    hasty = Operator(MARIA.uuid, "Maria", "m@verbund.test")
    for _time in range(20):
        HAND_OVERS.hit(str(hasty.uuid))

    with pytest.raises(TooMany):
        hand_over(hasty, dortmund, REASON)


def test_guessing_links_is_limited_by_address(dortmund):
    client = browser(dortmund)
    for _time in range(30):
        assert client.get("/anmeldung/support/geraten/").status_code == 410

    assert client.get("/anmeldung/support/geraten/").status_code == 429


def test_a_second_login_of_the_same_operator_ends_the_first(dortmund):
    first = support_client(dortmund)
    second = support_client(dortmund)

    assert first.get("/admin/").status_code == 302
    assert second.get("/admin/").status_code == 200
    with tenant_context(dortmund):
        assert SupportLogin.objects.filter(ended=None).count() == 1


def test_where_a_second_factor_is_asked_support_has_shown_it_to_the_operators(dortmund):
    with tenant_context(dortmund):
        SecuritySettings.objects.create(second_factor=True)

    assert support_client(dortmund).get("/admin/").status_code == 200


def test_the_hour_begins_when_the_button_is_pressed(dortmund):
    support_client(dortmund)
    row = login_row(dortmund)

    assert row.ends
    assert row.began
    assert row.ends - row.began == timedelta(minutes=60)
    assert row.user_id == stand_in(dortmund).pk


def test_a_link_needs_the_form_of_this_site(dortmund):
    strict = Client(headers={"host": dortmund.canonical_domain}, enforce_csrf_checks=True)

    assert strict.post(link_into(dortmund)).status_code == 403

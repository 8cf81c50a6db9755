"""Login, logout and a forgotten password, in German and in the tenant's name."""

import re
from collections.abc import Callable
from typing import Any

import pytest
from cryptography.fernet import InvalidToken
from django.contrib.auth.models import Group
from django.core import mail
from django.test import Client
from django.urls import URLPattern, reverse
from wagtail.admin import urls as wagtail_admin_urls

from verbund.accounts.login.adapter import SecondFactorAdapter
from verbund.accounts.models import User
from verbund.accounts.settings import SecuritySettings
from verbund.tenancy.context import tenant_context
from verbund.tenancy.models import Tenant

Clients = Callable[..., Client]
Staff = Callable[[Tenant, str], User]
PASSWORD = "ein-langes-passwort"


def test_logs_in_with_an_address_in_any_case(dortmund: Tenant, client_for: Clients) -> None:
    client = client_for(dortmund)

    response = client.post("/anmeldung/", {"login": "Editor@DORTMUND.test", "password": PASSWORD})

    assert response.status_code == 302
    assert client.get("/admin/").status_code == 200


def test_a_wrong_password_is_told_in_german(dortmund: Tenant, client_for: Clients) -> None:
    response = client_for(dortmund).post(
        "/anmeldung/", {"login": "editor@dortmund.test", "password": "falsch"}
    )

    assert response.status_code == 200
    assert "E-Mail-Adresse und Passwort passen nicht zusammen." in response.content.decode()


def test_an_account_of_another_city_is_unknown(
    dortmund: Tenant, duesseldorf: Tenant, client_for: Clients
) -> None:
    client = client_for(duesseldorf)

    client.post("/anmeldung/", {"login": "editor@dortmund.test", "password": PASSWORD})

    assert client.get("/admin/").status_code == 302


def test_logging_out_ends_the_session(dortmund: Tenant, client_for: Clients, staff: Staff) -> None:
    client = client_for(dortmund, staff(dortmund, "Redaktion"))

    client.post("/admin/logout/")

    assert client.get("/admin/").status_code == 302


def test_a_new_password_is_asked_for_by_mail(
    dortmund: Tenant, duesseldorf: Tenant, client_for: Clients
) -> None:
    for tenant in (dortmund, duesseldorf):
        address = f"editor@{tenant.schema_name}.test"
        client_for(tenant).post("/anmeldung/passwort/vergessen/", {"email": address})

    first, second = mail.outbox
    assert first.subject == "Neues Passwort für Verband Dortmund"
    assert first.from_email == "Verband Dortmund <post@verbund.example>"
    assert "http://dortmund.test/anmeldung/passwort/neu/" in first.body
    assert "Guten Tag Editor," in first.body
    assert second.subject == "Neues Passwort für Verband Düsseldorf"
    assert "http://duesseldorf.test/anmeldung/passwort/neu/" in second.body
    assert "dortmund" not in second.body.lower().replace("duesseldorf", "")


def test_who_never_chose_a_password_can_ask_for_a_link_too(
    dortmund: Tenant, client_for: Clients
) -> None:
    with tenant_context(dortmund):
        user = User.objects.create_user("eingeladen@dortmund.test")
        assert not user.has_usable_password()

    client_for(dortmund).post("/anmeldung/passwort/vergessen/", {"email": user.email})

    assert [message.to for message in mail.outbox] == [["eingeladen@dortmund.test"]]


def test_a_closed_account_gets_no_link_and_nobody_learns_of_it(
    dortmund: Tenant, client_for: Clients, staff: Staff
) -> None:
    author = staff(dortmund, "Autor:in")
    with tenant_context(dortmund):
        User.objects.filter(pk=author.pk).update(is_active=False)
    client = client_for(dortmund)

    closed = client.post("/anmeldung/passwort/vergessen/", {"email": author.email})
    unknown = client.post("/anmeldung/passwort/vergessen/", {"email": "niemand@dortmund.test"})

    assert mail.outbox == []
    assert closed["Location"] == unknown["Location"]


def test_the_pages_of_a_forgotten_password_are_german_and_branded(
    dortmund: Tenant, client_for: Clients
) -> None:
    client = client_for(dortmund)

    for path in ("/anmeldung/passwort/vergessen/", "/anmeldung/passwort/vergessen/gesendet/"):
        html = client.get(path).content.decode()
        assert "Passwort" in html or "E-Mail" in html
        assert "Verband Dortmund" in html


def test_no_way_of_wagtails_leads_round_the_second_factor(
    dortmund: Tenant, client_for: Clients
) -> None:
    """Every address of the admin's own login, found from the URL conf, leads to allauth's."""
    client = client_for(dortmund)
    names = [name for name in admin_names() if "login" in name or "password_reset" in name]

    for name in names:
        kwargs = {"uidb64": "MQ", "token": "x-y"} if name.endswith("confirm") else {}
        response = client.post(
            reverse(name, kwargs=kwargs), {"username": "editor@dortmund.test", "password": PASSWORD}
        )
        assert response.status_code == 302
        assert response["Location"].startswith("/anmeldung/"), name
    frontend = client.post("/_util/login/", {"username": "editor@dortmund.test"})

    assert "wagtailadmin_login" in names
    assert frontend["Location"] == "/anmeldung/"
    assert client.get("/admin/").status_code == 302


def admin_names() -> list[str]:
    return [
        str(pattern.name)
        for pattern in wagtail_admin_urls.urlpatterns
        if isinstance(pattern, URLPattern) and pattern.name
    ]


def test_ten_wrong_passwords_lock_the_account_and_say_for_how_long(
    dortmund: Tenant, duesseldorf: Tenant, client_for: Clients
) -> None:
    client = client_for(dortmund)
    wrong = {"login": "editor@dortmund.test", "password": "falsch"}
    for _try in range(10):
        assert "passen nicht" in client.post("/anmeldung/", wrong).content.decode()

    locked = client.post("/anmeldung/", {**wrong, "password": PASSWORD}).content.decode()

    assert "Zu viele Versuche" in locked
    assert "Minuten" in locked or "Sekunden" in locked
    assert 'value="editor@dortmund.test"' in locked
    other = {"login": "editor@duesseldorf.test", "password": PASSWORD}
    assert client_for(duesseldorf).post("/anmeldung/", other).status_code == 302


def test_an_address_is_counted_on_all_hosts_together(
    dortmund: Tenant, duesseldorf: Tenant, client_for: Clients
) -> None:
    for number in range(60):
        tenant = (dortmund, duesseldorf)[number % 2]
        wrong = {"login": f"person{number}@example.test", "password": "falsch"}
        client_for(tenant).post("/anmeldung/", wrong)

    right = {"login": "editor@dortmund.test", "password": PASSWORD}
    assert "Zu viele" in client_for(dortmund).post("/anmeldung/", right).content.decode()


def test_right_passwords_use_nothing_up(dortmund: Tenant, client_for: Clients) -> None:
    right = {"login": "editor@dortmund.test", "password": PASSWORD}

    answers = [client_for(dortmund).post("/anmeldung/", right).status_code for _n in range(12)]

    assert answers == [302] * 12


def test_another_role_ends_the_sessions(dortmund: Tenant, client_for: Clients) -> None:
    client = client_for(dortmund)
    client.post("/anmeldung/", {"login": "editor@dortmund.test", "password": PASSWORD})
    assert client.get("/admin/").status_code == 200

    with tenant_context(dortmund):
        user = User.objects.get(email="editor@dortmund.test")
        user.groups.add(Group.objects.get(name="Administration"))

    assert client.get("/admin/").status_code == 302


def test_a_new_password_ends_the_other_sessions(dortmund: Tenant, client_for: Clients) -> None:
    here, there = client_for(dortmund), client_for(dortmund)
    for client in (here, there):
        client.post("/anmeldung/", {"login": "editor@dortmund.test", "password": PASSWORD})

    here.post(
        "/anmeldung/passwort/",
        {
            "oldpassword": PASSWORD,
            "password1": "lampe fluss teppich",
            "password2": "lampe fluss teppich",
        },
    )

    assert here.get("/admin/").status_code == 200
    assert there.get("/admin/").status_code == 302


def test_sessions_and_links_outlive_a_change_of_the_secret_key(
    dortmund: Tenant, client_for: Clients, settings: Any
) -> None:
    settings.SECRET_KEY = "alt" * 20
    client = client_for(dortmund)
    client.post("/anmeldung/", {"login": "editor@dortmund.test", "password": PASSWORD})
    client.post("/anmeldung/passwort/vergessen/", {"email": "editor@dortmund.test"})
    [path] = re.findall(
        r"http://dortmund.test(/anmeldung/passwort/neu/\S+)", str(mail.outbox[0].body)
    )

    settings.SECRET_KEY, settings.SECRET_KEY_FALLBACKS = "neu" * 20, ["alt" * 20]

    assert client.get("/admin/").status_code == 200
    assert client_for(dortmund).get(path).status_code == 302


def test_who_must_have_a_second_factor_is_led_to_it(
    dortmund: Tenant, duesseldorf: Tenant, client_for: Clients, staff: Staff
) -> None:
    with tenant_context(dortmund):
        SecuritySettings.objects.create(second_factor=True)
    here = client_for(dortmund, staff(dortmund, "Redaktion"))
    there = client_for(duesseldorf, staff(duesseldorf, "Redaktion"))

    assert here.get("/admin/")["Location"] == "/anmeldung/sicherheit/"
    assert here.post("/admin/pages/3/edit/", {})["Location"] == "/anmeldung/sicherheit/"
    assert "Richten Sie zuerst" in here.get("/anmeldung/sicherheit/").content.decode()
    assert there.get("/admin/").status_code == 200


def test_a_secret_of_a_second_factor_is_stored_encrypted(
    dortmund: Tenant, duesseldorf: Tenant
) -> None:
    adapter = SecondFactorAdapter()
    with tenant_context(dortmund):
        stored = adapter.encrypt("JBSWY3DPEHPK3PXP")
        assert "JBSWY3DPEHPK3PXP" not in stored
        assert adapter.decrypt(stored) == "JBSWY3DPEHPK3PXP"
    with tenant_context(duesseldorf), pytest.raises(InvalidToken):
        adapter.decrypt(stored)


def test_nobody_signs_up_by_herself(dortmund: Tenant, client_for: Clients) -> None:
    for path in ("/anmeldung/signup/", "/accounts/signup/", "/anmeldung/email/"):
        assert client_for(dortmund).get(path).status_code == 404


@pytest.mark.parametrize("target", ["https://elsewhere.example/", "//elsewhere.example/"])
def test_a_login_leads_to_own_pages_alone(
    dortmund: Tenant, client_for: Clients, target: str
) -> None:
    right = {"login": "editor@dortmund.test", "password": PASSWORD, "next": target}

    assert client_for(dortmund).post("/anmeldung/", right)["Location"] == "/admin/"


def test_looking_at_the_logout_ends_nothing(
    dortmund: Tenant, client_for: Clients, staff: Staff
) -> None:
    """Wagtail's view takes the cookie even where it refuses. Mend: login/shadows.py."""
    client = client_for(dortmund, staff(dortmund, "Redaktion"))

    assert client.get("/admin/logout/").status_code == 405
    assert client.get("/admin/").status_code == 200
    for answer in (client_for(dortmund).get, client_for(dortmund).post):
        assert answer("/admin/logout/")["Location"].startswith("/anmeldung/?next=")


def test_the_page_about_ones_account_leads_to_its_safety(
    dortmund: Tenant, client_for: Clients, staff: Staff
) -> None:
    client = client_for(dortmund, staff(dortmund, "Autor:in"))

    page = client.get("/admin/account/").content.decode()

    assert 'href="/anmeldung/sicherheit/"' in page
    assert "password-old_password" not in page


def test_the_page_about_ones_account_saves_with_the_way_to_its_safety_on_it(
    dortmund: Tenant, client_for: Clients, staff: Staff
) -> None:
    user = staff(dortmund, "Autor:in")
    client = client_for(dortmund, user)

    client.post(
        "/admin/account/",
        {
            "name_email-first_name": "Maya",
            "name_email-last_name": "Muster",
            "name_email-email": user.email,
            "theme-theme": "system",
            "theme-contrast": "system",
            "theme-density": "default",
        },
    )

    with tenant_context(dortmund):
        assert User.objects.get(pk=user.pk).first_name == "Maya"


def test_the_picture_for_the_app_is_scaled_and_never_cut_off(
    dortmund: Tenant, client_for: Clients
) -> None:
    client = client_for(dortmund)
    client.post("/anmeldung/", {"login": "editor@dortmund.test", "password": PASSWORD})

    page = client.get("/anmeldung/sicherheit/app/").content.decode()

    [picture] = re.findall(r'<div class="qr">(<svg[^>]*>)', page)
    assert "viewBox=" in picture
    assert "width=" not in picture

"""Login, logout and a forgotten password, in German and in the tenant's name."""

from collections.abc import Callable

from django.core import mail
from django.test import Client

from verbund.accounts.models import User
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

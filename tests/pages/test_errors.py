"""Error pages in the theme; the one for 500 without a database."""

import pytest
from django.test import Client

from verbund.tenancy.enums import TenantStatus


def test_not_found_offers_the_search_and_people(dortmund, client_for) -> None:
    text = client_for(dortmund).get("/gibt-es-nicht/").content.decode()

    assert "Hier fehlt ein Stück im Gerüst" in text
    assert 'action="/suche/"' in text
    assert "mailto:info@stadt.test" in text
    assert 'href="/-/style/' in text


def test_the_error_page_works_without_a_database() -> None:
    response = Client(SERVER_NAME="dortmund.test", raise_request_exception=False).get("/")

    assert response.status_code == 500
    assert "Das hat nicht geklappt" in response.content.decode()


def test_an_expired_form_says_what_to_do(dortmund) -> None:
    client = Client(SERVER_NAME="dortmund.test", enforce_csrf_checks=True)

    response = client.post("/_util/login/", {"username": "x", "password": "y"})

    assert response.status_code == 403
    assert "Das Formular wurde nicht angenommen" in response.content.decode()


@pytest.mark.parametrize(
    ("status", "says"),
    [
        (TenantStatus.DRAFT, "Diese Seite entsteht gerade"),
        (TenantStatus.SUSPENDED, "Diese Seite macht eine Pause"),
    ],
)
def test_a_closed_site_says_whom_to_ask_and_shows_no_page(
    status: TenantStatus, says: str, dortmund, client_for
) -> None:
    dortmund.status = status
    dortmund.save()

    response = client_for(dortmund).get("/")
    text = response.content.decode()

    assert response.status_code == 503
    assert response.headers["Retry-After"] == "3600"
    assert says in text
    assert "info@stadt.test" in text
    assert "/aktuelles/" not in text
    assert "/suche/" not in text


def test_an_archived_site_takes_no_form(dortmund, client_for) -> None:
    dortmund.status = TenantStatus.ARCHIVED
    dortmund.save()
    client = client_for(dortmund)

    response = client.post("/_util/login/", {})

    assert client.get("/").status_code == 200
    assert response.status_code == 403
    assert "nimmt nichts mehr entgegen" in response.content.decode()

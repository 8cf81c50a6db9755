"""From a host to its tenant, and to no other."""

from typing import Any

import pytest
from django.test import Client

from tests.isolation.helpers import browser, page_in
from verbund.tenancy.connection import connection
from verbund.tenancy.domain.life import archive, prepare, suspend
from verbund.tenancy.models import Domain, Tenant
from verbund.tenancy.names import normalise_host


@pytest.mark.parametrize(
    ("host", "normal"),
    [
        ("Dortmund.TEST", "dortmund.test"),
        ("dortmund.test.", "dortmund.test"),
        ("dortmund.test:8000", "dortmund.test"),
        ("müller.test", "xn--mller-kva.test"),
        ("xn--mller-kva.test", "xn--mller-kva.test"),
        ("a" * 64 + "ü.test", ""),
    ],
)
def test_a_host_has_one_form(host: str, normal: str) -> None:
    assert normalise_host(host) == normal


@pytest.mark.parametrize("host", ["DORTMUND.test", "dortmund.test.", "dortmund.test:80"])
def test_a_host_is_found_in_any_form(host: str, dortmund: Tenant) -> None:
    """django-tenants compares the raw header. Mend: normalise_host in the middleware."""
    assert Client().get("/", headers={"host": host}).status_code == 200


def test_umlauts_are_found_by_their_idna_form(dortmund: Tenant) -> None:
    """Browsers send the xn-- form. Mend: domains are stored in it alone."""
    Domain.objects.create(tenant=dortmund, domain="xn--mller-kva.test", is_primary=False)

    response = Client().get("/", headers={"host": "xn--mller-kva.test"})

    assert response["Location"] == "http://dortmund.test/"


@pytest.mark.parametrize("host", ["www.dortmund.test", "verband-dortmund.test"])
def test_other_hosts_lead_to_the_canonical_one(host: str, dortmund: Tenant) -> None:
    response = Client().get("/ziele/?seite=2", headers={"host": host})

    assert response.status_code == 301
    assert response["Location"] == "http://dortmund.test/ziele/?seite=2"


def test_a_form_sent_to_another_host_keeps_its_method(dortmund: Tenant) -> None:
    response = Client().post("/suche/", {"q": "x"}, headers={"host": "www.dortmund.test"})

    assert response.status_code == 308


@pytest.mark.parametrize("host", ["niemand.test", "evil_host!", "dortmund.test.niemand.test"])
def test_a_strange_host_gets_a_plain_404_without_wagtail(
    host: str, dortmund: Tenant, django_assert_num_queries: Any
) -> None:
    """Wagtail's redirects would ask for a table that public lacks. Mend: answered before it."""
    client = Client()
    client.get("/", headers={"host": "niemand.test"})

    with django_assert_num_queries(0):
        response = client.get("/", headers={"host": host})

    assert response.status_code == 404
    assert response.content.decode() == "Unbekannte Adresse."


def test_the_connection_is_left_in_public_after_a_request(dortmund: Tenant) -> None:
    """django-tenants leaves it in the last tenant. Mend: the middleware's finally."""
    browser(dortmund).get("/")

    assert connection.schema_name == "public"


def test_a_tenant_without_a_domain_is_not_reached(dortmund: Tenant) -> None:
    """A half-made schema falls through to public tables. Mend: the domain is written last."""
    Domain.objects.filter(tenant=dortmund).delete()

    assert Client().get("/", headers={"host": "dortmund.test"}).status_code == 404


def test_a_suspended_site_says_whom_to_ask_and_keeps_nothing(dortmund: Tenant) -> None:
    suspend(dortmund, "Bitte melden Sie sich bei uns.")

    for path in ("/", "/anmeldung/", "/api/v1/openapi.json"):
        response = browser(dortmund).get(path)
        assert response.status_code == 503
        assert response["Cache-Control"] == "no-store"


def test_a_draft_is_seen_by_its_staff_alone(
    dortmund: Tenant, duesseldorf: Tenant, client_for: Any, staff: Any
) -> None:
    page_in(dortmund, "Bald")
    prepare(dortmund)
    foreign = client_for(duesseldorf, staff(duesseldorf, "Redaktion"))
    foreign.defaults["SERVER_NAME"] = "dortmund.test"

    own = client_for(dortmund, staff(dortmund, "Autor:in")).get("/gleich/")

    assert own.status_code == 200
    assert browser(dortmund).get("/gleich/").status_code == 503
    assert foreign.get("/gleich/").status_code == 503
    assert browser(dortmund).get("/anmeldung/").status_code == 200


def test_an_archived_site_is_read_and_takes_no_form(dortmund: Tenant) -> None:
    page_in(dortmund, "Damals")
    archive(dortmund)

    assert browser(dortmund).get("/gleich/").status_code == 200
    assert browser(dortmund).post("/gleich/", {"a": "b"}).status_code == 403

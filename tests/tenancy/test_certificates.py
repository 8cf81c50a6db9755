"""For which hosts a proxy may get a certificate."""

from typing import Any

import pytest
from django.test import Client

from verbund.tenancy.domain.life import suspend
from verbund.tenancy.models import DomainClaim, Tenant


def ask(domain: str, host: str = "web:8000") -> int:
    return Client().get("/-/certificate", {"domain": domain}, headers={"host": host}).status_code


@pytest.mark.parametrize(
    ("domain", "answer"),
    [
        ("dortmund.test", 200),
        ("verband-dortmund.test", 200),
        ("www.dortmund.test", 200),
        ("DORTMUND.test.", 200),
        ("evil.test", 404),
        ("dortmund.test.evil.test", 404),
        ("www.www.dortmund.test", 404),
        ("10.0.0.1", 404),
        ("*.dortmund.test", 404),
        ("", 404),
    ],
)
def test_only_for_hosts_that_are_served(db: None, domain: str, answer: int) -> None:
    assert ask(domain) == answer


def test_never_before_the_proof(dortmund: Tenant) -> None:
    DomainClaim.objects.create(tenant=dortmund, domain="neu.test", token="a")

    assert ask("neu.test") == 404
    assert Client().get("/", headers={"host": "neu.test"}).status_code == 404


def test_a_closed_site_still_needs_its_certificate(dortmund: Tenant) -> None:
    suspend(dortmund)

    assert ask("dortmund.test") == 200


def test_a_proxy_asks_by_http_and_is_not_sent_on(settings: Any, dortmund: Tenant) -> None:
    settings.SECURE_SSL_REDIRECT = True

    assert ask("dortmund.test") == 200
    assert Client().get("/", headers={"host": "dortmund.test"}).status_code == 301

"""Each page says what a browser may do with it; where the admin may do more, it is named here."""

from collections.abc import Callable
from typing import Any

import pytest
from django.test import Client, override_settings

from tests.member_area.helpers import member_client
from verbund.accounts.models import User
from verbund.tenancy.models import Tenant

Clients = Callable[..., Client]
Staff = Callable[[Tenant, str], User]
STRICT = {
    "default-src": "'none'",
    "script-src": "'self'",
    "style-src": "'self'",
    "img-src": "'self'",
    "font-src": "'self'",
    "media-src": "'self'",
    "connect-src": "'self'",
    "manifest-src": "'self'",
    "form-action": "'self'",
    "base-uri": "'none'",
    "frame-ancestors": "'self'",
    "object-src": "'none'",
}
# What Wagtail's date widgets, choosers, previews and pasted pictures need, and why.
MORE_IN_THE_ADMIN = {
    "script-src": "'self' 'unsafe-inline'",
    "style-src": "'self' 'unsafe-inline'",
    "img-src": "'self' data: blob:",
    "font-src": "'self' data:",
    "frame-src": "'self'",
    "default-src": "'self'",
    "base-uri": "'self'",
}
PUBLIC = (
    "/",
    "/-/health",
    "/-/ready",
    "/suche/",
    "/anmeldung/",
    "/konto/",
    "/gibt-es-nicht/",
    "/api/v1/openapi.json",
)


def policy(response: Any) -> dict[str, str]:
    parts = response["Content-Security-Policy"].split(";")
    return {name: " ".join(rest) for name, *rest in (part.split() for part in parts if part)}


@pytest.mark.parametrize("path", PUBLIC)
def test_public_pages_take_all_from_their_own_host(
    dortmund: Tenant, client_for: Clients, path: str
) -> None:
    response = client_for(dortmund).get(path)

    assert policy(response) == STRICT
    assert response["X-Content-Type-Options"] == "nosniff"
    assert response["X-Frame-Options"] == "SAMEORIGIN"
    assert response["Cross-Origin-Opener-Policy"] == "same-origin"
    assert "camera=()" in response["Permissions-Policy"]
    assert response["Referrer-Policy"] in {"same-origin", "strict-origin-when-cross-origin"}


def test_the_member_area_is_as_strict(dortmund: Tenant) -> None:
    assert policy(member_client(dortmund).get("/konto/anmeldungen/")) == STRICT


def test_the_admin_may_what_is_named_and_no_more(
    dortmund: Tenant, client_for: Clients, staff: Staff
) -> None:
    found = policy(client_for(dortmund, staff(dortmund, "Redaktion")).get("/admin/"))

    more = {name: value for name, value in found.items() if STRICT.get(name) != value}
    assert more == MORE_IN_THE_ADMIN
    assert "unsafe-eval" not in str(found)
    assert "http" not in str(found)


def test_no_nonce_and_no_inline_code_in_public_pages(dortmund: Tenant, client_for: Clients) -> None:
    for path in PUBLIC[:5]:
        html = client_for(dortmund).get(path).content.decode()
        assert "nonce" not in html
        assert " style=" not in html
        assert "<style" not in html
        assert " onclick" not in html


def test_strict_transport_only_where_there_is_tls(dortmund: Tenant, client_for: Clients) -> None:
    assert "Strict-Transport-Security" not in client_for(dortmund).get("/")
    with override_settings(SECURE_HSTS_SECONDS=31_536_000):
        secure = client_for(dortmund).get("/", secure=True)
        assert secure["Strict-Transport-Security"] == "max-age=31536000"
        assert "Strict-Transport-Security" not in client_for(dortmund).get("/")

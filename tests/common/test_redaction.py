"""Log lines tell what went wrong, not for whom, and open no door."""

import io
import logging
import logging.config

import pytest
from django.conf import settings
from django.core import signing
from django_tenants.log import TenantContextFilter

from verbund.common.redaction import RedactingFormatter, redacted
from verbund.tenancy.tokens import TenantSigner, digest, new_secret

RESET = "/admin/password_reset/confirm/MQ/cx4t2q-0f4c6a5d9b7e3f2a1c8d6e5f4a3b2c1d/"


@pytest.mark.parametrize(
    ("line", "left"),
    [
        ("Mail to frau.yilmaz+verein@post.example.org", "Mail to [e-mail]"),
        ("Not Found: /konto/?adresse=a%40b.de", "Not Found: /konto/?adresse=[e-mail]"),
        ("Key (email)=(a@b-c.example) already exists", "Key (email)=([e-mail]) already exists"),
        ("Not Found: /konto/?code=123456&x=1", "Not Found: /konto/?code=[…]&x=1"),
        ("{'password': 'geheim-und-lang', 'a': 1}", "{'password': '[…]', 'a': 1}"),
        (f"Forbidden: {RESET}", "Forbidden: /admin/password_reset/confirm/MQ/[token]/"),
        ("Bearer vb_a1B2c3D4_abcdefghijklmnopqrstuvwx", "Bearer [token]"),
    ],
)
def test_a_line_without_persons_and_keys(line: str, left: str) -> None:
    assert redacted(line) == left


@pytest.mark.parametrize(
    "line",
    [
        "Not Found: /aktuelles/antidiskriminierung-verlaesslich-foerdern-2025/",
        "Not Found: /media/images/haus-der-vielfalt.width-400.format-webp.webp",
        "django.http.response.HttpResponsePermanentRedirect at 0x7f3a2b1c4d5e",
        'File "/srv/verbund/platform/verbund/tenancy/middleware.py", line 42, in __call__',
        "INFO dortmund verbund.plugin.jobs: media.renditions took 2.4 s",
        "tenant 0b9f3a52-6b0e-4a35-9b3a-2c1d0e9f8a7b",
    ],
)
def test_what_helps_to_mend_stays(line: str) -> None:
    assert redacted(line) == line


def test_every_kind_of_token_that_we_make_is_found(in_dortmund) -> None:
    tokens = [
        new_secret(),
        TenantSigner("invitation").sign({"id": 7, "role": "Redaktion"}),
        digest("login", "123456"),
        signing.dumps({"page": 3}),
    ]

    for token in tokens:
        assert token not in redacted(f"Not Found: /konto/link/{token}/")
        assert token not in redacted(f"Not Found: /konto/?weiter=/&t={token}")


def test_a_traceback_is_redacted_too() -> None:
    stream = io.StringIO()
    handler = logging.StreamHandler(stream)
    handler.setFormatter(RedactingFormatter())
    logger = logging.Logger("verbund.test")
    logger.addHandler(handler)

    try:
        raise ValueError("nobody@post.example.org is not known")
    except ValueError:
        logger.exception("Could not write to %s", "nobody@post.example.org")

    assert stream.getvalue().startswith("Could not write to [e-mail]\nTraceback")
    assert stream.getvalue().endswith("ValueError: [e-mail] is not known\n")


def test_every_handler_of_the_platform_redacts() -> None:
    formatters = settings.LOGGING["formatters"]

    assert {name: one["()"] for name, one in formatters.items()} == {
        "line": "verbund.common.redaction.RedactingFormatter",
        "json": "verbund.common.logs.JsonFormatter",
    }


def test_the_settings_keep_an_address_out_of_a_requests_line(dortmund, client_for) -> None:
    stream = io.StringIO()
    handler = logging.StreamHandler(stream)
    configurator = logging.config.DictConfigurator(settings.LOGGING)
    handler.setFormatter(
        configurator.configure_formatter({**settings.LOGGING["formatters"]["line"]})
    )
    handler.addFilter(TenantContextFilter())
    logger = logging.getLogger("django.request")

    logger.addHandler(handler)
    try:
        client_for(dortmund).get("/gibt-es-nicht/frau.yilmaz@post.example.org/")
    finally:
        logger.removeHandler(handler)

    assert stream.getvalue().endswith("django.request: Not Found: /gibt-es-nicht/[e-mail]/\n")

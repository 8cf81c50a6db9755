"""Log lines for programs: JSON, with tenant and request, without a person."""

import io
import json
import logging
from collections.abc import Callable, Iterator

import pytest
from django.test import Client, override_settings
from django_tenants.log import TenantContextFilter

from verbund.common.logs import JsonFormatter, current_request_id, request_id
from verbund.tenancy.models import Tenant

Clients = Callable[..., Client]
BEHIND = override_settings(SECURE_PROXY_SSL_HEADER=("HTTP_X_FORWARDED_PROTO", "https"))
SAID = "3f1c2a6e-77aa-4a51-9d5e-0123456789ab"


@pytest.fixture
def lines() -> Iterator[Callable[[], list[dict]]]:
    """What the platform logs in this test, read as JSON."""
    stream = io.StringIO()
    handler = logging.StreamHandler(stream)
    handler.setFormatter(JsonFormatter())
    handler.addFilter(TenantContextFilter())
    logger = logging.getLogger("verbund")
    requests = logging.getLogger("verbund.requests")
    before = requests.level
    logger.addHandler(handler)
    requests.setLevel(logging.INFO)
    yield lambda: [json.loads(line) for line in stream.getvalue().splitlines()]
    requests.setLevel(before)
    logger.removeHandler(handler)


def test_a_request_leaves_one_line_with_its_tenant(
    lines, dortmund: Tenant, client_for: Clients
) -> None:
    client_for(dortmund).get("/gibt-es-nicht/", {"q": "frau.yilmaz@post.example.org"})

    (line,) = lines()
    assert (line["tenant"], line["status"]) == ("dortmund", 404)
    assert line["message"] == "GET /gibt-es-nicht/"
    assert len(line["request"]) == 32
    assert line["milliseconds"] >= 0
    assert set(line) == {
        "time", "level", "logger", "message", "tenant", "request", "status", "milliseconds",
    }  # fmt: skip


def test_two_cities_lines_name_their_own(
    lines, dortmund: Tenant, duesseldorf: Tenant, client_for: Clients
) -> None:
    for tenant in (dortmund, duesseldorf):
        client_for(tenant).get("/")

    assert [line["tenant"] for line in lines()] == ["dortmund", "duesseldorf"]
    assert len({line["request"] for line in lines()}) == 2


def test_a_person_in_a_path_is_taken_out(lines, dortmund: Tenant, client_for: Clients) -> None:
    client_for(dortmund).get("/frau.yilmaz@post.example.org/")

    assert [line["message"] for line in lines()] == ["GET /[e-mail]/"]


@pytest.mark.parametrize("path", ["/-/health", "/-/ready"])
def test_what_watchdogs_ask_is_no_line(
    lines, dortmund: Tenant, client_for: Clients, path: str
) -> None:
    client_for(dortmund).get(path)

    assert lines() == []


@BEHIND
def test_the_proxys_id_is_kept(lines, dortmund: Tenant, client_for: Clients) -> None:
    client_for(dortmund).get("/", headers={"X-Request-Id": SAID})

    assert [line["request"] for line in lines()] == [SAID]


@BEHIND
def test_an_id_that_is_none_is_replaced(lines, dortmund: Tenant, client_for: Clients) -> None:
    client_for(dortmund).get("/", headers={"X-Request-Id": 'x"} {"level": "forged'})

    (line,) = lines()
    assert len(line["request"]) == 32


def test_without_a_proxy_nobodys_id_is_believed(
    lines, dortmund: Tenant, client_for: Clients
) -> None:
    client_for(dortmund).get("/", headers={"X-Request-Id": SAID})

    (line,) = lines()
    assert line["request"] != SAID


def test_a_traceback_stays_one_line_and_is_redacted(lines) -> None:
    try:
        raise ValueError('nobody@post.example.org said "no"')
    except ValueError:
        logging.getLogger("verbund.test").exception("It failed.")

    (line,) = lines()
    assert line["exception"].endswith('ValueError: [e-mail] said "no"')
    assert "tenant" in line


def test_an_id_ends_with_its_request() -> None:
    with request_id(SAID) as outer, request_id("a-preview-inside") as inner:
        assert (outer, inner) == (SAID, SAID)

    assert current_request_id() == ""

"""A host is wanted, proven by record or file, made canonical, given up; never served before."""

from collections.abc import Callable, Sequence
from typing import Any

import pytest
from django.core.exceptions import ValidationError
from django.test import Client

from verbund.onboarding.domain.canonical import make_canonical
from verbund.tenancy.domain.domains import check_claims, claim_domain, give_up_domain
from verbund.tenancy.domain.proofs import NotPublic, public_address
from verbund.tenancy.models import Domain, DomainClaim, OperatorAct, Tenant

HOST = "neu.example.org"


def nowhere(name: str) -> Sequence[str]:
    return ()


def never(host: str, address: str) -> str:
    raise AssertionError(f"{host} was asked at {address}")


def records(text: str) -> Callable[[str], Sequence[str]]:
    return lambda name: [text] if name == f"_verbund.{HOST}" else []


def status(host: str = HOST) -> int:
    return Client().get("/impressum/", headers={"host": host}).status_code


def claim(tenant: Tenant) -> str:
    """The text that proves it."""
    claim_domain(tenant, HOST)
    return f"verbund={DomainClaim.objects.get().token}"


def test_served_once_the_record_is_there(dortmund: Tenant) -> None:
    text = claim(dortmund)
    assert check_claims(records=records("verbund=x"), addresses=nowhere, fetch=never) == []
    assert status() == 404

    proven = check_claims(records=records(text), addresses=nowhere, fetch=never)

    assert proven == [HOST]
    assert (status(), status(f"www.{HOST}")) == (301, 301)
    assert not DomainClaim.objects.exists()
    assert [act.action for act in OperatorAct.objects.all()] == ["prove", "claim"]


def test_served_once_the_file_is_there(dortmund: Tenant) -> None:
    text = claim(dortmund)
    asked = []

    def fetch(host: str, address: str) -> str:
        asked.append((host, address))
        return f"{text}\n"

    check_claims(records=nowhere, addresses=lambda host: ["93.184.216.34"], fetch=fetch)

    assert asked == [(HOST, "93.184.216.34")]
    assert status() == 301


@pytest.mark.parametrize(
    "address",
    [
        "127.0.0.1",
        "10.1.2.3",
        "172.16.0.1",
        "192.168.1.1",
        "169.254.169.254",
        "100.64.0.1",
        "0.0.0.0",  # an address to be refused
        "224.0.0.1",
        "::1",
        "fe80::1",
        "fd00::1",
        "::ffff:10.0.0.1",
    ],
)
def test_a_file_is_never_asked_for_inside(dortmund: Tenant, address: str) -> None:
    claim(dortmund)

    check_claims(records=nowhere, addresses=lambda host: [address], fetch=never)

    assert status() == 404
    with pytest.raises(NotPublic):
        public_address(HOST, lambda host: ["93.184.216.34", address])


@pytest.mark.parametrize(
    ("domain", "said"),
    [
        ("www.neu.example.org", "www."),
        ("10.0.0.1", "10.0.0.1"),
        ("*.example.org", "example.org"),
        ("localhost", "localhost"),
        ("dortmund.test", "dortmund.test"),
        (f"{'a' * 200}.example.org", "aaa"),
        ("", "Feld"),
    ],
    ids=["www", "ip", "wildcard", "no-dot", "taken", "long", "empty"],
)
def test_what_is_no_domain_or_taken_is_refused(duesseldorf: Tenant, domain: str, said: str) -> None:
    with pytest.raises(ValidationError, match=said.replace("*", "")):
        claim_domain(duesseldorf, domain)

    assert not DomainClaim.objects.exists()


def test_umlauts_and_capitals_are_put_right(dortmund: Tenant) -> None:
    claim_domain(dortmund, "Müll.Example.org")

    assert DomainClaim.objects.get().domain == "xn--mll-hoa.example.org"


def test_two_sites_do_not_want_the_same_host(dortmund: Tenant, duesseldorf: Tenant) -> None:
    claim_domain(dortmund, HOST)

    with pytest.raises(ValidationError):
        claim_domain(duesseldorf, HOST)


def test_the_canonical_host_changes_and_the_old_one_leads_to_it(
    dortmund: Tenant, client_for: Any
) -> None:
    make_canonical(dortmund, "verband-dortmund.test")

    assert status("dortmund.test") == 301
    page = client_for(dortmund).get("/impressum/")
    assert (page.status_code, dortmund.canonical_domain) == (200, "verband-dortmund.test")


def test_a_host_that_is_not_proven_does_not_become_canonical(dortmund: Tenant) -> None:
    claim(dortmund)

    with pytest.raises(ValidationError):
        make_canonical(dortmund, HOST)


def test_a_redirect_is_given_up_and_the_canonical_host_is_not(dortmund: Tenant) -> None:
    give_up_domain(dortmund, "verband-dortmund.test")

    assert status("verband-dortmund.test") == 404
    with pytest.raises(ValidationError):
        give_up_domain(dortmund, "dortmund.test")
    with pytest.raises(ValidationError):
        give_up_domain(dortmund, "duesseldorf.test")
    assert Domain.objects.filter(domain="duesseldorf.test").exists()

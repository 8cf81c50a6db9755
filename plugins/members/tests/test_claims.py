"""Invitations of responsible people, and claims of an entry."""

import pytest
from django.core import mail

from plugins.members.domain import claims
from plugins.members.domain.people import organisations_of
from plugins.members.models import Claim
from plugins.members.tests.factories import entry
from verbund.plugin import MemberAccount
from verbund.tenancy.context import tenant_context

pytestmark = pytest.mark.usefixtures("db")
PEOPLE = [{"email": "a@verein.example", "name": "Ada"}, {"email": "b@verein.example"}]


def claim_of(organisation, **values):
    usual = {"name": "Carla", "email": "c@verein.example", "role": "Vorsitzende"}
    return claims.ask_for(Claim(organisation=organisation, **{**usual, **values}))


def test_each_responsible_person_is_invited(in_dortmund):
    made = entry("Verein", responsibles=PEOPLE)

    accounts = claims.invite(made, "Demo Admin")

    assert [account.email for account in accounts] == ["a@verein.example", "b@verein.example"]
    assert {one.account_id for one in made.responsibles.all()} == {one.pk for one in accounts}
    assert [letter.to for letter in mail.outbox] == [["a@verein.example"], ["b@verein.example"]]
    assert "Verein" in mail.outbox[0].body
    assert "Demo Admin" in mail.outbox[0].subject
    assert "/konto/link/" in mail.outbox[0].body


def test_without_a_person_nobody_is_invited(in_dortmund):
    with pytest.raises(claims.NobodyToInvite):
        claims.invite(entry("Verein"), "Demo Admin")

    assert mail.outbox == []


def test_an_accepted_claim_may_act(in_dortmund):
    made = entry("Verein", responsibles=PEOPLE[:1])

    claims.accept(claim_of(made), "Demo Admin")

    account = MemberAccount.objects.get(email="c@verein.example")
    assert list(organisations_of(account)) == [made]
    assert mail.outbox[-1].to == ["c@verein.example"]
    assert made.changes.first().fields[0]["field"] == "responsibles"


def test_a_refused_claim_reads_why(in_dortmund):
    made = entry("Verein")

    claims.refuse(claim_of(made), "Demo Admin", "Bitte rufen Sie uns an.")

    assert made.responsibles.count() == 0
    assert "Bitte rufen Sie uns an." in mail.outbox[-1].body


def test_nobody_decides_twice(in_dortmund):
    claim = claim_of(entry("Verein"))
    claims.accept(claim, "Demo Admin")

    with pytest.raises(claims.AlreadyDone):
        claims.refuse(claim, "Andere", "Nein.")

    assert claim.organisation.responsibles.count() == 1


def test_asking_twice_is_one_claim(in_dortmund):
    made = entry("Verein")
    claim_of(made)
    claim_of(made, name="Carla Neu")

    assert [one.name for one in Claim.objects.all()] == ["Carla Neu"]


def test_the_other_city_hears_nothing(dortmund, duesseldorf):
    with tenant_context(dortmund):
        claims.accept(claim_of(entry("Verein")), "Demo Admin")

    with tenant_context(duesseldorf):
        assert Claim.objects.count() == 0
        assert MemberAccount.objects.filter(email="c@verein.example").count() == 0

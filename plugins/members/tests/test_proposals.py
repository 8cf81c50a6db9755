"""Changes of an organisation wait as a proposal; staff take over all of it or single fields."""

import pytest
from django.core import mail
from django.core.exceptions import ValidationError

from plugins.members.domain import proposals
from plugins.members.domain.claims import AlreadyDone
from plugins.members.domain.lines import lines_of
from plugins.members.domain.recording import change_entry
from plugins.members.enums import ChangeWay, ContactKind
from plugins.members.inbox import ProposalStatus
from plugins.members.models import Organisation, Proposal
from plugins.members.tests.factories import contact, entry
from verbund.tenancy.context import tenant_context
from verbund.tenancy.domain.plugins import set_plugin

pytestmark = pytest.mark.usefixtures("db")
ERIKA = proposals.Editor("Erika Muster", "erika@verein.example")
NEW = {
    "texts.de.summary": "Neu.",
    "short_name": "TV",
    "terms.topic": ["bildung", "kultur"],
    "contacts": [contact(ContactKind.PHONE, "0231 1", "web")],
}


@pytest.fixture
def made(in_dortmund):
    return entry("Testverein", summary="Alt.", topics=["bildung"])


def sent(organisation, changes=NEW):
    proposals.save_changes(organisation, changes, ERIKA)
    return proposals.send(organisation, ERIKA)


def fresh(organisation):
    return Organisation.objects.get(pk=organisation.pk)


def test_until_it_is_cleared_the_old_stands(made):
    proposal = sent(made)

    assert proposal.status == ProposalStatus.SENT
    assert fresh(made).texts.get().summary == "Alt."
    assert {line.label: (line.old, line.new) for line in lines_of(proposal)} == {
        "in ein, zwei Sätzen (de)": ("Alt.", "Neu."),
        "Kurzname": ("", "TV"),
        "Themen": ("Bildung", "Bildung, Kultur"),
        "Kontakte": ("", "0231 1 [auf der Website; Vorstand]"),
    }


def test_all_of_it_is_taken_over(made):
    proposal = sent(made)

    proposals.decide(proposal, set(NEW), "Anna", "", proposal.version)

    now = fresh(made)
    assert (now.short_name, now.texts.get().summary) == ("TV", "Neu.")
    assert now.contacts.get().value == "0231 1"
    assert sorted(term.slug for term in now.terms.all()) == ["bildung", "kultur"]
    assert now.confirmed_by == "Erika Muster"
    change = now.changes.first()
    assert (change.by, change.way) == ("Erika Muster / Anna", ChangeWay.ACCOUNT)
    assert mail.outbox[-1].to == ["erika@verein.example"]
    assert "öffentlich" in mail.outbox[-1].subject


def test_single_fields_are_taken_over_and_the_rest_has_a_reason(made):
    proposal = sent(made)

    proposals.decide(proposal, {"short_name"}, "Anna", "Bitte kürzer.", proposal.version)

    now = fresh(made)
    assert (now.short_name, now.texts.get().summary) == ("TV", "Alt.")
    assert Proposal.objects.get().status == ProposalStatus.PARTLY
    assert "Bitte kürzer." in mail.outbox[-1].body
    assert "Kontakte" in mail.outbox[-1].body


def test_a_rejection_without_a_reason_is_none(made):
    proposal = sent(made)

    with pytest.raises(ValidationError) as error:
        proposals.decide(proposal, set(), "Anna", " ", proposal.version)

    assert "reason" in error.value.message_dict
    assert mail.outbox == []


def test_rejected(made):
    proposal = sent(made)

    proposals.decide(proposal, set(), "Anna", "Stimmt nicht.", proposal.version)

    assert fresh(made).short_name == ""
    assert proposals.open_proposal(made) is None
    assert "Stimmt nicht." in mail.outbox[-1].body


def test_nobody_decides_twice(made):
    proposal = sent(made)
    proposals.decide(proposal, set(NEW), "Anna", "", proposal.version)

    with pytest.raises(AlreadyDone):
        proposals.decide(proposal, set(), "Bert", "Nein.", proposal.version)


def test_what_the_organisation_changes_meanwhile_is_looked_at_first(made):
    proposal = sent(made)
    proposals.save_changes(made, {"short_name": "Anders"}, ERIKA)

    with pytest.raises(proposals.ChangedMeanwhile):
        proposals.decide(proposal, set(NEW), "Anna", "", proposal.version)

    assert fresh(made).short_name == ""


def test_what_staff_changed_meanwhile_is_told(made):
    proposal = sent(made)
    change_entry(made, {"short_name": "VON UNS"}, ChangeWay.ADMIN, "Anna")

    told = {line.key: line.conflict for line in lines_of(proposal)}

    assert told["short_name"] is True
    assert told["texts.de.summary"] is False


def test_what_staff_took_over_by_hand_is_no_line(made):
    proposal = sent(made)
    change_entry(made, {"short_name": "TV"}, ChangeWay.ADMIN, "Anna")

    assert "short_name" not in {line.key for line in lines_of(proposal)}


def test_back_to_the_old_is_no_proposal(made):
    proposals.save_changes(made, {"short_name": "TV"}, ERIKA)
    proposals.save_changes(made, {"short_name": ""}, ERIKA)

    assert Proposal.objects.count() == 0
    assert proposals.send(made, ERIKA) is None


def test_what_can_not_be_is_told_before_it_is_sent(made):
    with pytest.raises(ValidationError):
        sent(made, {"terms.topic": ["gibt-es-nicht"]})

    assert Proposal.objects.get().status == ProposalStatus.DRAFT


@pytest.mark.parametrize(("at_once", "summary"), [(True, "Neu."), (False, "Alt.")])
def test_trusted_organisations(in_dortmund, made, at_once, summary):
    set_plugin(in_dortmund, "members", enabled=True, settings={"trusted_at_once": at_once})
    made.trusted = True
    made.save()

    sent(made)

    assert fresh(made).texts.get().summary == summary


def test_the_other_city_has_none_of_it(dortmund, duesseldorf):
    with tenant_context(dortmund):
        sent(entry("Testverein"))

    with tenant_context(duesseldorf):
        assert Proposal.objects.count() == 0

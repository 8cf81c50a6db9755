"""Changes by an organisation: saved as they are typed, sent, then accepted or rejected by field."""

from collections.abc import Collection
from dataclasses import dataclass

from django.conf import settings
from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from plugins.members.domain.claims import AlreadyDone
from plugins.members.domain.flat import Flat, changed, flat_of, with_changes, without_empty_texts
from plugins.members.domain.letters import decision_letter
from plugins.members.domain.recording import change_entry
from plugins.members.domain.state import State, state_of
from plugins.members.domain.writing import write_state
from plugins.members.enums import ChangeWay
from plugins.members.inbox import OPEN, ProposalStatus
from plugins.members.models import Organisation, Proposal
from verbund.plugin import plugin_settings, send_letter

_REASON = _("Say why: the organisation reads it in a mail.")
LANGUAGES = tuple(code for code, name in settings.LANGUAGES)


class ChangedMeanwhile(Exception):
    """The proposal is another than the one that was looked at."""


@dataclass(frozen=True)
class Editor:
    """Who changes an entry; known by account, or by the address of the mail that she opened."""

    name: str
    email: str

    def __str__(self) -> str:
        return self.name or self.email


def open_proposal(organisation: Organisation) -> Proposal | None:
    """The one that its people work on, or that waits for staff."""
    return organisation.proposals.filter(status__in=OPEN).first()


def values_of(organisation: Organisation) -> Flat:
    """The entry by field as its people see it: with what they changed and nobody cleared yet."""
    values = flat_of(state_of(organisation), LANGUAGES)
    proposal = open_proposal(organisation)
    return values | (proposal.state if proposal else {})


def save_changes(organisation: Organisation, changes: Flat, editor: Editor) -> Proposal | None:
    """Keeps changed fields in the open proposal; one that changes nothing any more goes.

    A proposal that was sent stays sent: staff see what it says now.
    """
    with transaction.atomic():
        Organisation.objects.select_for_update().get(pk=organisation.pk)
        current = flat_of(state_of(organisation), LANGUAGES)
        proposal = open_proposal(organisation) or Proposal(organisation=organisation)
        base = {key: current.get(key) for key in changes} | proposal.base
        state = changed(base, proposal.state | changes)
        if not state:
            if proposal.pk:
                proposal.delete()
            return None
        proposal.base = {key: base[key] for key in state}
        proposal.state = state
        proposal.by, proposal.email = editor.name, editor.email
        proposal.version += 1 if proposal.pk else 0
        proposal.save()
        return proposal


def send(organisation: Organisation, editor: Editor) -> Proposal | None:
    """Hands the changes to staff; of a trusted organisation they are public at once.

    :raises ValidationError: something in it can't be.
    """
    proposal = open_proposal(organisation)
    if proposal is None:
        return None
    check(proposal)
    proposal.status = ProposalStatus.SENT
    proposal.sent_at = timezone.now()
    proposal.by, proposal.email = editor.name, editor.email
    proposal.save()
    if organisation.trusted and plugin_settings("members").trusted_at_once:
        _apply(proposal, set(proposal.state), str(editor))
        _close(proposal, ProposalStatus.ACCEPTED, "")
    return proposal


def withdraw(organisation: Organisation) -> None:
    """Takes back all that is not public yet."""
    organisation.proposals.filter(status__in=OPEN).delete()


def check(proposal: Proposal) -> None:
    """:raises ValidationError: what is proposed could not be written. Writes nothing."""
    organisation = Organisation.objects.get(pk=proposal.organisation_id)
    try:
        with transaction.atomic():
            write_state(organisation, proposed_state(proposal))
            raise _Fits
    except _Fits:
        return


def proposed_state(proposal: Proposal, keys: Collection[str] | None = None) -> State:
    """The entry as it would be with these fields (default: all) of the proposal."""
    wanted = {key: value for key, value in proposal.state.items() if keys is None or key in keys}
    return without_empty_texts(with_changes(state_of(proposal.organisation), wanted))


def decide(
    proposal: Proposal, accepted: Collection[str], by: str, reason: str, version: int
) -> Proposal:
    """Takes over the accepted fields, drops the others, and tells the organisation.

    :raises AlreadyDone: somebody else decided it. :raises ChangedMeanwhile: the organisation
        changed it after ``version``. :raises ValidationError: it can't be written.
    """
    with transaction.atomic():
        locked = Proposal.objects.select_for_update().get(pk=proposal.pk)
        if locked.status != ProposalStatus.SENT:
            raise AlreadyDone(str(locked))
        if locked.version != version:
            raise ChangedMeanwhile
        taken = set(accepted) & set(locked.state)
        refused = [key for key in locked.state if key not in taken]
        if refused and not reason.strip():
            raise ValidationError({"reason": _REASON})
        if taken:
            _apply(locked, taken, f"{locked.by or locked.email} / {by}")
        locked.refused, locked.reason = refused, reason.strip()
        _close(locked, _outcome(taken, refused), by)
        if locked.email:
            send_letter(
                locked.email,
                lambda: decision_letter(locked),
                about=f"members.proposal:{locked.pk}",
            )
    return locked


def _apply(proposal: Proposal, keys: Collection[str], by: str) -> None:
    """Who sends changes says with it that the rest is still true."""
    organisation = Organisation.objects.get(pk=proposal.organisation_id)
    state = proposed_state(proposal, keys)
    day = timezone.localdate(proposal.sent_at)
    state["confirmed_on"] = day.isoformat()
    state["confirmed_by"] = (proposal.by or proposal.email)[:120]
    change_entry(organisation, state, ChangeWay.ACCOUNT, by[:150])


def _close(proposal: Proposal, status: ProposalStatus, by: str) -> None:
    proposal.status, proposal.decided_by = status, by
    proposal.decided_at = timezone.now()
    proposal.save()


def _outcome(taken: Collection[str], refused: Collection[str]) -> ProposalStatus:
    if not refused:
        return ProposalStatus.ACCEPTED
    return ProposalStatus.PARTLY if taken else ProposalStatus.REJECTED


class _Fits(Exception):
    """Ends the trial, so that what it wrote is taken back."""

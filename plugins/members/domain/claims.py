"""Who may act for an entry: invitations, and “this entry is ours”, which staff check."""

from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import override

from plugins.members.domain.recording import recorded
from plugins.members.enums import ChangeWay
from plugins.members.models import Claim, Organisation, Responsible
from verbund.plugin import Letter, MemberAccount, current_tenant, invite_member, send_letter

START = "/konto/eintrag/"


class NobodyToInvite(Exception):
    """No responsible person is named in the entry."""


class AlreadyDone(Exception):
    """Somebody else decided it meanwhile."""


def invite(organisation: Organisation, by: str) -> list[MemberAccount]:
    """Mails each responsible person a link into the account that acts for this entry.

    :param by: who invites, as people read it.
    :raises NobodyToInvite: nobody is named.
    """
    people = list(organisation.responsibles.all())
    if not people:
        raise NobodyToInvite(organisation.name)
    return [_invite(one, organisation, by) for one in people]


def ask_for(claim: Claim) -> Claim:
    """Keeps a claim for staff; the second of the same address replaces the first."""
    Claim.objects.filter(
        organisation=claim.organisation, email__iexact=claim.email, done_at=None
    ).delete()
    claim.save()
    return claim


def accept(claim: Claim, by: str) -> None:
    """The person may act for the entry, and is invited.

    :raises AlreadyDone: it was decided before.
    """
    _decide(claim, True, by)
    organisation = claim.organisation
    known = organisation.responsibles.filter(email__iexact=claim.email).first()
    if known is None:
        with recorded(organisation, ChangeWay.ADMIN, by):
            known = Responsible.objects.create(
                organisation=organisation, email=claim.email.lower(), name=claim.name
            )
    _invite(known, organisation, by)


def refuse(claim: Claim, by: str, reason: str) -> None:
    """Says no, with a reason that the person reads.

    :raises AlreadyDone: it was decided before.
    """
    _decide(claim, False, by)
    send_letter(claim.email, lambda: _refusal(claim, reason), about=f"members.claim:{claim.pk}")


def _decide(claim: Claim, accepted: bool, by: str) -> None:
    # Two people at once: the second is told.
    changed = Claim.objects.filter(pk=claim.pk, done_at=None).update(
        accepted=accepted, done_at=timezone.now(), done_by=by
    )
    if not changed:
        raise AlreadyDone(str(claim))


def _invite(person: Responsible, organisation: Organisation, by: str) -> MemberAccount:
    # The reason stands in a German mail, whatever the language of whoever presses the button.
    with override("de"):
        reason = _("You may keep the entry of %s: change it, confirm it, add offers.")
        text = reason % organisation.name
    account = invite_member(
        person.email, name=person.name, invited_by=by, reason=text, next_url=START
    )
    if person.account_id != account.pk:
        person.account = account
        person.save(update_fields=["account"])
    return account


def _refusal(claim: Claim, reason: str) -> Letter:
    name = claim.organisation.name
    return Letter(
        subject=_("Your request about the entry of %s") % name,
        heading=_("We could not hand you the entry"),
        text=(
            _("You asked to keep the entry of %s.") % name,
            reason,
        ),
        after=(_("Questions? Answer this mail, and %s helps you.") % current_tenant().association,),
    )

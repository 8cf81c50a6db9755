"""What an invited person reads: who invites her, to what, and until when."""

from dataclasses import dataclass

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import override

from verbund.accounts.models import Invitation, User
from verbund.accounts.roles_list import description_of
from verbund.common.dates import german_datetime
from verbund.mailing.letters import Letter
from verbund.tenancy.context import current_tenant

LANGUAGE = "de"


@dataclass(frozen=True)
class InvitationLetter:
    """``write`` is called in the reader's language; ``path`` is the link's, without a host."""

    invitation: Invitation
    path: str

    def write(self) -> Letter:
        role, tenant = self.invitation.role.name, current_tenant()
        words = {"site": tenant.association, "role": role}
        until = german_datetime(self.invitation.expires_at)
        return Letter(
            subject=_("Invitation: %(role)s at %(site)s") % words,
            heading=_("You are invited"),
            text=(
                _("Hello %s,") % self.invitation.name if self.invitation.name else _("Good day,"),
                told(self.invitation),
                description_of(role),
            ),
            action=(_("Accept the invitation"), self.path),
            after=(
                _("The link can be used once, until %s.") % until,
                _("You don't know us? Then there is nothing to do."),
            ),
        )


def invitation_letter(invitation: Invitation, secret: str) -> InvitationLetter:
    with override(LANGUAGE):
        path = reverse("accounts_invitation:accept", args=[secret])
    return InvitationLetter(invitation, path)


def told(invitation: Invitation) -> str:
    """Who invites whom to what, in a sentence."""
    words = {
        "who": _name_of(invitation.invited_by),
        "site": current_tenant().association,
        "role": invitation.role.name,
    }
    if invitation.invited_by is None:
        operators = _(
            "The operators of the platform invite you to work on the site of %(site)s, as %(role)s."
        )
        return operators % words
    return _("%(who)s invites you to work on the site of %(site)s, as %(role)s.") % words


def _name_of(person: User | None) -> str:
    return (person.get_full_name() or person.email) if person else ""

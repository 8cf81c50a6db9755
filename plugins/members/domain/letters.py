"""What the directory writes to organisations; each function is called in the reader's language."""

from django.utils.translation import gettext as _

from plugins.members.domain.differences import label_of
from plugins.members.inbox import ProposalStatus
from plugins.members.models import Proposal
from verbund.plugin import Letter

ENTRY = "/konto/eintrag/"


def decision_letter(proposal: Proposal) -> Letter:
    """What became of the changes that an organisation sent."""
    name = proposal.organisation.name
    if proposal.status == ProposalStatus.ACCEPTED:
        return Letter(
            subject=_("Your changes are public: %s") % name,
            heading=_("Your changes are public"),
            text=(
                _("We have taken over all that you changed in the entry of %s. Thank you!") % name,
            ),
            action=(_("To my entry"), ENTRY),
        )
    refused = ", ".join(str(label_of(key)) for key in proposal.refused)
    partly = proposal.status == ProposalStatus.PARTLY
    return Letter(
        subject=_("About your changes: %s") % name,
        heading=_("Not all of it could be taken over") if partly else _("Your changes"),
        text=(
            _("These fields of the entry of %(name)s stay as they were: %(fields)s.")
            % {"name": name, "fields": refused},
            proposal.reason,
        ),
        action=(_("To my entry"), ENTRY),
        after=(_("You may change the entry again at any time."),),
    )

"""What somebody is in a site: address, roles, whether she may log in; and what of it changed."""

from dataclasses import dataclass

from django.utils.translation import gettext as _

from verbund.accounts.domain.invitations import withdraw_beyond_reach
from verbund.accounts.journal import record
from verbund.accounts.journal_actions import Act
from verbund.accounts.models import User
from verbund.mailing.letters import Letter, send_letter
from verbund.tenancy.context import current_tenant


@dataclass(frozen=True)
class Standing:
    """Her address, her roles by name, and whether the account is in use."""

    email: str
    roles: frozenset[str]
    is_active: bool


def standing_of(user: User) -> Standing:
    """As the database has it, whatever a form has put into ``user`` meanwhile."""
    stored = User.objects.get(pk=user.pk)
    roles = stored.groups.values_list("name", flat=True)
    return Standing(stored.email, frozenset(roles), stored.is_active)


def record_change(user: User, before: Standing, by: User) -> None:
    """Writes into the log what is no longer as it was."""
    now = standing_of(user)
    if now != before:
        withdraw_beyond_reach(User.objects.get(pk=user.pk))
    if now.roles != before.roles:
        record(Act.ROLES_CHANGED, user, user=by, old=sorted(before.roles), new=sorted(now.roles))
    if now.is_active != before.is_active:
        act = Act.ACCOUNT_OPENED if now.is_active else Act.ACCOUNT_CLOSED
        record(act, user, user=by)
    if now.email != before.email:
        record(Act.ADDRESS_CHANGED, user, user=by)
        send_letter(before.email, _address_letter)


def _address_letter() -> Letter:
    """To the old address: whoever reads it may not have asked for this."""
    tenant = current_tenant()
    mail = tenant.contact.get("email", "")
    return Letter(
        subject=_("Your account at %s has another address") % tenant.association,
        heading=_("Another address for your account"),
        text=(
            _("An admin of the site has given your account another e-mail address."),
            _("From now on you log in with that one, and mails go there."),
        ),
        after=(_("You know nothing of it? Please ask at once: %s") % (mail or tenant.base_url),),
    )

"""What somebody is in a site, her roles and whether she may log in, and what of it changed."""

from dataclasses import dataclass

from verbund.accounts.domain.invitations import withdraw_beyond_reach
from verbund.accounts.journal import record
from verbund.accounts.journal_actions import Act
from verbund.accounts.models import User


@dataclass(frozen=True)
class Standing:
    """Roles by name, and whether the account is in use."""

    roles: frozenset[str]
    is_active: bool


def standing_of(user: User) -> Standing:
    """As the database has it, whatever a form has put into ``user`` meanwhile."""
    stored = User.objects.get(pk=user.pk)
    roles = stored.groups.values_list("name", flat=True)
    return Standing(frozenset(roles), stored.is_active)


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

"""What accounts hear of: somebody logged in."""

from typing import Any

from django.contrib.auth.signals import user_logged_in
from django.db.models.signals import m2m_changed

from verbund.accounts.domain.idle import back_again
from verbund.accounts.journal import record
from verbund.accounts.journal_actions import Act
from verbund.accounts.login import sessions
from verbund.accounts.models import User
from verbund.plugin.contributions import Receiver


def note_login(user: Any, **kwargs: Any) -> None:
    if user.support_for is None:  # support says more of itself
        record(Act.LOGGED_IN, user, user=user)
    back_again(user)


def end_sessions(instance: Any, action: str, reverse: bool, pk_set: Any, **kwargs: Any) -> None:
    """Other roles, other rights: whoever is logged in with the old ones logs in anew."""
    if not action.startswith("post_"):
        return
    people = User.objects.filter(pk__in=pk_set or ()) if reverse else [instance]
    for user in people:
        sessions.end_all(user)


receivers = (
    Receiver("journal_login", user_logged_in, note_login),
    Receiver("sessions_end_with_roles", m2m_changed, end_sessions, lambda: User.groups.through),
)

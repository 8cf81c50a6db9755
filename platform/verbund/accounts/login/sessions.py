"""Sessions of staff: a list for their owner, and their end when something about her changes."""

from allauth.usersessions.models import UserSession
from django.contrib.sessions.models import Session

from verbund.accounts.models import User


def end_all(user: User, kept: str = "") -> int:
    """Ends the sessions of a person but the one with the key ``kept``; returns how many."""
    rows = UserSession.objects.filter(user=user).exclude(session_key=kept)
    keys = list(rows.values_list("session_key", flat=True))
    Session.objects.filter(session_key__in=keys).delete()
    rows.delete()
    return len(keys)

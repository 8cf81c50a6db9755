"""What accounts hear of: somebody logged in."""

from typing import Any

from django.contrib.auth.signals import user_logged_in

from verbund.accounts.journal import record
from verbund.accounts.journal_actions import Act
from verbund.plugin.contributions import Receiver


def note_login(user: Any, **kwargs: Any) -> None:
    record(Act.LOGGED_IN, user, user=user)


receivers = (Receiver("journal_login", user_logged_in, note_login),)

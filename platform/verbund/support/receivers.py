"""What support hears of: a stand-in logged out, by whichever button."""

from typing import Any

from django.contrib.auth.signals import user_logged_out

from verbund.accounts.models import User
from verbund.plugin.contributions import Receiver
from verbund.support.domain.logins import end_of


def end_login(user: Any, **kwargs: Any) -> None:
    if isinstance(user, User) and user.support_for is not None:
        end_of(user)


receivers = (Receiver("support_ends_with_logout", user_logged_out, end_login),)

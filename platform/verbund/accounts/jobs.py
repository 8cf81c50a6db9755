"""Accounts' work in the background."""

from importlib import import_module

from django.conf import settings

from verbund.accounts.domain.idle import remind_idle
from verbund.plugin.contributions import Job


def clear_sessions() -> None:
    """Removes sessions that have ended; each schema has its own table of them."""
    import_module(settings.SESSION_ENGINE).SessionStore.clear_expired()


jobs = (
    Job("clear_sessions", clear_sessions, cron="17 3 * * *"),
    # What has run out goes by the retention rules (privacy.py), after these mails.
    Job("remind_idle", remind_idle, cron="27 3 * * *"),
)

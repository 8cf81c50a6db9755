"""Accounts' work in the background."""

from importlib import import_module

from django.conf import settings

from verbund.accounts.journal import drop_outdated
from verbund.plugin.contributions import Job


def clear_sessions() -> None:
    """Removes sessions that have ended; each schema has its own table of them."""
    import_module(settings.SESSION_ENGINE).SessionStore.clear_expired()


def shorten_journal() -> None:
    """Lines of the log go when their set time is over."""
    drop_outdated()


jobs = (
    Job("clear_sessions", clear_sessions, cron="17 3 * * *"),
    Job("shorten_journal", shorten_journal, cron="27 3 * * *"),
)

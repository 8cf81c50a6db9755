"""What of the inbox is to do: a line for each kind of thing that waits."""

from collections.abc import Sequence

from django.http import HttpRequest
from django.urls import reverse
from django.utils.translation import ngettext

from plugins.members.domain import inbox
from plugins.members.inbox_admin import INBOX, PERMISSION
from verbund.plugin import Panel, TodoItem


def waiting(request: HttpRequest) -> Sequence[TodoItem]:
    """A line for each kind of thing that waits; a link to its part of the inbox."""
    if not request.user.has_perm(PERMISSION):
        return ()
    url = reverse(INBOX)
    counted = (
        (
            inbox.proposals_to_clear().count(),
            lambda n: ngettext(
                "%d entry has changes to check", "%d entries have changes to check", n
            ),
            "aenderungen",
        ),
        (
            inbox.open_claims().count(),
            lambda n: ngettext("%d person claims an entry", "%d people claim an entry", n),
            "ansprueche",
        ),
        (
            inbox.applicants().count(),
            lambda n: ngettext(
                "%d organisation wants to be in the directory",
                "%d organisations want to be in the directory",
                n,
            ),
            "antraege",
        ),
        (
            inbox.open_reports().count(),
            lambda n: ngettext("%d error is reported", "%d errors are reported", n),
            "fehler",
        ),
        (
            inbox.open_problems().count(),
            lambda n: ngettext(
                "%d address takes no mail any more", "%d addresses take no mail any more", n
            ),
            "zustellung",
        ),
    )
    return [
        TodoItem(words(count) % count, count, f"{url}#{part}") for count, words, part in counted
    ]


inbox_panel = Panel("members_inbox", waiting, order=150)

"""What of the entries is to do, each line with the list behind it."""

from django.http import HttpRequest
from django.urls import reverse
from django.utils.translation import ngettext

from plugins.members.domain import standing
from plugins.members.domain.duplicates import pairs
from plugins.members.models import Organisation
from verbund.plugin import Panel, TodoItem

LIST = "wagtailsnippets_members_organisation:list"


def todo_items(request: HttpRequest) -> list[TodoItem]:
    """For those who keep entries: applicants, what is not confirmed or not allowed, duplicates."""
    if not request.user.has_perm("members.change_organisation"):
        return []
    entries, path = Organisation.objects.all(), reverse(LIST)
    applicants = standing.applicants(entries).count()
    unconfirmed = standing.unconfirmed(entries).count()
    silent = standing.with_consent(entries, standing.ConsentStatus.NONE).count()
    alike = len(pairs())
    items = (
        TodoItem(
            ngettext("%d applicant for membership", "%d applicants for membership", applicants)
            % applicants,
            applicants,
            f"{path}?stand=applicant",
        ),
        TodoItem(
            ngettext("%d entry is not confirmed", "%d entries are not confirmed", unconfirmed)
            % unconfirmed,
            unconfirmed,
            f"{path}?bestaetigt=nein",
        ),
        TodoItem(
            ngettext(
                "%d entry has no contact that may be shown",
                "%d entries have no contact that may be shown",
                silent,
            )
            % silent,
            silent,
            f"{path}?einwilligung=keine",
        ),
        TodoItem(
            ngettext("%d pair of entries looks alike", "%d pairs of entries look alike", alike)
            % alike,
            alike,
            reverse("members_admin:duplicates"),
        ),
    )
    return [item for item in items if item.count]


directory_panel = Panel("members", todo_items, order=300)

"""Where an item stands between first words and archive, as editors think of it."""

from django.contrib.auth.models import AnonymousUser
from django.db import models
from django.db.models import IntegerField, Q, QuerySet
from django.db.models.functions import Cast
from django.utils.translation import gettext_lazy as _
from wagtail.models import Revision, WorkflowState
from wagtail.permission_policies.pages import PagePermissionPolicy

from plugins.news.models import NewsPage
from verbund.plugin import User


class State(models.TextChoices):
    DRAFT = "entwurf", _("Draft")
    REVIEW = "pruefung", _("Waiting for review")
    SCHEDULED = "geplant", _("Scheduled")
    EMBARGO = "sperrfrist", _("Under embargo")
    LIVE = "oeffentlich", _("Public")
    EXPIRED = "abgelaufen", _("Expired")


def items_of(user: User | AnonymousUser) -> "QuerySet[NewsPage]":
    """What somebody may work on: editors on everything, authors on their own."""
    return PagePermissionPolicy(NewsPage).instances_user_has_permission_for(user, "change")


def in_state(items: "QuerySet[NewsPage]", state: State) -> "QuerySet[NewsPage]":
    """Items in one of the states; a public item with unfinished changes is a draft too."""
    return items.filter(_CONDITIONS[state]())


def _in_review() -> Q:
    return Q(pk__in=_page_keys(WorkflowState.objects.active()))


def _approved() -> Q:
    waiting = Revision.page_revisions.filter(approved_go_live_at__isnull=False)
    return Q(pk__in=_page_keys(waiting))


def _page_keys(rows: "QuerySet[models.Model]") -> "QuerySet[models.Model]":
    # Wagtail keeps the keys of pages as text; "base" tells pages from other things.
    of_pages = rows.filter(base_content_type__app_label="wagtailcore")
    return of_pages.annotate(page_key=Cast("object_id", IntegerField())).values("page_key")


_CONDITIONS = {
    State.DRAFT: lambda: (
        Q(has_unpublished_changes=True, expired=False) & ~_in_review() & ~_approved()
    ),
    State.REVIEW: _in_review,
    State.SCHEDULED: lambda: _approved() & Q(pressreleasepage__embargo_until__isnull=True),
    State.EMBARGO: lambda: _approved() & Q(pressreleasepage__embargo_until__isnull=False),
    State.LIVE: lambda: Q(live=True),
    State.EXPIRED: lambda: Q(expired=True),
}

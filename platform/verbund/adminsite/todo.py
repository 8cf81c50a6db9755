"""What a person finds under *Zu tun* about pages, and the lists behind it."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from django.db.models import IntegerField, Q, QuerySet
from django.db.models.functions import Cast
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext
from wagtail.models import Page, TaskState, WorkflowState, get_default_page_content_type
from wagtail.permissions import policy_registry

from verbund.accounts.models import User

WAITING = (WorkflowState.STATUS_IN_PROGRESS, WorkflowState.STATUS_NEEDS_CHANGES)


@dataclass(frozen=True)
class TaskList:
    """A list of pages that wait for somebody; ``line`` says how many (%(count)d)."""

    name: str
    title: Any
    line: Callable[[int], str]
    pages: Callable[[User], "QuerySet[Page]"]
    icon: str
    urgent: bool = False


def pages_to_review(user: User) -> "QuerySet[Page]":
    """Submitted, and this person may approve them."""
    states = TaskState.objects.reviewable_by(user).filter(
        workflow_state__base_content_type=get_default_page_content_type()
    )
    keys = states.values_list("workflow_state__object_id", flat=True)
    return Page.objects.filter(pk__in=[int(key) for key in keys])


def pages_sent_back(user: User) -> "QuerySet[Page]":
    """Her own submissions that a reviewer wants changed."""
    return _pages_in(_states(requested_by=user, status=WorkflowState.STATUS_NEEDS_CHANGES))


def pages_submitted(user: User) -> "QuerySet[Page]":
    """Her own submissions that nobody has looked at yet."""
    return _pages_in(_states(requested_by=user, status=WorkflowState.STATUS_IN_PROGRESS))


def pages_drafted(user: User) -> "QuerySet[Page]":
    """What she last worked on and has neither published, submitted nor scheduled."""
    waiting = _pages_in(_states(status__in=WAITING))
    drafts = Page.objects.filter(has_unpublished_changes=True, latest_revision__user=user)
    return drafts.exclude(pk__in=waiting.values("pk")).exclude(pk__in=_scheduled().values("pk"))


def pages_scheduled(user: User) -> "QuerySet[Page]":
    """What will appear by itself, among the pages that she may publish or wrote."""
    policy = policy_registry.get_by_type(Page)
    publishable = policy.instances_user_has_permission_for(user, "publish")
    return _scheduled().filter(Q(owner=user) | Q(pk__in=publishable.values("pk")))


def _scheduled() -> "QuerySet[Page]":
    return Page.objects.annotate_approved_schedule().filter(_approved_schedule=True)


def _states(**filters: Any) -> "QuerySet[WorkflowState]":
    # Snippets can be reviewed too: a page's key is compared with pages' keys alone.
    pages = get_default_page_content_type()
    return WorkflowState.objects.filter(base_content_type=pages, **filters)


def _pages_in(states: "QuerySet[WorkflowState]") -> "QuerySet[Page]":
    # Wagtail keeps the keys of any model as text.
    keys = states.annotate(page_id=Cast("object_id", IntegerField())).values("page_id")
    return Page.objects.filter(pk__in=keys)


LISTS = (
    TaskList(
        "review",
        _("Waiting for review"),
        lambda n: ngettext("%d page waits for review", "%d pages wait for review", n) % n,
        pages_to_review,
        icon="tick-inverse",
        urgent=True,
    ),
    TaskList(
        "changes",
        _("Sent back to you"),
        lambda n: ngettext("%d page came back to you", "%d pages came back to you", n) % n,
        pages_sent_back,
        icon="undo",
        urgent=True,
    ),
    TaskList(
        "drafts",
        _("Your drafts"),
        lambda n: ngettext("%d draft of yours", "%d drafts of yours", n) % n,
        pages_drafted,
        icon="edit",
    ),
    TaskList(
        "submitted",
        _("Submitted by you"),
        lambda n: (
            ngettext("%d submission is being reviewed", "%d submissions are being reviewed", n) % n
        ),
        pages_submitted,
        icon="time",
    ),
    TaskList(
        "scheduled",
        _("Scheduled"),
        lambda n: ngettext("%d page appears by itself", "%d pages appear by themselves", n) % n,
        pages_scheduled,
        icon="calendar-check",
    ),
)

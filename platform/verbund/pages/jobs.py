"""Pages appear and end by the minute that their editors chose."""

import logging
from collections.abc import Callable, Iterator
from functools import partial
from typing import Any

from django.apps import apps
from django.db.models import Model
from django.db.transaction import atomic
from django.utils import timezone
from wagtail.models import DraftStateMixin, Page, Revision

from verbund.plugin.contributions import Job

log = logging.getLogger("verbund.pages")


def publish_scheduled() -> None:
    """What is due in the current tenant; an item that fails is logged and tried again next time."""
    for item in list(_ended()):
        _each(item, partial(_end, item))
    due = Revision.objects.filter(approved_go_live_at__lt=timezone.now())
    for revision in due.order_by("approved_go_live_at"):
        _each(revision, partial(revision.publish, log_action="wagtail.publish.scheduled"))


def _ended() -> Iterator[Any]:
    others = [model for model in apps.get_models() if _has_schedule(model)]
    for model in [Page, *others]:
        live = model._default_manager.filter(live=True, expire_at__lt=timezone.now())
        yield from live.order_by("expire_at")


def _has_schedule(model: type[Model]) -> bool:
    return issubclass(model, DraftStateMixin) and not issubclass(model, Page)


def _end(item: Any) -> None:
    item.unpublish(set_expired=True, log_action="wagtail.unpublish.scheduled")


def _each(item: Any, act: Callable[[], None]) -> None:
    """One item in a transaction of its own, so that one that fails keeps none from its time."""
    try:
        with atomic():
            act()
    except Exception:  # named in the log; the next item has its turn
        log.exception("The schedule of %r could not be kept.", item)


jobs = (Job("publish_scheduled", publish_scheduled, cron="* * * * *"),)

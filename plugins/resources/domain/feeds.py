"""Calendars behind secret addresses: made, read, taken back."""

import datetime as dt
import uuid

from django.db.models import Q, QuerySet
from django.utils import timezone
from django.utils.translation import gettext as _

from plugins.resources.enums import LineStatus
from plugins.resources.models import Article, Feed, Line, Room
from verbund.plugin import MemberAccount, User

SHOWN = (LineStatus.HELD, LineStatus.CONFIRMED, LineStatus.OUT, LineStatus.DONE)
PAST = dt.timedelta(days=60)


def feed_of(user: User, thing: Article | Room | None = None) -> Feed:
    """The address of somebody of the staff: of one thing, or of everything."""
    article = thing if isinstance(thing, Article) else None
    room = thing if isinstance(thing, Room) else None
    return Feed.objects.get_or_create(made_by=user, article=article, room=room, account=None)[0]


def own_feed(account: MemberAccount) -> Feed:
    """The address of a member: what she asked for herself."""
    return Feed.objects.get_or_create(account=account, article=None, room=None, made_by=None)[0]


def take_back(feed: Feed) -> None:
    """From now on the address is nobody's; calendars that knew it stay as they were."""
    feed.delete()


def feed_by(key: uuid.UUID) -> Feed | None:
    """None for an address that was taken back, or of somebody who has left."""
    found = Feed.objects.select_related("article", "room", "account", "made_by")
    feed = found.filter(key=key).first()
    if feed is None or (feed.made_by is not None and not feed.made_by.is_active):
        return None
    return feed


def lines_in(feed: Feed) -> "QuerySet[Line]":
    """What stands in the calendar, from two months ago on."""
    which = Q()
    if feed.account is not None:
        which = Q(request__account=feed.account)
    elif feed.article is not None:
        which = Q(article=feed.article) | Q(kit__parts__article=feed.article)
    elif feed.room is not None:
        which = Q(room=feed.room)
    lines = Line.objects.filter(which, status__in=SHOWN, ends__gt=timezone.now() - PAST)
    things = ("article", "room__point", "kit", "request")
    return lines.select_related(*things).distinct().order_by("starts", "pk")


def title_of(feed: Feed) -> str:
    return _("My loans") if feed.account is not None else str(feed)

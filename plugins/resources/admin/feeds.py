"""Calendars for one's own telephone: secret addresses, made and taken back here."""

from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _

from plugins.resources.admin.frame import actor_of, frame
from plugins.resources.domain.feeds import feed_of, take_back
from plugins.resources.domain.queries import main_page
from plugins.resources.models import Article, Feed, Room
from verbund.plugin import current_tenant


def feeds(request: HttpRequest) -> HttpResponse:
    user = actor_of(request).user
    assert user is not None
    own = Feed.objects.filter(made_by=user).select_related("article", "room")
    if request.method == "POST":
        _act(request, own)
        return redirect("resources_admin:feeds")
    context = frame(_("Calendars")) | {
        "feeds": [(feed, _address(feed)) for feed in own],
        "articles": Article.objects.order_by("name"),
        "rooms": Room.objects.order_by("name"),
    }
    return render(request, "resources/admin/feeds.html", context)


def _act(request: HttpRequest, own: Any) -> None:
    if request.POST.get("do") == "take_back":
        take_back(get_object_or_404(own, pk=_number(request.POST.get("feed", ""))))
        messages.success(request, _("Taken back. The address means nothing any more."))
        return
    kind, _dash, key = request.POST.get("what", "").partition("-")
    user = actor_of(request).user
    assert user is not None
    models = {"article": Article, "room": Room}
    model = models.get(kind)
    feed_of(user, get_object_or_404(model, pk=_number(key)) if model else None)
    messages.success(request, _("Add the address to the calendar on your telephone."))


def _address(feed: Feed) -> str:
    page = main_page()
    return current_tenant().base_url + page.sub_url("calendar", key=feed.key) if page else ""


def _number(text: str) -> int:
    return int(text) if text.isdecimal() else 0

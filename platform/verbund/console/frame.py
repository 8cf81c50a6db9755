"""The frame of all pages of the console: its menu, its languages, who is logged in."""

from typing import Any

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse, translate_url
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from verbund.console.access import operator_of
from verbund.tenancy.context import current_tenant
from verbund.theming.site import Link, NavItem


def page(request: HttpRequest, template: str, title: str, **context: Any) -> HttpResponse:
    """A page of the console."""
    status = context.pop("status_code", 200)
    frame = {
        "title": title,
        "operator": operator_of(request),
        "console_navigation": navigation(request),
        "console_languages": languages(request),
    }
    return render(request, f"console/{template}.html", frame | context, status=status)


def navigation(request: HttpRequest) -> tuple[NavItem, ...]:
    entries = (
        (_("Overview"), reverse("console:overview")),
        (_("New city"), reverse("console:drafts")),
        (_("Networks"), reverse("console:networks")),
        (_("Log"), reverse("console:log")),
    )
    support = NavItem(_("Support"), reverse("support_console:index"))
    people = NavItem(_("People and rights"), reverse("wagtailadmin_home"))
    return (
        *(NavItem(title, url, current=request.path == url) for title, url in entries),
        support,
        people,
    )


def languages(request: HttpRequest) -> list[Link]:
    """This page in the other languages of the operators' site."""
    labels = dict(settings.LANGUAGES)
    return [
        Link(str(labels[code]), translate_url(request.get_full_path(), code), lang=code)
        for code in current_tenant().languages
        if code != get_language()
    ]

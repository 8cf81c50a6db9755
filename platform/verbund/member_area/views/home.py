"""The start page of /konto/: what is to do, and what each section has to say."""

from collections.abc import Mapping

from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from verbund.member_area.access import member_required, session_of
from verbund.member_area.forms import EmailForm
from verbund.member_area.sections import navigation, sections_for
from verbund.member_area.views.login import show_form


@require_safe
def home(request: HttpRequest) -> HttpResponseBase:
    if session_of(request) is None:
        return show_form(request, EmailForm())
    return overview(request)


@member_required
def overview(request: HttpRequest) -> HttpResponseBase:
    sections = sections_for(request)
    context = {
        "todo": [item for section in sections for item in section.todo(request)],
        "parts": [part for section in sections if (part := section.summary(request))],
    }
    return render_area(request, "member_area/home.html", context)


def render_area(
    request: HttpRequest, template: str, context: Mapping[str, object], status: int = 200
) -> HttpResponse:
    """A page of the area: `template` extends "member_area/area.html", `title` is its heading."""
    frame = {
        "title": _("Account"),
        "member": request.member,  # type: ignore[attr-defined]  # set by member_required
        "area_navigation": navigation(request, reverse("member_home")),
    }
    return render(request, template, {**frame, **context}, status=status)

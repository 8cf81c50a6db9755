"""Duplicates in the admin: the list of pairs, merging two entries, splitting one."""

from typing import Any

from django import forms
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods, require_POST, require_safe
from wagtail.admin import messages

from plugins.members.domain import joining
from plugins.members.domain.duplicates import tell_apart, twins
from plugins.members.domain.state import state_of
from plugins.members.models import Organisation
from plugins.members.naming import name_of

EDIT = "wagtailsnippets_members_organisation:edit"


class NameForm(forms.Form):
    name = forms.CharField(
        label=gettext_lazy("Name of the new entry"),
        max_length=150,
        help_text=gettext_lazy("It is not shown in the directory until you tick that there."),
    )


@require_safe
def duplicates(request: HttpRequest) -> HttpResponse:
    """Pairs that look alike, the surest first."""
    return _page(request, "duplicates", _("Perhaps the same"), {"twins": twins()})


@require_POST
def apart(request: HttpRequest, first: int, second: int) -> HttpResponse:
    """These are two."""
    one, other = _both(first, second)
    tell_apart(one, other, name_of(request.user))
    return redirect("members_admin:duplicates")


@require_http_methods(["GET", "HEAD", "POST"])
def merge(request: HttpRequest, first: int, second: int) -> HttpResponse:
    """Field by field: what either entry says, and what is to stand."""
    kept, gone = _both(first, second)
    rows = joining.choices_for(kept, gone)
    if request.method == "POST":
        choices = {
            row["field"]: request.POST.get(f"field-{row['field']}", row["proposed"]) for row in rows
        }
        name = gone.name
        joining.merge(kept, gone, choices, name_of(request.user))
        text = _("“%(name)s” went into this entry. Its address leads here.")
        messages.success(request, text % {"name": name})
        return redirect(EDIT, kept.pk)
    context = {"kept": kept, "gone": gone, "rows": rows}
    return _page(request, "merge", _("Make one of two entries"), context)


@require_http_methods(["GET", "HEAD", "POST"])
def split(request: HttpRequest, pk: int) -> HttpResponse:
    """Which contacts, offers and people go along into an entry of their own."""
    entry = get_object_or_404(Organisation, pk=pk)
    form = NameForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        taken = {part: _places(request, part) for part in joining.ROWS}
        made = joining.split(entry, form.cleaned_data["name"], taken, name_of(request.user))
        messages.success(request, _("This is the new entry. Look at its texts and lists."))
        return redirect(EDIT, made.pk)
    state = state_of(entry)
    parts = [
        (part, label, [(place, _said(row)) for place, row in enumerate(state[part])])
        for part, label in (
            ("contacts", _("Contacts")),
            ("offers", _("Offers")),
            ("responsibles", _("Responsible people")),
        )
    ]
    context = {"entry": entry, "form": form, "parts": [one for one in parts if one[2]]}
    return _page(request, "split", _("Make two of one entry"), context)


def _places(request: HttpRequest, part: str) -> list[int]:
    return [int(place) for place in request.POST.getlist(part) if place.isdecimal()]


def _said(row: dict[str, Any]) -> str:
    return str(row.get("value") or row.get("email") or row.get("title") or row.get("kind"))


def _both(first: int, second: int) -> tuple[Organisation, Organisation]:
    one = get_object_or_404(Organisation, pk=first)
    return one, get_object_or_404(Organisation.objects.exclude(pk=first), pk=second)


def _page(request: HttpRequest, name: str, title: str, context: dict[str, Any]) -> HttpResponse:
    start = reverse("wagtailsnippets_members_organisation:list")
    frame = {
        "page_title": title,
        "header_title": title,
        "header_icon": "copy",
        "breadcrumbs_items": [{"url": start, "label": _("Members")}, {"url": "", "label": title}],
    }
    return render(request, f"members/admin/{name}.html", frame | context)

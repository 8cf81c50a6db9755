"""The pool: when and what first, then all that is free, and what is nearly free."""

import datetime as dt
from typing import Any
from urllib.parse import urlencode

from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from plugins.resources.domain import queries
from plugins.resources.domain.borrowers import asking, best_class
from plugins.resources.domain.checks import period_problem
from plugins.resources.domain.times import Period, today, whole_days
from plugins.resources.domain.wording import period_words
from plugins.resources.forms import DatesForm
from plugins.resources.models import ResourcesPage, Room
from plugins.resources.rows import Rows, category_chips, dates_query
from plugins.resources.views.parts import basket_words, no_store
from verbund.plugin import active_language, for_reader, german_date, render_page

SATURDAY = 5


def pool(request: HttpRequest, page: ResourcesPage) -> HttpResponse:
    """Without dates the form and how full the shelves are; with dates what is free."""
    if "von" in request.GET:
        return _found(request, page)
    first = _next_saturday()
    categories = queries.categories()
    form = DatesForm(initial={"von": first, "bis": first}, categories=categories)
    rows = Rows(page, queries.shown_things(), whole_days(first, first), best_class([]), "")
    lights = rows.lights()
    shelves = [
        {
            "title": one.name,
            "url": f"{_plain(page)}?{dates_query(rows.period)}&was={one.slug}",
            "status": {"kind": lights[one.pk].kind, "text": lights[one.pk].text},
        }
        for one in categories
        if one.pk in lights
    ]
    return render_page(
        page,
        request,
        "resources/pool.html",
        form=form,
        plain_url=_plain(page),
        shelves=shelves,
        shelves_day=german_date(first),
        steps=_steps(),
    )


def _found(request: HttpRequest, page: ResourcesPage) -> HttpResponse:
    categories = queries.categories()
    form = DatesForm(request.GET, categories=categories)
    context: dict[str, Any] = {"form": form, "plain_url": _plain(page), "steps": _steps()}
    if form.is_valid():
        first, last = form.cleaned_data["von"], form.cleaned_data["bis"]
        problem = period_problem(first, last)
        if problem is None:
            context |= _results(request, page, whole_days(first, last), form.cleaned_data)
        else:
            form.add_error("von" if problem.field == "starts" else "bis", problem.message)
    context["basket"] = basket_words(request, page)
    return no_store(render_page(page, request, "resources/pool.html", **context))


def _results(
    request: HttpRequest, page: ResourcesPage, period: Period, asked: dict[str, Any]
) -> dict[str, Any]:
    _account, organisations = asking(request)
    people, category = asked["personen"], asked["was"]
    things = [one for one in queries.shown_things() if _seats(one, people)]
    query = {"von": period.first, "bis": period.last}
    if people:
        query["personen"] = people
    everything = f"{_plain(page)}?{urlencode(query)}"
    back = everything + (f"&was={category}" if category else "")
    rows = Rows(page, things, period, best_class(organisations), back)
    chips = category_chips(rows, queries.categories(), category, everything)
    shown = [one for one in things if not category or one.category.slug == category]
    free = [rows.row(one) for one in rows.free if one in shown]
    return {
        "heading": _("Free: %s") % period_words(period, hours=False),
        "count_line": _count_line(len(free), len(shown)),
        "chips": chips,
        "free": free,
        "not_free": [rows.row(one) for one in rows.not_free if one in shown],
    }


def _count_line(free: int, total: int) -> str:
    line = ngettext(
        "%(free)d of %(total)d thing or room is free then",
        "%(free)d of %(total)d things and rooms are free then",
        total,
    )
    return line % {"free": free, "total": total}


def _seats(thing: queries.Thing, people: int | None) -> bool:
    return not people or not isinstance(thing, Room) or thing.most_seats >= people


def _plain(page: ResourcesPage) -> str:
    return for_reader(page.url or "/", active_language())


def _next_saturday() -> dt.date:
    """At least three days ahead: what is asked for tomorrow comes too late in most pools."""
    day = today() + dt.timedelta(days=3)
    return day + dt.timedelta(days=(SATURDAY - day.weekday()) % 7)


def _steps() -> list[dict[str, str]]:
    return [
        {
            "title": _("Choose when, and ask"),
            "text": _("You see at once what is free, and send all of it in one request."),
        },
        {
            "title": _("We confirm"),
            "text": _("We hold everything for you meanwhile and answer by mail."),
        },
        {
            "title": _("Fetch and bring back"),
            "text": _("We show you how it works, and look it over together."),
        },
    ]

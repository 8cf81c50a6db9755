"""The page of an article, a room or a kit: what it is, when it is free, what it costs."""

from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.utils.translation import gettext as _

from plugins.resources.domain import queries
from plugins.resources.domain.borrowers import asking, best_class
from plugins.resources.domain.checks import period_problem
from plugins.resources.domain.times import Period, whole_days
from plugins.resources.forms import DatesForm, DaysForm, WantForm
from plugins.resources.models import ResourcesPage
from plugins.resources.rows import address, dates_query, url_of
from plugins.resources.sheet import Sheet
from plugins.resources.views.parts import basket_words, no_store
from verbund.plugin import PagePart, active_language, for_reader, render_page


def article(request: HttpRequest, page: ResourcesPage, slug: str) -> HttpResponse:
    return _thing(request, page, "article", slug)


def room(request: HttpRequest, page: ResourcesPage, slug: str) -> HttpResponse:
    return _thing(request, page, "room", slug)


def kit(request: HttpRequest, page: ResourcesPage, slug: str) -> HttpResponse:
    return _thing(request, page, "kit", slug)


def _thing(request: HttpRequest, page: ResourcesPage, kind: str, slug: str) -> HttpResponse:
    thing = queries.shown_thing(kind, slug)
    if thing is None:
        raise Http404(f"There is no {kind} {slug}.")
    _account, organisations = asking(request)
    period = _period(request)
    sheet = Sheet(page, thing, period, best_class(organisations))
    first = period or sheet.first_free
    basket = basket_words(request, page)
    initial: dict[str, Any] = {"von": first.first, "bis": first.last} if first else {}
    response = render_page(
        page,
        request,
        "resources/thing.html",
        part=PagePart(thing.name, thing.summary, thing.image),
        thing=thing,
        sheet=sheet,
        # Without days a form that only reads: a page that sets no cookie and any cache may keep.
        days=list(DaysForm(initial=initial)),
        form=WantForm(thing=thing, initial=initial),
        hidden={"art": kind, "was": slug, "zurueck": _back(page, period)},
        own_url=url_of(page, thing),
        add_url=address(page, "add"),
        basket=basket,
        submit=_("Into the basket"),
    )
    return no_store(response) if organisations or period or basket else response


def _period(request: HttpRequest) -> Period | None:
    """The days that the address names, if they can be."""
    form = DatesForm(request.GET, categories=[])
    form.is_valid()
    first, last = form.cleaned_data.get("von"), form.cleaned_data.get("bis")
    if first is None or last is None or period_problem(first, last):
        return None
    return whole_days(first, last)


def _back(page: ResourcesPage, period: Period | None) -> str:
    url = for_reader(page.url or "/", active_language())
    return f"{url}?{dates_query(period)}" if period else address(page, "basket")

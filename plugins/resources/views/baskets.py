"""The basket, its lines, and the request that is made of it."""

from typing import Any

from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.utils.http import url_has_allowed_host_and_scheme
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from plugins.resources.counter import Counter
from plugins.resources.domain import baskets, queries
from plugins.resources.domain.asking import NotAllowed, send
from plugins.resources.domain.booking import NotFree
from plugins.resources.domain.borrowers import asking, best_class
from plugins.resources.domain.checks import Basis, Problem, problems_of, read_period
from plugins.resources.domain.links import token_of
from plugins.resources.domain.opening import Opening
from plugins.resources.domain.rules import Rulebook
from plugins.resources.domain.times import BERLIN, Period
from plugins.resources.forms import WantForm
from plugins.resources.models import BasketLine, ResourcesPage
from plugins.resources.rows import address
from plugins.resources.views.parts import basket_of, forget, no_store, remember
from verbund.plugin import (
    Limit,
    PagePart,
    TooMany,
    address_key,
    current_tenant,
    in_words,
    render_page,
)

REQUESTS = Limit("resources.requests", "20/h")
FIELDS = {"starts": "von", "ends": "bis", "number": "menge", "thing": None}


@require_POST
def add(request: HttpRequest, page: ResourcesPage) -> HttpResponse:
    """Puts a thing into the basket, or says in the form why not."""
    thing = queries.shown_thing(request.POST.get("art", ""), request.POST.get("was", ""))
    if thing is None:
        raise Http404("There is no such thing.")
    form = WantForm(request.POST, thing=thing)
    period = checked(request, form)
    if period is None:
        return _form_again(request, page, form, address(page, "add"))
    basket, key = basket_of(request), ""
    if basket is None:
        basket, key = baskets.new_basket()
    try:
        baskets.put(basket, thing, form.number, period, form.chosen)
    except baskets.BasketFull:
        form.add_error(None, _("The basket is full. Send this request first."))
        return _form_again(request, page, form, address(page, "add"))
    response = HttpResponseRedirect(_back(request, page))
    if key:
        remember(response, key)
    return response


def checked(request: HttpRequest, form: WantForm) -> Period | None:
    """The period of a filled form, None after an error was put at its field."""
    if not form.is_valid():
        return None
    data = form.cleaned_data
    period = read_period(form.thing, data["von"], data["bis"], *form.hours)
    if isinstance(period, Problem):
        _show(form, period)
        return None
    _account, organisations = asking(request)
    basis = Basis(Rulebook(), Opening(), best_class(organisations))
    stock = Counter.stock(form.thing, period)
    for problem in problems_of(form.thing, form.number, period, basis, stock):
        # Whoever wants to wait may put into the basket what is taken.
        if problem.code != "taken" or not request.POST.get("warten"):
            _show(form, problem)
    return None if form.errors else period


def _show(form: WantForm, problem: Problem) -> None:
    name = FIELDS[problem.field]
    form.add_error(name if name in form.fields else None, problem.message)


@require_http_methods(["GET", "HEAD", "POST"])
def change(request: HttpRequest, page: ResourcesPage, pk: int) -> HttpResponse:
    """Other times or another number for one line."""
    line = _line(request, pk)
    form = WantForm(request.POST or None, thing=line.thing, initial=initial_of(line))
    if request.method == "POST":
        period = checked(request, form)
        if period is not None:
            line.starts, line.ends = period.starts, period.ends
            line.number, line.chosen = form.number, form.chosen
            line.save()
            return HttpResponseRedirect(address(page, "basket"))
    return _form_again(request, page, form, address(page, "line", pk=pk), 200)


@require_POST
def remove(request: HttpRequest, page: ResourcesPage, pk: int) -> HttpResponse:
    """Takes a line out; twice does no harm."""
    basket = basket_of(request)
    if basket is not None:
        basket.lines.filter(pk=pk).delete()
    return HttpResponseRedirect(address(page, "basket"))


@require_http_methods(["GET", "HEAD", "POST"])
def show(request: HttpRequest, page: ResourcesPage) -> HttpResponse:
    """What is in the basket, and the form of the request below it."""
    account, organisations = asking(request)
    counter = Counter(page, basket_of(request), account, organisations, request.POST or None)
    if request.method == "POST" and counter.lines and counter.form.is_valid():
        sent = _send(request, page, counter)
        if sent is not None:
            return sent
    status = 422 if request.method == "POST" else 200
    return _page(request, page, "basket", status, counter=counter)


def _send(request: HttpRequest, page: ResourcesPage, counter: Counter) -> HttpResponse | None:
    form = counter.form
    try:
        REQUESTS.hit(f"{current_tenant().uuid}:{address_key(request)}")
        made = send(
            counter.lines,
            counter.borrower,
            counter.occasion,
            key=form.cleaned_data["schluessel"],
            terms=counter.terms,
            wait=form.cleaned_data["warten"],
        )
    except TooMany as error:
        words = _("Too many requests from here. Try again in %s.") % in_words(error.retry_after)
        form.add_error(None, words)
    except NotAllowed as error:
        for refusal in error.refusals:
            for problem in refusal.problems:
                form.add_error(None, f"{refusal.line.thing.name}: {problem.message}")
    except NotFree as error:
        for words in counter.shortage_words(error.shortages):
            form.add_error(None, words)
    else:
        if counter.basket is not None:
            counter.basket.delete()
        response = HttpResponseRedirect(address(page, "status", token=token_of(made)))
        forget(response)
        return response
    return None


def initial_of(line: Any) -> dict[str, Any]:
    """What stands in the form of a line that is changed."""
    period = Period(line.starts, line.ends)
    values: dict[str, Any] = {"von": period.first, "bis": period.last, "menge": line.number}
    if line.room_id:
        values["ab"] = line.starts.astimezone(BERLIN).time()
        values["ende"] = line.ends.astimezone(BERLIN).time()
    return values | {f"teil_{pk}": number for pk, number in line.chosen.items()}


def _line(request: HttpRequest, pk: int) -> BasketLine:
    found = next((one for one in baskets.lines_of(basket_of(request)) if one.pk == pk), None)
    if found is None:
        raise Http404("There is no such line in this basket.")
    return found


def _form_again(
    request: HttpRequest, page: ResourcesPage, form: WantForm, url: str, status: int = 422
) -> HttpResponse:
    names = ("art", "was", "zurueck", "warten")
    hidden = {name: request.POST[name] for name in names if name in request.POST}
    status = 422 if form.errors else status
    title = form.thing.name
    return _page(request, page, "want", status, form=form, hidden=hidden, url=url, heading=title)


def _page(
    request: HttpRequest, page: ResourcesPage, name: str, status: int, **context: Any
) -> HttpResponse:
    titles = {"basket": _("Basket and request"), "want": _("Other times")}
    part = PagePart(titles[name])
    response = render_page(page, request, f"resources/{name}.html", part=part, **context)
    response.status_code = status
    return no_store(response)


def _back(request: HttpRequest, page: ResourcesPage) -> str:
    """Where she came from, on this site alone."""
    url = request.POST.get("zurueck", "")
    host = {request.get_host()}
    return url if url and url_has_allowed_host_and_scheme(url, host) else address(page, "basket")

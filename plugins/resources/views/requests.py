"""A request by its link: see, confirm the address, change, cancel."""

from typing import Any

from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from plugins.resources.domain import letters
from plugins.resources.domain.asking import confirm_address
from plugins.resources.domain.booking import NotFree, change_line
from plugins.resources.domain.booking import cancel as cancel_lines
from plugins.resources.domain.checks import Basis, Problem, problems_of, read_period
from plugins.resources.domain.limits import may_change
from plugins.resources.domain.links import request_of
from plugins.resources.domain.opening import Opening
from plugins.resources.domain.rules import Rulebook
from plugins.resources.domain.stories import Actor
from plugins.resources.domain.times import Period
from plugins.resources.forms import WantForm
from plugins.resources.models import Line, Request, ResourcesPage
from plugins.resources.rows import address
from plugins.resources.standing import Standing
from plugins.resources.views.baskets import FIELDS, initial_of
from plugins.resources.views.parts import no_store
from verbund.plugin import PagePart, render_page


@require_http_methods(["GET", "HEAD"])
def show(request: HttpRequest, page: ResourcesPage, token: str) -> HttpResponse:
    """Where the request stands, and what its borrower may do."""
    standing = Standing(page, _request(token), token)
    return _page(request, page, "request", standing=standing, title=standing.title)


@require_POST
def confirm(request: HttpRequest, page: ResourcesPage, token: str) -> HttpResponse:
    """The borrower says by a button that the address is hers: a mail scanner only looks."""
    confirm_address(_request(token))
    return _to_status(page, token)


@require_POST
def cancel(request: HttpRequest, page: ResourcesPage, token: str) -> HttpResponse:
    """All that may still be cancelled by link, or one line of it."""
    found = _request(token)
    rules = Rulebook()
    wanted = request.POST.get("zeile", "")
    lines = [
        line
        for line in found.lines.all()
        if may_change(line, found, rules) and (not wanted or wanted == str(line.pk))
    ]
    if lines:
        cancel_lines(found, lines, by=Actor(found.name))
    return _to_status(page, token)


@require_http_methods(["GET", "HEAD", "POST"])
def change(request: HttpRequest, page: ResourcesPage, token: str, pk: int) -> HttpResponse:
    """Other times or another number for one line, as long as the rule allows."""
    found = _request(token)
    line = next((one for one in found.lines.all() if one.pk == pk), None)
    if line is None or not may_change(line, found, Rulebook()):
        raise Http404("This line cannot be changed by link.")
    form = WantForm(request.POST or None, thing=line.thing, initial=initial_of(line))
    if request.method == "POST" and form.is_valid() and _changed(form, line, found):
        letters.changed(found)
        return _to_status(page, token)
    url = address(page, "change", token=token, pk=pk)
    context = {"form": form, "url": url, "hidden": {}, "heading": line.thing.name}
    response = _page(request, page, "want", title=_("Other times"), **context)
    response.status_code = 422 if form.errors else 200
    return response


def _changed(form: WantForm, line: Line, request: Request) -> bool:
    data = form.cleaned_data
    period = read_period(form.thing, data["von"], data["bis"], *form.hours)
    if isinstance(period, Problem):
        return _refused(form, [period])
    basis = Basis(Rulebook(), Opening(), request.borrower)
    problems = problems_of(form.thing, form.number, period, basis)
    if problems:
        return _refused(form, problems)
    return _booked(form, line, period, request)


def _booked(form: WantForm, line: Line, period: Period, request: Request) -> bool:
    try:
        change_line(line, period, form.number, by=Actor(request.name))
    except NotFree as error:
        free = error.shortages[0].free
        words = _("In this time only %d are free. Your old times are kept.") % free
        form.add_error(None, words)
        return False
    return True


def _refused(form: WantForm, problems: list[Problem]) -> bool:
    for problem in problems:
        name = FIELDS[problem.field]
        form.add_error(name if name in form.fields else None, problem.message)
    return False


def _request(token: str) -> Request:
    found = request_of(token)
    if found is None:
        raise Http404("This link means no request.")
    return found


def _to_status(page: ResourcesPage, token: str) -> HttpResponse:
    return HttpResponseRedirect(address(page, "status", token=token))


def _page(
    request: HttpRequest, page: ResourcesPage, name: str, title: str, **context: Any
) -> HttpResponse:
    response = render_page(page, request, f"resources/{name}.html", part=PagePart(title), **context)
    # To no other site; "no-referrer" would also take the origin from our own forms.
    response["Referrer-Policy"] = "same-origin"
    return no_store(response)

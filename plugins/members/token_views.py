"""An entry by the link of a mail, without an account: is it still true, and the form in steps."""

from collections.abc import Mapping
from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from plugins.members.domain import confirmation
from plugins.members.domain.proposals import Editor
from plugins.members.editing.steps import STEPS
from plugins.members.editing.views import Editing, edit
from plugins.members.models import Asking, DirectoryPage, Responsible
from plugins.members.public_views import over, private, read_or_why
from plugins.members.standing import standing_of
from verbund.plugin import PagePart, active_language, for_reader, german_date, render_page

METHODS = require_http_methods(["GET", "HEAD", "POST"])


@METHODS
def ask(request: HttpRequest, page: DirectoryPage, token: str) -> HttpResponse:
    """“Is your entry still true?”: a look changes nothing, pressing the button confirms it."""
    found = read_or_why(confirmation.read_token, token)
    if found is None or isinstance(found, str):
        return over(request, page, found)
    organisation = found.organisation
    if request.method == "POST":
        confirmation.confirm(organisation, str(_editor(found)))
        messages.success(request, _("Thank you! The entry says so now."))
        return HttpResponseRedirect(_url(page, "ask", token=token))
    answered = found.answered_on
    response = render_page(
        page,
        request,
        "members/ask.html",
        part=PagePart(_("Is your entry still true?")),
        organisation=organisation,
        standing=standing_of(organisation),
        answered=german_date(answered) if answered else "",
        edit_url=_url(page, "edit", token=token, step=STEPS[0].slug),
    )
    return private(response, 200)


@METHODS
def step(request: HttpRequest, page: DirectoryPage, token: str, step: str) -> HttpResponse:
    """The form, as in the account."""
    found = read_or_why(confirmation.read_token, token)
    if found is None or isinstance(found, str):
        return over(request, page, found)

    def render(template: str, context: Mapping[str, Any]) -> HttpResponse:
        part = PagePart(str(context["title"]))
        frame = {"frame": "members/by_mail.html", **context}
        return private(render_page(page, request, template, part=part, **frame), 200)

    editing = Editing(
        found.organisation,
        _editor(found),
        _url(page, "ask", token=token),
        lambda slug: _url(page, "edit", token=token, step=slug),
        render,
    )
    return edit(request, editing, step)


def _editor(asking: Asking) -> Editor:
    person = Responsible.objects.filter(
        organisation=asking.organisation_id, email__iexact=asking.email
    ).first()
    return Editor(person.name if person else "", asking.email)


def _url(page: DirectoryPage, name: str, **parts: str) -> str:
    return for_reader(page.sub_url(name, **parts), active_language())

"""What everybody may send: errors, claims, “please add us”, subscriptions by mail."""

from collections.abc import Callable
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from plugins.members.domain import applications, claims, queries, subscriptions
from plugins.members.domain.published import Published
from plugins.members.enums import Where
from plugins.members.models import DirectoryPage, Organisation
from plugins.members.public_forms import (
    SENT,
    ApplicationForm,
    ClaimForm,
    Guard,
    ReportForm,
    SubscribeForm,
)
from verbund.plugin import (
    BadToken,
    ExpiredToken,
    PagePart,
    TooMany,
    active_language,
    address_key,
    current_tenant,
    for_reader,
    in_words,
    render_page,
)

METHODS = require_http_methods(["GET", "HEAD", "POST"])


@METHODS
def report(request: HttpRequest, page: DirectoryPage, slug: str) -> HttpResponse:
    """Something in an entry is wrong."""
    entry = _entry(slug)

    def keep(form: Any) -> None:
        form.instance.organisation = _organisation(entry)
        form.save()

    title = _("Report an error: %s") % entry.name
    lead = _("What is not true? We look at it and tell the organisation.")
    return _form(request, page, ReportForm, keep, (title, lead, _("Send")))


@METHODS
def claim(request: HttpRequest, page: DirectoryPage, slug: str) -> HttpResponse:
    """“This entry is ours.”"""
    entry = _entry(slug)

    def keep(form: Any) -> None:
        form.instance.organisation = _organisation(entry)
        claims.ask_for(form.instance)

    title = _("This entry is ours: %s") % entry.name
    lead = _("We check that you belong to it. Then you get a mail and keep the entry yourselves.")
    return _form(request, page, ClaimForm, keep, (title, lead, _("Send")))


@METHODS
def apply(request: HttpRequest, page: DirectoryPage) -> HttpResponse:
    """“Please add us.”"""
    title = _("Please add us")
    lead = _("You are missing in the directory? Tell us who you are; we get in touch.")
    return _form(
        request,
        page,
        ApplicationForm,
        lambda form: applications.apply(form.instance),
        (title, lead, _("Send")),
    )


@METHODS
def confirm_application(request: HttpRequest, page: DirectoryPage, token: str) -> HttpResponse:
    """The link of the mail: a look changes nothing, pressing the button does."""
    found = read_or_why(applications.read_token, token)
    if found is None or isinstance(found, str):
        return over(request, page, found)
    if request.method == "POST":
        applications.confirm(found)
    if found.confirmed_at or request.method == "POST":
        lead = _("Your address is confirmed. We look at it and get in touch.")
        return note(request, page, _("Thank you!"), lead)
    lead = _("You want %s to be in the directory. Is that right?") % found.name
    return note(request, page, _("Please add us"), lead, button=_("Yes, it was me"))


@METHODS
def subscribe(request: HttpRequest, page: DirectoryPage) -> HttpResponse:
    """Mails when the directory changes."""
    title = _("Changes of the directory by mail")
    lead = _("Once a week at most, when something is new. You end it with one click.")
    return _form(
        request,
        page,
        SubscribeForm,
        lambda form: subscriptions.subscribe(form.cleaned_data["email"]),
        (title, lead, _("Subscribe")),
    )


@METHODS
def confirm_subscription(request: HttpRequest, page: DirectoryPage, token: str) -> HttpResponse:
    found = read_or_why(subscriptions.to_confirm, token)
    if found is None or isinstance(found, str):
        return over(request, page, found)
    if request.method == "POST":
        subscriptions.confirm(found)
    title = _("Changes of the directory by mail")
    if found.confirmed_at:
        return note(request, page, title, _("Done: you hear from us when something changes."))
    lead = _("Shall the mails go to %s?") % found.email
    return note(request, page, title, lead, button=_("Yes, send them to me"))


@METHODS
def end_subscription(request: HttpRequest, page: DirectoryPage, token: str) -> HttpResponse:
    found = read_or_why(subscriptions.to_end, token)
    if isinstance(found, str):
        return over(request, page, found)
    title = _("No more mails")
    if found is not None and request.method == "POST":
        subscriptions.end(found)
        found = None
    if found is None:
        return note(request, page, title, _("Done: you get no more mails about the directory."))
    lead = _("No more mails to %s?") % found.email
    return note(request, page, title, lead, button=_("Unsubscribe"))


@require_safe
def sent(request: HttpRequest, page: DirectoryPage) -> HttpResponse:
    """After a form: what happens now."""
    lead = _("It has arrived. If you gave us your address, look at your mail.")
    return note(request, page, _("Thank you!"), lead)


def note(
    request: HttpRequest,
    page: DirectoryPage,
    title: str,
    lead: str,
    *,
    button: str = "",
    status: int = 200,
) -> HttpResponse:
    """A page that says one thing, with one button or a way back."""
    response = render_page(
        page,
        request,
        "members/public_note.html",
        part=PagePart(title),
        lead=lead,
        button=button,
        list_url=for_reader(page.url or "/", active_language()),
    )
    return private(response, status)


def over(request: HttpRequest, page: DirectoryPage, why: str | None) -> HttpResponse:
    """A link that no longer does anything, or never did here."""
    lead = why or _("What it belongs to is gone: it was used already, or taken back.")
    return note(request, page, _("This link no longer holds"), lead, status=410)


def read_or_why(read: Callable[[str], Any], token: str) -> Any:
    """What a token stands for, or a sentence that says why it is none."""
    try:
        return read(token)
    except ExpiredToken:
        return _("Its time is over. Have a new one sent, or write us a mail.")
    except BadToken:
        return _("It is incomplete, or of another site. Open it from the mail once more.")


def _form(
    request: HttpRequest,
    page: DirectoryPage,
    kind: type[Guard],
    keep: Callable[[Any], None],
    words: tuple[str, str, str],
) -> HttpResponse:
    """Shows a form; a right one is kept, and the page after it says what happens."""
    title, lead, button = words
    form = kind(request.POST or None)
    status = 200
    if request.method == "POST" and form.is_valid():
        try:
            SENT.hit(f"{current_tenant().uuid}:{address_key(request)}")
        except TooMany as error:
            wait = in_words(error.retry_after)
            form.add_error(None, _("Too many forms from your connection. Again in %s.") % wait)
            status = 429
        else:
            keep(form)
            return HttpResponseRedirect(for_reader(page.sub_url("sent"), active_language()))
    response = render_page(
        page,
        request,
        "members/public_form.html",
        part=PagePart(title),
        form=form,
        lead=lead,
        button=button,
        list_url=for_reader(page.url or "/", active_language()),
    )
    return private(response, status)


def private(response: HttpResponse, status: int) -> HttpResponse:
    response.status_code = status
    response.headers["Cache-Control"] = "private, no-store"
    response.headers["X-Robots-Tag"] = "noindex"
    # Not "no-referrer": a browser then posts the page's form with the origin "null".
    response.headers["Referrer-Policy"] = "same-origin"
    return response


def _entry(slug: str) -> Published:
    found = queries.entry(slug, Where.WEB)
    if found is None:
        raise Http404(f"There is no public entry {slug}.")
    return found


def _organisation(entry: Published) -> Organisation:
    return Organisation.objects.get(uuid=entry.uuid)

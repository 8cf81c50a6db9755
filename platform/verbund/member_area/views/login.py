"""Ways in and out: asking by mail, link, code, logging out."""

from django.conf import settings
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils.http import url_has_allowed_host_and_scheme
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from verbund.common.client import address_key
from verbund.common.limits import TooMany, in_words
from verbund.member_area.access import let_in, let_out, session_of
from verbund.member_area.domain import login
from verbund.member_area.forms import CodeForm, EmailForm
from verbund.member_area.models import LINK_LIFE, LoginLink
from verbund.tenancy.tokens import BadToken, TenantSigner

ASKED = TenantSigner("member.asked")


@require_POST
def ask(request: HttpRequest) -> HttpResponse:
    """The same answer for every address."""
    form = EmailForm(request.POST)
    if not form.is_valid():
        return show_form(request, form)
    try:
        link = login.ask_for_link(
            form.cleaned_data["email"],
            client=address_key(request),
            next_url=safe_target(request, request.POST.get("next", "")),
            language=get_language() or settings.LANGUAGE_CODE,
        )
    except TooMany as error:
        form.add_error("email", _too_often(error))
        return show_form(request, form, status=429)
    return HttpResponseRedirect(reverse("member_code", args=[ASKED.sign(link.pk)]))


@require_http_methods(["GET", "HEAD", "POST"])
def code(request: HttpRequest, asked: str) -> HttpResponse:
    """ "A mail is on its way", and the field for its number."""
    try:
        link = int(ASKED.read(asked, LINK_LIFE))
    except BadToken:
        return HttpResponseRedirect(reverse("member_home"))
    form = CodeForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        try:
            row = login.use_code(link, form.cleaned_data["code"])
        except login.NoEntry:
            form.add_error("code", _("This number is not right, or no longer. Look at the mail."))
        except TooMany as error:
            form.add_error("code", _too_often(error))
        else:
            return _enter(request, row)
    return private(render(request, "member_area/code.html", {"form": form}))


@require_http_methods(["GET", "HEAD", "POST"])
def link(request: HttpRequest, secret: str) -> HttpResponse:
    """Opening shows a button, pressing it lets in: programs that look into mails press none."""
    try:
        if request.method == "POST":
            row = login.use_link(secret)
            return _enter(request, row)
        row = login.find_link(secret)
    except login.NoEntry:
        return private(render(request, "member_area/link_over.html", status=410))
    return private(render(request, "member_area/link.html", {"account": row.account}))


@require_POST
def leave_session(request: HttpRequest) -> HttpResponse:
    session = session_of(request)
    if session is not None:
        session.delete()
    response = HttpResponseRedirect(reverse("member_home"))
    let_out(response)
    return response


def show_form(request: HttpRequest, form: EmailForm, status: int = 200) -> HttpResponse:
    target = request.POST.get("next") or request.GET.get("next", "")
    context = {"form": form, "next": safe_target(request, target)}
    return private(render(request, "member_area/login.html", context, status=status))


def safe_target(request: HttpRequest, target: str) -> str:
    """A path of this host, else nothing."""
    ours = target.startswith("/") and url_has_allowed_host_and_scheme(target, allowed_hosts=None)
    return target[:500] if ours else ""


def private(response: HttpResponse) -> HttpResponse:
    response.headers["Cache-Control"] = "private, no-store"
    # Not "no-referrer": a browser then posts the page's form with the origin "null".
    response.headers["Referrer-Policy"] = "same-origin"
    return response


def _enter(request: HttpRequest, row: LoginLink) -> HttpResponse:
    assert row.account is not None  # the domain lets in nobody without one
    return let_in(request, row.account, row.next_url or reverse("member_home"))


def _too_often(error: TooMany) -> str:
    return _("Too many tries. Please try again in %s.") % in_words(error.retry_after)

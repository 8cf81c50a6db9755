"""Logins, name, address and leaving: what everybody does with her own account."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from verbund.common.limits import Limit, TooMany, in_words
from verbund.member_area.access import let_in, let_out, session_of
from verbund.member_area.domain import accounts, sessions
from verbund.member_area.forms import LeaveForm, NameForm, NewEmailForm
from verbund.member_area.models import MemberAccount
from verbund.member_area.views.home import render_area
from verbund.member_area.views.login import private
from verbund.tenancy.context import current_tenant

OVERVIEW = "member_area_konto:overview"
EMAILS = Limit("member.new_email", "5/h")


def _member(request: HttpRequest) -> MemberAccount:
    account: MemberAccount = request.member  # type: ignore[attr-defined]  # set by member_required
    return account


@require_safe
def overview(request: HttpRequest) -> HttpResponse:
    current = session_of(request)
    context = {
        "title": _("Logins"),
        "sessions": _member(request).sessions.all(),
        "current": current.pk if current else None,
    }
    return render_area(request, "member_area/own.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
def change_name(request: HttpRequest) -> HttpResponse:
    form = NameForm(request.POST or None, instance=_member(request))
    if request.method == "POST" and form.is_valid():
        form.save()
        messages.success(request, _("Your name is saved."))
        return HttpResponseRedirect(reverse(OVERVIEW))
    return render_area(request, "member_area/form.html", {"form": form, "title": _("Your name")})


@require_http_methods(["GET", "HEAD", "POST"])
def change_email(request: HttpRequest) -> HttpResponse:
    form = NewEmailForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        try:
            EMAILS.hit(f"{current_tenant().uuid}:{_member(request).pk}")
        except TooMany as error:
            form.add_error(
                "email", _("Too many tries. Please try again in %s.") % in_words(error.retry_after)
            )
        else:
            accounts.ask_for_new_email(_member(request), form.cleaned_data["email"])
            messages.success(
                request, _("A mail is on its way to the new address. Open its link there.")
            )
            return HttpResponseRedirect(reverse(OVERVIEW))
    context = {"form": form, "title": _("New e-mail address")}
    return render_area(request, "member_area/form.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
def confirm_email(request: HttpRequest, secret: str) -> HttpResponse:
    """The link in the mail to the new address; open to whoever reads it."""
    change = accounts.find_change(secret)
    if change is None:
        return private(render(request, "member_area/link_over.html", status=410))
    if request.method != "POST":
        return private(render(request, "member_area/email.html", {"change": change}))
    try:
        account = accounts.change_email(change, session_of(request))
    except accounts.AddressTaken:
        return private(render(request, "member_area/link_over.html", status=410))
    return let_in(request, account, reverse(OVERVIEW))


@require_POST
def end_session(request: HttpRequest, session: int) -> HttpResponse:
    if sessions.end(_member(request), session):
        messages.success(request, _("The session has ended."))
    return HttpResponseRedirect(reverse(OVERVIEW))


@require_http_methods(["GET", "HEAD", "POST"])
def leave(request: HttpRequest) -> HttpResponse:
    form = LeaveForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        accounts.leave(_member(request))
        response = HttpResponseRedirect(reverse("member_home"))
        let_out(response)
        return response
    context = {"form": form, "title": _("Delete my account")}
    return render_area(request, "member_area/leave.html", context)

"""The admin's inbox of the directory: changes to clear, claims, errors, mails that nobody got."""

from collections.abc import Callable
from functools import wraps
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods, require_POST, require_safe
from wagtail.admin import messages

from plugins.members.domain import claims, inbox, proposals
from plugins.members.domain.claims import AlreadyDone
from plugins.members.domain.lines import lines_of
from plugins.members.models import Claim, ErrorReport, MailProblem, Proposal
from verbund.plugin import AdminView, MenuItem, User

PERMISSION = "members.change_organisation"
INBOX = "members_admin:inbox"
View = Callable[..., HttpResponse]


class ReasonForm(forms.Form):
    """Why something is refused; the person reads it."""

    reason = forms.CharField(
        label=gettext_lazy("Reason"),
        max_length=1000,
        required=False,
        help_text=gettext_lazy("Stands in the mail. Needed for what you do not take over."),
        widget=forms.Textarea(attrs={"rows": 3}),
    )


def _gone_is_told(view: View) -> View:
    """What somebody else has decided meanwhile leads back to the list, with a sentence."""

    @wraps(view)
    def told(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        try:
            return view(request, *args, **kwargs)
        except (AlreadyDone, Proposal.DoesNotExist, Claim.DoesNotExist):
            messages.warning(request, _("That has been decided meanwhile, or taken back."))
            return redirect(INBOX)

    return told


@require_safe
def overview(request: HttpRequest) -> HttpResponse:
    """All that waits for somebody, the oldest on top."""
    context: dict[str, Any] = {
        "proposals": inbox.proposals_to_clear(),
        "claims": inbox.open_claims(),
        "applicants": inbox.applicants(),
        "reports": inbox.open_reports(),
        "problems": inbox.open_problems(),
    }
    context["nothing"] = not any(len(waiting) for waiting in context.values())
    return render(request, "members/admin/inbox.html", {**context, **_frame(_("To check"))})


@require_http_methods(["GET", "HEAD", "POST"])
@_gone_is_told
def proposal(request: HttpRequest, pk: int) -> HttpResponse:
    """Field by field what stands there and what shall."""
    found = inbox.proposals_to_clear().get(pk=pk)
    form = ReasonForm(request.POST or None)
    ticked = request.POST.getlist("field") if request.method == "POST" else None
    if request.method == "POST" and form.is_valid():
        accepted = [] if "none" in request.POST else ticked or []
        try:
            proposals.decide(
                found, accepted, _by(request), form.cleaned_data["reason"], _version(request)
            )
        except proposals.ChangedMeanwhile:
            messages.warning(request, _("The organisation has just changed it: look once more."))
            return redirect("members_admin:proposal", pk=found.pk)
        except ValidationError as error:
            form.add_error("reason" if hasattr(error, "error_dict") else None, error.messages)
        else:
            messages.success(request, _("Decided. The organisation gets a mail."))
            return redirect(INBOX)
    title = _("Changes of %s") % found.organisation.name
    context = {"proposal": found, "lines": lines_of(found), "form": form, "ticked": ticked}
    return render(request, "members/admin/proposal.html", {**context, **_frame(title)})


@require_http_methods(["GET", "HEAD", "POST"])
@_gone_is_told
def claim(request: HttpRequest, pk: int) -> HttpResponse:
    """Who says that an entry is hers; accepted she is invited, refused she reads why."""
    found = inbox.open_claims().get(pk=pk)
    form = ReasonForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        reason = form.cleaned_data["reason"].strip()
        if "refuse" not in request.POST:
            claims.accept(found, _by(request))
            messages.success(request, _("%s is invited to keep the entry.") % found.email)
            return redirect(INBOX)
        if reason:
            claims.refuse(found, _by(request), reason)
            messages.success(request, _("Refused. The person gets a mail."))
            return redirect(INBOX)
        form.add_error("reason", _("Say why: the person reads it in a mail."))
    title = _("Who keeps %s?") % found.organisation.name
    context = {
        "claim": found,
        "form": form,
        "people": found.organisation.responsibles.all(),
        "contacts": found.organisation.contacts.all(),
    }
    return render(request, "members/admin/claim.html", {**context, **_frame(title)})


@require_POST
def report_done(request: HttpRequest, pk: int) -> HttpResponse:
    inbox.close_report(ErrorReport.objects.filter(pk=pk), _user(request))
    return redirect(INBOX)


@require_POST
def problem_done(request: HttpRequest, pk: int) -> HttpResponse:
    inbox.close_problem(MailProblem.objects.filter(pk=pk), _by(request))
    return redirect(INBOX)


def _by(request: HttpRequest) -> str:
    user = _user(request)
    return str(user.get_full_name() or user)[:120]


def _user(request: HttpRequest) -> User:
    assert isinstance(request.user, User)  # the platform asked for the permission
    return request.user


def _version(request: HttpRequest) -> int:
    sent = request.POST.get("version", "")
    return int(sent) if sent.isdecimal() else 0


def _frame(title: str) -> dict[str, Any]:
    crumbs = [{"url": reverse(INBOX), "label": _("To check")}, {"url": "", "label": title}]
    return {
        "page_title": title,
        "header_title": title,
        "header_icon": "mail",
        "breadcrumbs_items": crumbs,
    }


admin_views = (
    AdminView("inbox", "posteingang/", overview, PERMISSION),
    AdminView("proposal", "vorschlag/<int:pk>/", proposal, PERMISSION),
    AdminView("claim", "anspruch/<int:pk>/", claim, PERMISSION),
    AdminView("report_done", "fehler/<int:pk>/erledigt/", report_done, PERMISSION),
    AdminView("problem_done", "zustellung/<int:pk>/erledigt/", problem_done, PERMISSION),
)
menu_items = (
    MenuItem(
        name="members-inbox",
        label=gettext_lazy("Entries to check"),
        url=lambda: reverse(INBOX),
        permission=PERMISSION,
        icon="mail",
        order=165,
    ),
)

"""“Our entry” in /konto/: how it stands, confirming it, and the form in steps."""

from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.template.loader import render_to_string
from django.urls import URLPattern, path, reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from plugins.members.domain.confirmation import confirm
from plugins.members.domain.people import organisations_of
from plugins.members.domain.proposals import Editor
from plugins.members.editing.views import Editing, edit
from plugins.members.enums import Status
from plugins.members.models import Organisation
from plugins.members.standing import Standing, standing_of
from verbund.plugin import AccountSection, MemberAccount, TodoItem, render_area

START = "members_konto:start"


def _member(request: HttpRequest) -> MemberAccount:
    account: MemberAccount = request.member  # type: ignore[attr-defined]  # set for members alone
    return account


def _own(request: HttpRequest) -> list[Organisation]:
    """Those that this member acts for; looked up once a request."""
    if not hasattr(request, "_members_own"):
        found = organisations_of(_member(request)).exclude(status=Status.FORMER)
        request._members_own = list(found)  # type: ignore[attr-defined]  # ours
    own: list[Organisation] = request._members_own  # type: ignore[attr-defined]  # ours
    return own


def _one(request: HttpRequest, key: UUID) -> Organisation:
    for organisation in _own(request):
        if organisation.uuid == key:
            return organisation
    raise Http404("This member acts for no such organisation.")


def _editor(request: HttpRequest) -> Editor:
    account = _member(request)
    return Editor(account.name, account.email)


@require_safe
def start(request: HttpRequest) -> HttpResponse:
    """How each entry stands, and what can be done."""
    own = [standing_of(one) for one in _own(request)]
    context = {"title": _("Our entry"), "standings": own}
    return render_area(request, "members/account.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
def step(request: HttpRequest, key: UUID, slug: str) -> HttpResponse:
    organisation = _one(request, key)
    editing = Editing(
        organisation,
        _editor(request),
        reverse(START),
        lambda name: reverse("members_konto:step", args=[organisation.uuid, name]),
        lambda template, context: render_area(
            request, template, {**context, "frame": "member_area/area.html"}
        ),
    )
    return edit(request, editing, slug)


@require_POST
def confirm_entry(request: HttpRequest, key: UUID) -> HttpResponse:
    organisation = _one(request, key)
    confirm(organisation, str(_editor(request)))
    messages.success(request, _("Thank you! The entry says so now."))
    return HttpResponseRedirect(reverse(START))


def todo(request: HttpRequest) -> list[TodoItem]:
    return [item for one in _own(request) for item in standing_of(one).todo()]


def summary(request: HttpRequest) -> str:
    standings: list[Standing] = [standing_of(one) for one in _own(request)]
    if not standings:
        return ""
    return render_to_string("members/account_summary.html", {"standings": standings}, request)


def shown(request: HttpRequest) -> bool:
    return bool(_own(request))


def _urlpatterns() -> list[URLPattern]:
    return [
        path("", start, name="start"),
        path("<uuid:key>/bestaetigen/", confirm_entry, name="confirm"),
        path("<uuid:key>/<slug:slug>/", step, name="step"),
    ]


account_sections = (
    AccountSection(
        "eintrag",
        gettext_lazy("Our entry"),
        urlpatterns=_urlpatterns,
        todo=todo,
        summary=summary,
        shown=shown,
        order=100,
    ),
)

"""Invitations in the admin: who is asked and has not come; asking again and taking back."""

from typing import Any
from uuid import UUID

from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import URLPattern, path, reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_POST, require_safe
from wagtail.admin import messages
from wagtail.admin.menu import MenuItem

from verbund.accounts.actor import actor_of
from verbund.accounts.domain import invitations
from verbund.accounts.domain.invitations import NotPossible
from verbund.accounts.domain.people import Reach
from verbund.accounts.domain.queries import waiting_invitations
from verbund.accounts.invitations_forms import InviteForm
from verbund.accounts.models import Invitation, User
from verbund.common.limits import TooMany, in_words

NAMESPACE = "accounts_invitations"
PERMISSION = "accounts.add_user"


class InvitationsMenuItem(MenuItem):
    def is_shown(self, request: HttpRequest) -> bool:
        allowed: bool = request.user.has_perm(PERMISSION)
        return allowed


def menu_item() -> InvitationsMenuItem:
    return InvitationsMenuItem(
        gettext_lazy("Invitations"),
        reverse(f"{NAMESPACE}:index"),
        name="invitations",
        icon_name="mail",
        order=610,
    )


@require_safe
def index(request: HttpRequest) -> HttpResponse:
    """Invitations that wait for an answer, those that ran out among them."""
    roles = {role.pk for role in Reach(actor_of(request, PERMISSION)).roles()}
    rows = [(one, one.role_id in roles) for one in waiting_invitations()]
    context = {"invitations": rows} | _frame()
    return render(request, "accounts/invitations/index.html", context)


def invite(request: HttpRequest) -> HttpResponse:
    """The form; what can't be done is said at its field, and what was typed stays."""
    actor = actor_of(request, PERMISSION)
    form = InviteForm(request.POST or None, actor=actor)
    if request.method == "POST" and form.is_valid() and _invited(form, actor):
        messages.success(
            request, _("The invitation to %s is on its way.") % form.cleaned_data["email"]
        )
        return redirect(f"{NAMESPACE}:index")
    context: dict[str, Any] = {"form": form} | _frame(_("Invite somebody"))
    return render(request, "accounts/invitations/invite.html", context)


@require_POST
def resend(request: HttpRequest, uuid: UUID) -> HttpResponse:
    """A new link, which ends the old one."""
    actor, invitation = _reached(request, uuid)
    try:
        invitations.send(invitation, by=actor)
    except (NotPossible, TooMany) as error:
        messages.error(request, _reason(error))
    else:
        messages.success(request, _("The invitation to %s is on its way.") % invitation.email)
    return redirect(f"{NAMESPACE}:index")


@require_POST
def withdraw(request: HttpRequest, uuid: UUID) -> HttpResponse:
    actor, invitation = _reached(request, uuid)
    invitations.withdraw(invitation, by=actor)
    messages.success(request, _("The invitation to %s is withdrawn.") % invitation.email)
    return redirect(f"{NAMESPACE}:index")


def urls() -> list[URLPattern]:
    """Below `/admin/invitations/`."""
    return [
        path("", index, name="index"),
        path("new/", invite, name="invite"),
        path("<uuid:uuid>/resend/", resend, name="resend"),
        path("<uuid:uuid>/withdraw/", withdraw, name="withdraw"),
    ]


def _invited(form: InviteForm, actor: User) -> bool:
    try:
        invitations.invite(**form.cleaned_data, by=actor)
    except (NotPossible, TooMany) as error:
        form.add_error("email", _reason(error))
        return False
    return True


def _reason(error: NotPossible | TooMany) -> str:
    if isinstance(error, TooMany):
        wait = in_words(error.retry_after)
        return _("Too many invitations in a short time. Please try again in %s.") % wait
    return str(error)


def _reached(request: HttpRequest, uuid: UUID) -> tuple[User, Invitation]:
    """:raises PermissionDenied: to a role whose rights she has not herself."""
    actor = actor_of(request, PERMISSION)
    invitation = get_object_or_404(Invitation.objects.select_related("role"), uuid=uuid)
    if not Reach(actor).roles().filter(pk=invitation.role_id).exists():
        raise PermissionDenied
    return actor, invitation


def _frame(page: str = "") -> dict[str, Any]:
    title = _("Invitations")
    trail = [
        {"url": reverse("wagtailadmin_home"), "label": _("Home")},
        {"url": reverse("wagtailusers_users:index"), "label": _("People")},
        {"url": reverse(f"{NAMESPACE}:index"), "label": title},
    ]
    return {
        "page_title": page or title,
        "header_icon": "mail",
        "breadcrumbs_items": [*trail, *([{"url": "", "label": page}] if page else [])],
    }

"""*Support* in the operators' admin: which site, why, and the link that opens it."""

from typing import Any

from django.db.transaction import non_atomic_requests
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import URLPattern, path, reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from wagtail.admin.menu import MenuItem

from verbund.accounts.actor import actor_of
from verbund.accounts.journal import record
from verbund.accounts.journal_actions import Act
from verbund.accounts.models import User
from verbund.common.limits import TooMany, in_words
from verbund.support.domain.logins import Forbidden, Operator, hand_over
from verbund.support.forms import HandOverForm
from verbund.tenancy.context import current_tenant
from verbund.tenancy.enums import TenantKind

NAMESPACE = "support_console"
PERMISSION = "accounts.manage_site"


class SupportMenuItem(MenuItem):
    def is_shown(self, request: HttpRequest) -> bool:
        allowed: bool = request.user.has_perm(PERMISSION)
        return allowed and _is_console()


def menu_item() -> SupportMenuItem:
    return SupportMenuItem(
        gettext_lazy("Support"),
        reverse(f"{NAMESPACE}:index"),
        name="support",
        icon_name="help",
        order=300,
    )


# The site that is entered is another schema: the row is written in a transaction of its own.
@non_atomic_requests
def index(request: HttpRequest) -> HttpResponse:
    """The form; after it the link, which is shown this once.

    :raises Http404: on every other host than the operators'.
    """
    if not _is_console():
        raise Http404("Support begins with the operators.")
    operator = actor_of(request, PERMISSION)
    form = HandOverForm(request.POST or None)
    context: dict[str, Any] = {"form": form} | _frame()
    if request.method == "POST" and form.is_valid():
        context["link"] = _link(form, operator)
    return render(request, "support/console.html", context)


def urls() -> list[URLPattern]:
    """Below `/admin/support/`."""
    return [path("", index, name="index")]


def _link(form: HandOverForm, user: User) -> str:
    """Empty, and an error in the form, where the site can't be entered."""
    site, reason = form.cleaned_data["site"], form.cleaned_data["reason"]
    operator = Operator(user.uuid, user.get_full_name() or user.email, user.email)
    try:
        link = hand_over(operator, site, reason)
    except Forbidden:
        form.add_error("site", _("This site does not let support in. Ask its admins."))
        return ""
    except TooMany as error:
        wait = in_words(error.retry_after)
        form.add_error(None, _("Too many tries. Please try again in %s.") % wait)
        return ""
    record(Act.SUPPORT_ASKED, current_tenant(), user=user, site=site.name, reason=reason)
    return link


def _is_console() -> bool:
    return current_tenant().kind == TenantKind.OPERATOR


def _frame() -> dict[str, Any]:
    title = _("Support")
    return {
        "page_title": title,
        "header_icon": "help",
        "breadcrumbs_items": [
            {"url": reverse("wagtailadmin_home"), "label": _("Home")},
            {"url": reverse(f"{NAMESPACE}:index"), "label": title},
        ],
    }

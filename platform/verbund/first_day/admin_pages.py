"""*First steps* in the admin, for those who look after the site."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import URLPattern, path, reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_POST
from wagtail.admin import messages
from wagtail.admin.menu import MenuItem

from verbund.accounts.actor import actor_of
from verbund.first_day.dashboard import PERMISSION
from verbund.first_day.domain.opening import NotYet, blocking, checklist, go_live
from verbund.first_day.domain.profile import change_profile
from verbund.first_day.forms import ProfileForm
from verbund.tenancy.context import current_tenant
from verbund.tenancy.enums import TenantKind, TenantStatus
from verbund.tenancy.preview import preview_link

NAMESPACE = "first_day"


class FirstStepsItem(MenuItem):
    def is_shown(self, request: HttpRequest) -> bool:
        allowed: bool = request.user.has_perm(PERMISSION)
        return allowed and current_tenant().kind != TenantKind.OPERATOR


def menu_item() -> FirstStepsItem:
    return FirstStepsItem(
        gettext_lazy("First steps"),
        reverse(f"{NAMESPACE}:index"),
        name="first_steps",
        icon_name="tick",
        order=10,
    )


def urls() -> list[URLPattern]:
    """Below `/admin/erste-schritte/`."""
    return [
        path("", index, name="index"),
        path("verband/", profile, name="profile"),
        path("vorschau/", preview, name="preview"),
        path("oeffnen/", open_site, name="open"),
    ]


def index(request: HttpRequest) -> HttpResponse:
    """Each step with why and where, and the button that opens the site."""
    actor_of(request, PERMISSION)
    return _page(request)


def profile(request: HttpRequest) -> HttpResponse:
    """The facts of the association, of which the Impressum is made."""
    user, tenant = actor_of(request, PERMISSION), current_tenant()
    form = ProfileForm(tenant, request.POST if request.method == "POST" else None)
    if request.method == "POST" and form.is_valid():
        change_profile(tenant, form.part("legal"), form.part("contact"), by=user)
        messages.success(request, _("The Impressum and the foot of each page say it from now on."))
        return redirect("first_day:index")
    title = _("Legal profile and contact")
    return render(request, "first_day/profile.html", {"form": form} | _frame(title))


@require_POST
def preview(request: HttpRequest) -> HttpResponse:
    """A link that shows the site in preparation to whoever has it, for a week."""
    actor_of(request, PERMISSION)
    return _page(request, link=preview_link(current_tenant()))


@require_POST
def open_site(request: HttpRequest) -> HttpResponse:
    user = actor_of(request, PERMISSION)
    try:
        go_live(current_tenant(), by=user)
        messages.success(request, _("The site is open to everybody."))
    except NotYet:
        messages.error(request, _("Something that must be is missing. It is marked below."))
    return redirect("first_day:index")


def _page(request: HttpRequest, link: str = "") -> HttpResponse:
    found = checklist()
    context: dict[str, Any] = {
        "steps": found,
        "blocking": blocking(found),
        "done": sum(one.done for one in found),
        "is_draft": current_tenant().status == TenantStatus.DRAFT,
        "link": link,
    }
    return render(request, "first_day/index.html", context | _frame(_("First steps")))


def _frame(title: str) -> dict[str, Any]:
    return {
        "page_title": title,
        "header_icon": "tick",
        "breadcrumbs_items": [
            {"url": reverse("wagtailadmin_home"), "label": _("Home")},
            {"url": reverse(f"{NAMESPACE}:index"), "label": _("First steps")},
        ],
    }

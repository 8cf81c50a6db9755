"""*Auskunft und Löschung* in the admin, for those who look after the site."""

from typing import Any

from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import URLPattern, path, reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_POST, require_safe
from wagtail.admin import messages
from wagtail.admin.menu import MenuItem

from verbund.privacy.domain import erasing, handing_out, keeping
from verbund.privacy.forms import AddressForm, SureForm

NAMESPACE = "privacy"
PERMISSION = "accounts.manage_site"


class PrivacyMenuItem(MenuItem):
    def is_shown(self, request: HttpRequest) -> bool:
        allowed: bool = request.user.has_perm(PERMISSION)
        return allowed


def menu_item() -> PrivacyMenuItem:
    return PrivacyMenuItem(
        gettext_lazy("Data protection"),
        reverse(f"{NAMESPACE}:index"),
        name="privacy",
        icon_name="lock",
        order=720,
    )


@require_safe
def index(request: HttpRequest) -> HttpResponse:
    """The form, and how long what is kept."""
    return _page(request, AddressForm())


@require_POST
def hand_out(request: HttpRequest) -> HttpResponse:
    """The ZIP of an address."""
    _allow(request)
    form = AddressForm(request.POST)
    if not form.is_valid():
        return _page(request, form)
    email = form.cleaned_data["email"].strip().lower()
    parts = handing_out.collect(email)
    if not parts:
        form.add_error("email", _("Nothing is held of this address here."))
        return _page(request, form)
    packed = handing_out.archive(email, parts)
    return HttpResponse(
        packed,
        content_type="application/zip",
        headers={
            "Content-Disposition": 'attachment; filename="auskunft.zip"',
            "Cache-Control": "no-store",
        },
    )


@require_POST
def erase(request: HttpRequest) -> HttpResponse:
    """First what would go and what stays; then, ticked, it goes."""
    _allow(request)
    asked = AddressForm(request.POST)
    if not asked.is_valid():
        return _page(request, asked)
    email = asked.cleaned_data["email"].strip().lower()
    form = SureForm(request.POST if "sure" in request.POST else None, initial={"email": email})
    if form.is_bound and form.is_valid():
        erasing.erase(email)
        messages.success(request, _("It is erased."))
        return redirect(f"{NAMESPACE}:index")
    answers = erasing.preview(email)
    if not answers:
        asked.add_error("email", _("Nothing is held of this address here."))
        return _page(request, asked)
    context = {"answers": answers, "email": email, "form": form}
    return render(request, "privacy/erase.html", context | _frame(_("What would be erased")))


def urls() -> list[URLPattern]:
    return [
        path("", index, name="index"),
        path("auskunft/", hand_out, name="hand_out"),
        path("loeschen/", erase, name="erase"),
    ]


def _page(request: HttpRequest, form: AddressForm) -> HttpResponse:
    _allow(request)
    context = {"form": form, "overdue": keeping.overdue()}
    return render(request, "privacy/index.html", context | _frame(_("Data protection")))


def _allow(request: HttpRequest) -> None:
    if not request.user.has_perm(PERMISSION):
        raise PermissionDenied


def _frame(title: str) -> dict[str, Any]:
    return {"page_title": title, "header_title": title, "header_icon": "lock"}

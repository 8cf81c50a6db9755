"""Views of Wagtail's admin that ask less than their menu: here they ask for the same.

Found by the walk over all addresses (tests/accounts/matrix). Each view is known by its name.
"""

from collections.abc import Callable
from typing import Any

from django.core.exceptions import PermissionDenied
from django.http import HttpRequest
from django.http.response import HttpResponseBase
from django.shortcuts import get_object_or_404
from wagtail.admin.auth import permission_denied
from wagtail.models import Page

from verbund.adminsite.menus import may_publish

Guard = Callable[..., bool]


def _publishers(request: HttpRequest, **kwargs: Any) -> bool:
    return may_publish(request)


def _movers(request: HttpRequest, page_to_move_id: int, **kwargs: Any) -> bool:
    page = get_object_or_404(Page, pk=page_to_move_id)
    return bool(page.permissions_for_user(request.user).can_move())


def _editors_of_page(request: HttpRequest, page_id: int, **kwargs: Any) -> bool:
    page = get_object_or_404(Page, pk=page_id)
    return bool(page.permissions_for_user(request.user).can_edit())


def _keepers_of_setting(
    request: HttpRequest, app_name: str, model_name: str, **kwargs: Any
) -> bool:
    allowed: bool = request.user.has_perm(f"{app_name}.change_{model_name}")
    return allowed


def _with_a_form_of_the_import(request: HttpRequest, **kwargs: Any) -> bool:
    # Wagtail reads these before it looks whether they are there.
    return {"import_file_name", "input_format"} <= request.POST.keys()


def _nobody(request: HttpRequest, **kwargs: Any) -> bool:
    return False


GUARDS: dict[str, Guard] = {
    "wagtailadmin_reports:site_history": _publishers,
    "wagtailadmin_reports:site_history_results": _publishers,
    "wagtailadmin_reports:aging_pages": _publishers,
    "wagtailadmin_reports:aging_pages_results": _publishers,
    "wagtailsettings:edit": _keepers_of_setting,
    "wagtailadmin_pages:move_confirm": _movers,
    "wagtailsnippets:index": _nobody,  # each kind has a place of its own
    "wagtailredirects:process_import": _with_a_form_of_the_import,
    "wagtailadmin_pages:confirm_workflow_cancellation": _editors_of_page,
}
"""Name of the view → who may."""


class AdminGuardMiddleware:
    """Refuses as Wagtail does: with a message on the dashboard, or 403 for a script."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponseBase]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        return self.get_response(request)

    def process_view(
        self, request: HttpRequest, view: Any, args: Any, kwargs: dict[str, Any]
    ) -> HttpResponseBase | None:
        match = request.resolver_match
        guard = GUARDS.get(match.view_name) if match else None
        # Who is not logged in is led to the login by Wagtail itself.
        if guard is None or not request.user.is_authenticated or guard(request, **kwargs):
            return None
        if request.headers.get("x-requested-with") == "XMLHttpRequest":
            raise PermissionDenied
        response: HttpResponseBase = permission_denied(request)
        return response

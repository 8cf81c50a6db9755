"""Holds a support login to its hour: the session ends on the server, whatever the browser says."""

from collections.abc import Callable

from django.conf import settings
from django.contrib.auth import logout
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponseRedirect
from django.http.response import HttpResponseBase
from django.urls import reverse

from verbund.support.domain.logins import open_login
from verbund.tenancy.status import without_language

SESSION_KEY = "support"
# Password, passkeys, name, keys of the API: what would outlive the hour, or hide who it was.
CLOSED = ("/anmeldung/", "/admin/account/", "/admin/apikeys/add/")
OPEN = ("/anmeldung/support/", "/anmeldung/abmelden/")


class SupportMiddleware:
    """``request.support`` is the running support login of this request, None for everybody else.

    :raises PermissionDenied: support asks for what belongs to an account of a person.
    """

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponseBase]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        key = _key_of(request)
        login = open_login(key) if key else None
        request.support = login  # type: ignore[attr-defined]  # ours
        if key and login is None:
            logout(request)  # its receiver closes the account that stood in
            if request.path.startswith("/admin/"):
                return HttpResponseRedirect(reverse("support_over"))
        path = without_language(request)
        if login and path.startswith(CLOSED) and not path.startswith(OPEN):
            raise PermissionDenied("Support has no account here.")
        return self.get_response(request)


def _key_of(request: HttpRequest) -> str:
    # A reader has no session: nothing is read for her. A preview is a part of another request.
    if settings.SESSION_COOKIE_NAME not in request.COOKIES or getattr(request, "is_dummy", False):
        return ""
    key: str = request.session.get(SESSION_KEY, "")
    return key

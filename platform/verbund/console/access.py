"""Pages of the console are for operators alone, at their own host alone."""

from collections.abc import Callable
from functools import wraps
from typing import Any

from django.contrib.auth.views import redirect_to_login
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest
from django.http.response import HttpResponseBase
from django.urls import reverse

from verbund.accounts.models import User
from verbund.tenancy.context import current_tenant
from verbund.tenancy.enums import TenantKind

PERMISSION = "accounts.manage_site"
View = Callable[..., HttpResponseBase]


def operators_only(view: View) -> View:
    """404 at every other site; who is not logged in is led to the login.

    The second factor is asked for by its middleware, as for the admin.
    """

    @wraps(view)
    def guarded(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        if current_tenant().kind != TenantKind.OPERATOR:
            raise Http404("The console is at the operators' host.")
        if not isinstance(request.user, User):
            return redirect_to_login(request.get_full_path(), reverse("account_login"))
        if not request.user.has_perm(PERMISSION):
            raise PermissionDenied
        request.is_closed = True  # type: ignore[attr-defined]  # the frame shows no page
        response = view(request, *args, **kwargs)
        response.headers["Cache-Control"] = "private, no-store"
        return response

    return guarded


def operator_of(request: HttpRequest) -> User:
    """Who works here; the guard has let her in."""
    assert isinstance(request.user, User)
    return request.user

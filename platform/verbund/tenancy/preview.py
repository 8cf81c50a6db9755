"""A link that shows a site in preparation to whoever has it, for a week."""

from datetime import timedelta

from django.conf import settings
from django.http import HttpRequest, HttpResponseNotFound, HttpResponseRedirect
from django.http.response import HttpResponseBase

from verbund.tenancy.models import Tenant
from verbund.tenancy.tokens import BadToken, TenantSigner

PURPOSE = "preview of a site"
LASTS = timedelta(days=7)
COOKIE = "vorschau"
PREVIEW = "/-/vorschau/"


def preview_link(tenant: Tenant) -> str:
    """Runs inside the tenant; at another site, and after a week, the link is nothing."""
    return f"{tenant.base_url}{PREVIEW}{TenantSigner(PURPOSE).sign('open')}/"


def enter_preview(request: HttpRequest, token: str) -> HttpResponseBase:
    """Keeps the token in a cookie, which ends when the link does."""
    if not holds(token):
        return HttpResponseNotFound("Der Link gilt nicht mehr.", content_type="text/plain")
    response = HttpResponseRedirect("/")
    response.set_cookie(
        COOKIE,
        token,
        max_age=int(LASTS.total_seconds()),
        secure=settings.SESSION_COOKIE_SECURE,
        httponly=True,
        samesite="Lax",
    )
    return response


def may_preview(request: HttpRequest) -> bool:
    return holds(request.COOKIES.get(COOKIE, ""))


def holds(token: str) -> bool:
    if not token:
        return False
    try:
        return bool(TenantSigner(PURPOSE).read(token, max_age=LASTS) == "open")
    except BadToken:
        return False

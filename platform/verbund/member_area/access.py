"""Who of the members asks: the cookie, the account behind it, and pages for members alone."""

from collections.abc import Callable
from functools import wraps
from typing import Any

from django.conf import settings
from django.http import HttpRequest, HttpResponseRedirect
from django.http.response import HttpResponseBase
from django.urls import reverse
from django.utils.http import urlencode

from verbund.common.devices import device_words
from verbund.member_area.domain import sessions
from verbund.member_area.models import SESSION_LIFE, MemberAccount, MemberSession

View = Callable[..., HttpResponseBase]


def session_of(request: HttpRequest) -> MemberSession | None:
    """The member's session of this request; looked up once, when first asked for."""
    if not hasattr(request, "_member_session"):
        key = request.COOKIES.get(settings.VERBUND_MEMBER_COOKIE, "")
        request._member_session = sessions.find(key) if key else None  # type: ignore[attr-defined]  # ours
    found: MemberSession | None = request._member_session  # type: ignore[attr-defined]  # ours
    return found


def member_of(request: HttpRequest) -> MemberAccount | None:
    """The account of a member organisation's person who asks, None for everybody else."""
    session = session_of(request)
    return session.account if session else None


def member_required(view: View) -> View:
    """A view for members: sets ``request.member``, and asks others to log in first."""

    @wraps(view)
    def guarded(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        session = session_of(request)
        if session is None:
            query = urlencode({"next": request.get_full_path()})
            return HttpResponseRedirect(f"{reverse('member_home')}?{query}")
        sessions.note_visit(session)
        request.member = session.account  # type: ignore[attr-defined]  # ours
        response = view(request, *args, **kwargs)
        response.headers["Cache-Control"] = "private, no-store"
        return response

    return guarded


def let_in(request: HttpRequest, account: MemberAccount, target: str) -> HttpResponseRedirect:
    """Begins a session, ends the one before in this browser, and goes on to ``target``."""
    before = session_of(request)
    if before is not None:
        before.delete()
    key = sessions.begin(account, device_words(request.headers.get("User-Agent", "")))
    response = HttpResponseRedirect(target)
    response.set_cookie(
        settings.VERBUND_MEMBER_COOKIE,
        key,
        max_age=int(SESSION_LIFE.total_seconds()),
        secure=settings.SESSION_COOKIE_SECURE,
        httponly=True,
        samesite="Lax",
    )
    return response


def let_out(response: HttpResponseBase) -> None:
    """Takes the cookie away."""
    response.delete_cookie(settings.VERBUND_MEMBER_COOKIE, samesite="Lax")

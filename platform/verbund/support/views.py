"""On the site that is helped: the way in, with what it means, and the way out."""

from django.conf import settings
from django.contrib.auth import login as begin_session
from django.contrib.auth import logout
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from verbund.accounts.login.views import too_many
from verbund.common.client import address_key
from verbund.common.limits import Limit, TooMany
from verbund.support.domain.logins import Forbidden, NoEntry, begin, find
from verbund.support.middleware import SESSION_KEY

# Guessing a secret is hopeless; this keeps who tries from keeping a server busy.
TRIES = Limit("support.tries", "30/10m")


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def enter(request: HttpRequest, secret: str) -> HttpResponse:
    """Opening says what will happen, pressing the button begins it."""
    try:
        TRIES.hit(address_key(request))
        if request.method == "POST":
            return _enter(request, secret)
        login = find(secret)
    except TooMany as error:
        request.retry_after = error.retry_after  # type: ignore[attr-defined]  # for too_many()
        return too_many(request)
    except NoEntry as error:
        context = {"forbidden": isinstance(error, Forbidden)}
        return render(request, "support/no_entry.html", context, status=410)
    response = render(request, "support/enter.html", {"login": login})
    # The address holds the secret: no other host learns it. (With "no-referrer" browsers post
    # the form with "Origin: null", and Django refuses it.)
    response.headers["Referrer-Policy"] = "same-origin"
    return response


@require_POST
def leave(request: HttpRequest) -> HttpResponse:
    """Ends the session; the receiver of the logout does the rest."""
    logout(request)
    return redirect("support_over")


@never_cache
@require_safe
def over(request: HttpRequest) -> HttpResponse:
    return render(request, "support/over.html")


def _enter(request: HttpRequest, secret: str) -> HttpResponse:
    login = begin(secret)
    assert login.user is not None  # begin() opens its account
    begin_session(request, login.user, backend=settings.AUTHENTICATION_BACKENDS[0])
    request.session[SESSION_KEY] = str(login.uuid)
    request.session.set_expiry(login.ends)
    return redirect("wagtailadmin_home")

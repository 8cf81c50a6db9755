"""Whether a second factor is asked for here: the tenant decides, for operators it always is."""

from collections.abc import Callable

from allauth.mfa.models import Authenticator
from allauth.mfa.utils import is_mfa_enabled
from django.conf import settings
from django.contrib import messages
from django.http import HttpRequest, HttpResponseRedirect
from django.http.response import HttpResponseBase
from django.urls import reverse
from django.utils.translation import gettext as _

from verbund.accounts.settings import SecuritySettings
from verbund.tenancy.enums import TenantKind
from verbund.tenancy.status import CONSOLE, without_language

FACTORS = [Authenticator.Type.TOTP, Authenticator.Type.WEBAUTHN]
# Who has no factor yet may log out again, and sees the colours of the page that says so.
FREE = ("/admin/logout/", "/admin/look/")


def second_factor_required(request: HttpRequest) -> bool:
    """Of everybody who works in the admin of this tenant."""
    if request.tenant.kind == TenantKind.OPERATOR:  # type: ignore[attr-defined]  # TenantMiddleware's
        return not settings.VERBUND_DEMO
    return SecuritySettings.load(request_or_site=request).second_factor


def _is_for_staff(request: HttpRequest) -> bool:
    return without_language(request).startswith(("/admin/", CONSOLE))


class SecondFactorMiddleware:
    """Leads who must have a second factor, and has none, to the page that sets one up."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponseBase]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        if self._lacks_one(request):
            messages.warning(
                request, _("Set up a second factor first. This site asks it of everybody.")
            )
            return HttpResponseRedirect(reverse("mfa_index"))
        return self.get_response(request)

    def _lacks_one(self, request: HttpRequest) -> bool:
        # Only pages for staff: a reader's request reads neither session nor settings.
        if not _is_for_staff(request) or request.path.startswith(FREE):
            return False
        if not request.user.is_authenticated or request.support:  # type: ignore[attr-defined]  # SupportMiddleware's
            return False  # support has shown its second factor to the operators
        return second_factor_required(request) and not is_mfa_enabled(request.user, FACTORS)

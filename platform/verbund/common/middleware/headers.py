"""Security headers: the public's strict policy, and a wider one for Wagtail's admin."""

from csp.middleware import CSPMiddleware
from django.conf import settings
from django.http import HttpRequest
from django.http.response import HttpResponseBase

PERMISSIONS = "camera=(), geolocation=(), microphone=(), payment=(), usb=(), browsing-topics=()"


class SecurityHeadersMiddleware(CSPMiddleware):
    """Content-Security-Policy by area, and Permissions-Policy."""

    def process_request(self, request: HttpRequest) -> None:
        """Nothing: no nonce is ever made, so that a page's bytes are the same for everybody."""

    def process_response(
        self, request: HttpRequest, response: HttpResponseBase
    ) -> HttpResponseBase:
        if request.path.startswith("/admin/"):
            response._csp_config = settings.VERBUND_ADMIN_CSP  # type: ignore[attr-defined]  # django-csp's own
        response.headers.setdefault("Permissions-Policy", PERMISSIONS)
        response.headers.setdefault("Cross-Origin-Resource-Policy", "same-origin")
        return super().process_response(request, response)

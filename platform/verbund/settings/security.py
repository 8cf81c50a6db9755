"""Keys, cookies, headers: strict by default, plain http only in the demo and the tests."""

from csp.constants import NONE, SELF, UNSAFE_INLINE
from django.core.exceptions import ImproperlyConfigured

from verbund.settings.env import DEMO, env_bool, env_int, env_list, env_networks, env_str

DEBUG = env_bool("VERBUND_DEBUG")
SECRET_KEY = env_str("SECRET_KEY", "verbund-demo-only" * 4 if DEMO else "")
if not SECRET_KEY:
    raise ImproperlyConfigured(
        "SECRET_KEY is not set. Set it to 50 random characters or more, or set VERBUND_DEMO=1."
    )
SECRET_KEY_FALLBACKS = env_list("SECRET_KEY_FALLBACKS")

# The table of domains is the list of allowed hosts (verbund.tenancy.middleware).
ALLOWED_HOSTS = ["*"]
# Read only where a proxy overwrites it: VERBUND_BEHIND_PROXY=1 says so.
SECURE_PROXY_SSL_HEADER = (
    ("HTTP_X_FORWARDED_PROTO", "https") if env_bool("VERBUND_BEHIND_PROXY") else None
)

# Whose X-Forwarded-For is believed: addresses or networks (verbund.common.client).
VERBUND_PROXIES = env_networks("VERBUND_PROXIES")

VERBUND_SCHEME = env_str("VERBUND_SCHEME", "http" if DEMO else "https")
VERBUND_PORT = env_int("VERBUND_PORT", 8000 if DEMO else (443 if VERBUND_SCHEME == "https" else 80))
_TLS = VERBUND_SCHEME == "https"

SESSION_ENGINE = "django.contrib.sessions.backends.db"
SESSION_COOKIE_NAME = "__Host-session" if _TLS else "session"
SESSION_COOKIE_SECURE = _TLS
SESSION_COOKIE_HTTPONLY = True
CSRF_COOKIE_NAME = "__Host-csrf" if _TLS else "csrf"
CSRF_COOKIE_SECURE = _TLS
CSRF_COOKIE_HTTPONLY = True  # forms and Wagtail's scripts take the token from the page
MESSAGE_STORAGE = "verbund.common.messages.HostStorage"
CSRF_FAILURE_VIEW = "verbund.pages.errors.form_expired"
SECURE_SSL_REDIRECT = _TLS and env_bool("VERBUND_REDIRECT_TO_TLS", True)
# Asked from inside: by a watchdog, and by the proxy before it orders a certificate.
SECURE_REDIRECT_EXEMPT = [r"^-/(health|ready|certificate)/?$"]
SECURE_HSTS_SECONDS = 31_536_000 if _TLS else 0
# A tenant's own domain may have other hosts below it that are not ours: never include them.
SECURE_HSTS_INCLUDE_SUBDOMAINS = False
SECURE_HSTS_PRELOAD = False
SECURE_REFERRER_POLICY = "strict-origin-when-cross-origin"
SECURE_CROSS_ORIGIN_OPENER_POLICY = "same-origin"
X_FRAME_OPTIONS = "SAMEORIGIN"
SILENCED_SYSTEM_CHECKS = [
    "security.W005",  # subdomains of a tenant's domain are not ours
    "security.W019",  # the editor's preview is a frame of the same site
    "security.W021",  # nor do we put a tenant's domain on a preload list
    "wagtailadmin.W003",  # the admin's base URL is the tenant's own (verbund.tenancy.wagtail_mends)
]

CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        "default-src": [NONE],
        "script-src": [SELF],
        "style-src": [SELF],
        "img-src": [SELF],
        "font-src": [SELF],
        "media-src": [SELF],
        "connect-src": [SELF],
        "manifest-src": [SELF],
        "form-action": [SELF],
        "base-uri": [NONE],
        "frame-ancestors": [SELF],
        "object-src": [NONE],
    }
}
# Wagtail's date widgets, choosers and inline panels bring scripts inside their markup.
VERBUND_ADMIN_CSP = {
    "default-src": [SELF],
    "script-src": [SELF, UNSAFE_INLINE],
    "style-src": [SELF, UNSAFE_INLINE],
    "img-src": [SELF, "data:", "blob:"],
    "font-src": [SELF, "data:"],
    "connect-src": [SELF],
    "frame-src": [SELF],
    "form-action": [SELF],
    "base-uri": [SELF],
    "frame-ancestors": [SELF],
    "object-src": [NONE],
}

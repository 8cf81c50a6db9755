"""Mail: a folder in the demo, SMTP by EMAIL_URL elsewhere."""

from urllib.parse import unquote, urlsplit

from django.core.exceptions import ImproperlyConfigured

from verbund.settings.env import DATA_DIR, DEMO, env_str

EMAIL_URL = env_str("EMAIL_URL", "")
EMAIL_FILE_PATH = str(DATA_DIR / "mail")
# The sender's address; its name is the association's (verbund.tenancy.mail).
DEFAULT_FROM_EMAIL = env_str("VERBUND_MAIL_FROM", "post@verbund.example")
SERVER_EMAIL = DEFAULT_FROM_EMAIL

if EMAIL_URL:
    _parts = urlsplit(EMAIL_URL)
    if _parts.scheme not in {"smtp", "smtps", "smtp+tls"}:
        raise ImproperlyConfigured(
            f"Unexpected value EMAIL_URL={_parts.scheme}://…, use smtp://, smtp+tls:// or smtps://."
        )
    VERBUND_MAIL_TRANSPORT = "django.core.mail.backends.smtp.EmailBackend"
    EMAIL_HOST = _parts.hostname or "localhost"
    EMAIL_PORT = _parts.port or (465 if _parts.scheme == "smtps" else 25)
    EMAIL_HOST_USER = unquote(_parts.username or "")
    EMAIL_HOST_PASSWORD = unquote(_parts.password or "")
    EMAIL_USE_SSL = _parts.scheme == "smtps"
    EMAIL_USE_TLS = _parts.scheme == "smtp+tls"
elif DEMO:
    VERBUND_MAIL_TRANSPORT = "django.core.mail.backends.filebased.EmailBackend"
else:
    VERBUND_MAIL_TRANSPORT = "django.core.mail.backends.console.EmailBackend"
# A mail is kept with the page that writes it; the worker delivers it.
EMAIL_BACKEND = "verbund.mailing.backend.KeepingEmailBackend"

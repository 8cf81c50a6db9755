"""Logins of staff: allauth without signing up, without other sites, with second factors."""

from datetime import timedelta

from verbund.settings.security import VERBUND_SCHEME

AUTH_USER_MODEL = "accounts.User"
AUTHENTICATION_BACKENDS = ["allauth.account.auth_backends.AuthenticationBackend"]
AUTH_PASSWORD_VALIDATORS = [
    {
        "NAME": "django.contrib.auth.password_validation.MinimumLengthValidator",
        "OPTIONS": {"min_length": 12},
    },
    {"NAME": "verbund.accounts.passwords.LeakedPasswordValidator"},
    {"NAME": "django.contrib.auth.password_validation.UserAttributeSimilarityValidator"},
]
LOGIN_URL = "account_login"
LOGIN_REDIRECT_URL = "wagtailadmin_home"
PASSWORD_RESET_TIMEOUT = 60 * 60 * 24

ACCOUNT_ADAPTER = "verbund.accounts.login.adapter.AccountAdapter"
ACCOUNT_FORMS = {"login": "verbund.accounts.login.forms.LoginForm"}
ACCOUNT_USER_MODEL_USERNAME_FIELD = None
ACCOUNT_LOGIN_METHODS = {"email"}
ACCOUNT_SIGNUP_FIELDS = ["email*", "password1*"]
# Who has an account was invited by mail: the address is known to be hers.
ACCOUNT_EMAIL_VERIFICATION = "none"
ACCOUNT_EMAIL_UNKNOWN_ACCOUNTS = False
ACCOUNT_EMAIL_NOTIFICATIONS = True
ACCOUNT_PASSWORD_RESET_TOKEN_GENERATOR = "verbund.accounts.tokens.TenantTokenGenerator"  # noqa: S105
ACCOUNT_LOGOUT_REDIRECT_URL = "/"
ACCOUNT_SESSION_COOKIE_AGE = int(timedelta(days=14).total_seconds())
# Tries to log in are counted by the adapter; the others as allauth proposes.
ACCOUNT_RATE_LIMITS = {"login": "120/m/ip", "login_failed": None}

MFA_ADAPTER = "verbund.accounts.login.adapter.SecondFactorAdapter"
MFA_SUPPORTED_TYPES = ["totp", "webauthn", "recovery_codes"]
MFA_PASSKEY_LOGIN_ENABLED = True
MFA_ALLOW_UNVERIFIED_EMAIL = True
MFA_TOTP_TOLERANCE = 1
# Browsers allow passkeys without TLS on *.localhost alone: the demo's hosts.
MFA_WEBAUTHN_ALLOW_INSECURE_ORIGIN = VERBUND_SCHEME == "http"

# Members have a session of their own. `__Host-` keeps it from other hosts of the same domain; it
# asks for the path "/", which other languages' /<code>/konto/ need anyway.
VERBUND_MEMBER_COOKIE = "__Host-konto" if VERBUND_SCHEME == "https" else "konto"

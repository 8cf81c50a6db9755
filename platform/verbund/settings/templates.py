"""Templates by theme, static files of the themes and the middleware's order."""

from pathlib import Path

from verbund.settings.env import DATA_DIR, ROOT, env_bool, env_str

ROOT_URLCONF = "verbund.urls"
WSGI_APPLICATION = "verbund.wsgi.application"

MIDDLEWARE = [
    "verbund.common.middleware.requests.RequestLogMiddleware",
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "verbund.common.middleware.headers.SecurityHeadersMiddleware",
    "verbund.common.middleware.health.HealthMiddleware",
    "verbund.common.middleware.nul.NulMiddleware",
    "verbund.tenancy.middleware.TenantMiddleware",
    "verbund.common.middleware.public_pages.PublicPageMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "verbund.common.middleware.language.PathLanguageMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "allauth.account.middleware.AccountMiddleware",
    "verbund.support.middleware.SupportMiddleware",
    "verbund.tenancy.status.TenantStatusMiddleware",
    "verbund.common.middleware.size.RequestSizeMiddleware",
    "verbund.accounts.login.policy.SecondFactorMiddleware",
    "verbund.plugin.middleware.PluginGateMiddleware",
    "verbund.adminsite.guards.AdminGuardMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "wagtail.contrib.redirects.middleware.RedirectMiddleware",
]

TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
                "verbund.pages.context_processors.site",
            ],
            "loaders": [
                "verbund.theming.loaders.Loader",
                (
                    "django.template.loaders.cached.Loader",
                    ["django.template.loaders.app_directories.Loader"],
                ),
            ],
        },
    }
]

STATIC_URL = "/static/"
STATIC_ROOT = Path(env_str("VERBUND_STATIC_DIR", str(DATA_DIR / "static")))
THEMES_DIR = ROOT / "themes"
TENANTS_DIR = ROOT / "tenants"
STATICFILES_DIRS = [
    (f"themes/{folder.parent.name}", folder) for folder in sorted(THEMES_DIR.glob("*/static"))
]
# In development files are found where they lie; otherwise by their hashed names.
WHITENOISE_USE_FINDERS = env_bool("VERBUND_DEBUG")
WHITENOISE_MANIFEST_STRICT = True

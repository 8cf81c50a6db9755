"""Which apps live in the public schema and which in every tenant's."""

from importlib.metadata import entry_points

SHARED_APPS = [
    # Before django_tenants: our `migrate` takes its place.
    "verbund.tenancy",
    "django_tenants",
    "verbund.search",
    "verbund.archives",
    "verbund.console",
    "procrastinate.contrib.django",
]


def plugin_apps() -> list[str]:
    """Dotted config classes of all installed plugins, in a stable order."""
    found = {entry.value.replace(":", ".") for entry in entry_points(group="verbund.plugins")}
    return sorted(found)


TENANT_APPS = [
    "verbund.common",
    "verbund.plugin",
    "verbund.theming",
    "verbund.mailing",
    "verbund.accounts",
    "verbund.media",
    "verbund.pages",
    "verbund.api",
    "verbund.member_area",
    "verbund.support",
    "verbund.privacy",
    "verbund.onboarding",
    "verbund.first_day",
    "verbund.adminsite",
    *plugin_apps(),
    "allauth",
    "allauth.account",
    "allauth.mfa",
    "allauth.usersessions",
    "wagtail.contrib.redirects",
    "wagtail.contrib.settings",
    "wagtail.contrib.simple_translation",
    "wagtail.embeds",
    "wagtail.sites",
    "verbund.accounts.users_app.StaffUsersConfig",
    "wagtail.snippets",
    "wagtail.documents",
    "wagtail.images",
    "wagtail.search",
    "wagtail.admin",
    "wagtail",
    "modelcluster",
    "taggit",
    "django_filters",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
]

INSTALLED_APPS = [
    *SHARED_APPS,
    *TENANT_APPS,
    "django.contrib.postgres",
    "django.contrib.humanize",
    "whitenoise.runserver_nostatic",
    "django.contrib.staticfiles",
]

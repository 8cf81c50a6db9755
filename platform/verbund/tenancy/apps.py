"""The app of the public schema: registry of tenants, networks and plugins."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class TenancyConfig(AppConfig):
    name = "verbund.tenancy"
    verbose_name = _("Sites and networks")

    def ready(self) -> None:
        # Imported here: models need the app registry.
        from verbund.tenancy import checks, receivers, wagtail_mends  # noqa: F401
        from verbund.tenancy.content_types import install_schema_cache

        install_schema_cache()
        wagtail_mends.apply()

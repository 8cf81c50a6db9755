"""The app of the themes; its checks read every theme when the process starts."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class ThemingConfig(AppConfig):
    name = "verbund.theming"
    label = "theming"
    verbose_name = _("Themes")

    def ready(self) -> None:
        from verbund.theming import checks  # noqa: F401  # registers the checks

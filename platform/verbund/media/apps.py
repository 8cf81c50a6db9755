"""The library's models, in every tenant's schema."""

from django.utils.translation import gettext_lazy as _

from verbund.plugin.config import ContributingConfig


class MediaConfig(ContributingConfig):
    name = "verbund.media"
    verbose_name = _("Pictures and files")

    def ready(self) -> None:
        # Imported here: it needs the app registry.
        from verbund.media import wagtail_mends

        super().ready()
        wagtail_mends.apply()

"""The library's models, in every tenant's schema."""

from verbund.plugin.config import ContributingConfig
from django.utils.translation import gettext_lazy as _


class MediaConfig(ContributingConfig):
    name = "verbund.media"
    verbose_name = _("Pictures and files")

"""Names that stand in addresses and rows."""

from django.db import models
from django.utils.translation import gettext_lazy as _

FEED_SLUG = "feed"
PRESS_SLUG = "pressemitteilungen"


class Kind(models.TextChoices):
    """What an item is; the search calls it the same."""

    NEWS = "news", _("News item")
    PRESS = "press", _("Press release")

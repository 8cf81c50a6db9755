"""Closes ways of Wagtail and Pillow by which a file would come past the library's checks."""

import warnings

from django.conf import settings
from PIL import Image as Pillow


def apply() -> None:
    refuse_bombs()
    offer_no_profile_pictures()


def refuse_bombs() -> None:
    """Whoever opens a picture: above the limit Pillow raises before it takes memory.

    Its own limit is three times ours; it raises at twice the number that is set and warns at it.
    """
    Pillow.MAX_IMAGE_PIXELS = settings.WAGTAILIMAGES_MAX_IMAGE_PIXELS // 2
    warnings.filterwarnings("ignore", category=Pillow.DecompressionBombWarning)


def offer_no_profile_pictures() -> None:
    """Nobody but their owners would see them, and nothing would clean them."""
    # Imported here: the views need the app registry.
    from wagtail.admin.views.account import AvatarSettingsPanel

    AvatarSettingsPanel.is_active = lambda panel: False

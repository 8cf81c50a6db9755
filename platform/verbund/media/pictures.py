"""What a picture must be to be kept: of a known kind by its content, whole, and not too large."""

from pathlib import PurePath
from typing import Any

from django.conf import settings
from django.core.exceptions import ValidationError
from django.template.defaultfilters import filesizeformat
from django.utils.translation import gettext as _
from PIL import Image as Pillow
from PIL import UnidentifiedImageError

from verbund.media.metadata import READ, WRITTEN_AS

ENDINGS = {"JPEG": {"jpg", "jpeg"}, "PNG": {"png"}, "WEBP": {"webp"}, "GIF": {"gif"}}
MOST_FRAMES = 300


def check_picture(file: Any) -> None:
    """Reads the file to its end: a head that looks right is no picture.

    :raises ValidationError: in words for her who chose the file.
    """
    if file.size > settings.WAGTAILIMAGES_MAX_UPLOAD_SIZE:
        raise too_large(file.size, settings.WAGTAILIMAGES_MAX_UPLOAD_SIZE)
    file.seek(0)
    try:
        with Pillow.open(file, formats=READ) as picture:
            _check_opened(picture, file.name)
    except Pillow.DecompressionBombError:
        raise _too_many_pixels() from None
    except (UnidentifiedImageError, OSError, SyntaxError, ValueError, EOFError):
        raise ValidationError(
            _("This file can't be read as a picture. Use JPEG, PNG, WebP or GIF."),
            code="invalid_image",
        ) from None
    finally:
        file.seek(0)


def too_large(size: int, limit: int) -> ValidationError:
    words = {"size": filesizeformat(size), "limit": filesizeformat(limit)}
    text = _("This file has %(size)s, %(limit)s are possible. Make it smaller and choose it again.")
    return ValidationError(text % words, code="file_too_large")


def _check_opened(picture: Pillow.Image, name: str) -> None:
    frames = getattr(picture, "n_frames", 1)
    kind = WRITTEN_AS[str(picture.format)]
    if kind == "JPEG":
        frames = 1  # a telephone's further pictures are left away
    if frames > MOST_FRAMES:
        text = _("This picture has %(frames)d frames, %(limit)d are possible.")
        words = {"frames": frames, "limit": MOST_FRAMES}
        raise ValidationError(text % words, code="file_too_many_frames")
    if picture.width * picture.height * frames > settings.WAGTAILIMAGES_MAX_IMAGE_PIXELS:
        raise _too_many_pixels()
    if PurePath(name).suffix.lower().removeprefix(".") not in ENDINGS[kind]:
        text = _("This file is a %(kind)s, but its name “%(name)s” says something else.")
        words = {"kind": kind, "name": PurePath(name).name}
        raise ValidationError(text % words, code="invalid_image_known_format")
    picture.load()


def _too_many_pixels() -> ValidationError:
    millions = settings.WAGTAILIMAGES_MAX_IMAGE_PIXELS // 1_000_000
    text = _("This picture is too large: %(millions)d million pixels are possible.")
    return ValidationError(text % {"millions": millions}, code="file_too_many_pixels")

"""Takes out of an uploaded picture where and with what it was made."""

from io import BytesIO
from typing import Any

from django.core.files.base import ContentFile
from PIL import Image as Pillow
from PIL import ImageOps, UnidentifiedImageError

FORMATS = {"JPEG", "PNG", "WEBP"}
TELLING = ("exif", "xmp", "XML:com.adobe.xmp", "comment", "photoshop")


def without_metadata(file: Any) -> ContentFile | None:
    """The picture without place, camera and author; None where it holds nothing of the kind.

    Turned as its camera meant it, for that stands in what is taken out.
    """
    file.seek(0)
    try:
        picture = Pillow.open(file)
        moves = getattr(picture, "is_animated", False)  # no camera's, and one frame would be left
        if picture.format not in FORMATS or moves or not _tells(picture):
            return None
        return ContentFile(_bare(picture))
    except (UnidentifiedImageError, Pillow.DecompressionBombError, OSError):
        return None  # Wagtail's own check says so at the field
    finally:
        file.seek(0)


def _tells(picture: Pillow.Image) -> bool:
    return bool(picture.getexif()) or any(key in picture.info for key in TELLING)


def _bare(picture: Pillow.Image) -> bytes:
    kind, profile = picture.format, picture.info.get("icc_profile")
    turned = ImageOps.exif_transpose(picture)
    for key in TELLING:
        turned.info.pop(key, None)
    written = BytesIO()
    turned.save(written, kind, icc_profile=profile, exif=b"", **_quality(kind))
    return written.getvalue()


def _quality(kind: str | None) -> dict[str, Any]:
    # High: every size that readers get is made from this one.
    return {} if kind == "PNG" else {"quality": 92}

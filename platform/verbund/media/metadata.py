"""Takes out of an uploaded picture where, when and with what it was made, whatever hides it.

A file is kept byte for byte only if it is made of nothing but the parts that draw it; any other
part, known or not, and whatever lies behind its end, makes it be written anew from its pixels.
"""

from io import BytesIO
from typing import Any

from django.core.files.base import ContentFile
from PIL import Image as Pillow
from PIL import ImageOps, ImageSequence

from verbund.media.parts import only_draws

# What Pillow calls a file, and as what it is written: a telephone's JPEG with a second picture
# behind the first is an "MPO".
WRITTEN_AS = {"JPEG": "JPEG", "MPO": "JPEG", "PNG": "PNG", "WEBP": "WEBP", "GIF": "GIF"}
READ = ("JPEG", "PNG", "WEBP", "GIF")
"""Pillow reads many more: each of those is code that nobody's picture needs."""


def without_metadata(file: Any) -> ContentFile | None:
    """The picture without place, camera and author; None where it holds nothing of the kind.

    Turned as its camera meant it, for that stands in what is taken out.
    """
    file.seek(0)
    data = file.read()
    file.seek(0)
    with Pillow.open(BytesIO(data), formats=READ) as picture:
        kind = WRITTEN_AS[str(picture.format)]
        return None if only_draws(data, kind) else ContentFile(_bare(picture, kind, data))


def _bare(picture: Pillow.Image, kind: str, data: bytes) -> bytes:
    options = _quality(kind, data)
    profile = picture.info.get("icc_profile")
    if profile and kind != "GIF":
        options["icc_profile"] = profile
    frames = [_upright(frame) for frame in _frames(picture, kind)]
    if len(frames) > 1:
        options |= {"save_all": True, "append_images": frames[1:], "loop": 0}
        options["duration"] = [frame.info.get("duration", 100) for frame in frames]
    written = BytesIO()
    frames[0].save(written, kind, **options)
    return written.getvalue()


def _frames(picture: Pillow.Image, kind: str) -> list[Pillow.Image]:
    if kind == "JPEG" or not getattr(picture, "is_animated", False):
        return [picture]
    return [frame.copy() for frame in ImageSequence.Iterator(picture)]


def _upright(frame: Pillow.Image) -> Pillow.Image:
    turned = ImageOps.exif_transpose(frame)
    duration = frame.info.get("duration")
    # Pillow writes back what it finds here.
    kept = ("transparency", "background")
    turned.info = {key: value for key, value in turned.info.items() if key in kept}
    if duration:
        turned.info["duration"] = duration
    return turned


def _quality(kind: str, data: bytes) -> dict[str, Any]:
    # High: every size that readers get is made from this one.
    if kind == "WEBP":
        return {"lossless": b"VP8L" in data[:64], "quality": 92, "method": 4}
    return {"quality": 92} if kind == "JPEG" else {}

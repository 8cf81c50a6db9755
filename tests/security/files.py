"""Files as an attacker, a telephone or a hurried editor would upload them."""

import struct
import zipfile
import zlib
from collections.abc import Mapping
from io import BytesIO

from PIL import ExifTags
from PIL import Image as Pillow

PLACE = {ExifTags.GPS.GPSLatitude: (51.0, 30.0, 0.0), ExifTags.GPS.GPSLatitudeRef: "N"}
CAMERA = "Kamera von A. B."


def photo(kind: str = "JPEG", size: tuple[int, int] = (80, 40), turned: int = 6) -> bytes:
    """With the place and the camera in it, and lying on its side."""
    exif = Pillow.Exif()
    exif[ExifTags.Base.Orientation] = turned
    exif[ExifTags.Base.Make] = CAMERA
    exif[ExifTags.IFD.GPSInfo] = PLACE
    data = BytesIO()
    Pillow.new("RGB", size, "teal").save(data, kind, exif=exif, quality=90)
    return data.getvalue()


def bomb(width: int = 30_000, height: int = 30_000) -> bytes:
    """A PNG of a few bytes that would be gigabytes once it is opened."""
    head = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + b"".join(
        struct.pack(">I", len(data)) + name + data + struct.pack(">I", zlib.crc32(name + data))
        for name, data in ((b"IHDR", head), (b"IDAT", zlib.compress(b"\0")), (b"IEND", b""))
    )


def film(frames: int) -> bytes:
    """A GIF with many small frames, each of its own colour."""
    pictures = [Pillow.new("RGB", (2, 2), (n % 256, n // 256, 9)) for n in range(frames)]
    data = BytesIO()
    pictures[0].save(data, "GIF", save_all=True, append_images=pictures[1:])
    return data.getvalue()


def packed(parts: Mapping[str, bytes]) -> bytes:
    data = BytesIO()
    with zipfile.ZipFile(data, "w") as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return data.getvalue()


SVG_WITH_SCRIPT = b'<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>'
HTML = b"<!doctype html><script>alert(document.cookie)</script>"
DOCX = packed({"[Content_Types].xml": b"<x/>", "word/document.xml": b"<x/>"})
DOCX_WITH_MACROS = packed({"word/document.xml": b"<x/>", "word/vbaProject.bin": b"x"})
ODT = packed({"mimetype": b"application/vnd.oasis.opendocument.text", "content.xml": b"<x/>"})
PDF = b"%PDF-1.7\n%%EOF\n"

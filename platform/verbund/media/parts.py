"""What a picture's file is made of, read from its bytes: does it hold more than the picture?

By allow-list: a part that is not known here may tell something.
"""

import re
import struct
from collections.abc import Callable, Iterator


class Torn(ValueError):
    """The file ends within a part."""


# Frames, tables, scans; not 0xC8, which is kept for extensions.
JPEG_PARTS = {*range(0xC0, 0xC8), *range(0xC9, 0xD0), *range(0xD8, 0xE0)}
# Of what programs add: that it is a JPEG, its colour profile, how its colours are meant.
JPEG_ADDED = {0xE0: b"JFIF\0", 0xE2: b"ICC_PROFILE\0", 0xEE: b"Adobe"}
JPEG_END, JPEG_SCAN = 0xD9, 0xDA
AFTER_SCAN = re.compile(rb"\xff[^\x00\xd0-\xd7\xff]")
PNG_HEAD = b"\x89PNG\r\n\x1a\n"
PNG_PARTS = {
    b"IHDR", b"PLTE", b"IDAT", b"IEND", b"tRNS", b"gAMA", b"cHRM", b"sRGB", b"iCCP", b"sBIT",
    b"bKGD", b"pHYs", b"acTL", b"fcTL", b"fdAT", b"cICP",
}  # fmt: skip
WEBP_PARTS = {b"VP8 ", b"VP8L", b"VP8X", b"ALPH", b"ANIM", b"ANMF", b"ICCP"}
GIF_TELLS = re.compile(rb"!\xfe|!\xff\x0b(?!NETSCAPE2\.0|ANIMEXTS1\.0)")


def only_draws(data: bytes, kind: str) -> bool:
    """Whether a JPEG, PNG, WEBP or GIF holds its picture and nothing else."""
    try:
        return READERS[kind](data)
    except (Torn, struct.error, IndexError):
        return False


def _jpeg(data: bytes) -> bool:
    return all(
        marker in JPEG_PARTS or (marker in JPEG_ADDED and text.startswith(JPEG_ADDED[marker]))
        for marker, text in _jpeg_parts(data)
    )


def _jpeg_parts(data: bytes) -> Iterator[tuple[int, bytes]]:
    """Each part's marker and how it begins; 0 for what lies behind the end."""
    place = 2
    while True:
        sign, marker = struct.unpack_from(">BB", data, place)
        if sign != 0xFF:
            raise Torn
        if marker == JPEG_END:
            break
        (length,) = struct.unpack_from(">H", data, place + 2)
        yield marker, data[place + 4 : place + 16]
        place += 2 + length
        if marker == JPEG_SCAN:
            place = _end_of_scan(data, place)
    if data[place + 2 :].strip(b"\0"):
        yield 0, b""


def _end_of_scan(data: bytes, place: int) -> int:
    found = AFTER_SCAN.search(data, place)
    if found is None:
        raise Torn
    return found.start()


def _png(data: bytes) -> bool:
    place = len(PNG_HEAD)
    while True:
        length, name = struct.unpack_from(">I4s", data, place)
        if name not in PNG_PARTS:
            return False
        place += 12 + length
        if name == b"IEND":
            return place == len(data)


def _webp(data: bytes) -> bool:
    (length,) = struct.unpack_from("<I", data, 4)
    end, place = 8 + length, 12
    while place < end:
        name, size = struct.unpack_from("<4sI", data, place)
        if name not in WEBP_PARTS:
            return False
        place += 8 + size + size % 2
    return place == len(data)


def _gif(data: bytes) -> bool:
    return data.endswith(b";") and not GIF_TELLS.search(data)


READERS: dict[str, Callable[[bytes], bool]] = {
    "JPEG": _jpeg,
    "PNG": _png,
    "WEBP": _webp,
    "GIF": _gif,
}

"""The file of an archive: a packed tar that is written and read in one go, each part with its sum.

What is written last, the manifest, says what the file holds: without it the end is missing.
"""

import gzip
import hashlib
import json
import os
import tarfile
import tempfile
import time
import zlib
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from io import BytesIO
from pathlib import Path, PurePosixPath
from typing import IO, Any, BinaryIO

from django.core.serializers.json import DjangoJSONEncoder

MANIFEST = "manifest.json"
BLOCK = 1 << 16
# Packed once and read seldom; more costs minutes and saves little.
PACKING = 4
# What reading a part may raise, too, where a file breaks off in it.
DAMAGED = (OSError, EOFError, tarfile.TarError, zlib.error)


class BadArchive(ValueError):
    """The file can't be read as an archive."""


class Summing:
    """A file that is written; knows its size and SHA-256 so far."""

    def __init__(self, target: IO[bytes] | None = None) -> None:
        self._target, self._hash, self.size = target, hashlib.sha256(), 0

    def write(self, data: bytes) -> int:
        self._hash.update(data)
        self.size += len(data)
        return self._target.write(data) if self._target else len(data)

    def flush(self) -> None:
        if self._target:
            self._target.flush()

    @property
    def sha256(self) -> str:
        return self._hash.hexdigest()


class ArchiveWriter:
    """Adds parts one after the other; ``parts`` is what the manifest says of them."""

    def __init__(self, tar: tarfile.TarFile, scratch: Path) -> None:
        self._tar, self._scratch = tar, scratch
        self.parts: dict[str, dict[str, Any]] = {}

    def add(self, name: str, write: Callable[[BinaryIO], Any]) -> Any:
        """A part that ``write`` writes into the file it is given; gives back what that returns."""
        with tempfile.TemporaryFile(dir=self._scratch) as part:
            summing = Summing(part)
            result = write(summing)  # type: ignore[arg-type]  # all that is asked of it is write()
            part.seek(0)
            self._put(name, summing.size, part)
            self.parts[name] = {"size": summing.size, "sha256": summing.sha256}
        return result

    def add_bytes(self, name: str, data: bytes) -> None:
        self.add(name, lambda target: target.write(data))

    def add_json(self, name: str, value: Any) -> None:
        self.add_bytes(name, as_json(value))

    def finish(self, manifest: dict[str, Any]) -> None:
        data = as_json({**manifest, "parts": self.parts})
        self._put(MANIFEST, len(data), BytesIO(data))

    def _put(self, name: str, size: int, source: IO[bytes]) -> None:
        info = tarfile.TarInfo(name)
        info.size, info.mtime, info.mode = size, int(time.time()), 0o600
        self._tar.addfile(info, source)


@contextmanager
def writing(path: Path) -> Iterator[tuple[ArchiveWriter, Summing]]:
    """A new archive at ``path``, readable for us alone; nothing is there unless it is whole.

    :raises FileExistsError: somebody writes it at this moment.
    """
    half = path.with_name(f"{path.name}.part")
    with open(half, "xb", opener=_for_us_alone) as file:
        try:
            yield from _packing(file, path.parent)
            half.replace(path)
        finally:
            half.unlink(missing_ok=True)


def _packing(file: IO[bytes], scratch: Path) -> Iterator[tuple[ArchiveWriter, Summing]]:
    summing = Summing(file)
    with (
        gzip.GzipFile("", "wb", PACKING, summing, 0) as packed,
        tarfile.open(fileobj=packed, mode="w|", format=tarfile.PAX_FORMAT) as tar,
    ):
        yield ArchiveWriter(tar, scratch), summing
    file.flush()
    os.fsync(file.fileno())


def parts_of(path: Path) -> Iterator[tuple[str, IO[bytes]]]:
    """Each part in turn, to be read before the next one is asked for.

    :raises BadArchive: it is no archive, or its end is missing.
    """
    try:
        with gzip.open(path, "rb") as packed, tarfile.open(fileobj=packed, mode="r|") as tar:
            for member in tar:
                part = tar.extractfile(member) if member.isfile() else None
                if part is None or not is_plain(member.name):
                    raise BadArchive(member.name)
                yield member.name, part
    except DAMAGED as error:
        raise BadArchive(str(error)) from error


def is_plain(name: str) -> bool:
    """A path that stays inside: relative, and never a step up."""
    path = PurePosixPath(name)
    return not path.is_absolute() and ".." not in path.parts and "\\" not in name


def as_json(value: Any) -> bytes:
    return json.dumps(value, indent=1, ensure_ascii=False, cls=DjangoJSONEncoder).encode()


def sum_of(part: IO[bytes], keep: IO[bytes] | None = None) -> tuple[int, str]:
    """Size and SHA-256 of a part, which is copied into ``keep`` meanwhile."""
    summing = Summing(keep)
    while block := part.read(BLOCK):
        summing.write(block)
    return summing.size, summing.sha256


def _for_us_alone(path: str, flags: int) -> int:
    return os.open(path, flags, 0o600)

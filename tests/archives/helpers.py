"""Sites to be kept in files, and what tells two copies of one apart."""

import gzip
import io
import json
import tarfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from django.core.files.base import ContentFile
from django.core.files.storage import default_storage

from tests.isolation.helpers import document_in, image_in, page_in
from tests.member_area.helpers import member_client, member_in
from verbund.archives.left_out import LEFT_OUT
from verbund.archives.snapshot import snapshot
from verbund.tenancy.context import tenant_context
from verbund.tenancy.models import Tenant

ONLY_HERE = "Zuckerwattenfest"
ELSEWHERE = "Kirmesplatz"


def fill(tenant: Tenant, word: str) -> None:
    """A page, a picture with a size, a document and a member who is logged in."""
    page_in(tenant, f'{word}, "groß"; mit Komma\tund\nZeile')
    image_in(tenant, word)
    document_in(tenant, f"Text über {word}")
    member_client(tenant, member_in(tenant, f"{word.lower()}@verein.example", word))
    with tenant_context(tenant):
        default_storage.save(f"original_images/tief/{word.lower()}.bin", ContentFile(b"\0\xff"))


def tables_of(schema: str) -> dict[str, bytes]:
    """Each table as the text that an export would write of it."""
    with snapshot() as moment:
        found = {}
        for name in moment.tables(schema):
            text = io.BytesIO()
            moment.write_table(schema, name, text)
            found[name] = text.getvalue()
    return found


def kept_tables_of(schema: str) -> dict[str, bytes]:
    return {name: text for name, text in tables_of(schema).items() if name not in LEFT_OUT}


def media_of(tenant: Tenant) -> dict[str, bytes]:
    with tenant_context(tenant):
        names = list(default_storage.all_files())  # type: ignore[attr-defined]  # ours
        return {name: _read(name) for name in names}


def _read(name: str) -> bytes:
    with default_storage.open(name) as file:
        return bytes(file.read())


def members_of(path: Path) -> dict[str, bytes]:
    """What is in an archive, by name."""
    with tarfile.open(path) as tar:
        return {one.name: tar.extractfile(one).read() for one in tar}  # type: ignore[union-attr]  # all are files


def write_members(path: Path, members: dict[str, bytes]) -> None:
    with gzip.open(path, "wb") as packed, tarfile.open(fileobj=packed, mode="w|") as tar:
        for name, data in members.items():
            info = tarfile.TarInfo(name)
            info.size = len(data)
            tar.addfile(info, io.BytesIO(data))


def change_manifest(path: Path, **changes: Any) -> None:
    members = members_of(path)
    members["manifest.json"] = json.dumps(json.loads(members["manifest.json"]) | changes).encode()
    write_members(path, members)


def texts_of(path: Path) -> Iterator[str]:
    yield from (data.decode(errors="replace") for data in members_of(path).values())

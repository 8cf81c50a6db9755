"""What an archive says of itself: format, versions, whose it is, and what is in it."""

import hashlib
import hmac
from datetime import datetime
from typing import Any
from uuid import UUID

from django.conf import settings
from pydantic import BaseModel, ConfigDict

FORMAT = 1
"""Raised when an older Verbund could no longer read what is written."""


class Part(BaseModel):
    """A part's size in bytes and its SHA-256."""

    model_config = ConfigDict(frozen=True)

    size: int
    sha256: str


class Manifest(BaseModel):
    """The last part of each archive; keys that a later version adds are passed over."""

    model_config = ConfigDict(frozen=True)

    format: int
    verbund: str
    postgresql: str
    created: datetime
    kind: str
    schema_name: str
    tenant: UUID | None = None
    name: str = ""
    key: str
    migrations: list[tuple[str, str]]
    tables: dict[str, int]
    sequences: dict[str, tuple[int, bool]]
    left_out: list[str]
    media: int = 0
    missing_media: list[str] = []
    parts: dict[str, Part]

    def facts(self) -> dict[str, Any]:
        """In short, for a person or a program that wants to know what the file is."""
        return {
            "name": self.name,
            "schema": self.schema_name,
            "tenant": str(self.tenant or ""),
            "created": self.created.isoformat(timespec="seconds"),
            "verbund": self.verbund,
            "tables": len(self.tables),
            "rows": sum(self.tables.values()),
            "media": self.media,
            "missing_media": len(self.missing_media),
        }


def key_marks() -> list[str]:
    """What tells SECRET_KEY and its fallbacks from others and gives none of them away."""
    keys = [settings.SECRET_KEY, *settings.SECRET_KEY_FALLBACKS]
    return [
        hmac.new(key.encode(), b"verbund.archive", hashlib.sha256).hexdigest()[:16] for key in keys
    ]

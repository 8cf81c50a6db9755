"""Signed values as one part of an address: a page's address has no colons, as signatures do."""

import base64
import binascii
from datetime import timedelta
from typing import Any

from verbund.plugin import BadToken, TenantSigner


def link_part(signer: TenantSigner, value: Any) -> str:
    """The signed value in letters, digits, "-" and "_" alone."""
    return base64.urlsafe_b64encode(signer.sign(value).encode()).decode().rstrip("=")


def read_part(signer: TenantSigner, part: str, life: timedelta | None = None) -> Any:
    """What `link_part` signed. :raises BadToken: it did not, or not for this site."""
    try:
        token = base64.urlsafe_b64decode(part + "=" * (-len(part) % 4)).decode()
    except (binascii.Error, ValueError) as error:
        raise BadToken(signer.purpose) from error
    return signer.read(token, life)

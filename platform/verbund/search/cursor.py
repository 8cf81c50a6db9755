"""Where a program goes on in a list: text in an address that names the last objects it was given.

It names objects and not a number, so that what is published or withdrawn meanwhile moves nothing:
nothing comes twice, and nothing that was there all the time is left out.
"""

import hashlib
import json
from base64 import urlsafe_b64decode, urlsafe_b64encode
from collections.abc import Sequence
from uuid import UUID

from .query import After, Hit

# As many of the last objects: if one is gone, the one before it says where it was.
KEPT = 4
MOST = 10_000
LONGEST = 2_000


class BadCursor(ValueError):
    """The text is no cursor, or one of another search."""


def encode(search: str, hits: Sequence[Hit], after: After | None) -> str:
    """Behind the last of the hits; `search` says to which search it belongs."""
    earlier = after.objects if after else ()
    given = (after.place if after else 0) + len(earlier) + len(hits)
    objects = [*((hit.tenant, hit.object_key) for hit in reversed(hits)), *earlier][:KEPT]
    # Where the list goes on if all of these are gone.
    data = [_mark(search), given - len(objects), [[site.hex, key] for site, key in objects]]
    text = json.dumps(data, separators=(",", ":"))
    return urlsafe_b64encode(text.encode()).decode().rstrip("=")


def decode(search: str, text: str) -> After:
    """:raises BadCursor:"""
    if len(text) > LONGEST:
        raise BadCursor("It is too long.")
    try:
        padded = text + "=" * (-len(text) % 4)
        mark, place, objects = json.loads(urlsafe_b64decode(padded.encode("ascii")))
        after = After(tuple((UUID(hex=site), str(key)) for site, key in objects), int(place))
    except (ValueError, TypeError, AttributeError, RecursionError) as error:
        raise BadCursor("It can't be read.") from error
    if mark != _mark(search):
        raise BadCursor("It belongs to another search.")
    if not (0 <= after.place <= MOST and len(after.objects) <= KEPT):
        raise BadCursor("It leads nowhere.")
    if any("\0" in key for _site, key in after.objects):
        raise BadCursor("It names what there can't be.")
    return after


def _mark(search: str) -> str:
    return hashlib.sha256(search.encode()).hexdigest()[:12]

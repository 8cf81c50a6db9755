"""A search in the directory: the site's own search, narrowed to entries."""

from dataclasses import dataclass

from plugins.members.models import Text
from verbund.plugin import find_objects

KIND = "organisation"


@dataclass(frozen=True)
class Found:
    """Keys of organisations, the best first; ``suggestion`` is a better spelling they fit."""

    keys: tuple[int, ...]
    suggestion: str = ""


def find(text: str) -> Found:
    """What the site's search finds for a text, in whatever language it is written."""
    found = find_objects(text, KIND)
    owners = dict(Text.objects.filter(pk__in=found.keys).values_list("pk", "organisation_id"))
    keys = dict.fromkeys(owners[pk] for pk in found.keys if pk in owners)
    return Found(tuple(keys), found.suggestion)

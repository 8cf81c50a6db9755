"""What a scanner or a hand types for a piece: its code, its number, or the address on the label."""

from urllib.parse import urlsplit

from django.db.models import Q

from plugins.resources.models import Unit


def unit_of(typed: str) -> Unit | None:
    """The piece that is meant; scanners of phones give the whole address that the label holds."""
    text = typed.strip()
    if "/" in text:
        text = urlsplit(text).path.rstrip("/").rpartition("/")[2]
    if not text:
        return None
    found = Unit.objects.select_related("article", "room", "point")
    return found.filter(Q(code__iexact=text) | Q(inventory_number__iexact=text)).first()

"""Takes a person out of the histories of entries; what was changed stays."""

import re
from typing import Any

from django.db.models import Q
from django.utils.translation import gettext as _

from plugins.members.models import Change, StatusChange


def in_history(email: str, names: frozenset[str] | set[str] = frozenset()) -> list[Change]:
    """Lines in which the address or one of these names stands, as who or as what changed."""
    about = Q(fields__icontains=email) | Q(by__icontains=email)
    if names:
        about |= Q(by__in=names)
    likely = Change.objects.filter(about).select_related("organisation")
    return [one for one in likely if one.by in names or _stands_in(one, email)]


def forget_in_history(email: str, names: set[str]) -> int:
    """Returns how many lines were changed."""
    found = in_history(email, names)
    nobody = _("Deleted person")
    for change in found:
        if change.by in names or _whole(email).search(change.by):
            change.by = nobody
        change.fields = [_without(field, email) for field in change.fields]
    Change.objects.bulk_update(found, ["by", "fields"])
    if names:
        StatusChange.objects.filter(by__in=names).update(by=nobody)
    return len(found)


def _stands_in(change: Change, email: str) -> bool:
    whole = _whole(email)
    texts = (change.by, *(text for field in change.fields for text in field.values()))
    return any(whole.search(text) for text in texts)


def _without(field: dict[str, str], email: str) -> dict[str, Any]:
    whole = _whole(email)
    return {key: text if key == "field" else whole.sub("…", text) for key, text in field.items()}


def _whole(email: str) -> re.Pattern[str]:
    """The address however it is written, and not the end of a longer one."""
    return re.compile(rf"(?<![\w.+-]){re.escape(email)}(?![\w-])", re.I)

"""The directory in three numbers, of what its public page shows."""

from dataclasses import dataclass

from django.db.models import Count, Q

from plugins.members.domain.publication import public_now
from plugins.members.enums import MEMBERS, ListKind, Where
from plugins.members.models import Organisation


@dataclass(frozen=True)
class Numbers:
    members: int
    languages: int
    quarters: int


def numbers() -> Numbers:
    """One query: members, the languages they speak, the quarters they are active in."""
    shown = Organisation.objects.filter(public_now(Where.WEB), status__in=MEMBERS)
    counted = shown.aggregate(
        members=Count("pk", distinct=True),
        languages=_terms(ListKind.LANGUAGE),
        quarters=_terms(ListKind.QUARTER),
    )
    return Numbers(**counted)


def _terms(kind: ListKind) -> Count:
    return Count("terms", filter=Q(terms__kind=kind), distinct=True)

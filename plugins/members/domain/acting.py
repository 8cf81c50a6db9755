"""Organisations as other plugins see them: who may act for which, and who looks for partners."""

import uuid

from django.db.models import Prefetch, Q, QuerySet

from plugins.members.domain.people import organisations_of
from plugins.members.enums import PUBLIC, ListKind, Status
from plugins.members.models import Organisation, Responsible
from verbund.plugin import ActingOrganisation, MemberAccount


def of_account(account: MemberAccount) -> list[ActingOrganisation]:
    """Those that this account may act for; none that has left."""
    return _acting(organisations_of(account).exclude(status=Status.FORMER))


def find(query: str) -> list[ActingOrganisation]:
    """Those whose name in any form holds the text, hidden ones too."""
    text = query.strip()
    named = Q(name__icontains=text) | Q(short_name__icontains=text) | Q(native_name__icontains=text)
    return _acting(Organisation.objects.filter(named))


def get(key: str) -> ActingOrganisation | None:
    """The one of this key."""
    try:
        wanted = uuid.UUID(key)
    except ValueError:
        return None
    return next(iter(_acting(Organisation.objects.filter(uuid=wanted))), None)


def open_to_partners() -> list[ActingOrganisation]:
    """Those that agreed to it and belong to the directory."""
    return _acting(Organisation.objects.filter(open_to_partners=True, status__in=PUBLIC))


def _acting(found: "QuerySet[Organisation]") -> list[ActingOrganisation]:
    people = Prefetch("responsibles", queryset=Responsible.objects.order_by("pk"))
    return [_as_acting(one) for one in found.prefetch_related("terms", people)]


def _as_acting(organisation: Organisation) -> ActingOrganisation:
    terms = list(organisation.terms.all())

    def of_kind(kind: ListKind) -> tuple[str, ...]:
        return tuple(sorted(term.slug for term in terms if term.kind == kind))

    return ActingOrganisation(
        key=str(organisation.uuid),
        name=organisation.name,
        status=organisation.status,
        topics=of_kind(ListKind.TOPIC),
        languages=of_kind(ListKind.LANGUAGE),
        quarters=of_kind(ListKind.QUARTER),
        contact_email=next((one.email for one in organisation.responsibles.all()), ""),
    )

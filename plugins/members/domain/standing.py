"""Where an entry stands, as staff sort by it: consent given or not, confirmed or not."""

from typing import Any

from django.db import models
from django.db.models import Exists, OuterRef, Q, QuerySet
from django.utils.translation import gettext_lazy as _

from plugins.members.domain.publication import oldest_confirmed
from plugins.members.enums import PUBLIC, Status
from plugins.members.models import Address, Contact, Organisation

Organisations = QuerySet[Organisation]
NOWHERE = Q(on_web=False, in_list=False, in_network=False)


class ConsentStatus(models.TextChoices):
    """How many of an entry's contacts and addresses somebody allowed to publish."""

    ALL = "alle", _("for all contacts")
    SOME = "teils", _("for some contacts")
    NONE = "keine", _("for no contact")
    EMPTY = "leer", _("no contacts entered")


def with_standing(found: Organisations) -> Organisations:
    """With `has_open`, `has_allowed` and `confirmed` beside each entry; no further query."""
    of_entry: dict[str, Any] = {"organisation": OuterRef("pk")}
    contacts = Contact.objects.filter(**of_entry)
    addresses = Address.objects.filter(**of_entry)
    return found.annotate(
        has_open=Exists(contacts.filter(NOWHERE)) | Exists(addresses.filter(NOWHERE)),
        has_allowed=Exists(contacts.exclude(NOWHERE)) | Exists(addresses.exclude(NOWHERE)),
    )


def consent_of(organisation: Any) -> ConsentStatus:
    """Of one that comes from `with_standing`."""
    if not organisation.has_allowed:
        return ConsentStatus.NONE if organisation.has_open else ConsentStatus.EMPTY
    return ConsentStatus.SOME if organisation.has_open else ConsentStatus.ALL


def with_consent(found: Organisations, status: ConsentStatus) -> Organisations:
    """Those that stand so."""
    allowed = status in (ConsentStatus.ALL, ConsentStatus.SOME)
    is_open = status in (ConsentStatus.SOME, ConsentStatus.NONE)
    return with_standing(found).filter(has_allowed=allowed, has_open=is_open)


def kept_up(found: Organisations) -> Organisations:
    """Those that the association answers for: applicants and former members are others' affair."""
    return found.filter(status__in=PUBLIC)


def unconfirmed(found: Organisations) -> Organisations:
    """Those that nobody has confirmed within the time that the association set."""
    return kept_up(found).exclude(confirmed_on__gte=oldest_confirmed())


def confirmed(found: Organisations) -> Organisations:
    return found.filter(confirmed_on__gte=oldest_confirmed())


def applicants(found: Organisations) -> Organisations:
    return found.filter(status=Status.APPLICANT)

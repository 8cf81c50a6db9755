"""What the list of entries in the admin is narrowed by; all of it stands in the address."""

from typing import Any

import django_filters
from django.db.models import QuerySet
from django.utils.translation import gettext_lazy as _
from wagtail.admin.filters import WagtailFilterSet

from plugins.members.domain import standing
from plugins.members.domain.standing import ConsentStatus
from plugins.members.enums import Status
from plugins.members.lists import Language, Quarter, Topic
from plugins.members.models import Organisation

Entries = QuerySet[Organisation]
YES_NO = (("ja", _("yes")), ("nein", _("no")))


class _YesNo(django_filters.ChoiceFilter):
    """A filter of two answers; `field` is a column that is true or false."""

    def __init__(self, field: str, **kwargs: Any) -> None:
        super().__init__(field_name=field, choices=YES_NO, **kwargs)

    def filter(self, qs: Any, value: Any) -> Any:
        return qs.filter(**{self.field_name: value == "ja"}) if value else qs


class _WithTerm(django_filters.ModelChoiceFilter):
    """A word of one of the lists that the entry has."""

    def filter(self, qs: Any, value: Any) -> Any:
        if value is None:
            return qs
        # By key: a second join of the same table would narrow what another filter found.
        holders = Organisation.terms.through.objects.filter(term=value.pk)
        return qs.filter(pk__in=holders.values("organisation"))


class EntriesFilterSet(WagtailFilterSet):
    """?stand=member&thema=3&sprache=8&stadtteil=2&bestaetigt=nein&einwilligung=keine&netz=ja"""

    stand = django_filters.ChoiceFilter(
        label=_("Membership"), field_name="status", choices=Status.choices
    )
    thema = _WithTerm(label=_("Topic"), queryset=Topic.objects.all())
    stadtteil = _WithTerm(label=_("Quarter"), queryset=Quarter.objects.all())
    sprache = _WithTerm(label=_("Language"), queryset=Language.objects.all())
    bestaetigt = django_filters.ChoiceFilter(
        label=_("Confirmed"), choices=YES_NO, method="by_confirmation"
    )
    einwilligung = django_filters.ChoiceFilter(
        label=_("Consent"), choices=ConsentStatus.choices, method="by_consent"
    )
    sichtbar = _YesNo("shown", label=_("Shown in the directory"))
    netz = _YesNo("in_network", label=_("Released for the network"))

    class Meta:
        model = Organisation
        fields: tuple[str, ...] = ()

    def by_confirmation(self, found: Entries, name: str, value: str) -> Entries:
        return standing.confirmed(found) if value == "ja" else standing.unconfirmed(found)

    def by_consent(self, found: Entries, name: str, value: str) -> Entries:
        return standing.with_consent(found, ConsentStatus(value))

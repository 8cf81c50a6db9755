"""The one place that decides what of an entry may be published where."""

import datetime as dt
from collections.abc import Iterable

from django.conf import settings
from django.db.models import Q
from django.utils import timezone

from plugins.members.domain.contacts import shown_as, target_of
from plugins.members.domain.published import (
    PublicContact,
    PublicOffer,
    PublicPlace,
    PublicTerm,
    PublicText,
    Published,
)
from plugins.members.enums import MEMBERS, PUBLIC, ListKind, Precision, Where
from plugins.members.models import Address, Offer, Organisation, Term, Text
from plugins.members.settings import MembersSettings
from verbund.plugin import plugin_settings

DAYS_A_MONTH = 30.44


def public_now(where: Where) -> Q:
    """The condition on organisations that `where` may show at all."""
    condition = Q(shown=True, status__in=PUBLIC)
    if where == Where.NETWORK:
        condition &= Q(in_network=True)
    last = _oldest_confirmation(plugin_settings("members"))
    if last is not None:
        condition &= Q(confirmed_on__gte=last) | Q(confirmed_on=None, entered_on__gte=last)
    return condition


def is_public(organisation: Organisation, where: Where) -> bool:
    """As public_now, of one that is at hand."""
    if not organisation.shown or organisation.status not in PUBLIC:
        return False
    if where == Where.NETWORK and not organisation.in_network:
        return False
    last = _oldest_confirmation(plugin_settings("members"))
    return last is None or _known_on(organisation) >= last


def standing_of(where: Where) -> list[tuple[str, dt.datetime, bool]]:
    """Of each entry that `where` may show: when it changed, and whether it counts as confirmed."""
    found = Organisation.objects.filter(public_now(where)).order_by("pk")
    return [(str(one.uuid), one.changed_at, _is_confirmed(one)) for one in found]


def hidden_from(organisation: Organisation) -> dt.datetime | None:
    """When its rule will hide an entry that nobody confirms; None for never."""
    months = plugin_settings("members").hide_after_months
    if not months:
        return None
    day = _known_on(organisation) + _months(months) + dt.timedelta(days=1)
    return timezone.make_aware(dt.datetime.combine(day, dt.time()))


def published(
    organisation: Organisation, where: Where, language: str = settings.LANGUAGE_CODE
) -> Published | None:
    """What `where` may show of an entry, in words of a language; None for nothing at all.

    Costs no query for what comes from `queries.with_all`.
    """
    if not is_public(organisation, where):
        return None
    texts = {text.language: _text(text) for text in organisation.texts.all()}
    german = texts.get(settings.LANGUAGE_CODE) or _text(Text(language=settings.LANGUAGE_CODE))
    texts.setdefault(settings.LANGUAGE_CODE, german)
    offers = list(organisation.offers.all())
    kinds = {offer.kind_id: offer.kind for offer in offers}
    terms = _by_list(organisation.terms.all(), language)
    member = organisation.status in MEMBERS
    return Published(
        uuid=organisation.uuid,
        slug=organisation.slug,
        name=organisation.name,
        short_name=organisation.short_name,
        native_name=organisation.native_name,
        native_language=organisation.native_language,
        legal_form=organisation.get_legal_form_display() if organisation.legal_form else "",
        register=_register(organisation),
        founded=organisation.founded,
        logo=organisation.logo,
        status=organisation.status,
        is_member=member,
        member_since=organisation.member_since if member else None,
        confirmed_on=organisation.confirmed_on,
        is_confirmed=_is_confirmed(organisation),
        changed_at=organisation.changed_at,
        sort_key=organisation.sort_key,
        topics=terms[ListKind.TOPIC],
        languages=terms[ListKind.LANGUAGE],
        quarters=terms[ListKind.QUARTER],
        groups=terms[ListKind.GROUP],
        backgrounds=terms[ListKind.BACKGROUND],
        texts=texts,
        text=texts.get(language, german),
        offers=_offers(offers, language),
        offer_kinds=_terms(kinds.values(), language),
        contacts=_contacts(organisation, where),
        place=_place(organisation, where),
    )


def _contacts(organisation: Organisation, where: Where) -> tuple[PublicContact, ...]:
    return tuple(
        PublicContact(
            contact.kind,
            contact.label,
            contact.value,
            shown_as(contact.kind, contact.value),
            target_of(contact.kind, contact.value),
        )
        for contact in organisation.contacts.all()
        if where in contact.places
    )


def _place(organisation: Organisation, where: Where) -> PublicPlace | None:
    """“On request” tells nothing and needs no consent; the rest does."""
    address: Address | None = next(iter(organisation.addresses.all()), None)
    if address is None:
        return None
    if address.precision == Precision.REQUEST:
        return PublicPlace(Precision.REQUEST)
    if where not in address.places:
        return None
    if address.precision == Precision.QUARTER:
        return PublicPlace(Precision.QUARTER, city=address.city)
    return PublicPlace(Precision.FULL, address.street, address.postcode, address.city, address.note)


def _offers(offers: list[Offer], language: str) -> tuple[PublicOffer, ...]:
    """Those in the reader's language; the German ones where there is none in hers."""
    own = [offer for offer in offers if offer.language == language]
    shown = own or [offer for offer in offers if offer.language == settings.LANGUAGE_CODE]
    return tuple(_offer(offer, language) for offer in shown)


def _offer(offer: Offer, language: str) -> PublicOffer:
    return PublicOffer(
        kind=_term(offer.kind, language),
        title=offer.title or offer.kind.name_in(offer.language),
        when=offer.when,
        cost=offer.cost,
        spoken=tuple(one.name_in(language) for one in offer.spoken.all()),
        language=offer.language,
    )


def _text(text: Text) -> PublicText:
    return PublicText(
        text.language,
        text.summary,
        text.description,
        text.for_whom,
        text.opening_hours,
        text.access,
    )


def _by_list(found: Iterable[Term], language: str) -> dict[ListKind, tuple[PublicTerm, ...]]:
    terms = list(found)
    return {
        kind: _terms((term for term in terms if term.kind == kind), language) for kind in ListKind
    }


def _terms(found: Iterable[Term], language: str) -> tuple[PublicTerm, ...]:
    """By name; German, which nearly all speak, comes last of the languages."""
    ordered = sorted(found, key=lambda term: (_is_german(term), term.sort_key))
    return tuple(_term(term, language) for term in ordered)


def _is_german(term: Term) -> bool:
    return term.kind == ListKind.LANGUAGE and term.slug == settings.LANGUAGE_CODE


def _term(term: Term, language: str) -> PublicTerm:
    return PublicTerm(term.slug, term.name_in(language), term.native_name)


def _register(organisation: Organisation) -> str:
    parts = (organisation.register_court, organisation.register_number)
    return ", ".join(part for part in parts if part)


def _is_confirmed(organisation: Organisation) -> bool:
    if organisation.confirmed_on is None:
        return False
    return organisation.confirmed_on >= oldest_confirmed()


def oldest_confirmed() -> dt.date:
    """What was confirmed before this day counts as not confirmed."""
    months = plugin_settings("members").confirm_after_months
    return timezone.localdate() - _months(months)


def _oldest_confirmation(settings_: MembersSettings) -> dt.date | None:
    """Entries that were confirmed before this day are hidden; None where none is."""
    months = settings_.hide_after_months
    return timezone.localdate() - _months(months) if months else None


def _known_on(organisation: Organisation) -> dt.date:
    return organisation.confirmed_on or organisation.entered_on


def _months(number: int) -> dt.timedelta:
    return dt.timedelta(days=round(number * DAYS_A_MONTH))

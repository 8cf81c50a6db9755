"""A network's own words for the same thing; every search of its sites knows them at once."""

from collections.abc import Iterable

from verbund.tenancy.domain.queries import networks_of
from verbund.tenancy.enums import TenantKind
from verbund.tenancy.models import Tenant

from ..models import SearchSynonym

MOST_WORDS = 12


class TooFew(ValueError):
    """One word has no synonym."""


def add_synonym(network: Tenant, words: Iterable[str]) -> SearchSynonym:
    """:raises TooFew: it takes two words at least."""
    kept = list(dict.fromkeys(filter(None, (" ".join(word.split()) for word in words))))
    if len(kept) < 2:
        raise TooFew
    made, _created = SearchSynonym.objects.get_or_create(network=network, words=kept[:MOST_WORDS])
    return made


def remove_synonym(network: Tenant, number: int) -> None:
    SearchSynonym.objects.filter(network=network, pk=number).delete()


def synonyms_for(tenant: Tenant) -> tuple[tuple[str, ...], ...]:
    """Those of all networks that a site belongs to."""
    networks = [tenant] if tenant.kind == TenantKind.NETWORK else networks_of(tenant)
    if not networks:
        return ()
    found = SearchSynonym.objects.filter(network__in=networks).order_by("pk")
    return tuple(tuple(words) for words in found.values_list("words", flat=True))

"""Writes plain data into an entry: the one way for imports, demo content and what is taken back.

Everything is checked as a form would; a ValidationError names the field and leaves it to the
caller's transaction to take back what was written.
"""

from collections.abc import Mapping
from typing import Any

from django.core.exceptions import ValidationError
from django.utils.text import slugify
from django.utils.translation import gettext as _

from plugins.members.domain.lists import slug_of
from plugins.members.domain.names import bare_name
from plugins.members.domain.state import FIELDS, PARTS, State, value_of
from plugins.members.enums import RESERVED, ListKind
from plugins.members.models import FormerSlug, Offer, Organisation, Term

LONGEST_SLUG = 70


def write_state(organisation: Organisation, state: State) -> Organisation:
    """Gives an entry what the state says; keys that it lacks stay as they are.

    :raises ValidationError: a value that is none, or a word that no list has.
    """
    for name in FIELDS:
        if name in state:
            setattr(organisation, name, value_of(name, state[name]))
    if "logo" in state:
        organisation.logo_id = state["logo"]
    organisation.slug = organisation.slug or free_slug(organisation.name)
    organisation.full_clean()
    organisation.save()
    _write_terms(organisation, state.get("terms"))
    _write_texts(organisation, state.get("texts"))
    _write_rows(organisation, "contacts", state.get("contacts"))
    _write_rows(organisation, "responsibles", state.get("responsibles"))
    if "address" in state:
        _write_address(organisation, state["address"])
    _write_offers(organisation, state.get("offers"))
    return organisation


def free_slug(name: str, but: int | None = None) -> str:
    """An address that nobody has: "tamilischer-kulturkreis", "…-2"."""
    base = (slug_of(bare_name(name)) or slugify(name) or "verein")[:LONGEST_SLUG].strip("-")
    taken = set(
        Organisation.objects.exclude(pk=but)
        .filter(slug__startswith=base)
        .values_list("slug", flat=True)
    )
    taken |= set(FormerSlug.objects.filter(slug__startswith=base).values_list("slug", flat=True))
    taken |= RESERVED
    number, slug = 1, base
    while slug in taken:
        number += 1
        slug = f"{base}-{number}"
    return slug


def _write_terms(organisation: Organisation, terms: Mapping[str, list[str]] | None) -> None:
    if terms is None:
        return
    kept = organisation.terms.exclude(kind__in=terms)
    found = [term for kind, slugs in terms.items() for term in terms_named(kind, slugs)]
    organisation.terms.set([*kept, *found])


def terms_named(kind: str, slugs: list[str]) -> list[Term]:
    """The words of a list by their short names.

    :raises ValidationError: the list has no such word.
    """
    if not slugs:
        return []
    found = list(Term.objects.filter(kind=kind, slug__in=slugs))
    missing = sorted(set(slugs) - {term.slug for term in found})
    if missing:
        text = _("The list “%(list)s” has no “%(word)s”.")
        words = {"list": ListKind(kind).label, "word": ", ".join(missing)}
        raise ValidationError(text, params=words)
    return found


def _write_texts(organisation: Organisation, texts: Mapping[str, State] | None) -> None:
    if texts is None:
        return
    organisation.texts.exclude(language__in=texts).delete()
    known = {text.language: text for text in organisation.texts.all()}
    model, names = PARTS["texts"]
    for language, values in texts.items():
        text = known.get(language) or model(organisation=organisation, language=language)
        _fill(text, names, values)
        text.save()


def _write_rows(organisation: Organisation, key: str, rows: list[State] | None) -> None:
    """What has no name of its own is written anew."""
    if rows is None:
        return
    getattr(organisation, key).all().delete()
    model, names = PARTS[key]
    ordered = any(field.name == "sort_order" for field in model._meta.fields)
    for place, values in enumerate(rows):
        row = model(organisation=organisation)
        if ordered:
            row.sort_order = place
        _fill(row, names, values)
        row.save()


def _write_address(organisation: Organisation, values: State | None) -> None:
    if values is None:
        organisation.addresses.all().delete()
        return
    model, names = PARTS["address"]
    address = organisation.addresses.first() or model(organisation=organisation)
    _fill(address, names, values)
    address.save()


def _write_offers(organisation: Organisation, offers: list[State] | None) -> None:
    if offers is None:
        return
    organisation.offers.all().delete()
    for place, values in enumerate(offers):
        [kind] = terms_named(ListKind.OFFER, [values["kind"]])
        offer = Offer(organisation=organisation, kind=kind, sort_order=place)
        _fill(offer, ("title", "when", "cost", "language"), values)
        offer.save()
        offer.spoken.set(terms_named(ListKind.LANGUAGE, list(values.get("spoken", ()))))


def _fill(row: Any, names: tuple[str, ...], values: State) -> None:
    for name in names:
        if name in values:
            setattr(row, name, value_of(name, values[name]))
    row.full_clean(exclude=["organisation"], validate_constraints=False)

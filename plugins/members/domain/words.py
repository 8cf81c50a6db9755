"""How much the words of the lists are in use."""

from typing import Any

from django.db.models import Count, OuterRef, QuerySet, Subquery
from django.db.models.functions import Coalesce

from plugins.members.enums import ListKind
from plugins.members.models import Offer, Organisation, Term


def with_uses(terms: "QuerySet[Term]") -> Any:
    """With `uses` beside each: how many entries have the word, as one of theirs or in an offer."""
    held = Organisation.terms.through.objects.filter(term=OuterRef("pk"))
    offered = Offer.objects.filter(kind=OuterRef("pk"))
    return terms.annotate(uses=_count(held, "term") + _count(offered, "kind"))


def uses_of(term: Term) -> int:
    found: int = with_uses(Term.objects.filter(pk=term.pk)).get().uses
    return found


def is_offered(term: Term) -> bool:
    """Whether offers are of this kind: then it can't be deleted."""
    return term.kind == ListKind.OFFER and Offer.objects.filter(kind=term).exists()


def _count(rows: "QuerySet[Any]", by: str) -> Any:
    counted = rows.order_by().values(by).annotate(n=Count("organisation", distinct=True))
    return Coalesce(Subquery(counted.values("n")), 0)

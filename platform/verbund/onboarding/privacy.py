"""What drafts of new sites hold of people: whom to invite first, and who typed it."""

from collections.abc import Iterator

from django.db.models import Q
from django.db.models.query import QuerySet
from django.utils.translation import gettext_lazy as _

from verbund.onboarding.models import SiteDraft
from verbund.plugin.contributions import Erasure, PersonalData, PersonalRecord


def _drafts(email: str) -> "QuerySet[SiteDraft]":
    return SiteDraft.objects.filter(
        Q(**{"answers__admin.email__iexact": email})
        | Q(**{"answers__contact.email__iexact": email})
    )


def export(email: str) -> Iterator[PersonalRecord]:
    for draft in _drafts(email):
        yield PersonalRecord(_("Draft of a new site"), dict(draft.answers))


def erase(email: str, dry_run: bool) -> Erasure:
    """The draft goes; the site that came of it has its own answer."""
    found = _drafts(email)
    gone = tuple(_("Draft of a new site: %s") % draft for draft in found)
    if not dry_run:
        found.delete()
    return Erasure(gone=gone)


personal_data = (PersonalData("drafts", _("Drafts of new sites"), export, erase, order=25),)

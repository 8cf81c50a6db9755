"""What the page of one organisation says around its fields."""

from dataclasses import dataclass
from typing import Any

from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from plugins.members.cards import confirmed_line, entry_url, foreign, place_line, ways_of
from plugins.members.domain.filters import NAMES
from plugins.members.domain.published import PublicTerm, Published
from plugins.members.enums import ListKind
from plugins.members.models import DirectoryPage
from plugins.members.structured import organisation_json
from verbund.plugin import Tenant, active_language, for_reader, german_date

Link = dict[str, Any]


@dataclass(frozen=True)
class EntryView:
    """An entry in its frame: links back into the list, facts, and ways to take it along."""

    entry: Published
    page: DirectoryPage
    tenant: Tenant

    @property
    def path(self) -> str:
        return entry_url(self.page, self.entry.slug)

    @property
    def url(self) -> str:
        return self.tenant.base_url + self.path

    @property
    def vcard_url(self) -> str:
        return self._below("vcard")

    @property
    def qr_url(self) -> str:
        return self._below("qr")

    @property
    def care_links(self) -> list[Link]:
        """For whoever finds an error, or belongs to it."""
        return [
            {"title": _("Report an error"), "url": self._below("report")},
            {"title": _("This entry is ours"), "url": self._below("claim")},
        ]

    def _below(self, name: str) -> str:
        return for_reader(self.page.sub_url(name, slug=self.entry.slug), active_language())

    @property
    def kicker(self) -> str:
        since = self.entry.member_since
        if since is not None:
            return _("Member since %d") % since.year
        return _("Member") if self.entry.is_member else _("In the directory")

    @property
    def place(self) -> str:
        return place_line(self.entry)

    @property
    def text_lang(self) -> str:
        return foreign(self.entry.text.language)

    @property
    def ways(self) -> list[Link]:
        return ways_of(self.entry)

    @property
    def topics(self) -> list[Link]:
        list_url = for_reader(self.page.url or "/", active_language())
        name = NAMES[ListKind.TOPIC]
        return [
            {"title": topic.name, "url": f"{list_url}?{name}={topic.slug}"}
            for topic in self.entry.topics
        ]

    @property
    def facts(self) -> list[Link]:
        entry = self.entry
        pairs = (
            (_("Languages"), _names(entry.languages)),
            (_("Target groups"), _names(entry.groups)),
            (_("Backgrounds"), _names(entry.backgrounds)),
            (_("Quarters"), _names(entry.quarters)),
            (_("Founded"), str(entry.founded or "")),
            (_("Legal form"), entry.legal_form),
            (_("Register"), entry.register),
        )
        return [{"label": label, "value": value} for label, value in pairs if value]

    @property
    def offer_columns(self) -> list[str]:
        return [_("Offer"), _("When"), _("Language"), _("Costs")]

    @property
    def offer_rows(self) -> list[list[str]]:
        return [
            [offer.title, offer.when, ", ".join(offer.spoken), offer.cost]
            for offer in self.entry.offers
        ]

    @property
    def offers_lang(self) -> str:
        offers = self.entry.offers
        return foreign(offers[0].language) if offers else ""

    @property
    def confirmed(self) -> Link:
        """In word and shape: whether somebody of the organisation said that it is still true."""
        entry = self.entry
        if entry.confirmed_on is None:
            return {"kind": "off", "text": _("Not confirmed yet"), "note": ""}
        day = german_date(entry.confirmed_on)
        if entry.is_confirmed:
            return {"kind": "ok", "text": _("Confirmed"), "note": _("last on %s") % day}
        return {"kind": "wait", "text": _("Not confirmed since"), "note": day}

    @property
    def confirmed_line(self) -> str:
        return confirmed_line(self.entry)

    @property
    def structured(self) -> SafeString:
        return organisation_json(self.entry, self.url, self.tenant)


def _names(terms: tuple[PublicTerm, ...]) -> str:
    return ", ".join(term.name for term in terms)

"""How an entry stands, as its people see it in their account."""

from dataclasses import dataclass
from functools import cached_property
from typing import Any

from django.conf import settings
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from plugins.members.cards import entry_url
from plugins.members.domain import queries
from plugins.members.domain.confirmation import due_on
from plugins.members.domain.lines import lines_of
from plugins.members.domain.proposals import open_proposal
from plugins.members.domain.publication import published
from plugins.members.domain.published import Published
from plugins.members.editing.steps import REVIEW, STEPS
from plugins.members.enums import Where
from plugins.members.inbox import ProposalStatus
from plugins.members.models import Organisation, Proposal
from verbund.plugin import TodoItem, german_date


@dataclass(frozen=True)
class Standing:
    organisation: Organisation

    @cached_property
    def public(self) -> Published | None:
        return published(self.organisation, Where.WEB)

    @cached_property
    def proposal(self) -> Proposal | None:
        return open_proposal(self.organisation)

    @property
    def is_sent(self) -> bool:
        return self.proposal is not None and self.proposal.status == ProposalStatus.SENT

    @property
    def status(self) -> dict[str, str]:
        if self.public is not None:
            return {"kind": "ok", "text": _("public")}
        return {"kind": "off", "text": _("not public")}

    @property
    def public_url(self) -> str:
        page = queries.directory_in(settings.LANGUAGE_CODE)
        if page is None or self.public is None:
            return ""
        return entry_url(page, self.organisation.slug)

    @property
    def edit_url(self) -> str:
        return self._url(STEPS[0].slug)

    @property
    def review_url(self) -> str:
        return self._url(REVIEW)

    @property
    def confirm_url(self) -> str:
        return reverse("members_konto:confirm", args=[self.organisation.uuid])

    @property
    def wants_confirmation(self) -> bool:
        return due_on(self.organisation) <= timezone.localdate()

    @property
    def facts(self) -> list[dict[str, Any]]:
        pairs = (
            (_("Publicly visible"), self._seen),
            (_("Not public"), self._hidden),
            (_("Last confirmed"), self._confirmed),
            (_("Not sent yet") if not self.is_sent else _("Waits for a check"), self._waiting),
        )
        return [{"label": label, "value": value} for label, value in pairs if value]

    def todo(self) -> list[TodoItem]:
        name, found = self.organisation.name, []
        start = reverse("members_konto:start")
        if self.wants_confirmation:
            found.append(TodoItem(_("Is your entry still true? %s") % name, 1, start))
        if self.proposal is not None and not self.is_sent:
            label = _("Check and send your changes: %s") % name
            found.append(TodoItem(label, 1, self.review_url))
        if not self._says_something:
            found.append(TodoItem(_("Say what you do: %s") % name, 1, self.edit_url))
        return found

    @property
    def _says_something(self) -> bool:
        return any(text.summary for text in self.organisation.texts.all())

    @property
    def _seen(self) -> str:
        if self.public is None:
            return _("nothing")
        parts = [str(contact.shown) for contact in self.public.contacts]
        if self.public.place is not None and self.public.place.line:
            parts.insert(0, self.public.place.line)
        return ", ".join([_("name and texts"), *parts])

    @property
    def _hidden(self) -> str:
        return ", ".join(
            one.value for one in self.organisation.contacts.all() if Where.WEB not in one.places
        )

    @property
    def _confirmed(self) -> str:
        day = self.organisation.confirmed_on
        return german_date(day) if day else _("never")

    @property
    def _waiting(self) -> str:
        if self.proposal is None:
            return ""
        return ", ".join(line.label for line in lines_of(self.proposal))

    def _url(self, slug: str) -> str:
        return reverse("members_konto:step", args=[self.organisation.uuid, slug])


def standing_of(organisation: Organisation) -> Standing:
    return Standing(organisation)

"""A request as its borrower sees it: where it stands, its lines, what she may do, its story."""

from dataclasses import dataclass
from functools import cached_property
from typing import Any

from django.utils.translation import gettext as _

from plugins.resources.domain.limits import may_change
from plugins.resources.domain.rules import Rulebook
from plugins.resources.domain.wording import moment, money, when_words
from plugins.resources.enums import LineStatus, RequestStatus
from plugins.resources.models import Line, Request, ResourcesPage
from plugins.resources.rows import address

SHAPES = {
    LineStatus.HELD: "wait",
    LineStatus.OFFERED: "wait",
    LineStatus.WAITING: "wait",
    LineStatus.CONFIRMED: "ok",
    LineStatus.OUT: "ok",
    LineStatus.DONE: "ok",
}


@dataclass
class Standing:
    """``token`` is the link's own."""

    page: ResourcesPage
    request: Request
    token: str

    @cached_property
    def rules(self) -> Rulebook:
        return Rulebook()

    @cached_property
    def lines(self) -> list[Line]:
        return list(self.request.lines.all())

    @property
    def title(self) -> str:
        return _("Request %s") % self.request.number

    @property
    def is_unconfirmed(self) -> bool:
        return self.request.status == RequestStatus.UNCONFIRMED

    @property
    def message(self) -> dict[str, str]:
        """The state in a sentence, and what comes next."""
        until = moment(self.request.held_until)
        texts = {
            RequestStatus.UNCONFIRMED: ("warn", _("Confirm your request by %s.") % until),
            RequestStatus.REQUESTED: ("", _("We hold everything for you until %s.") % until),
            RequestStatus.OFFERED: ("warn", _("We propose something else. Please look at it.")),
            RequestStatus.CONFIRMED: ("ok", _("All is set. We look forward to you.")),
            RequestStatus.OUT: ("ok", _("You have it. Please bring it back in time.")),
            RequestStatus.DONE: ("ok", _("Everything is back. Thank you.")),
            RequestStatus.REFUSED: ("bad", self.request.reason),
            RequestStatus.CANCELLED: ("", _("Nothing is held for you any more.")),
            RequestStatus.EXPIRED: ("", _("The time was over. You may request again.")),
        }
        kind, text = texts[RequestStatus(self.request.status)]
        label = str(self.request.get_status_display())
        return {"kind": kind, "title": label[:1].upper() + label[1:] + ".", "text": text}

    @property
    def rows(self) -> list[dict[str, Any]]:
        return [self._row(line) for line in self.lines]

    def _row(self, line: Line) -> dict[str, Any]:
        url = address(self.page, "change", token=self.token, pk=line.pk)
        links = [{"title": _("Change"), "url": url}] if self._open(line) else []
        status = LineStatus(line.status)
        return {
            "title": line.thing.name if line.room_id else f"{line.number} × {line.thing.name}",
            "when": when_words(line),
            "status": {"kind": SHAPES.get(status, "off"), "text": status.label},
            "note": line.reason,
            "gone": status not in SHAPES,
            "price": money(line.price),
            "links": links,
        }

    def _open(self, line: Line) -> bool:
        return may_change(line, self.request, self.rules)

    @property
    def is_offered(self) -> bool:
        return any(line.status == LineStatus.OFFERED for line in self.lines)

    @property
    def offer_url(self) -> str:
        return address(self.page, "offer", token=self.token)

    @property
    def may_cancel(self) -> bool:
        return any(self._open(line) for line in self.lines)

    @property
    def confirm_url(self) -> str:
        return address(self.page, "confirm", token=self.token)

    @property
    def cancel_url(self) -> str:
        return address(self.page, "cancel", token=self.token)

    @property
    def facts(self) -> list[dict[str, str]]:
        request = self.request
        facts = [
            (_("For"), request.organisation_name or request.name),
            (_("Occasion"), request.occasion),
            (_("Price"), money(request.total)),
            (_("Deposit"), money(request.deposit) if request.deposit else _("none")),
        ]
        return [{"label": label, "value": value} for label, value in facts]

    @property
    def steps(self) -> list[dict[str, str]]:
        return [
            {"label": moment(step.at), "value": str(step.get_kind_display())}
            for step in self.request.steps.all()
        ]

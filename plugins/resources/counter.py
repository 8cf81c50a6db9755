"""The basket as its page shows it: lines with state and price, the form, who asks, the sums."""

from collections.abc import Sequence
from functools import cached_property
from typing import Any

from django.utils.translation import gettext as _

from plugins.resources.domain.asking import Borrower, Occasion
from plugins.resources.domain.availability import (
    NONE,
    Stock,
    free_between,
    key_of,
    other_dates,
)
from plugins.resources.domain.baskets import lines_of
from plugins.resources.domain.booking import Shortage
from plugins.resources.domain.borrowers import best_class, class_of
from plugins.resources.domain.checks import Basis, problems_of
from plugins.resources.domain.lights import light_of, room_light
from plugins.resources.domain.opening import Opening
from plugins.resources.domain.pricing import price_line
from plugins.resources.domain.queries import Thing, current_terms
from plugins.resources.domain.rules import Rulebook
from plugins.resources.domain.times import Period
from plugins.resources.domain.wording import money, when_words
from plugins.resources.enums import BorrowerClass
from plugins.resources.forms import AskForm
from plugins.resources.models import Basket, BasketLine, ResourcesPage
from plugins.resources.rows import SHIFTS, address, url_of
from verbund.plugin import (
    ActingOrganisation,
    MemberAccount,
    active_language,
    for_reader,
    german_date,
)


class Counter:
    """Where one stands with a full basket and says what it is for."""

    def __init__(
        self,
        page: ResourcesPage,
        basket: Basket | None,
        account: MemberAccount | None,
        organisations: list[ActingOrganisation],
        data: Any,
    ) -> None:
        self.page, self.basket = page, basket
        self.account, self.organisations = account, organisations
        self.rules = Rulebook()
        self.terms = current_terms()
        self.form = AskForm(
            data,
            is_member=account is not None,
            organisations=organisations,
            terms=self.terms,
        )
        self.form.fields["warten"].initial = self.waits

    @staticmethod
    def stock(thing: Thing, period: Period) -> Stock:
        key = key_of(thing)
        return free_between(period, [key]).get(key, NONE)

    @cached_property
    def lines(self) -> list[BasketLine]:
        return lines_of(self.basket)

    @property
    def borrower_class(self) -> BorrowerClass:
        return best_class(self.organisations)

    @property
    def borrower(self) -> Borrower:
        """Of the form that was checked; the class is the directory's word, never the form's."""
        data = self.form.cleaned_data
        organisation = next(
            (one for one in self.organisations if one.key == data.get("verein")), None
        )
        account = self.account
        return Borrower(
            name=(account.name or account.email) if account else data["name"],
            email=account.email if account else data["email"],
            phone=data["telefon"],
            kind=class_of(organisation),
            organisation_key=organisation.key if organisation else "",
            organisation_name=organisation.name if organisation else data.get("gruppe", ""),
            account=account,
            language=active_language(),
        )

    @property
    def occasion(self) -> Occasion:
        data = self.form.cleaned_data
        return Occasion(data["anlass"], data["personen"], data["oeffentlich"], data["bemerkung"])

    @cached_property
    def prices(self) -> list[tuple[Any, Any]]:
        return [price_line(one, self.borrower_class, self.rules) for one in self.lines]

    @property
    def sums(self) -> list[dict[str, str]]:
        total = sum(price for price, _deposit in self.prices)
        deposit = sum(deposit for _price, deposit in self.prices)
        return [
            {"label": _("Price"), "value": money(total)},
            {"label": _("Deposit"), "value": money(deposit) if deposit else _("none")},
        ]

    @cached_property
    def rows(self) -> list[dict[str, Any]]:
        basis = Basis(self.rules, Opening(), self.borrower_class)
        return [self._row(line, basis, number) for number, line in enumerate(self.lines)]

    @property
    def waits(self) -> bool:
        """Whether something in the basket is taken: then the box to wait is ticked ahead."""
        return any(row["status"]["kind"] == "none" for row in self.rows)

    def _row(self, line: BasketLine, basis: Basis, place: int) -> dict[str, Any]:
        period = Period(line.starts, line.ends)
        stock = self.stock(line.thing, period)
        problems = problems_of(line.thing, line.number, period, basis, stock)
        light = room_light(stock) if line.room_id else light_of(stock)
        title = line.thing.name if line.room_id else f"{line.number} × {line.thing.name}"
        return {
            "title": title,
            "url": url_of(self.page, line.thing, f"von={period.first}&bis={period.last}"),
            "when": when_words(line),
            "image": line.thing.image,
            "status": {"kind": light.kind, "text": light.text},
            "note": " ".join(one.message for one in problems),
            "gone": bool(problems),
            "price": money(self.prices[place][0]),
            "links": [{"title": _("Change"), "url": address(self.page, "line", pk=line.pk)}],
            "add": {
                "action": address(self.page, "remove", pk=line.pk),
                "label": _("Take out"),
                "fields": [],
                "quiet": True,
            },
        }

    def shortage_words(self, shortages: Sequence[Shortage]) -> list[str]:
        """What is gone, how many are left, and when it would be free."""
        return [self._shortage(one) for one in shortages]

    def _shortage(self, one: Shortage) -> str:
        thing, wanted = one.line.thing, one.line.number
        words = _("“%(name)s”: somebody was quicker, only %(free)d are left.")
        text = words % {"name": thing.name, "free": one.free}
        key = key_of(thing)
        period = Period(one.line.starts, one.line.ends)
        other = other_dates({key: wanted}, period, SHIFTS).get(key)
        if other is not None:
            text += " " + _("Free again from %s.") % german_date(other.first)
        return text

    @property
    def plain_url(self) -> str:
        return for_reader(self.page.url or "/", active_language())

    @property
    def url(self) -> str:
        return address(self.page, "basket")

    @property
    def terms_text(self) -> str:
        return self.terms.text if self.terms else ""

"""The stock light: plenty, few or none, of a thing or a category, in words and shape."""

from dataclasses import dataclass

from django.utils.translation import gettext as _

from plugins.resources.domain.availability import Stock
from verbund.plugin import plugin_settings

PLENTY, FEW, NONE = "ok", "wait", "none"


@dataclass(frozen=True)
class Light:
    """``kind`` is the shape of the theme's component `status`."""

    kind: str
    text: str


def shape(stock: Stock) -> str:
    """Few: the last one of several, or less than the pool's share of plenty."""
    if not stock.free:
        return NONE
    share = plugin_settings("resources").plenty_from
    is_last = stock.free == 1 and stock.total > 1
    return FEW if is_last or stock.free * 100 < stock.total * share else PLENTY


def light_of(stock: Stock) -> Light:
    """“2 of 3 free”."""
    if not stock.free:
        return Light(NONE, _("taken"))
    values = {"free": stock.free, "total": stock.total}
    return Light(shape(stock), _("%(free)d of %(total)d free") % values)


def room_light(stock: Stock) -> Light:
    return Light(PLENTY, _("free")) if stock.free else Light(NONE, _("taken"))


def category_light(stocks: list[Stock]) -> Light:
    """Of all its things together."""
    total = Stock(sum(one.total for one in stocks), sum(one.free for one in stocks))
    words = {PLENTY: _("plenty"), FEW: _("few"), NONE: _("none")}
    kind = shape(total)
    return Light(kind, words[kind])

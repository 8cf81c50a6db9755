"""*Zu tun* of the pool: to decide, to hand out, due back, overdue, broken."""

from django.http import HttpRequest
from django.urls import reverse
from django.utils.translation import ngettext

from plugins.resources.domain.shelves import Shelf, counts, open_damages
from plugins.resources.roles import CHANGE_REQUESTS
from verbund.plugin import Panel, TodoItem


def todo_items(request: HttpRequest) -> list[TodoItem]:
    """Two queries; nothing for those who do not lend."""
    if not request.user.has_perm(CHANGE_REQUESTS):
        return []
    found = counts()
    items = [
        TodoItem(_label(shelf, number), number, _url(shelf), urgent=shelf is Shelf.OVERDUE)
        for shelf, number in found.items()
        if number
    ]
    broken = open_damages().values("unit").distinct().count()
    if broken:
        label = ngettext("%d piece is broken", "%d pieces are broken", broken) % broken
        url = reverse("wagtailsnippets_resources_unit:list") + "?status=damaged"
        items.append(TodoItem(label, broken, url))
    return items


def _url(shelf: Shelf) -> str:
    return f"{reverse('resources_admin:requests')}?aufgabe={shelf.value}"


def _label(shelf: Shelf, number: int) -> str:
    words = {
        Shelf.DECIDE: ngettext(
            "%d request waits for a decision", "%d requests wait for a decision", number
        ),
        Shelf.HAND_OUT: ngettext(
            "%d loan is to be handed out until tomorrow",
            "%d loans are to be handed out until tomorrow",
            number,
        ),
        Shelf.DUE: ngettext(
            "%d loan is due back until tomorrow", "%d loans are due back until tomorrow", number
        ),
        Shelf.OVERDUE: ngettext("%d loan is overdue", "%d loans are overdue", number),
    }
    return words[shelf] % number


panels = (Panel("resources", todo_items, order=150),)

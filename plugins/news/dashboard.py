"""What of the news is to do, and the big button for a new item."""

from collections.abc import Iterator

from django.http import HttpRequest
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from plugins.news.buttons import add_url
from plugins.news.domain.states import State, in_state, items_of
from plugins.news.models import NewsPage, PressReleasePage
from verbund.plugin import NewButton, Panel, TodoItem

# Which states ask for something, and what a line of *Zu tun* calls them.
LINES = (
    (State.REVIEW, _("Items waiting for review"), True),
    (State.DRAFT, _("Drafts of items"), False),
    (State.SCHEDULED, _("Items that appear later"), False),
    (State.EMBARGO, _("Press releases under embargo"), False),
)


def todo_items(request: HttpRequest) -> list[TodoItem]:
    """Lines with something in them; each leads to the list of these items."""
    return list(_lines(request))


def _lines(request: HttpRequest) -> Iterator[TodoItem]:
    items = items_of(request.user)
    for state, label, urgent in LINES:
        count = in_state(items, state).count()
        if count:
            url = f"{reverse('news_admin:items')}?stand={state.value}"
            yield TodoItem(label, count, url, urgent=urgent)


panels = (Panel("news", todo_items, order=100),)

new_buttons = (
    NewButton("news", _("New item"), lambda request: add_url(request, NewsPage), order=100),
    NewButton(
        "press",
        _("New press release"),
        lambda request: add_url(request, PressReleasePage),
        order=110,
    ),
)

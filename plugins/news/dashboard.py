"""What of the news is to do, and the big buttons; drafts and reviews are the core's lines."""

from django.http import HttpRequest
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext

from plugins.news.buttons import add_url
from plugins.news.domain.states import State, in_state, items_of
from plugins.news.models import NewsPage, PressReleasePage
from verbund.plugin import NewButton, Panel, TodoItem


def todo_items(request: HttpRequest) -> list[TodoItem]:
    """Press releases whose embargo is still running, with a link to their list."""
    count = in_state(items_of(request.user), State.EMBARGO).count()
    label = ngettext(
        "%d press release is under embargo", "%d press releases are under embargo", count
    )
    url = f"{reverse('news_admin:items')}?stand={State.EMBARGO.value}"
    return [TodoItem(label % count, count, url)] if count else []


panels = (Panel("news", todo_items, order=200),)

new_buttons = (
    NewButton("news", _("New item"), lambda request: add_url(request, NewsPage), order=100),
    NewButton(
        "press",
        _("New press release"),
        lambda request: add_url(request, PressReleasePage),
        order=110,
    ),
)

"""The core's own lines of *Zu tun*: it uses the plugin API like any plugin."""

from collections.abc import Sequence

from django.http import HttpRequest
from django.urls import reverse

from verbund.accounts.models import User
from verbund.adminsite.todo import LISTS
from verbund.plugin.contributions import Panel, TodoItem


def page_items(request: HttpRequest) -> Sequence[TodoItem]:
    """A line for each list of pages that holds something; one query a list."""
    user = request.user
    assert isinstance(user, User)  # the dashboard is behind the login
    counted = [(one, one.pages(user).count()) for one in LISTS]
    return [
        TodoItem(one.line(count), count, reverse(f"adminsite_todo:{one.name}"), one.urgent)
        for one, count in counted
        if count
    ]


panels = (Panel("pages", page_items, order=100),)

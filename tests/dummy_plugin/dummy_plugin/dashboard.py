"""A line of *Zu tun*, and a big button."""

from django.http import HttpRequest

from verbund.plugin import NewButton, Panel, TodoItem


def items(request: HttpRequest) -> list[TodoItem]:
    return [TodoItem("A dummy line", 1, "/admin/dummy/hello/", urgent=True)]


panels = (Panel("dummy", items),)
new_buttons = (
    NewButton("dummy", "New dummy", lambda request: "/admin/dummy/hello/"),
    NewButton("nobody", "Nobody's button", lambda request: None),
)

"""The parts of the dashboard: the big buttons, *Zu tun*, and what one last worked on."""

from collections.abc import Mapping
from typing import Any

from django.http import HttpRequest
from wagtail.admin.ui.components import Component
from wagtail.admin.views.home import RecentEditsPanel

from verbund.plugin.gate import active


class NewPanel(Component):
    """ "New item": a button for each contribution that has an address for this person."""

    name = "new"
    template_name = "adminsite/new_buttons.html"
    order = 10

    def get_context_data(self, parent_context: Mapping[str, Any]) -> Mapping[str, Any]:
        request = parent_context["request"]
        found = [(button.label, button.url(request)) for button in active("new_buttons")]
        return {"buttons": [(label, url) for label, url in found if url]}


class TodoPanel(Component):
    """All lines of all panels that are on; urgent ones first."""

    name = "todo"
    template_name = "adminsite/todo.html"
    order = 20

    def get_context_data(self, parent_context: Mapping[str, Any]) -> Mapping[str, Any]:
        request = parent_context["request"]
        items = [item for panel in active("panels") for item in panel.items(request)]
        shown = [item for item in items if item.count]
        return {"items": sorted(shown, key=lambda item: not item.urgent)}


def dashboard_panels(request: HttpRequest) -> list[Component]:
    return [NewPanel(), TodoPanel(), RecentEditsPanel()]

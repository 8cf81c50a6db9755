"""The admin: a menu item, a view, a snippet, and who may use them."""

from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from wagtail.snippets.views.snippets import SnippetViewSet

from dummy_plugin.models import Kind
from verbund.plugin import AdminView, MenuItem, Role, RolePermissions, Snippet, plugin_settings

PERMISSION = "dummy.change_kind"


def hello(request: HttpRequest) -> HttpResponse:
    return HttpResponse(plugin_settings("dummy").greeting)


class KindViewSet(SnippetViewSet):
    model = Kind
    menu_name = "dummy-kinds"
    add_to_admin_menu = True


menu_items = (MenuItem("dummy", "Dummy", lambda: reverse("dummy_admin:hello"), PERMISSION),)
snippets = (Snippet(KindViewSet),)
admin_views = (AdminView("hello", "hello/", hello, PERMISSION),)
role_permissions = (
    RolePermissions(Role.EDITOR.value, ("dummy.add_kind", "dummy.change_kind", "dummy.view_kind")),
)

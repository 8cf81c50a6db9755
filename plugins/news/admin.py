"""The admin: one list of all items, and the topics."""

from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from wagtail.snippets.views.snippets import SnippetViewSet

from plugins.news.admin_views import ItemsView
from plugins.news.models import Topic
from verbund.plugin import AdminView, MenuItem, Role, RolePermissions, Snippet

ACCESS = "wagtailadmin.access_admin"


class TopicViewSet(SnippetViewSet):
    """Topics, kept by those who run the site."""

    model = Topic
    icon = "tag"
    menu_label = _("Topics")
    menu_name = "news-topics"
    menu_order = 210
    add_to_admin_menu = True
    list_display = ("name", "slug")
    copy_view_enabled = False
    inspect_view_enabled = False


menu_items = (
    MenuItem(
        name="news-items",
        label=_("News"),
        url=lambda: reverse("news_admin:items"),
        permission=ACCESS,
        icon="doc-full",
        order=150,
    ),
)

snippets = (Snippet(TopicViewSet),)

admin_views = (
    AdminView("items", "", ItemsView.as_view(), ACCESS),
    AdminView("items_results", "results/", ItemsView.as_view(results_only=True), ACCESS),
)

_EDIT_TOPICS = ("news.view_topic", "news.add_topic", "news.change_topic", "news.delete_topic")
role_permissions = (
    RolePermissions(Role.ADMIN.value, _EDIT_TOPICS),
    RolePermissions(Role.EDITOR.value, _EDIT_TOPICS[:3]),
)

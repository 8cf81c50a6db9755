"""A role of the plugin's own: keeps kinds, and the pages below the plugin's main page."""

from dummy_plugin.models import DummyIndexPage
from verbund.plugin import RoleDefinition

roles = (
    RoleDefinition(
        "Proben",
        "Keeps the dummies.",
        permissions=("dummy.view_kind", "dummy.change_kind"),
        pages=("add_page", "change_page", "publish_page", "lock_page"),
        below=DummyIndexPage.objects.all,
        collections=("choose_image", "add_image"),
    ),
)

"""The role *Verzeichnis*: keeps the directory, and nothing else of the site."""

from django.utils.translation import gettext_lazy as _

from plugins.members.models import DirectoryPage
from verbund.plugin import RoleDefinition

_VERBS = ("view", "add", "change", "delete")
PERMISSIONS = tuple(
    f"members.{verb}_{model}" for model in ("organisation", "term") for verb in _VERBS
)

roles = (
    RoleDefinition(
        "Verzeichnis",
        _("Keeps the entries of the directory, its lists and its main page."),
        permissions=PERMISSIONS,
        pages=("change_page", "publish_page"),
        below=DirectoryPage.objects.all,
        collections=("choose_image", "add_image"),
        order=130,
    ),
)

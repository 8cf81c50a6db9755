"""The role *Verzeichnis*: keeps the directory, and nothing else of the site."""

from django.utils.translation import gettext_lazy as _

from verbund.plugin import RoleDefinition

_VERBS = ("view", "add", "change", "delete")
PERMISSIONS = tuple(
    f"members.{verb}_{model}" for model in ("organisation", "term") for verb in _VERBS
)

roles = (
    RoleDefinition(
        "Verzeichnis",
        _("Keeps the entries of the directory and its lists; no pages, no people of the admin."),
        permissions=PERMISSIONS,
        collections=("choose_image", "add_image"),
        order=130,
    ),
)

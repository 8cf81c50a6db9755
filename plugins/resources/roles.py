"""The role *Verleih*: keeps the pool, decides about requests, hands out and takes back."""

from django.utils.translation import gettext_lazy as _

from plugins.resources.models import ResourcesPage
from verbund.plugin import RoleDefinition

LENDING = "Verleih"
KEPT = ("category", "article", "unit", "kit", "room", "pickuppoint", "closedday", "rule")
VIEW_REQUESTS = "resources.view_request"
CHANGE_REQUESTS = "resources.change_request"
_CATALOGUE = tuple(
    f"resources.{action}_{model}"
    for model in KEPT
    for action in ("view", "add", "change", "delete")
)
# Requests keep the version that was accepted: there is only a next one.
_TERMS = ("resources.view_terms", "resources.add_terms")

roles = (
    RoleDefinition(
        LENDING,
        _("Keeps the pool, decides about requests, hands out and takes back."),
        permissions=(*_CATALOGUE, *_TERMS, VIEW_REQUESTS, CHANGE_REQUESTS),
        pages=("change_page", "publish_page"),
        below=ResourcesPage.objects.all,
        collections=("add_image", "choose_image"),
        order=140,
    ),
)

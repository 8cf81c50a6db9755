"""What kinds of tenant there are and which states they pass through."""

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _


class TenantKind(TextChoices):
    CITY = "city", _("City")
    NETWORK = "network", _("Network")
    OPERATOR = "operator", _("Operators")


class TenantStatus(TextChoices):
    DRAFT = "draft", _("In preparation")
    READY = "ready", _("Public")
    SUSPENDED = "suspended", _("Suspended")
    ARCHIVED = "archived", _("Archived")


class AddressForm(TextChoices):
    FORMAL = "Sie", _("formal (Sie)")
    INFORMAL = "du", _("informal (du)")


READABLE = (TenantStatus.READY, TenantStatus.ARCHIVED)
"""States in which the public reads a site and the network's search finds it."""

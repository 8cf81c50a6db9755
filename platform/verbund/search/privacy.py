"""How long words that found nothing are kept; of a person the search holds nothing."""

from django.utils.translation import gettext_lazy as _

from verbund.plugin.contributions import Retention
from verbund.tenancy.context import current_tenant

from .domain.missing import KEPT_DAYS, outdated

retentions = (
    Retention(
        "search_misses",
        _("Words that a search found nothing for, counted by day"),
        KEPT_DAYS,
        _("So that the search learns other words for the same thing; nobody knows who typed them."),
        lambda: outdated(current_tenant()).count(),
        lambda: outdated(current_tenant()).delete()[0],
        order=60,
    ),
)

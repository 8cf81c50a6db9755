"""Rules: for what, for whom, and what holds."""

from django.db.models import QuerySet
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, FieldRowPanel, HelpPanel, MultiFieldPanel

from plugins.resources.admin.frame import PoolViewSet
from plugins.resources.models import Rule


def _row(*names: str) -> FieldRowPanel:
    return FieldRowPanel([FieldPanel(name) for name in names])


class RuleViewSet(PoolViewSet):
    model = Rule
    icon = "clipboard-list"
    menu_label = _("Rules")
    list_display = ("__str__", "approval", "longest_days", "most", "deposit")
    list_filter = ("borrower", "category", "approval")
    panels = [
        MultiFieldPanel(
            [
                HelpPanel(_("Choose one, or none: then the rule is for everything.")),
                _row("article", "room"),
                _row("kit", "category"),
                FieldPanel("borrower"),
            ],
            heading=_("For what and for whom"),
        ),
        MultiFieldPanel(
            [
                HelpPanel(_("What stays empty is left to the next rule, at last to the settings.")),
                FieldPanel("lendable"),
                FieldPanel("approval"),
                _row("lead_days", "ahead_days"),
                _row("longest_days", "days_a_year"),
                _row("most", "cancel_days"),
                FieldPanel("over_closed"),
                _row("price", "price_day", "deposit"),
            ],
            heading=_("What holds"),
        ),
        FieldPanel("text"),
    ]

    def get_queryset(self, request: HttpRequest) -> "QuerySet[Rule]":
        rules = Rule.objects.select_related("article", "room", "kit", "category")
        return rules.order_by("pk")

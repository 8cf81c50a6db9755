"""*Protokoll* in the admin: who did what and when, for those who look after the site."""

from typing import Any

import django_filters
from django.db.models import IntegerField, QuerySet, Value
from django.forms import RadioSelect
from django.http import HttpRequest
from django.urls import URLPattern, path, reverse
from django.utils.translation import gettext_lazy as _
from wagtail.admin.filters import DateRangePickerWidget, WagtailFilterSet
from wagtail.admin.menu import MenuItem
from wagtail.admin.views.reports.audit_logging import LogEntriesView
from wagtail.log_actions import registry
from wagtail.models import PageLogEntry

from verbund.accounts.journal_actions import KINDS
from verbund.accounts.models import User

NAMESPACE = "accounts_journal"
PERMISSION = "accounts.manage_site"
# Each automatic save of a page is a line of Wagtail's: publishing and deleting say enough.
NOT_OF_PAGES = ("wagtail.edit", "wagtail.comments.create", "wagtail.comments.edit")
_BY_NAME = {kind.name: kind for kind in KINDS}


class JournalFilterSet(WagtailFilterSet):
    kind = django_filters.ChoiceFilter(
        label=_("Kind"),
        choices=[(kind.name, kind.label) for kind in KINDS],
        method="of_kind",
        widget=RadioSelect,
    )
    user = django_filters.ModelChoiceFilter(
        label=_("Person"), queryset=User.objects.order_by("last_name", "first_name", "email")
    )
    timestamp = django_filters.DateFromToRangeFilter(label=_("Date"), widget=DateRangePickerWidget)

    class Meta:
        model = PageLogEntry
        fields: list[str] = []

    def of_kind(self, lines: "QuerySet[Any]", name: str, value: str) -> "QuerySet[Any]":
        return lines.filter(_BY_NAME[value].which)


class JournalView(LogEntriesView):
    """Wagtail's history of the site, of everything that happened in it."""

    permission_required = PERMISSION
    page_title = _("Log")
    header_icon = "history"
    filterset_class = JournalFilterSet
    results_template_name = "accounts/journal_results.html"
    index_url_name = f"{NAMESPACE}:index"
    index_results_url_name = f"{NAMESPACE}:results"
    list_export = ()

    def user_has_permission(self, permission: str) -> bool:
        # Wagtail asks the policy of a model; a report over all models has none.
        allowed: bool = self.request.user.has_perm(permission)
        return allowed

    def get_filtered_queryset(self) -> "QuerySet[Any]":
        """Lines of both of Wagtail's logs, by key and number of their log (as Wagtail does)."""
        self.log_models = sorted(registry.get_log_entry_models(), key=lambda one: one.__name__)
        first, *others = (self._lines(number) for number in range(len(self.log_models)))
        return first.union(*others, all=True).order_by("-timestamp")

    def _lines(self, number: int) -> "QuerySet[Any]":
        model = self.log_models[number]
        hidden = NOT_OF_PAGES if model is PageLogEntry else ()
        lines = model.objects.exclude(action__in=hidden)
        keyed = lines.values("pk", "timestamp").annotate(
            log_model_index=Value(number, output_field=IntegerField())
        )
        return self.filter_queryset(keyed).order_by()


class JournalMenuItem(MenuItem):
    def is_shown(self, request: HttpRequest) -> bool:
        allowed: bool = request.user.has_perm(PERMISSION)
        return allowed


def menu_item() -> JournalMenuItem:
    return JournalMenuItem(
        _("Log"), reverse(f"{NAMESPACE}:index"), name="journal", icon_name="history", order=620
    )


def urls() -> list[URLPattern]:
    """Below `/admin/journal/`."""
    return [
        path("", JournalView.as_view(), name="index"),
        path("results/", JournalView.as_view(results_only=True), name="results"),
    ]

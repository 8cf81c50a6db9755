"""The list of all requests, filtered by where they stand, who asks, and when."""

from typing import Any

import django_filters
from django.db.models import Min, QuerySet
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from wagtail.admin.filters import WagtailFilterSet
from wagtail.admin.ui.tables import Column, DateColumn, StatusTagColumn, TitleColumn
from wagtail.admin.views.reports import ReportView

from plugins.resources.admin.frame import WAY
from plugins.resources.domain.shelves import Shelf, on_shelf
from plugins.resources.enums import BorrowerClass, RequestStatus
from plugins.resources.models import Request
from verbund.plugin import german_date


class RequestsFilterSet(WagtailFilterSet):
    """What stands in the address: ?aufgabe=entscheiden&status=confirmed&klasse=member."""

    aufgabe = django_filters.ChoiceFilter(
        label=_("To do"), choices=Shelf.choices, method="by_shelf"
    )
    status = django_filters.ChoiceFilter(label=_("Status"), choices=RequestStatus.choices)
    klasse = django_filters.ChoiceFilter(
        label=_("Borrower"), choices=BorrowerClass.choices, field_name="borrower"
    )
    ab = django_filters.DateFilter(label=_("Used from"), method="used_from")
    bis = django_filters.DateFilter(label=_("Used until"), method="used_until")

    class Meta:
        model = Request
        fields = ("aufgabe", "status", "klasse", "ab", "bis")

    def by_shelf(self, requests: "QuerySet[Request]", name: str, value: str) -> Any:
        return on_shelf(requests, Shelf(value))

    def used_from(self, requests: "QuerySet[Request]", name: str, value: Any) -> Any:
        return requests.filter(pk__in=Request.objects.filter(lines__ends__date__gte=value))

    def used_until(self, requests: "QuerySet[Request]", name: str, value: Any) -> Any:
        return requests.filter(pk__in=Request.objects.filter(lines__starts__date__lte=value))


def request_url(one: Request) -> str:
    return reverse("resources_admin:request", args=[one.pk])


def who(one: Request) -> str:
    return one.organisation_name or one.name


def used_from_day(one: Any) -> str:
    """Wagtail's column of dates says of everything to come that it is just now."""
    return german_date(one.first) if one.first else ""


class RequestsView(ReportView):
    """The newest on top."""

    model = Request
    page_title = _("Requests")
    columns = (
        TitleColumn("number", label=_("Number of the request"), get_url=request_url),
        Column("who", label=_("Who"), accessor=who),
        Column("occasion", label=_("Occasion")),
        Column("first", label=_("Used from"), accessor=used_from_day),
        StatusTagColumn(
            "status",
            label=_("Status"),
            accessor="get_status_display",
            primary=lambda one: one.status == RequestStatus.REQUESTED,
        ),
        DateColumn("created", label=_("Asked")),
    )
    header_icon = "clipboard-list"
    breadcrumbs_items = list(WAY)
    index_url_name = "resources_admin:requests"
    index_results_url_name = "resources_admin:requests_results"
    filterset_class = RequestsFilterSet
    is_searchable = True
    search_fields = ("number", "name", "organisation_name", "email", "occasion")
    # Plain conditions: the admin's index knows no fields of filters over two tables.
    search_backend_name = None
    list_export = ()
    any_permission_required = ("view", "change")

    def get_queryset(self) -> "QuerySet[Request]":
        return Request.objects.annotate(first=Min("lines__starts")).order_by("-created", "-pk")

    def get_filtered_queryset(self) -> "QuerySet[Request]":
        return self.search_queryset(super().get_filtered_queryset())

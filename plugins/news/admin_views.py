"""The list of all items in the admin, filtered by where they stand."""

from typing import Any

import django_filters
from django.db.models import QuerySet
from django.urls import reverse
from django.utils.translation import gettext as _g
from django.utils.translation import gettext_lazy as _
from wagtail.admin.filters import WagtailFilterSet
from wagtail.admin.ui.tables import Column, DateColumn, StatusTagColumn, TitleColumn
from wagtail.admin.views.reports import ReportView
from wagtail.admin.widgets.button import HeaderButton

from plugins.news.buttons import add_url
from plugins.news.domain.states import State, in_state, items_of
from plugins.news.enums import Kind
from plugins.news.models import NewsPage, PressReleasePage, Topic


class ItemsFilterSet(WagtailFilterSet):
    """What stands in the address: ?stand=entwurf&art=press&thema=3."""

    stand = django_filters.ChoiceFilter(
        label=_("Where it stands"), choices=State.choices, method="by_state"
    )
    art = django_filters.ChoiceFilter(label=_("Kind"), choices=Kind.choices, method="by_kind")
    topics = django_filters.ModelChoiceFilter(label=_("Topic"), queryset=Topic.objects.all())

    class Meta:
        model = NewsPage
        fields = ("stand", "art", "topics")

    def by_state(self, items: "QuerySet[NewsPage]", name: str, value: str) -> Any:
        return in_state(items, State(value))

    def by_kind(self, items: "QuerySet[NewsPage]", name: str, value: str) -> Any:
        return items.filter(pressreleasepage__isnull=value == Kind.NEWS)


def _edit_url(item: NewsPage) -> str:
    return reverse("wagtailadmin_pages:edit", args=[item.pk])


class ItemsView(ReportView):
    """Everything that this user may work on, changed last on top."""

    model = NewsPage
    page_title = _("News")
    columns = (
        TitleColumn("title", label=_("Title"), get_url=_edit_url),
        Column("kind", label=_("Kind"), accessor=lambda item: item.kind.label),
        StatusTagColumn(
            "status_string", label=_("Where it stands"), primary=lambda item: item.live
        ),
        Column("language", label=_("Language"), accessor="locale.get_display_name"),
        DateColumn("latest_revision_created_at", label=_("Last changed")),
    )
    header_icon = "doc-full"
    index_url_name = "news_admin:items"
    index_results_url_name = "news_admin:items_results"
    filterset_class = ItemsFilterSet
    is_searchable = True
    search_fields = ("title", "lead")
    # Plain conditions: the admin's index knows no fields of filters over two tables.
    search_backend_name = None
    list_export = ()
    any_permission_required = ("add", "change", "publish")

    def get_queryset(self) -> "QuerySet[NewsPage]":
        items: Any = items_of(self.request.user).select_related("locale")
        items = items.annotate_approved_schedule().prefetch_workflow_states()
        return items.order_by("-latest_revision_created_at", "-pk")

    def get_filtered_queryset(self) -> "QuerySet[NewsPage]":
        return self.search_queryset(super().get_filtered_queryset())

    def get_header_buttons(self) -> list[HeaderButton]:
        buttons = super().get_header_buttons()
        for model in (NewsPage, PressReleasePage):
            url = add_url(self.request, model)
            if url:
                label = _g("New press release") if model is PressReleasePage else _g("New item")
                buttons.append(HeaderButton(label, url=url, icon_name="plus"))
        return buttons

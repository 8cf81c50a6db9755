"""Views of entries in the admin: the list, the form that writes down its changes, the history."""

from typing import Any

import django_filters
from django.db.models import QuerySet
from django.urls import reverse
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _
from wagtail.admin.filters import DateRangePickerWidget, WagtailFilterSet
from wagtail.admin.ui.tables import Column, DateColumn, StatusTagColumn
from wagtail.admin.widgets.button import Button
from wagtail.snippets.views.snippets import (
    CreateView,
    DeleteView,
    EditView,
    HistoryView,
    IndexView,
)

from plugins.members.domain.addresses import keep_address
from plugins.members.domain.differences import label_of
from plugins.members.domain.printed_lists import ask_for_whole_lists
from plugins.members.domain.recording import recorded
from plugins.members.domain.standing import ConsentStatus, consent_of, with_standing
from plugins.members.enums import ChangeWay, Status
from plugins.members.models import Change, Organisation
from plugins.members.naming import name_of
from verbund.plugin import german_date


class EntriesView(IndexView):
    """All entries by name."""

    default_ordering = ("sort_key",)

    @cached_property
    def columns(self) -> list[Column]:
        bulk, *_rest = super().columns
        title = self._get_title_column("__str__")
        title.label, title.sort_key = _("Name"), "sort_key"
        return [
            bulk,
            title,
            StatusTagColumn(
                "status",
                label=_("Membership"),
                accessor="get_status_display",
                primary=lambda entry: entry.status == Status.MEMBER,
                sort_key="status",
            ),
            Column("visible", label=_("Shown"), accessor=_visible),
            StatusTagColumn(
                "consent",
                label=_("Consent"),
                accessor=lambda entry: consent_of(entry).label,
                primary=lambda entry: consent_of(entry) == ConsentStatus.ALL,
            ),
            Column(
                "confirmed_on", label=_("Confirmed"), accessor=_confirmed, sort_key="confirmed_on"
            ),
            DateColumn("changed_at", label=_("Last changed"), sort_key="changed_at"),
        ]

    def get_base_queryset(self) -> Any:
        return with_standing(super().get_base_queryset())

    @cached_property
    def header_more_buttons(self) -> list[Button]:
        buttons: list[Button] = list(super().header_more_buttons)
        if self.request.user.has_perm("members.add_organisation"):
            url = reverse("members_admin:import")
            buttons.append(Button(_("Import a list"), url=url, icon_name="upload", priority=30))
            url = reverse("members_admin:duplicates")
            buttons.append(Button(_("Perhaps the same"), url=url, icon_name="copy", priority=31))
        return buttons


def _visible(entry: Organisation) -> Any:
    if not entry.shown:
        return _("no")
    return _("here and in the network") if entry.in_network else _("here")


def _confirmed(entry: Organisation) -> Any:
    return german_date(entry.confirmed_on) if entry.confirmed_on else _("never")


class _Recorded:
    """Whatever the form changes is written down with the name of who sent it."""

    def save_instance(self) -> Organisation:
        view: Any = self
        with recorded(view.form.instance, ChangeWay.ADMIN, name_of(view.request.user)):
            saved: Organisation = super().save_instance()  # type: ignore[misc]  # Wagtail's views
        return saved


class EntryCreateView(_Recorded, CreateView):
    """A new entry."""


class EntryEditView(_Recorded, EditView):
    """An entry that is there; an address that it had leads to the new one."""

    def save_instance(self) -> Organisation:
        before = Organisation.objects.values_list("slug", flat=True).get(pk=self.object.pk)
        saved = super().save_instance()
        keep_address(saved, before)
        return saved

    @cached_property
    def header_more_buttons(self) -> list[Button]:
        url = reverse("members_admin:split", args=(self.object.pk,))
        button = Button(_("Make two of one entry"), url=url, icon_name="copy", priority=30)
        return [*super().header_more_buttons, button]


class EntryDeleteView(DeleteView):
    """Deletes an entry with all that belongs to it."""

    def delete_action(self) -> None:
        super().delete_action()
        ask_for_whole_lists()


class ChangesFilterSet(WagtailFilterSet):
    """Way and time of a change."""

    way = django_filters.ChoiceFilter(label=_("Way"), choices=ChangeWay.choices)
    at = django_filters.DateFromToRangeFilter(label=_("When"), widget=DateRangePickerWidget)

    class Meta:
        model = Change
        fields: tuple[str, ...] = ("way", "at")


class ChangeColumn(Column):
    """Field by field: what it was, what it became."""

    cell_template_name = "members/admin/change_cell.html"

    def get_value(self, instance: Any) -> list[dict[str, Any]]:
        return [{**one, "label": label_of(one["field"])} for one in instance.fields]


class EntryHistoryView(HistoryView):
    """Who changed what in an entry, the latest change on top."""

    filterset_class = ChangesFilterSet

    @cached_property
    def columns(self) -> list[Column]:
        return [
            ChangeColumn("fields", label=_("What changed")),
            Column("way", label=_("Way"), accessor="get_way_display", width="15%"),
            Column("by", label=_("By"), width="20%"),
            DateColumn("at", label=_("When"), width="15%"),
        ]

    def get_base_queryset(self) -> "QuerySet[Change]":
        return Change.objects.filter(organisation=self.object)

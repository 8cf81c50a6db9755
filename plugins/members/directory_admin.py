"""Entries and lists in the admin, imports, duplicates; for those who may keep entries."""

from django.utils.translation import gettext_lazy as _
from wagtail.snippets.views.snippets import SnippetViewSet

from plugins.members import admin_import, admin_joining
from plugins.members.admin_filters import EntriesFilterSet
from plugins.members.admin_lists import TermViewSet
from plugins.members.admin_panels import EDIT_HANDLER
from plugins.members.admin_views import (
    EntriesView,
    EntryCreateView,
    EntryDeleteView,
    EntryEditView,
    EntryHistoryView,
)
from plugins.members.models import Organisation
from verbund.plugin import AdminView, Snippet


class OrganisationViewSet(SnippetViewSet):
    """Entries, kept by the role *Verzeichnis*."""

    model = Organisation
    icon = "group"
    menu_label = _("Members")
    menu_name = "members-entries"
    menu_order = 160
    add_to_admin_menu = True
    copy_view_enabled = False
    inspect_view_enabled = False
    index_view_class = EntriesView
    add_view_class = EntryCreateView
    edit_view_class = EntryEditView
    delete_view_class = EntryDeleteView
    history_view_class = EntryHistoryView
    filterset_class = EntriesFilterSet
    edit_handler = EDIT_HANDLER
    list_export = ()
    search_fields = ("name", "short_name", "native_name", "sort_key")
    # Plain conditions: the admin's index knows no fields of filters over two tables.
    search_backend_name = None


snippets = (Snippet(OrganisationViewSet), Snippet(TermViewSet))

ADD, CHANGE = "members.add_organisation", "members.change_organisation"

admin_views = (
    AdminView("import", "import/", admin_import.index, ADD),
    AdminView("import_columns", "import/<int:key>/spalten/", admin_import.columns, ADD),
    AdminView("import_trial", "import/<int:key>/", admin_import.trial, ADD),
    AdminView("import_progress", "import/<int:key>/stand/", admin_import.progress, ADD),
    AdminView("import_take_back", "import/<int:key>/zurueck/", admin_import.take_back, ADD),
    AdminView("import_errors", "import/<int:key>/fehler.csv", admin_import.errors, ADD),
    AdminView("duplicates", "doppelte/", admin_joining.duplicates, CHANGE),
    AdminView("merge", "doppelte/<int:first>/<int:second>/", admin_joining.merge, CHANGE),
    AdminView("apart", "doppelte/<int:first>/<int:second>/zwei/", admin_joining.apart, CHANGE),
    AdminView("split", "teilen/<int:pk>/", admin_joining.split, CHANGE),
)

"""What the plugin *Mitglieder* adds: entries and lists, kept by its own role."""

from tests.accounts.matrix.lines import KEEPERS, STAFF, Area, line

ENTRY = "wagtailsnippets_members_organisation:{}"
WORD = "wagtailsnippets_members_term:{}"
IMPORT = "members_admin:import{}"
BULK = "wagtail_bulk_action(members.organisation.{})"
CHOOSERS = (
    "wagtailsnippetchoosers_members_organisation:{}",
    "wagtailsnippetchoosers_members_term:{}",
)
CHOOSING = ("choose", "choose_results", "chosen", "chosen_multiple")
KEEPING = ("list", "list_results", "add", "edit", "usage", "history", "history_results", "delete")

AREA = Area(
    "Verzeichnis (Erweiterung Mitglieder)",
    (
        line(
            "Eine Organisation oder ein Wort einer Liste auswählen",
            STAFF,
            *(chooser.format(name) for chooser in CHOOSERS for name in CHOOSING),
        ),
        line(
            "Einträge ansehen, anlegen, ändern, löschen; ihren Verlauf ansehen",
            KEEPERS,
            *(ENTRY.format(name) for name in KEEPING),
            "wagtail_bulk_action(members.organisation.delete)",
        ),
        line(
            "Doppelte Einträge zusammenlegen, einen Eintrag teilen",
            KEEPERS,
            *(f"members_admin:{name}" for name in ("duplicates", "apart", "merge", "split")),
        ),
        line(
            "Mehrere Organisationen einladen, erinnern oder als Tabelle herausgeben",
            KEEPERS,
            *(BULK.format(name) for name in ("invite", "remind", "export")),
        ),
        line(
            "Eine Liste importieren und den Import zurücknehmen",
            KEEPERS,
            *(IMPORT.format(name) for name in ("", "_columns", "_trial", "_progress", "_errors")),
            IMPORT.format("_take_back"),
        ),
        line(
            "Die Wortlisten pflegen: Themen, Sprachen, Stadtteile, Angebote",
            KEEPERS,
            *(WORD.format(name) for name in KEEPING),
            "wagtail_bulk_action(members.term.delete)",
        ),
    ),
)

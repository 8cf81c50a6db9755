"""What the plugin *Ressourcen* adds: the catalogue of the pool, requests, the counter."""

from tests.accounts.matrix.lines import NOBODY, STAFF, YES, Area, line, who

LENDERS = who(admin=YES, lending=YES)
KEPT = ("category", "article", "unit", "kit", "room", "pickuppoint", "closedday", "rule")
READ = ("list", "list_results", "history", "history_results", "add")
LISTS = (*READ, "usage")
CHOOSER = ("choose", "choose_results", "chosen", "chosen_multiple")


def of(models: tuple[str, ...], pattern: str, names: tuple[str, ...]) -> list[str]:
    return [f"{pattern}_resources_{model}:{name}" for model in models for name in names]


AREA = Area(
    "Verleih (Erweiterung Ressourcen)",
    (
        line(
            "Etwas aus dem Verleih auswählen",
            STAFF,
            *of((*KEPT, "terms"), "wagtailsnippetchoosers", CHOOSER),
        ),
        line(
            "Artikel, Stücke, Sets, Räume, Ausgabestellen, Schließtage und Regeln pflegen",
            LENDERS,
            *of(KEPT, "wagtailsnippets", (*LISTS, "edit", "delete")),
            *(f"wagtail_bulk_action(resources.{model}.delete)" for model in KEPT),
        ),
        line(
            "Leihbedingungen ansehen und eine neue Fassung anlegen",
            LENDERS,
            *of(("terms",), "wagtailsnippets", (*READ, "inspect")),
        ),
        line(
            "Leihbedingungen ändern oder löschen (Anfragen behalten ihre Fassung)",
            NOBODY,
            *of(("terms",), "wagtailsnippets", ("edit", "delete", "usage")),
            "wagtail_bulk_action(resources.terms.delete)",
        ),
        line(
            "Im Auswahlfenster etwas Neues anlegen (gibt es nicht)",
            NOBODY,
            *of((*KEPT, "terms"), "wagtailsnippetchoosers", ("create",)),
        ),
        line(
            "Anfragen, die Liste des Tages, Bericht und Etiketten ansehen",
            LENDERS,
            "resources_admin:index",
            "resources_admin:requests",
            "resources_admin:requests_results",
            "resources_admin:day",
            "resources_admin:find",
            "resources_admin:labels",
            "resources_admin:paper",
            "resources_admin:report",
            "resources_admin:report_csv",
            "resources_admin:report_pdf",
            "resources_admin:feeds",
        ),
        line(
            "Über Anfragen entscheiden, ausgeben und zurücknehmen, Schäden aufnehmen",
            LENDERS,
            "resources_admin:request",
            "resources_admin:hand_out",
            "resources_admin:take_back",
            "resources_admin:piece",
        ),
    ),
)

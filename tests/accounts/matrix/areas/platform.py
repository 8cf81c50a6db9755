"""What the platform alone decides: for no role, by no menu and no address."""

from tests.accounts.matrix.lines import NOBODY, Area, line
from verbund.adminsite.closed import CLOSED

SITES = "index index_results add edit delete history history_results usage copy"
GROUPS = "index index_results add edit delete history history_results usage"
WORKFLOWS = (
    "index index_results add enable disable edit usage usage_results remove add_task "
    "select_task_type task_index task_index_results edit_task disable_task enable_task "
    "task_chooser task_chooser_results task_chooser_create task_chosen"
)
REPORTS = (
    "workflow workflow_results workflow_tasks workflow_tasks_results page_types_usage "
    "page_types_usage_results"
)

AREA = Area(
    "Was allein die Plattform entscheidet",
    (
        line(
            "Adressen (Domains) und Websites",
            NOBODY,
            *(f"wagtailsites:{name}" for name in SITES.split()),
        ),
        line(
            "Welche Rechte eine Rolle hat",
            NOBODY,
            *(f"wagtailusers_groups:{name}" for name in GROUPS.split()),
        ),
        line(
            "Wie eine Freigabe abläuft",
            NOBODY,
            *(f"wagtailadmin_workflows:{name}" for name in WORKFLOWS.split()),
        ),
        line(
            "Teile von Wagtail, die es hier nicht gibt",
            NOBODY,
            *(f"adminsite:admin/{part}(?:/.*)?" for part in CLOSED if part != "bulk/accounts/user"),
            "admin/test404/",
            "wagtailadmin_error_test",
            "wagtailembeds:chooser",
            "wagtailembeds:chooser_upload",
            "wagtailadmin_pages:type_use",
            "wagtailadmin_pages:type_use_results",
            "wagtailsnippets:index",
            "wagtailsnippetchoosers_news_topic:create",
            "wagtailsnippetchoosers_dummy_kind:create",
            "wagtailsnippetchoosers_members_organisation:create",
            "wagtailsnippetchoosers_members_term:create",
            *(f"wagtailadmin_reports:{name}" for name in REPORTS.split()),
            "admin/.*/",
        ),
    ),
)

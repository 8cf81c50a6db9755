"""What the site's log knows of the directory, beside Wagtail's own actions."""

from typing import Any

from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from wagtail.log_actions import LogActionRegistry, LogFormatter

# Begins as all that is handed out: the log's filter finds it there.
EXPORTED = "verbund.export.members"


class _Exported(LogFormatter):
    label = _("Export of the directory")

    def format_message(self, log_entry: Any) -> str:
        data = log_entry.data
        said = {"what": data.get("what", "–"), "reason": data.get("reason", "–")}
        return gettext("Handed out: %(what)s. Reason: %(reason)s") % said


def register_actions(actions: LogActionRegistry) -> None:
    actions.formatters[EXPORTED] = _Exported()
    actions.choices.append((EXPORTED, _Exported.label))

"""Where the plugin hangs into Wagtail beside its contributions: the log, and actions of lists."""

from wagtail import hooks
from wagtail.log_actions import LogActionRegistry

from plugins.members.actions import register_actions
from plugins.members.bulk import BULK_ACTIONS


@hooks.register("register_log_actions")
def log_actions(actions: LogActionRegistry) -> None:
    register_actions(actions)


for _action in BULK_ACTIONS:
    hooks.register("register_bulk_action", _action)

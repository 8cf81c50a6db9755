"""What of the directory is to do."""

from plugins.members.inbox_panel import inbox_panel

panels = (inbox_panel,)

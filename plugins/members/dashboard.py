"""What of the directory is to do."""

from plugins.members.directory_panel import directory_panel
from plugins.members.inbox_panel import inbox_panel

panels = (inbox_panel, directory_panel)

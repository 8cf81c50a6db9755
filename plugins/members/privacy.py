"""What the directory holds of people, and how long."""

from plugins.members.inbox_privacy import personal_data, retentions

__all__ = ["personal_data", "retentions"]

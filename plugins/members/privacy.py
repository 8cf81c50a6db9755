"""What the directory holds of people, and how long."""

from plugins.members import directory_privacy, inbox_privacy

__all__ = ["personal_data", "retentions"]

personal_data = (*directory_privacy.personal_data, *inbox_privacy.personal_data)
retentions = (*directory_privacy.retentions, *inbox_privacy.retentions)

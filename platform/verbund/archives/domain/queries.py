"""What is known of archives, for overviews."""

from datetime import datetime
from uuid import UUID

from django.db.models import Max

from verbund.archives.models import ArchiveKind, ArchiveRecord


def last_backups() -> dict[UUID, datetime]:
    """When each site was last in a backup or an export, by uuid; one query for all sites."""
    rows = (
        ArchiveRecord.objects.filter(kind__in=[ArchiveKind.BACKUP, ArchiveKind.EXPORT])
        .order_by()
        .values_list("tenant")
        .annotate(last=Max("at"))
    )
    return dict(rows)

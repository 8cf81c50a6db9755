"""What was written, read back or deleted of a site, and which sites wait for their end.

No row holds a person: who did it stands in the log of the operators' console.
"""

from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from verbund.tenancy.models import Tenant


class ArchiveKind(models.TextChoices):
    EXPORT = "export", _("Export")
    BACKUP = "backup", _("Backup")
    RESTORE = "restore", _("Restore")
    DELETION = "deletion", _("Deletion")


class ArchiveRecord(models.Model):
    """The proof that stays: what happened to which site, and how much that was.

    ``tenant`` is the uuid and no foreign key: the row outlives the site.
    """

    tenant = models.UUIDField(db_index=True)
    schema_name = models.CharField(max_length=63)
    name = models.CharField(max_length=100)
    kind = models.CharField(max_length=10, choices=ArchiveKind)
    at = models.DateTimeField(default=timezone.now)
    file = models.CharField(max_length=300, blank=True)
    size = models.PositiveBigIntegerField(default=0)
    sha256 = models.CharField(max_length=64, blank=True)
    details = models.JSONField(default=dict, blank=True)

    class Meta:
        ordering = ["-at", "-pk"]
        indexes = [models.Index(fields=["kind", "tenant", "-at"], name="archives_latest")]

    def __str__(self) -> str:
        return f"{self.kind} of {self.schema_name}, {self.at:%Y-%m-%d %H:%M}"


class PlannedDeletion(models.Model):
    """A site that goes at ``due``; until then it can be kept."""

    tenant = models.OneToOneField(
        Tenant, models.CASCADE, related_name="planned_deletion", primary_key=True
    )
    asked = models.DateTimeField(default=timezone.now)
    due = models.DateTimeField()
    status_before = models.CharField(max_length=10)

    class Meta:
        ordering = ["due"]

    def __str__(self) -> str:
        return f"{self.tenant_id} goes at {self.due:%Y-%m-%d}"

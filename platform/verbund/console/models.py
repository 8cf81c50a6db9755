"""What the console keeps of each site; no person is named."""

from django.db import models

from verbund.tenancy.models import Tenant


class SiteFacts(models.Model):
    """What only the site's own schema knows, collected by a job; its age is shown with it."""

    tenant = models.OneToOneField(Tenant, models.CASCADE, related_name="facts")
    collected = models.DateTimeField()
    last_published = models.DateTimeField(null=True)
    pages = models.PositiveIntegerField(default=0)
    staff = models.PositiveIntegerField(default=0)
    uploads = models.PositiveBigIntegerField(default=0, help_text="Bytes of pictures and files.")
    last_login = models.DateTimeField(null=True)

    def __str__(self) -> str:
        return f"{self.tenant} at {self.collected}"

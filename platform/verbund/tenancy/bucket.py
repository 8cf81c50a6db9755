"""Uploaded files in a bucket of an S3 service: below the tenant's uuid, served through Django."""

from collections.abc import Iterator
from typing import Any
from uuid import UUID

from django.conf import settings
from django.utils.encoding import filepath_to_uri
from storages.backends.s3 import S3Storage
from storages.utils import safe_join

from verbund.common.filenames import safe_filename
from verbund.tenancy.context import current_tenant
from verbund.tenancy.storage import files_below


class BucketStorage(S3Storage):
    """As TenantStorage, for MEDIA_STORAGE_URL; objects are private, addresses are Django's own."""

    def __init__(self, tenant: str | UUID | None = None, **kwargs: Any) -> None:
        super().__init__(
            **{
                **settings.VERBUND_MEDIA_BUCKET,
                "file_overwrite": False,
                "default_acl": None,
                **kwargs,
            }
        )
        self._tenant = str(tenant) if tenant else None

    @property
    def tenant_folder(self) -> str:
        return self._tenant or str(current_tenant().uuid)

    def _normalize_name(self, name: str) -> str:
        # Every operation asks here which object is meant: the one place that knows the tenant.
        return safe_join(self.tenant_folder, name)

    def get_valid_name(self, name: str) -> str:
        return safe_filename(name)

    def url(self, name: str, *args: Any, **kwargs: Any) -> str:
        """At the site itself: who may see a file is decided there, never by a signed address."""
        return f"{settings.MEDIA_URL}{filepath_to_uri(name)}"

    def all_files(self) -> Iterator[str]:
        """Names of all files of the tenant, folder by folder, in order."""
        yield from files_below(self, "")

    def remove_all(self) -> None:
        """Deletes all objects of the tenant."""
        self.bucket.objects.filter(Prefix=f"{self.tenant_folder}/").delete()

    def deconstruct(self) -> tuple[str, tuple[()], dict[str, str]]:
        return "verbund.tenancy.bucket.BucketStorage", (), {"tenant": self.tenant_folder}

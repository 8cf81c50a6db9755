"""Uploaded files: a folder a tenant, named by its uuid, chosen when a file is touched."""

import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from uuid import UUID

from django.conf import settings
from django.core.files.storage import FileSystemStorage
from django.utils.module_loading import import_string

from verbund.common.filenames import safe_filename
from verbund.tenancy.context import current_tenant


class TenantStorage(FileSystemStorage):
    """Files of the current tenant, or of the one named by ``tenant``.

    Wagtail deletes files after the commit through a storage that it takes apart and builds
    anew: ``deconstruct`` binds that one to the tenant of the moment.
    """

    def __init__(self, tenant: str | UUID | None = None, **kwargs: Any) -> None:
        super().__init__(**kwargs)
        self._tenant = str(tenant) if tenant else None

    @property
    def tenant_folder(self) -> str:
        return self._tenant or str(current_tenant().uuid)

    @property
    def base_location(self) -> str:
        return str(Path(settings.MEDIA_ROOT) / self.tenant_folder)

    @property
    def location(self) -> str:
        return str(Path(self.base_location).absolute())

    def get_valid_name(self, name: str) -> str:
        """ASCII without a path or control characters, whatever the file was called before."""
        return safe_filename(name)

    def all_files(self) -> Iterator[str]:
        """Names of all files of the tenant, folder by folder, in order."""
        yield from files_below(self, "")

    def remove_all(self) -> None:
        """Deletes the tenant's folder with all it holds."""
        shutil.rmtree(self.location, ignore_errors=True)

    def deconstruct(self) -> tuple[str, tuple[()], dict[str, str]]:
        return "verbund.tenancy.storage.TenantStorage", (), {"tenant": self.tenant_folder}


def storage_of(tenant: str | UUID) -> TenantStorage:
    """A tenant's uploads wherever they are kept, without entering it."""
    kind: type[TenantStorage] = import_string(settings.STORAGES["default"]["BACKEND"])
    return kind(tenant)


def files_below(storage: Any, folder: str) -> Iterator[str]:
    """What any storage of Django holds below a folder; one that is not there holds nothing."""
    try:
        folders, files = storage.listdir(folder)
    except FileNotFoundError:
        return
    yield from (f"{folder}{name}" for name in sorted(files))
    for name in sorted(folders):
        yield from files_below(storage, f"{folder}{name}/")

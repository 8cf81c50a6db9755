"""Pictures in the library's folder of the current tenant; another tenant's are not there."""

from pathlib import Path, PurePosixPath
from typing import TYPE_CHECKING, cast

from django.core.files.storage import default_storage
from django.http import FileResponse, Http404, HttpRequest
from django.utils._os import safe_join
from django.views.decorators.http import require_safe

if TYPE_CHECKING:
    from verbund.tenancy.storage import TenantStorage

PUBLIC_FOLDERS = {"images", "original_images"}
FOR_A_YEAR = "public, max-age=31536000, immutable"


@require_safe
def serve_media(request: HttpRequest, path: str) -> FileResponse:
    """A picture; documents go through Wagtail's own view, which knows private collections.

    :raises Http404: another folder, or no such file in this tenant.
    """
    if PurePosixPath(path).parts[0] not in PUBLIC_FOLDERS:
        raise Http404("Files are served at their own address.")
    storage = cast("TenantStorage", default_storage)
    try:
        file = Path(safe_join(storage.location, path))
        handle = file.open("rb")
    except (FileNotFoundError, IsADirectoryError, ValueError):
        raise Http404("No such picture.") from None
    return FileResponse(handle, headers={"Cache-Control": FOR_A_YEAR})

"""Pictures in the library's folder of the current tenant; another tenant's are not there.

Readers get the sizes that pages show; the file as it was uploaded is for staff.
"""

from pathlib import PurePosixPath

from django.core.files.storage import default_storage
from django.http import FileResponse, Http404, HttpRequest
from django.views.decorators.http import require_safe

SIZES, ORIGINALS = "images", "original_images"
FOR_A_YEAR = "public, max-age=31536000, immutable"
FOR_STAFF = "private, no-store"
# A drawing that somebody opens by itself is a document: it runs and loads nothing.
ALONE = "default-src 'none'; style-src 'unsafe-inline'; sandbox"


@require_safe
def serve_media(request: HttpRequest, path: str) -> FileResponse:
    """A picture; documents go through Wagtail's own view, which knows private collections.

    :raises Http404: another folder, or no such file in this tenant.
    """
    # A way back up ("images/../documents/…") would end in another folder than it begins with.
    parts = PurePosixPath(path).parts
    folder = parts[0] if ".." not in parts else ""
    if folder != SIZES and not (folder == ORIGINALS and _is_staff(request)):
        raise Http404("Files are served at their own address.")
    try:
        handle = default_storage.open(path)
    except (FileNotFoundError, IsADirectoryError, ValueError):
        raise Http404("No such picture.") from None
    headers = {
        "Cache-Control": FOR_A_YEAR if folder == SIZES else FOR_STAFF,
        "Content-Security-Policy": ALONE,
        # Others show our news with its picture (the API gives its address).
        "Cross-Origin-Resource-Policy": "cross-origin" if folder == SIZES else "same-origin",
    }
    return FileResponse(handle, headers=headers)


def _is_staff(request: HttpRequest) -> bool:
    return request.user.has_perm("wagtailadmin.access_admin")

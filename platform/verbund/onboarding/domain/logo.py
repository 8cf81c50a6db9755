"""The association's logo: a file of its own library, named in its brand."""

from pathlib import Path

from django.core.files.base import ContentFile
from django.core.files.storage import default_storage

from verbund.common.drawings import clean_svg
from verbund.media.metadata import without_metadata
from verbund.media.pictures import check_picture
from verbund.tenancy.models import Tenant


def keep_logo(tenant: Tenant, path: Path | None) -> None:
    """Copies the recipe's file; its address stands in the tenant's brand. Runs inside it.

    :raises UnsafeDrawing: an SVG that can't be cleaned.
    :raises ValidationError: a picture that is none, or too large.
    """
    if path is None:
        return
    ending = path.suffix.lower()
    file = ContentFile(path.read_bytes(), name=f"logo{ending}")
    file = _drawing(file) if ending == ".svg" else _picture(file)
    name = default_storage.save(f"images/logo{ending}", file)
    tenant.brand = {**tenant.brand, "logo": default_storage.url(name)}
    tenant.save(update_fields=["brand"])


def _drawing(file: ContentFile) -> ContentFile:
    return ContentFile(clean_svg(file.read()))


def _picture(file: ContentFile) -> ContentFile:
    check_picture(file)
    return without_metadata(file) or file

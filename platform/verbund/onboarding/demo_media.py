"""Pictures and files of a content folder in a tenant's library, each once."""

from pathlib import Path
from typing import Any

from django.core.files import File
from wagtail.models import ReferenceIndex

from verbund.media.models import Document, Image

TAG = "demo"


def image_for(picture: Any) -> Image:
    """The library's picture for a content file's (.file, .alt, .credit); made when it is new."""
    path: Path = picture.file
    known = Image.objects.filter(title=path.stem, tags__name=TAG).first()
    if known is not None:
        return known
    with path.open("rb") as handle:
        image = Image(
            title=path.stem,
            description=picture.alt,
            credit=picture.credit,
            file=File(handle, name=path.name),
        )
        image.save()
    image.tags.add(TAG)
    return image


def document_for(document: Any) -> Document:
    """The library's file for a content file's (.file, .title); made when it is new."""
    path: Path = document.file
    known = Document.objects.filter(title=document.title, tags__name=TAG).first()
    if known is not None:
        return known
    with path.open("rb") as handle:
        row = Document(title=document.title, file=File(handle, name=path.name))
        row.file_size = path.stat().st_size
        row.save()
    row.tags.add(TAG)
    return row


def remove_demo_media() -> None:
    """Takes away what the two functions above made, but for what a page still shows."""
    for model in (Image, Document):
        for row in model.objects.filter(tags__name=TAG):
            if not ReferenceIndex.get_references_to(row).exists():
                row.delete()

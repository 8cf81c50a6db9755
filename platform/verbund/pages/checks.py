"""Content checks: what an editor should mend, said in words she knows."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from django.conf import settings
from django.db.models import ForeignKey, Model
from django.utils.translation import gettext as _
from wagtail.fields import StreamField
from wagtail.images.blocks import ImageChooserBlock

if TYPE_CHECKING:
    from django_stubs_ext import StrOrPromise


@dataclass(frozen=True)
class ContentProblem:
    """Something a reader would stumble over; ``field`` is where to mend it."""

    field: str
    message: "StrOrPromise"


def picture_problems(page: Model) -> list[ContentProblem]:
    """Each picture of the page, in a field or in a block, that nobody has described."""
    problems, seen = [], set()
    for field, image in _pictures(page):
        if image is not None and image.pk not in seen and not image.description.strip():
            seen.add(image.pk)
            message = _("The picture “%(title)s” has no description.") % {"title": image.title}
            problems.append(ContentProblem(field, message))
    return problems


def _pictures(page: Model) -> Iterator[tuple[str, Any]]:
    for field in page._meta.get_fields():
        if isinstance(field, ForeignKey) and _is_picture(field):
            yield field.name, getattr(page, field.name)
        elif isinstance(field, StreamField):
            for picture in _pictures_in(field.stream_block, getattr(page, field.name)):
                yield field.name, picture


def _is_picture(field: ForeignKey) -> bool:
    label = field.related_model._meta.label
    return label == settings.WAGTAILIMAGES_IMAGE_MODEL


def _pictures_in(block: Any, value: Any) -> Iterator[Any]:
    """All pictures in a block's value, however deep they lie."""
    if isinstance(block, ImageChooserBlock):
        yield value
    elif hasattr(value, "bound_blocks"):
        bound = value.bound_blocks
        for child in bound.values() if hasattr(bound, "values") else bound:
            yield from _pictures_in(child.block, child.value)
    elif hasattr(value, "raw_data") and value is not None:
        for child in value:
            yield from _pictures_in(child.block, child.value)

"""Pictures in all the sizes that pages show, made ahead of the first reader."""

from collections.abc import Sequence

from django.db.models import Prefetch, prefetch_related_objects

from verbund.media.models import Image, Rendition
from verbund.theming.pictures import all_specs, filter_specs

SHARING_SPEC = "fill-1200x630|format-jpeg"
"""What messengers show beside a link; not all of them read WebP."""


def make_renditions(image: int) -> None:
    """Makes those that are missing; a picture that is gone by now needs none."""
    found = Image.objects.filter(pk=image).first()
    if found is not None:
        found.get_renditions(*all_specs(), SHARING_SPEC)


def prefetch_renditions(images: Sequence[Image], *sizes: str) -> None:
    """One query for the renditions of all these pictures in some sizes of the theme."""
    missing = [image for image in images if not hasattr(image, "prefetched_renditions")]
    wanted = Rendition.objects.filter(filter_spec__in=filter_specs(*sizes))
    prefetch_related_objects(
        missing, Prefetch("renditions", queryset=wanted, to_attr="prefetched_renditions")
    )

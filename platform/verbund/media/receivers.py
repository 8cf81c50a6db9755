"""A new or changed picture gets its sizes in the background."""

from typing import Any

from django.db.models import Model
from django.db.models.signals import post_save

from verbund.media.models import Image
from verbund.plugin.contributions import Receiver
from verbund.plugin.jobs import enqueue


def _have_renditions_made(instance: Image, raw: bool = False, **kwargs: Any) -> None:
    if not raw:
        enqueue("media.renditions", image=instance.pk)


def _image() -> type[Model]:
    return Image


receivers = (Receiver("renditions", post_save, _have_renditions_made, sender=_image),)

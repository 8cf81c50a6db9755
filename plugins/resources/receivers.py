"""What follows by itself: a room gets its piece, and the search hears of pieces that change."""

from typing import Any

from django.db.models import Model
from django.db.models.signals import post_save

from plugins.resources.models import Room, Unit
from verbund.plugin import Receiver


def give_unit(instance: Room, raw: bool = False, **kwargs: Any) -> None:
    """Bookings hold pieces, and a room has exactly one."""
    if not raw and not Unit.objects.filter(room=instance).exists():
        Unit.objects.create(
            room=instance, inventory_number=f"R-{instance.pk:04d}", point=instance.point
        )


def tell_search(instance: Unit, raw: bool = False, **kwargs: Any) -> None:
    """Saving the thing writes its search row anew, free days and all."""
    thing = instance.article or instance.room
    if not raw and thing is not None and thing.shown:
        thing.save(update_fields=["shown"])


def _room() -> type[Model]:
    return Room


def _unit() -> type[Model]:
    return Unit


receivers = (
    Receiver("room_saved", post_save, give_unit, sender=_room),
    Receiver("unit_saved", post_save, tell_search, sender=_unit),
)

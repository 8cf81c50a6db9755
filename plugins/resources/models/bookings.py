"""What keeps a piece for somebody: the booking, ruled by one exclusion constraint; the queue."""

from typing import Any, ClassVar

from django.contrib.postgres.constraints import ExclusionConstraint
from django.contrib.postgres.fields import DateTimeRangeField, RangeOperators
from django.db import models
from django.utils.translation import gettext_lazy as _

from plugins.resources.enums import ACTIVE, BookingState
from plugins.resources.models.requests import Line
from plugins.resources.models.units import Unit

NO_OVERLAP = "resources_booking_no_overlap"


class Booking(models.Model):
    """One unit for one line; the period holds the buffers, and no two active ones overlap."""

    line = models.ForeignKey(Line, models.CASCADE, related_name="bookings")
    unit = models.ForeignKey(Unit, models.PROTECT, related_name="bookings")
    period = DateTimeRangeField()
    state = models.CharField(
        _("state"), max_length=20, choices=BookingState, default=BookingState.HELD
    )

    class Meta:
        ordering: ClassVar[list[str]] = ["pk"]
        default_permissions = ()
        constraints: ClassVar[list[Any]] = [
            ExclusionConstraint(
                name=NO_OVERLAP,
                expressions=[
                    ("unit", RangeOperators.EQUAL),
                    ("period", RangeOperators.OVERLAPS),
                ],
                condition=models.Q(state__in=[state.value for state in ACTIVE]),
            ),
            models.CheckConstraint(
                condition=models.Q(period__isempty=False), name="resources_booking_has_time"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.unit_id}, {self.period}"


class Waiting(models.Model):
    """A line that waits for something to become free; the oldest one is asked first."""

    line = models.OneToOneField(Line, models.CASCADE, related_name="waiting")
    since = models.DateTimeField(auto_now_add=True)
    place = models.PositiveIntegerField(_("place in the queue"), default=1)
    offered_at = models.DateTimeField(null=True, blank=True)
    offered_until = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering: ClassVar[list[str]] = ["since", "pk"]
        default_permissions = ()

    def __str__(self) -> str:
        return f"{self.line_id}, {self.place}"

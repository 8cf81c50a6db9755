"""Words with a fixed meaning: who borrows, in which state a request, a line, a booking is."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class BorrowerClass(models.TextChoices):
    """Who borrows; rules differ by it."""

    MEMBER = "member", _("member organisation")
    APPLICANT = "applicant", _("organisation that wants to join")
    PARTNER = "partner", _("partner (school, city, welfare)")
    PUBLIC = "public", _("other association or group")


class Publicity(models.TextChoices):
    """How public the occasion is."""

    PUBLIC = "public", _("open to everybody")
    MEMBERS = "members", _("for our members")
    PRIVATE = "private", _("closed group")


class Approval(models.TextChoices):
    """Who says yes to a request."""

    AUTOMATIC = "automatic", _("at once, without staff")
    STAFF = "staff", _("staff decide")


class UnitStatus(models.TextChoices):
    """Whether a piece can be lent."""

    USABLE = "usable", _("usable")
    DAMAGED = "damaged", _("damaged")
    RETIRED = "retired", _("retired")


class Condition(models.TextChoices):
    """In what condition a piece is."""

    NEW = "new", _("as new")
    GOOD = "good", _("good")
    WORN = "worn", _("used, works")
    BROKEN = "broken", _("broken")


class RequestStatus(models.TextChoices):
    """Where a request stands as a whole; its lines say more."""

    UNCONFIRMED = "unconfirmed", _("e-mail not confirmed yet")
    REQUESTED = "requested", _("waits for a decision")
    OFFERED = "offered", _("counter-offer made")
    CONFIRMED = "confirmed", _("confirmed")
    OUT = "out", _("handed out")
    DONE = "done", _("brought back")
    REFUSED = "refused", _("refused")
    CANCELLED = "cancelled", _("cancelled")
    EXPIRED = "expired", _("expired")


OPEN_REQUESTS = (RequestStatus.UNCONFIRMED, RequestStatus.REQUESTED, RequestStatus.OFFERED)
RUNNING_REQUESTS = (*OPEN_REQUESTS, RequestStatus.CONFIRMED, RequestStatus.OUT)


class LineStatus(models.TextChoices):
    """Where one line of a request stands."""

    HELD = "held", _("held for you")
    CONFIRMED = "confirmed", _("confirmed")
    OFFERED = "offered", _("other times offered")
    WAITING = "waiting", _("on the waiting list")
    OUT = "out", _("handed out")
    DONE = "done", _("brought back")
    REFUSED = "refused", _("refused")
    CANCELLED = "cancelled", _("cancelled")
    EXPIRED = "expired", _("expired")


class BookingState(models.TextChoices):
    """What a booking does with its unit; the first three keep it from everybody else."""

    HELD = "held", _("held")
    CONFIRMED = "confirmed", _("confirmed")
    OUT = "out", _("out")
    BACK = "back", _("back")
    RELEASED = "released", _("released")


ACTIVE = (BookingState.HELD, BookingState.CONFIRMED, BookingState.OUT)


class Direction(models.TextChoices):
    """Which way pieces go in a hand-over."""

    OUT = "out", _("handed out")
    BACK = "back", _("taken back")


class Weekday(models.IntegerChoices):
    """As Python counts them."""

    MONDAY = 0, _("Monday")
    TUESDAY = 1, _("Tuesday")
    WEDNESDAY = 2, _("Wednesday")
    THURSDAY = 3, _("Thursday")
    FRIDAY = 4, _("Friday")
    SATURDAY = 5, _("Saturday")
    SUNDAY = 6, _("Sunday")


class Layout(models.TextChoices):
    """How chairs and tables stand in a room."""

    ROWS = "rows", _("rows")
    TABLES = "tables", _("tables")
    CIRCLE = "circle", _("circle of chairs")
    STANDING = "standing", _("standing")


class StepKind(models.TextChoices):
    """What happened to a request."""

    REQUESTED = "requested", _("requested")
    MAIL_CONFIRMED = "mail_confirmed", _("e-mail confirmed")
    CONFIRMED = "confirmed", _("confirmed")
    REFUSED = "refused", _("refused")
    OFFERED = "offered", _("counter-offer")
    CHANGED = "changed", _("changed")
    CANCELLED = "cancelled", _("cancelled")
    EXPIRED = "expired", _("expired")
    WAITING = "waiting", _("waiting list")
    OUT = "out", _("handed out")
    BACK = "back", _("taken back")
    REMINDED = "reminded", _("reminded")
    DAMAGE = "damage", _("damage")
    NOTE = "note", _("note")


# Addresses below the main page that no article may have.
RESERVED = frozenset({"korb", "anfrage", "raum", "set", "kalender", "kategorie", "meine"})

"""What is broken is blocked; another piece takes its place, or those affected are told."""

import pytest
from django.core import mail

from plugins.resources.domain.booking import confirm, hold
from plugins.resources.domain.damages import repair, report
from plugins.resources.domain.stories import CLOCK
from plugins.resources.enums import UnitStatus
from plugins.resources.models import Booking
from plugins.resources.tests import factories
from verbund.tenancy.context import tenant_context

pytestmark = pytest.mark.usefixtures("in_dortmund")


def lent(thing):
    request = factories.request()
    factories.line(request, thing)
    hold(request)
    confirm(request)
    mail.outbox.clear()
    return Booking.objects.get(line__request=request)


def test_another_piece_takes_its_place_without_a_word():
    beamer = factories.article(units=2)
    booking = lent(beamer)
    broken = booking.unit

    report(broken, "Lampe", by=CLOCK)

    booking.refresh_from_db()
    broken.refresh_from_db()
    assert booking.unit != broken
    assert broken.status == UnitStatus.DAMAGED
    assert mail.outbox == []


def test_who_would_get_nothing_is_told_with_alternatives():
    booking = lent(factories.article())
    factories.article("Großer Beamer")

    report(booking.unit, "Lampe", by=CLOCK)
    report(booking.unit, "Noch einmal", by=CLOCK)

    [told] = mail.outbox
    assert "Großer Beamer" in told.body
    booking.refresh_from_db()
    assert booking.state == "confirmed"


def test_the_last_repair_gives_it_free():
    unit = factories.article().units.get()
    first, second = (report(unit, text, by=CLOCK) for text in ("Lampe", "Kabel"))

    repair(first, by=CLOCK)
    unit.refresh_from_db()
    assert unit.status == UnitStatus.DAMAGED
    repair(second, by=CLOCK)
    repair(second, by=CLOCK)
    unit.refresh_from_db()
    assert unit.status == UnitStatus.USABLE


def test_the_other_city_hears_nothing(duesseldorf):
    with tenant_context(duesseldorf):
        lent(factories.article())
    booking = lent(factories.article())

    report(booking.unit, "Lampe", by=CLOCK)

    assert len(mail.outbox) == 1

"""Models and migrations agree, and the database itself refuses what must not be."""

import pytest
from django.core.exceptions import ValidationError
from django.core.management import call_command
from django.db import IntegrityError, connection, transaction
from django.db.backends.postgresql.psycopg_any import DateTimeTZRange

from plugins.resources.enums import BookingState, BorrowerClass
from plugins.resources.models import Booking, Rule, Unit
from plugins.resources.models.bookings import NO_OVERLAP
from plugins.resources.tests import factories as make
from verbund.tenancy.context import tenant_context


def test_nothing_is_left_to_migrate(dortmund):
    call_command("makemigrations", "resources", check=True, dry_run=True, verbosity=0)


def book(line, unit, first, last, state=BookingState.HELD):
    period = DateTimeTZRange(make.day(first), make.day(last))
    return Booking.objects.create(line=line, unit=unit, period=period, state=state)


def test_two_active_bookings_of_a_unit_never_overlap(in_dortmund):
    article = make.article()
    line, unit = make.line(make.request(), article), article.units.get()
    book(line, unit, 1, 4)

    with pytest.raises(IntegrityError, match=NO_OVERLAP), transaction.atomic():
        book(line, unit, 3, 5, BookingState.OUT)


def test_one_may_end_when_the_next_begins(in_dortmund):
    article = make.article()
    line, unit = make.line(make.request(), article), article.units.get()
    book(line, unit, 1, 4)
    book(line, unit, 4, 5)

    assert Booking.objects.count() == 2


@pytest.mark.parametrize("state", [BookingState.BACK, BookingState.RELEASED])
def test_what_is_back_or_released_stands_in_nobodys_way(in_dortmund, state):
    article = make.article()
    line, unit = make.line(make.request(), article), article.units.get()
    book(line, unit, 1, 4, state)
    book(line, unit, 1, 4)

    assert Booking.objects.count() == 2


def test_a_booking_needs_time(in_dortmund):
    article = make.article()
    line = make.line(make.request(), article)

    with pytest.raises(IntegrityError, match="has_time"), transaction.atomic():
        book(line, article.units.get(), 3, 3)


def test_a_room_s_unit_is_ruled_by_the_same_constraint(in_dortmund):
    room = make.room()
    line = make.line(make.request(), room)
    book(line, room.unit, 1, 4)

    with pytest.raises(IntegrityError, match=NO_OVERLAP), transaction.atomic():
        book(line, room.unit, 2, 3)


def test_a_unit_is_of_an_article_or_of_a_room(in_dortmund):
    with pytest.raises(IntegrityError, match="unit_of_one"), transaction.atomic():
        Unit.objects.create(inventory_number="x")


def test_there_is_one_rule_for_each_target_and_borrower(in_dortmund):
    Rule.objects.create(borrower=BorrowerClass.MEMBER, lead_days=1)

    with pytest.raises(IntegrityError, match="rule_once"), transaction.atomic():
        Rule.objects.create(borrower=BorrowerClass.MEMBER, lead_days=2)


def test_a_rule_has_one_target(in_dortmund):
    rule = Rule(article=make.article(), category=make.category())

    with pytest.raises(ValidationError, match="Wählen Sie"):
        rule.clean()


def test_each_city_s_clone_has_the_constraint_under_its_name(dortmund, duesseldorf):
    """Without it a later migration that names it would fail in every clone."""
    for tenant in (dortmund, duesseldorf):
        with tenant_context(tenant), connection.cursor() as cursor:
            cursor.execute(
                "SELECT conname FROM pg_constraint WHERE contype = 'x' AND conrelid = %s::regclass",
                [f"{tenant.schema_name}.resources_booking"],
            )
            assert cursor.fetchall() == [(NO_OVERLAP,)]


def test_the_same_unit_number_in_two_cities_is_two_pieces(dortmund, duesseldorf):
    for tenant in (dortmund, duesseldorf):
        with tenant_context(tenant):
            article = make.article()
            book(make.line(make.request(), article), article.units.get(), 1, 4)

    with tenant_context(duesseldorf):
        assert Booking.objects.count() == 1

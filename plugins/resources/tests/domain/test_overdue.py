"""Reminders: on the first, third and seventh day, each once."""

import datetime as dt

import pytest
from django.core import mail
from django.utils import timezone

from plugins.resources.domain.booking import confirm, hold
from plugins.resources.domain.overdue import remind
from plugins.resources.enums import BookingState
from plugins.resources.models import Booking, Line
from plugins.resources.tests import factories
from verbund.tenancy.context import tenant_context

pytestmark = pytest.mark.usefixtures("in_dortmund")


@pytest.fixture
def out():
    request = factories.request()
    line = factories.line(request, factories.article())
    hold(request)
    confirm(request)
    Booking.objects.update(state=BookingState.OUT)
    mail.outbox.clear()
    return line


def due(line, **ago):
    ends = timezone.now() - dt.timedelta(**ago)
    Line.objects.filter(pk=line.pk).update(starts=ends - dt.timedelta(days=2), ends=ends)


@pytest.mark.parametrize(("days", "mails"), [(0, 0), (1, 1), (2, 1), (3, 1), (40, 1)])
def test_what_is_late_is_reminded_of_once_a_step(out, days, mails):
    due(out, days=days, hours=1)

    assert [remind(), remind()] == [mails, 0]

    assert len(mail.outbox) == mails


def test_each_step_has_its_mail(out):
    for days in (1, 3, 7, 9):
        due(out, days=days, hours=1)
        remind()

    assert len(mail.outbox) == 3


def test_the_other_city_is_left_alone(out, duesseldorf):
    due(out, days=2)

    with tenant_context(duesseldorf):
        assert remind() == 0
    assert remind() == 1

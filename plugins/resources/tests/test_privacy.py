"""One address: all requests of it here; erased what may go; evidence and running loans stay."""

import datetime as dt
from decimal import Decimal

import pytest
from django.utils import timezone

from plugins.resources.enums import RequestStatus
from plugins.resources.models import Request
from plugins.resources.privacy import erase, export, retentions
from plugins.resources.tests import factories
from verbund.tenancy.context import tenant_context

pytestmark = pytest.mark.usefixtures("in_dortmund")
EMAIL = "maya@verein.example"
VAIN, LENT = retentions


def made(status, **values):
    return factories.request(status=status, **values)


def aged(request, days):
    created = timezone.now() - dt.timedelta(days=days)
    Request.objects.filter(pk=request.pk).update(created=created)


def test_all_of_an_address_is_handed_out(duesseldorf):
    factories.line(made(RequestStatus.DONE, occasion="Sommerfest"), factories.article())
    made(RequestStatus.DONE, email="andere@verein.example")
    with tenant_context(duesseldorf):
        made(RequestStatus.DONE, occasion="Düsseldorfer Fest")

    [record] = export(EMAIL)

    assert "Sommerfest" in str(record.data)
    assert "Beamer" in str(record.data)


def test_what_binds_nobody_goes_and_the_rest_says_why_it_stays(duesseldorf):
    refused, free = made(RequestStatus.REFUSED), made(RequestStatus.DONE)
    paid, runs = made(RequestStatus.DONE, total=Decimal(10)), made(RequestStatus.CONFIRMED)
    with tenant_context(duesseldorf):
        there = made(RequestStatus.REFUSED)

    looked = erase(EMAIL, dry_run=True)
    assert Request.objects.filter(email=EMAIL).count() == 4
    done = erase(EMAIL, dry_run=False)

    assert (len(looked.gone), len(looked.kept)) == (len(done.gone), len(done.kept)) == (2, 2)
    left = set(Request.objects.filter(email=EMAIL))
    assert left == {paid, runs}
    for request in (refused, free):
        request.refresh_from_db()
        assert (request.name, request.email, request.occasion) == ("–", "", "–")
    with tenant_context(duesseldorf):
        there.refresh_from_db()
        assert there.email == EMAIL


@pytest.mark.parametrize(
    ("status", "days", "rule", "count"),
    [
        (RequestStatus.REFUSED, 366, VAIN, 1),
        (RequestStatus.REFUSED, 300, VAIN, 0),
        (RequestStatus.DONE, 366, VAIN, 0),
        (RequestStatus.DONE, 366, LENT, 0),
        (RequestStatus.DONE, 3300, LENT, 1),
    ],
    ids=["vain-old", "vain-young", "done-not-vain", "done-young", "done-old"],
)
def test_by_night_goes_what_is_old_enough(status, days, rule, count):
    aged(made(status), days)

    assert rule.count() == count
    assert rule.drop() == count
    assert rule.count() == 0

"""What the search knows of things and rooms: what is shown, where, and on which days it is free."""

import datetime as dt

from plugins.resources.domain.booking import cancel, hold
from plugins.resources.domain.times import today
from plugins.resources.tests import factories as make
from verbund.search.models import SearchRow
from verbund.tenancy.context import tenant_context


def rows(**values):
    return SearchRow.objects.filter(kind__in=("item", "room"), **values)


def test_a_thing_is_found_with_its_free_days_and_a_booking_takes_them(in_dortmund):
    article = make.article("Kanzel", units=1)
    article.save()
    first = today() + dt.timedelta(days=10)
    assert len(rows().get().free_days) == 120

    request = make.request()
    make.line(request, article)
    hold(request)

    taken = {first, first + dt.timedelta(days=1)}
    assert not taken & set(rows().get().free_days)
    assert len(rows().get().free_days) == 118

    cancel(request)
    assert len(rows().get().free_days) == 120


def test_only_what_is_released_is_in_the_network(in_dortmund):
    make.article("Kanzel", in_network=True)
    make.room("Saal", in_network=False)

    assert {row.title: row.visibility for row in rows()} == {"Kanzel": "network", "Saal": "own"}


def test_what_is_not_shown_has_no_row(in_dortmund):
    article = make.article("Kanzel")
    article.shown = False
    article.save()

    assert not rows().exists()


def test_each_citys_rows_are_its_own(dortmund, duesseldorf):
    for tenant in (dortmund, duesseldorf):
        with tenant_context(tenant):
            make.article("Kanzel")
    with tenant_context(duesseldorf):
        request = make.request()
        article = request._meta.apps.get_model("resources", "Article").objects.get()
        make.line(request, article)
        hold(request)

    assert (
        len(rows(tenant=dortmund).get().free_days)
        == len(rows(tenant=duesseldorf).get().free_days) + 2
    )

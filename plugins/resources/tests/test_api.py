"""The read API: what is lent, and how much of it is free."""

import datetime as dt

import pytest

from plugins.resources.domain.booking import hold
from plugins.resources.domain.times import today
from plugins.resources.tests import factories as make
from tests.queries import counted_queries
from verbund.tenancy.context import tenant_context

PATH = "/api/v1/resources"
DAYS = {
    "first": (today() + dt.timedelta(days=10)).isoformat(),
    "last": (today() + dt.timedelta(days=11)).isoformat(),
}


@pytest.fixture
def ask(dortmund, client_for):
    client = client_for(dortmund)
    return lambda **query: client.get(PATH, query)


def test_what_is_free_between_two_days(ask, dortmund):
    with tenant_context(dortmund):
        chair = make.article("Stuhl", units=5)
        make.article("Geheim", shown=False)
        request = make.request()
        make.line(request, chair, 3)
        hold(request)

    (item,) = ask(**DAYS).json()["items"]

    assert (item["name"], item["kind"], item["total"], item["free"]) == ("Stuhl", "article", 5, 2)
    assert item["url"] == "http://dortmund.test/ressourcen/stuhl/"
    assert ask().json()["items"][0]["free"] is None


@pytest.mark.parametrize(
    ("query", "field", "code"),
    [
        ({"first": DAYS["first"]}, "last", "missing"),
        ({"first": DAYS["last"], "last": DAYS["first"]}, "last", "backwards"),
        ({"first": "2020-01-01", "last": "2020-01-02"}, "first", "past"),
    ],
    ids=["one day", "backwards", "past"],
)
def test_days_that_cannot_be_are_named(ask, dortmund, query, field, code):
    with tenant_context(dortmund):
        make.article()

    response = ask(**query)

    assert response.status_code == 422
    assert [(one["field"], one["code"]) for one in response.json()["errors"]] == [(field, code)]


def test_the_other_citys_list_has_none_of_it(dortmund, duesseldorf, client_for):
    with tenant_context(dortmund):
        make.article("Kanzel")

    assert client_for(duesseldorf).get(PATH).json()["count"] == 0


@pytest.mark.parametrize("number", [1, 100])
def test_one_and_a_hundred_take_the_same_queries(ask, dortmund, number):
    with tenant_context(dortmund):
        for place in range(number):
            make.article(f"Ding {place}")
    ask(**DAYS, page_size=100)

    with counted_queries() as queries:
        ask(**DAYS, page_size=100)

    assert len(queries) == 9, queries

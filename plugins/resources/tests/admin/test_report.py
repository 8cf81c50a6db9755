"""The report: on the screen, as CSV that no spreadsheet takes for formulas, as accessible PDF."""

import pytest

from plugins.resources.enums import LineStatus
from plugins.resources.tests import factories

pytestmark = pytest.mark.usefixtures("db")
PATH = "/admin/resources/bericht"


@pytest.fixture
def lent(in_dortmund):
    factories.line(
        factories.request(),
        factories.article("=Beamer", slug="beamer"),
        starts=factories.day(0),
        ends=factories.day(2),
        status=LineStatus.DONE,
    )


def period():
    return {"von": f"{factories.day(-1).date()}", "bis": f"{factories.day(1).date()}"}


def test_on_the_screen_a_chart_stands_beside_its_table(login, lent):
    page = login().get(f"{PATH}/", period()).content.decode()

    assert "<svg" in page
    assert '<th scope="row">=Beamer</th>' in page


def test_a_period_backwards_is_told(login, lent):
    page = login().get(f"{PATH}/", {"von": "2026-03-01", "bis": "2026-02-01"}).content.decode()

    assert "nach dem Anfang" in page


def test_as_csv(login, lent):
    answer = login().get(f"{PATH}.csv", period())

    assert answer.content.decode("utf-8-sig").splitlines()[1] == "'=Beamer;1;1;2;67"


def test_as_pdf(login, lent):
    answer = login().get(f"{PATH}.pdf", period())

    assert b"pdfuaid:part" in answer.content


def test_the_other_city_reports_its_own(login, lent, duesseldorf):
    assert "=Beamer" not in login(tenant=duesseldorf).get(f"{PATH}/", period()).content.decode()

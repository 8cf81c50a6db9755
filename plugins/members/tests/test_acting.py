"""What other plugins may ask: who acts for which organisation, and who looks for partners."""

import pytest

from plugins.members.domain.people import link_accounts
from plugins.members.enums import Status
from plugins.members.tests.factories import entry
from tests.member_area.helpers import member_in
from verbund.plugin import (
    find_organisations,
    open_to_partners,
    organisation_of,
    organisations_of,
)
from verbund.tenancy.context import tenant_context

pytestmark = pytest.mark.usefixtures("db")
OURS = [{"email": "erika@verein.example", "name": "Erika"}]


def test_by_account_and_by_address(in_dortmund):
    made = entry("Unserer", responsibles=OURS, topics=["bildung"], languages=["ta", "tr"])
    entry("Andere", responsibles=[{"email": "fremd@verein.example"}])
    account = member_in(in_dortmund)

    [before] = organisations_of(account)
    link_accounts()
    [found] = organisations_of(account)

    assert before == found
    assert (found.key, found.name, found.status) == (str(made.uuid), "Unserer", "member")
    assert (found.topics, found.languages) == (("bildung",), ("ta", "tr"))
    assert found.contact_email == "erika@verein.example"


def test_who_has_left_acts_no_more(in_dortmund):
    entry("Ausgetreten", responsibles=OURS, status=Status.FORMER)

    assert organisations_of(member_in(in_dortmund)) == []


def test_staff_find_hidden_ones_too(in_dortmund):
    made = entry("Tamilischer Kulturkreis", short_name="TKK", shown=False)

    assert [one.name for one in find_organisations("tkk")] == ["Tamilischer Kulturkreis"]
    assert organisation_of(str(made.uuid)) is not None
    assert organisation_of("keine uuid") is None


def test_partners_are_those_that_agreed(in_dortmund):
    entry("Offen", open_to_partners=True)
    entry("Zu")
    entry("Beantragt", open_to_partners=True, status=Status.APPLICANT)

    assert [one.name for one in open_to_partners()] == ["Offen"]


def test_each_city_has_its_own(dortmund, duesseldorf):
    with tenant_context(dortmund):
        made = entry("Nur in Dortmund", responsibles=OURS, open_to_partners=True)

    with tenant_context(duesseldorf):
        assert organisations_of(member_in(duesseldorf)) == []
        assert organisation_of(str(made.uuid)) is None
        assert (find_organisations(""), open_to_partners()) == ([], [])

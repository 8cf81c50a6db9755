"""Duplicates are proposed, merged, told apart; one entry becomes two."""

import pytest

from plugins.members.domain.duplicates import Pair, pairs, tell_apart
from plugins.members.domain.joining import BOTH, FIRST, SECOND, choices_for, merge, split
from plugins.members.domain.recording import change_entry
from plugins.members.domain.state import state_of
from plugins.members.enums import ChangeWay, ContactKind
from plugins.members.imports import Likeness
from plugins.members.models import ErrorReport, Organisation
from plugins.members.tests.factories import address, contact, entry
from plugins.members.tests.staff.forms import entry_form
from verbund.tenancy.context import tenant_context

pytestmark = pytest.mark.usefixtures("db")
LIST = "/admin/members/doppelte/"
PHONE = ContactKind.PHONE


def test_pairs_by_name_however_it_is_written(in_dortmund):
    first, second = entry("Tamilischer Kulturkreis e. V."), entry("Kulturkreis Tamilischer")
    entry("Brücke")

    assert pairs() == [Pair(first.pk, second.pk, Likeness.NAME)]


def test_pairs_by_telephone_and_address(in_dortmund):
    first = entry("Eins", contacts=[contact(PHONE, "0231/5566")], address=address())
    second = entry("Zwei", contacts=[contact(PHONE, "+49 231 5566")])
    third = entry("Drei", address=address())

    assert pairs() == [
        Pair(first.pk, second.pk, Likeness.PHONE),
        Pair(first.pk, third.pk, Likeness.ADDRESS),
    ]


def test_a_house_of_many_is_no_sign(in_dortmund):
    for name in ("A1", "B2", "C3", "D4", "E5"):
        entry(name, address=address())

    assert pairs() == []


def test_what_staff_tell_apart_is_not_proposed_again(in_dortmund):
    first, second = entry("Brücke"), entry("Bruecke e. V.")

    tell_apart(second, first, "Ada")

    assert pairs() == []


def test_each_city_has_its_own_pairs(in_dortmund, duesseldorf):
    entry("Brücke")
    with tenant_context(duesseldorf):
        entry("Brücke")
        assert pairs() == []


@pytest.fixture
def two(in_dortmund):
    kept = entry(
        "Brücke", founded=1990, topics=["kultur"], summary="Alt.",
        contacts=[contact(PHONE, "0231 1", "web")],
    )  # fmt: skip
    gone = entry(
        "Bruecke e. V.", founded=1980, topics=["bildung"], summary="Neu.", notes="Geheim",
        contacts=[contact(PHONE, "0231 1"), contact(ContactKind.EMAIL, "a@verein.test")],
    )  # fmt: skip
    return kept, gone


def proposed(kept, gone):
    return {row["field"]: row["proposed"] for row in choices_for(kept, gone)}


def test_lists_are_joined_and_the_first_is_proposed_for_the_rest(two):
    found = proposed(*two)

    assert (found["founded"], found["terms.topic"], found["contacts"]) == (FIRST, BOTH, BOTH)


def test_one_entry_has_what_was_chosen_of_both(two):
    kept, gone = two

    merge(kept, gone, {**proposed(kept, gone), "founded": SECOND}, "Ada")

    state = state_of(kept)
    assert list(Organisation.objects.all()) == [kept]
    assert (state["name"], state["founded"]) == ("Brücke", 1980)
    assert state["terms"]["topic"] == ["bildung", "kultur"]
    assert [row["value"] for row in state["contacts"]] == ["0231 1", "a@verein.test"]
    assert state["contacts"][0]["on_web"] is True


def test_what_is_not_taken_over_is_in_the_notes(two):
    kept, gone = two

    merge(kept, gone, proposed(kept, gone), "Ada")

    notes = Organisation.objects.get().notes
    assert [text in notes for text in ("Geheim", "1980", "Neu.", "Bruecke e. V.")] == [True] * 4


def test_history_reports_and_keys_go_along(two):
    kept, gone = two
    ErrorReport.objects.create(organisation=gone, text="falsch")
    change_entry(gone, {"notes": "vorher"}, ChangeWay.ADMIN, "Früher")

    merge(kept, gone, {}, "Ada")

    assert kept.reports.get().text == "falsch"
    assert "Früher" in kept.changes.values_list("by", flat=True)
    assert kept.changes.first().way == ChangeWay.MERGE


def test_the_old_address_leads_to_the_entry_that_stays(two, in_dortmund, client_for):
    kept, gone = two

    merge(kept, gone, proposed(kept, gone), "Ada")

    response = client_for(in_dortmund).get("/mitglieder/bruecke-2/")
    assert (gone.slug, response.status_code) == ("bruecke-2", 301)
    assert response["Location"] == "/mitglieder/bruecke/"


def test_an_address_that_leads_on_is_given_to_nobody_new(two):
    kept, gone = two
    merge(kept, gone, {}, "Ada")

    assert entry("Brücke").slug == "bruecke-3"


def test_a_part_becomes_an_entry_of_its_own(in_dortmund):
    old = entry(
        "Haus", topics=["kultur"],
        contacts=[contact(PHONE, "0231 1", "web"), contact(PHONE, "0231 2")],
    )  # fmt: skip

    made = split(old, "Anbau", {"contacts": [1]}, "Ada")

    assert [one.value for one in made.contacts.all()] == ["0231 2"]
    assert [one.value for one in old.contacts.all()] == ["0231 1"]
    assert (made.shown, [term.slug for term in made.terms.all()]) == (False, ["kultur"])
    assert {one.changes.first().way for one in (old, made)} == {ChangeWay.SPLIT}


def test_staff_merge_in_the_admin(keeper, two, in_dortmund):
    kept, gone = two
    listed = keeper.get(LIST).content.decode()
    form = keeper.get(f"{LIST}{kept.pk}/{gone.pk}/").content.decode()

    response = keeper.post(f"{LIST}{kept.pk}/{gone.pk}/", {"field-founded": "second"})

    assert "gleicher Name" in listed
    assert 'name="field-founded" value="second"' in form
    assert response.status_code == 302
    with tenant_context(in_dortmund):
        assert Organisation.objects.get().founded == 1980


def test_staff_tell_apart_in_the_admin(keeper, two):
    kept, gone = two

    keeper.post(f"{LIST}{kept.pk}/{gone.pk}/zwei/")

    assert "Keine zwei Einträge gleichen sich." in keeper.get(LIST).content.decode()


def test_staff_split_in_the_admin(keeper, two, in_dortmund):
    gone = two[1]

    keeper.post(f"/admin/members/teilen/{gone.pk}/", {"name": "Anbau", "contacts": ["1"]})

    with tenant_context(in_dortmund):
        made = Organisation.objects.get(name="Anbau")
        assert [one.value for one in made.contacts.all()] == ["a@verein.test"]


def test_a_new_address_keeps_the_old_one_as_a_way(keeper, client_for, in_dortmund):
    made = entry("Brücke")
    form = entry_form("Brücke", slug="neu", shown="on", confirmed_on=str(made.confirmed_on))

    keeper.post(f"/admin/snippets/members/organisation/edit/{made.pk}/", form)

    response = client_for(in_dortmund).get("/mitglieder/bruecke/")
    assert (response.status_code, response["Location"]) == (301, "/mitglieder/neu/")

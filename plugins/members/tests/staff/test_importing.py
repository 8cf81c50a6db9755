"""An older list becomes entries: tried, carried out, repeated, taken back."""

import pytest

from plugins.members.domain.importing import carrying_out, steps
from plugins.members.domain.importing.steps import WrongStep
from plugins.members.domain.importing.summary import summary_of
from plugins.members.domain.recording import change_entry
from plugins.members.enums import ChangeWay, ContactKind
from plugins.members.imports import Choice, Import, Likeness, Outcome, Stage
from plugins.members.models import Change, Organisation
from plugins.members.tests.factories import address, contact, entry
from plugins.members.tests.staff.sheets import csv_file
from verbund.tenancy.context import tenant_context

pytestmark = pytest.mark.usefixtures("in_dortmund")
HEAD = "Nr;Verein;Ansprechpartner;Tel.;Straße/PLZ/Ort;Sprachen"
ROWS = (
    HEAD,
    "1;Tamilischer Kulturkreis e. V.;Ada Selvan;0231 5566;Münsterstr. 9, 44145 Dortmund;Tamil",
    "2;Polnische Bühne;Jan Nowak;;;Polnisch, Deutsch",
)


def tried(*lines, options=None, mapping=None):
    made = steps.begin("liste.csv", csv_file(*lines), None, "Ada")
    return steps.check(made, mapping or made.mapping, options or {})


def carried_out(*lines, **kwargs):
    import_ = tried(*lines, **kwargs)
    import_.stage = Stage.RUNNING
    carrying_out.finish(import_)
    return import_


def outcomes(import_):
    return list(import_.rows.values_list("outcome", flat=True))


def test_a_trial_writes_nothing():
    import_ = tried(*ROWS)

    found = summary_of(import_)
    assert (found.rows, found.new, found.merged, found.errors) == (2, 2, 0, 0)
    assert not Organisation.objects.exists()


def test_rows_become_entries_that_nobody_outside_sees():
    carried_out(*ROWS)

    made = Organisation.objects.get(import_key="1")
    assert (made.name, made.status, made.shown) == (
        "Tamilischer Kulturkreis e. V.",
        "member",
        False,
    )
    assert made.legal_form == "ev"
    assert str(made.addresses.get()) == "Münsterstr. 9, 44145 Dortmund"
    assert [term.slug for term in made.terms.all()] == ["ta"]
    assert made.changes.get().way == ChangeWay.IMPORT


def test_contacts_of_a_list_have_no_consent():
    carried_out(*ROWS)

    made = Organisation.objects.get(import_key="1")
    assert sorted(one.kind for one in made.contacts.all()) == ["person", "phone"]
    assert {one.places for one in made.contacts.all()} == {frozenset()}
    assert made.addresses.get().places == frozenset()


def test_a_column_may_say_since_when_and_for_what_there_is_consent():
    head = "Verein;Tel;Einwilligung am;Einwilligung von;Einwilligung für"
    carried_out(
        head, "A;0231 5566;3.5.2024;Vorstand;Website", "B;0231 5567;ja;;", "C;0231 5568;;;alles"
    )

    places = {one.organisation.name: one for one in _contacts()}
    assert places["A"].places == {"web"}
    assert (places["A"].consent_by, str(places["A"].consent_on)) == ("Vorstand", "2024-05-03")
    assert (places["B"].places, places["C"].places) == (frozenset(), frozenset())


def _contacts():
    for organisation in Organisation.objects.all():
        yield from organisation.contacts.all()


def test_what_does_not_fit_is_named_and_kept_inside():
    import_ = carried_out("Verein;Tel;PLZ;Thema", "A;nur abends;4414x;Quallen")

    notes = Organisation.objects.get().notes
    assert [part in notes for part in ("nur abends", "4414x", "Quallen", "Zeile 2")] == [True] * 4
    assert "„nur abends“" in " ".join(import_.rows.get().notes)


def test_rows_with_errors_stay_outside_and_say_why():
    import_ = carried_out("Verein;Ort", ";Bonn", f"{'x' * 151};Bonn", "Gut;Bonn")

    assert outcomes(import_) == [Outcome.FAILED, Outcome.FAILED, Outcome.MADE]
    assert [row.line for row in steps.with_errors(import_)] == [2, 3]
    assert import_.rows.first().errors == ["Der Name der Organisation fehlt."]


def test_importing_twice_makes_nothing_twice():
    carried_out(*ROWS)

    again = carried_out(*ROWS)

    assert Organisation.objects.count() == 2
    assert outcomes(again) == [Outcome.SAME, Outcome.SAME]


@pytest.mark.parametrize(
    "name",
    ["tamilischer kulturkreis", "Kulturkreis, Tamilischer e.V.", "TAMILISCHER KULTURKREIS E. V."],
    ids=["bare", "order", "case"],
)
def test_without_a_key_the_name_counts_however_it_is_written(name):
    there = entry("Tamilischer Kulturkreis e. V.")

    row = tried("Verein;Ort", f"{name};Dortmund").rows.get()

    assert (row.target, row.likeness, row.choice) == (there, Likeness.NAME, Choice.MERGE)


@pytest.mark.parametrize(
    ("cells", "likeness"),
    [
        ("www.verein.test;;;", Likeness.WEBSITE),
        (";+49 231 5566;;", Likeness.PHONE),
        (";;Weg 1;44147", Likeness.ADDRESS),
    ],
    ids=["website", "phone", "address"],
)
def test_other_likenesses_are_proposed_and_decide_nothing(cells, likeness):
    site = contact(ContactKind.WEBSITE, "https://verein.test/")
    entry("Alt", contacts=[site, contact(ContactKind.PHONE, "0231/5566")], address=address())

    row = tried("Verein;Web;Tel;Straße;PLZ", f"Neu;{cells}").rows.get()

    assert (row.likeness, row.choice) == (likeness, Choice.NEW)


def test_a_name_that_stands_in_the_file_twice_is_left_out_once():
    import_ = carried_out("Verein;Ort", "Brücke e. V.;Bonn", "Bruecke;Bonn")

    assert outcomes(import_) == [Outcome.MADE, Outcome.SKIPPED]
    assert "Zeile 2" in import_.rows.last().notes[0]


def test_merging_adds_and_replaces_nothing():
    there = entry(
        "Brücke",
        founded=1990,
        summary="Alt.",
        contacts=[contact(ContactKind.PHONE, "0231 1", "web")],
    )

    carried_out("Verein;Gründung;Kurzbeschreibung;Tel", "Brücke;1980;Neu.;0231 2")

    there.refresh_from_db()
    assert (there.founded, there.texts.get().summary) == (1990, "Alt.")
    assert [(one.value, one.on_web) for one in there.contacts.all()] == [
        ("0231 1", True),
        ("0231 2", False),
    ]


def test_the_list_may_replace_where_it_is_asked_to():
    there = entry("Brücke", founded=1990)

    carried_out("Verein;Gründung", "Brücke;1980", options={"overwrite": True})

    there.refresh_from_db()
    assert there.founded == 1980


def test_somebody_chooses_for_each_row():
    there = entry("Brücke")
    import_ = tried("Verein;Ort", "Brücke;Bonn")

    steps.choose(import_, {import_.rows.get().pk: "skip"})
    import_.stage = Stage.RUNNING
    carrying_out.finish(import_)

    assert outcomes(import_) == [Outcome.SKIPPED]
    assert there.changes.count() == 1


def test_an_import_is_taken_back_as_a_whole():
    there = entry("Polnische Bühne", founded=1990)
    before = there.contacts.count()
    import_ = carried_out(*ROWS)

    import_.stage = Stage.UNDOING
    carrying_out.finish(import_)

    assert list(Organisation.objects.values_list("name", flat=True)) == ["Polnische Bühne"]
    assert there.contacts.count() == before
    assert there.changes.first().way == ChangeWay.UNDO
    assert import_.stage == Stage.UNDONE


def test_what_was_changed_since_is_kept_and_named():
    import_ = carried_out(*ROWS)
    changed = Organisation.objects.get(import_key="2")
    change_entry(changed, {"notes": "von Hand"}, ChangeWay.ADMIN, "Ada")

    import_.stage = Stage.UNDOING
    carrying_out.finish(import_)

    assert list(Organisation.objects.all()) == [changed]
    assert [row.made for row in import_.rows.filter(outcome=Outcome.KEPT)] == [changed]


def test_an_import_runs_once():
    import_ = tried(*ROWS)
    carrying_out.start(import_)

    with pytest.raises(WrongStep):
        carrying_out.start(import_)


def test_a_job_goes_on_where_another_stopped(monkeypatch):
    monkeypatch.setattr(carrying_out, "BATCH", 1)
    import_ = tried(*ROWS)
    carrying_out.start(import_)

    carrying_out.work(import_.pk)
    first = Organisation.objects.count()
    for _turn in range(3):
        carrying_out.work(import_.pk)

    import_.refresh_from_db()
    assert (first, Organisation.objects.count(), import_.stage) == (1, 2, Stage.DONE)


def test_the_other_city_sees_nothing_of_it(duesseldorf):
    carried_out(*ROWS)

    with tenant_context(duesseldorf):
        assert not Import.objects.exists()
        assert not Organisation.objects.exists()
        assert not Change.objects.exists()

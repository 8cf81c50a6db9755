"""One address: all that the directory holds of it, and nothing of another; then it is gone."""

import datetime as dt

import pytest
from django.utils import timezone

from plugins.members.directory_privacy import erase, export, retentions
from plugins.members.domain.importing import steps
from plugins.members.domain.recording import change_entry
from plugins.members.enums import ChangeWay, ContactKind
from plugins.members.models import Change, Import, ImportRow, Organisation
from plugins.members.tests.factories import contact, entry
from plugins.members.tests.staff.sheets import csv_file
from verbund.tenancy.context import tenant_context

EMAIL, OTHER = "erika@verein.test", "frerika@verein.test"


@pytest.fixture
def known(in_dortmund):
    """Erika stands in each corner of the directory, and so does somebody of nearly her name."""
    made = entry(
        "Brücke",
        contacts=[contact(ContactKind.EMAIL, one, "web") for one in (EMAIL, OTHER)],
        responsibles=[{"email": one, "name": "Erika Muster"} for one in (EMAIL, OTHER)],
    )
    change_entry(made, {"notes": "neu"}, ChangeWay.ACCOUNT, "Erika Muster")
    steps.begin("liste.csv", csv_file("Verein;Mail", f"A;{EMAIL}", f"B;{OTHER}"), None, "Ada")
    return made


def titles(email):
    return sorted({str(record.title) for record in export(email)})


def test_everything_is_handed_out(known):
    assert titles(EMAIL) == [
        "Handelt für eine Organisation",
        "Kontakt einer Organisation",
        "Zeile einer importierten Liste",
        "Zeile eines Verlaufs",
    ]


def test_nothing_of_anybody_else_is(known):
    assert OTHER not in str([record.data for record in export(EMAIL)])


def test_the_other_city_holds_nothing(known, duesseldorf):
    with tenant_context(duesseldorf):
        assert titles(EMAIL) == []
        assert erase(EMAIL, True).gone == ()


def test_a_trial_says_what_would_go_and_erases_nothing(known):
    answer = erase(EMAIL, True)

    assert len(answer.gone) == 4
    assert titles(EMAIL) != []


def test_erased_means_gone_everywhere(known):
    said = erase(EMAIL, True)

    answer = erase(EMAIL, False)

    assert answer == said
    assert titles(EMAIL) == []
    assert "Erika Muster" not in Change.objects.values_list("by", flat=True)


def test_what_is_of_others_and_the_entry_itself_stay(known):
    erase(EMAIL, False)

    made = Organisation.objects.get()
    assert [one.value for one in made.contacts.all()] == [OTHER]
    assert [one.email for one in made.responsibles.all()] == [OTHER]
    assert [row.cells[1] for row in ImportRow.objects.all()] == [OTHER]


def test_old_lists_go_by_night(known):
    Import.objects.update(changed_at=timezone.now() - dt.timedelta(days=400))
    [rule] = retentions

    counted = rule.count()
    rule.drop()

    assert counted == 1
    assert not ImportRow.objects.exists()
    assert Organisation.objects.exists()

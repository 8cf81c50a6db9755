"""Many entries at once: invited, reminded, handed out with a reason."""

import csv
import io

import pytest
from django.core import mail
from openpyxl import load_workbook  # type: ignore[import-untyped]  # it has no types
from wagtail.models import ModelLogEntry

from plugins.members.enums import ContactKind
from plugins.members.models import Asking
from plugins.members.tests.factories import contact, entry
from verbund.tenancy.context import tenant_context

pytestmark = pytest.mark.usefixtures("db")
PEOPLE = [{"email": "vorstand@verein.test", "name": ""}]


def path(action, *entries):
    query = "&".join(f"id={one.pk}" for one in entries)
    return f"/admin/bulk/members/organisation/{action}/?{query}"


def test_people_of_the_chosen_entries_are_invited(keeper, in_dortmund):
    named, silent = entry("Eins", responsibles=PEOPLE), entry("Zwei")

    keeper.post(path("invite", named, silent))

    assert [letter.to for letter in mail.outbox] == [["vorstand@verein.test"]]


def test_people_of_the_chosen_entries_are_reminded(keeper, in_dortmund):
    named = entry("Eins", responsibles=PEOPLE)

    keeper.post(path("remind", named, entry("Zwei")))

    with tenant_context(in_dortmund):
        assert [asking.organisation for asking in Asking.objects.all()] == [named]
    assert [letter.to for letter in mail.outbox] == [["vorstand@verein.test"]]


def exported(client, form, *entries):
    return client.post(path("export", *entries), {"form": form, "reason": "Stadt Dortmund"})


def test_a_table_has_no_cell_that_computes(keeper, in_dortmund):
    address = contact(ContactKind.EMAIL, "a@verein.test")
    made = entry('=HYPERLINK("x")', contacts=[address], notes="@SUM(1)")

    content = exported(keeper, "csv", made).content.decode("utf-8-sig")

    head, row = csv.reader(io.StringIO(content), delimiter=";")
    cells = dict(zip(head, row, strict=True))
    assert cells["Name der Organisation"] == '\'=HYPERLINK("x")'
    assert cells["Notizen"] == "'@SUM(1)"
    assert cells["E-Mail"] == "a@verein.test"


def test_a_workbook_has_text_alone(keeper, in_dortmund):
    made = entry("=1+1")

    content = exported(keeper, "xlsx", made).content

    sheet = load_workbook(io.BytesIO(content)).active
    assert sheet["B2"].value == "'=1+1"
    assert sheet["B2"].data_type == "s"


def test_what_is_handed_out_stands_in_the_log_with_its_reason(keeper, login, in_dortmund):
    exported(keeper, "csv", entry("Eins"), entry("Zwei"))

    with tenant_context(in_dortmund):
        line = ModelLogEntry.objects.get(action="verbund.export.members")
        assert line.data == {"what": "2 Einträge des Verzeichnisses", "reason": "Stadt Dortmund"}
    html = login("Administration").get("/admin/journal/").content.decode()
    assert "Herausgegeben: 2 Einträge des Verzeichnisses. Grund: Stadt Dortmund" in html


def test_without_a_reason_nothing_is_handed_out(keeper, in_dortmund):
    response = keeper.post(path("export", entry("Eins")), {"form": "csv", "reason": ""})

    assert "Content-Disposition" not in response.headers
    with tenant_context(in_dortmund):
        assert not ModelLogEntry.objects.filter(action="verbund.export.members").exists()


@pytest.mark.parametrize("action", ["invite", "remind", "export"])
def test_others_do_nothing_of_it(login, in_dortmund, action):
    made = entry("Eins", responsibles=PEOPLE)

    response = login("Redaktion").post(path(action, made), {"form": "csv", "reason": "x"})

    assert "Content-Disposition" not in response.headers
    assert mail.outbox == []

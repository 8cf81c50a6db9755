"""The import in the admin, from the file to taking it back; and at the command line."""

import io

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.core.management import CommandError, call_command

from plugins.members.domain.importing import carrying_out
from plugins.members.imports import Import, Stage
from plugins.members.models import Organisation
from plugins.members.tests.factories import entry
from plugins.members.tests.staff.sheets import csv_file
from verbund.tenancy.context import tenant_context

pytestmark = pytest.mark.usefixtures("db")
START = "/admin/members/import/"
ROWS = ("Verein;Tel.;Ort", "Brücke e. V.;0231 5566;Dortmund", ";0231 1;Dortmund", "=1+1;;Dortmund")


def uploaded(client, *lines):
    file = SimpleUploadedFile("liste.csv", csv_file(*lines))
    return client.post(START, {"file": file})


def chosen(client, path, **extra):
    form = {"column-0": "name", "column-1": "phone", "column-2": "city", "status": "member"}
    return client.post(path, form | extra)


def html_of(client, path):
    response = client.get(path)
    assert response.status_code == 200, (path, response.status_code)
    return response.content.decode()


def test_the_way_of_a_list(keeper, dortmund):
    columns = uploaded(keeper, *ROWS)["Location"]
    with tenant_context(dortmund):
        entry("Brücke")

    asked = html_of(keeper, columns)
    trial = chosen(keeper, columns)["Location"]
    shown = html_of(keeper, trial)
    progress = keeper.post(trial, {"start": "1"})["Location"]
    running = keeper.get(progress)
    with tenant_context(dortmund):
        carrying_out.finish(Import.objects.get())
        names = sorted(Organisation.objects.values_list("name", flat=True))
    done = html_of(keeper, progress)

    assert '<option value="phone" selected>' in asked
    assert "Brücke e. V." in asked
    assert "Der Name der Organisation fehlt." in shown
    assert "gleicher Name" in shown
    assert running.headers["Refresh"] == "3"
    assert names == ["=1+1", "Brücke"]
    assert "Import zurücknehmen" in done


def test_rows_with_errors_come_as_a_file_without_formulas(keeper, dortmund):
    columns = uploaded(keeper, "Verein;Tel.;Ort", ";=1+1;Dortmund")["Location"]
    trial = chosen(keeper, columns)["Location"]

    text = keeper.get(f"{trial}fehler.csv").content.decode("utf-8-sig")

    assert text.splitlines()[1] == ";'=1+1;Dortmund;2;Der Name der Organisation fehlt."


def test_a_file_that_can_not_be_read_says_so_at_its_field(keeper, dortmund):
    html = keeper.post(
        START, {"file": SimpleUploadedFile("a.xls", b"\xd0\xcf\x11\xe0")}
    ).content.decode()

    assert "„a.xls“ ist keine Tabelle, die sich lesen lässt." in html


def test_the_name_must_be_chosen(keeper, dortmund):
    columns = uploaded(keeper, *ROWS)["Location"]

    html = chosen(keeper, columns, **{"column-0": ""}).content.decode()

    assert "Wählen Sie die Spalte, in der der Name der Organisation steht." in html


def test_an_import_is_taken_back(keeper, dortmund):
    trial = chosen(keeper, uploaded(keeper, *ROWS)["Location"])["Location"]
    keeper.post(trial, {"start": "1"})
    with tenant_context(dortmund):
        carrying_out.finish(Import.objects.get())

    response = keeper.post(f"{trial}zurueck/")

    assert response.status_code == 302
    with tenant_context(dortmund):
        assert Import.objects.get().stage == Stage.UNDOING


def test_the_other_city_can_not_open_it(keeper, login, dortmund, duesseldorf):
    uploaded(keeper, *ROWS)
    with tenant_context(dortmund):
        key = Import.objects.get().pk

    there = login("Verzeichnis", duesseldorf)

    assert there.get(f"{START}{key}/").status_code == 404


@pytest.mark.parametrize("role", ["Redaktion", "Autor:in"])
def test_others_import_nothing(login, role):
    assert login(role).get(START).status_code == 302


@pytest.fixture
def file(tmp_path):
    path = tmp_path / "liste.csv"
    path.write_bytes(csv_file(*ROWS))
    return path


def run(file, *more):
    out = io.StringIO()
    call_command(
        "members",
        "import",
        str(file),
        "--tenant",
        "dortmund",
        *more,
        stdout=out,
        stderr=io.StringIO(),
    )
    return out.getvalue()


def test_the_command_tries_without_writing(file, dortmund):
    said = run(file, "--dry-run")

    assert "line 3: Der Name der Organisation fehlt." in said
    assert said.splitlines()[-1] == (
        "3 rows: 2 new, 0 into entries that are there, 0 left out; 1 with errors."
    )
    with tenant_context(dortmund):
        assert (Import.objects.count(), Organisation.objects.count()) == (0, 0)


def test_the_command_imports_into_its_city_alone(file, dortmund, duesseldorf):
    run(file)

    with tenant_context(dortmund):
        assert (Organisation.objects.count(), Import.objects.get().stage) == (2, Stage.DONE)
    with tenant_context(duesseldorf):
        assert Organisation.objects.count() == 0


def test_the_command_names_what_it_does_not_know(file, dortmund):
    with pytest.raises(CommandError, match="No tenant is called bonn"):
        call_command("members", "import", str(file), "--tenant", "bonn")
    with pytest.raises(CommandError, match="is no HEADER=FIELD"):
        run(file, "--column", "Gibtesnicht=name")

"""“Our entry” in /konto/: each step keeps what was typed; nothing is public before a check."""

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from plugins.members.domain.proposals import open_proposal, values_of
from plugins.members.enums import ContactKind
from plugins.members.models import Organisation, Responsible
from plugins.members.tests.factories import contact, entry
from plugins.members.tests.helpers import AtTheForm, fields_of, ours
from tests.member_area.helpers import member_client
from tests.queries import counted_queries
from verbund.tenancy.context import tenant_context

pytestmark = pytest.mark.usefixtures("db")
STEPS = ("was", "themen", "angebote", "kontakt", "ort", "logo", "sprachen", "pruefen")


@pytest.fixture
def made(dortmund):
    return ours(
        dortmund, summary="Alt.", contacts=[contact(ContactKind.EMAIL, "a@b.example", "web")]
    )


@pytest.fixture
def erika(dortmund, made):
    return AtTheForm(dortmund, made)


def values(tenant, organisation):
    with tenant_context(tenant):
        return values_of(organisation)


@pytest.mark.parametrize("step", STEPS)
def test_saving_a_step_as_it_is_changes_nothing(dortmund, made, erika, step):
    if step != "pruefen":
        answer = erika.change(step)
        assert answer.status_code == 302, answer.content.decode()

    with tenant_context(dortmund):
        assert open_proposal(made) is None
    assert erika.client.get(f"{erika.base}{step}/").status_code == 200


def test_what_it_does(dortmund, made, erika):
    erika.change("was", summary="Neu & schön.", founded="1998", native_language="ta")

    found = values(dortmund, made)
    assert found["texts.de.summary"] == "Neu & schön."
    assert (found["founded"], found["native_language"]) == (1998, "ta")
    assert "Alt." in Client().get("/mitglieder/unser-verein/", headers=host(dortmund)).text


def host(tenant):
    return {"host": tenant.canonical_domain}


def test_lists(dortmund, made, erika):
    erika.change("themen", topic=["bildung", "kultur"], language=["ta"], open_to_partners="on")

    found = values(dortmund, made)
    assert found["terms.topic"] == ["bildung", "kultur"]
    assert (found["terms.language"], found["open_to_partners"]) == (["ta"], True)


def test_rows_are_added_and_taken_away(dortmund, made, erika):
    erika.change("angebote", **{"0__kind": "kurs", "0__title": "Yoga", "more": "1"})
    page = erika.client.get(f"{erika.base}angebote/").content.decode()
    assert 'name="1-kind"' in page
    assert [one["title"] for one in values(dortmund, made)["offers"]] == ["Yoga"]

    erika.change("angebote", **{"0__kind": "", "0__title": ""})

    assert not values(dortmund, made)["offers"]


def test_a_contact_carries_who_allowed_it(dortmund, made, erika):
    erika.change("kontakt", **{"1__kind": "phone", "1__value": "0231 1", "1__places": ["list"]})

    first, second = values(dortmund, made)["contacts"]
    assert (first["consent_by"], first["on_web"]) == ("Vorstand", True)
    assert (second["value"], second["on_web"], second["in_list"]) == ("0231 1", False, True)
    assert (second["consent_by"], second["consent_way"]) == ("Erika Muster", "account")


def test_an_error_stands_at_its_field_and_the_rest_is_kept(dortmund, made, erika):
    answer = erika.change(
        "kontakt",
        **{"0__value": "kein-at", "1__kind": "phone", "1__value": "0231 000"},
    )

    page = answer.content.decode()
    assert "„kein-at“ ist keine E-Mail-Adresse" in page
    assert 'href="#id_0-value"' in page
    assert 'value="kein-at"' in page
    assert 'value="0231 000"' in page
    with tenant_context(dortmund):
        assert open_proposal(made) is None


def test_the_place(dortmund, made, erika):
    erika.change("ort", street="Neuer Weg 2", postcode="44147", city="Dortmund", places=["web"])

    address = values(dortmund, made)["address"]
    assert (address["street"], address["on_web"], address["in_list"]) == (
        "Neuer Weg 2",
        True,
        False,
    )
    assert address["consent_by"] == "Erika Muster"


@pytest.mark.parametrize(
    ("name", "content"),
    [("logo.svg", b"<svg onload='x()'/>"), ("logo.png", b"not a picture")],
    ids=["svg", "broken"],
)
def test_a_logo_that_is_none_is_told_at_its_field(made, erika, name, content):
    page = erika.change("logo", file=SimpleUploadedFile(name, content))

    assert page.status_code == 200
    assert 'id="id_file_error"' in page.content.decode()


def test_a_logo(dortmund, made, erika, picture_file):
    erika.change("logo", file=picture_file, alt="Ein Baum")

    kept = values(dortmund, made)["logo"]
    assert kept
    assert "Ein Baum" in erika.client.get(f"{erika.base}logo/").content.decode()

    erika.change("logo", remove="on")

    assert values(dortmund, made)["logo"] is None


def test_another_language(dortmund, made, erika):
    erika.change("sprachen", tr__summary="Merhaba")

    assert values(dortmund, made)["texts.tr.summary"] == "Merhaba"


def test_two_at_once_lose_nothing(dortmund, made, erika):
    with tenant_context(dortmund):
        Responsible.objects.create(organisation=made, email="bela@verein.example", name="Bela")
    bela = AtTheForm(dortmund, made, "bela@verein.example")
    hers, his = erika.open("was"), bela.open("was")

    erika.send("was", hers | {"summary": "Von Erika", "founded": "1990"})
    clash = bela.send("was", his | {"summary": "Von Bela", "short_name": "UV"})

    page = clash.content.decode()
    assert clash.status_code == 200
    assert "Von Erika" in page
    assert "Von Bela" in page
    assert values(dortmund, made)["texts.de.summary"] == "Von Erika"

    again = bela.client.get(f"{bela.base}was/")
    assert again.status_code == 200
    bela.send("was", fields_of(clash))

    found = values(dortmund, made)
    assert (found["texts.de.summary"], found["short_name"]) == ("Von Bela", "UV")
    assert found["founded"] == 1990


def test_two_at_once_at_other_fields_do_not_meet(dortmund, made, erika):
    hers, also_hers = erika.open("was"), erika.open("was")

    erika.send("was", hers | {"summary": "Neu"})
    answer = erika.send("was", also_hers | {"short_name": "UV"})

    assert answer.status_code == 302
    found = values(dortmund, made)
    assert (found["texts.de.summary"], found["short_name"]) == ("Neu", "UV")


def test_the_start_says_how_it_stands(made, erika):
    page = erika.client.get("/konto/eintrag/").content.decode()

    assert "öffentlich" in page
    assert "a@b.example" in page
    assert "/mitglieder/unser-verein/" in page
    assert "Unser Verein" in erika.client.get("/konto/").content.decode()


def test_all_of_it_is_true(dortmund, made, erika):
    with tenant_context(dortmund):
        Organisation.objects.update(confirmed_on=None)

    erika.client.post(f"{erika.base}bestaetigen/")

    with tenant_context(dortmund):
        made.refresh_from_db()
        assert made.confirmed_on is not None
        assert made.confirmed_by == "Erika Muster"


def test_nobody_else_gets_in(dortmund, duesseldorf, made):
    with tenant_context(dortmund):
        other = entry("Andere")
    mine = AtTheForm(dortmund, made)
    there = member_client(duesseldorf)

    assert mine.client.get(f"/konto/eintrag/{other.uuid}/was/").status_code == 404
    assert mine.client.post(f"/konto/eintrag/{other.uuid}/bestaetigen/").status_code == 404
    assert there.get(f"{mine.base}was/").status_code == 404
    assert "Unser Verein" not in there.get("/konto/eintrag/").content.decode()
    assert mine.client.get(f"{mine.base}gibtesnicht/").status_code == 404


def test_queries_of_the_start(erika):
    erika.client.get("/konto/eintrag/")

    with counted_queries() as queries:
        erika.client.get("/konto/eintrag/")

    assert len(queries) == 14, queries

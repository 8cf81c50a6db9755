"""Entries in the admin: list, filters, form, history."""

import re

import pytest

from plugins.members.domain.recording import change_entry
from plugins.members.enums import ChangeWay, ContactKind, Status
from plugins.members.lists import Language, OfferKind, Topic
from plugins.members.models import Change, Organisation
from plugins.members.tests.factories import address, contact, entry, months_ago
from plugins.members.tests.staff.forms import entry_form
from tests.queries import counted_queries
from verbund.tenancy.context import tenant_context

pytestmark = pytest.mark.usefixtures("db")
LIST = "/admin/snippets/members/organisation/"
CONSENT = {"consent_by": "Vorstand", "consent_on": "2026-01-15", "consent_way": "form"}


def html_of(client, path):
    response = client.get(path)
    assert response.status_code == 200, (path, response.status_code)
    return response.content.decode()


def found(client, query, tenant):
    """Names in the list."""
    html = html_of(client, f"{LIST}results/?{query}")
    keys = re.findall(r'id="snippet_(\d+)_title"', html)
    with tenant_context(tenant):
        return sorted(Organisation.objects.filter(pk__in=keys).values_list("name", flat=True))


def test_the_list_says_where_each_entry_stands(keeper, in_dortmund):
    entry("Tamilkreis", contacts=[contact(ContactKind.EMAIL, "a@verein.test")])

    html = html_of(keeper, LIST)

    assert "Tamilkreis" in html
    assert "für keinen Kontakt" in html
    assert "hier und im Netzwerk" in html


def test_the_list_is_searched_without_accents(keeper, in_dortmund):
    entry("Özgür Dortmund")
    entry("Brücke")

    assert found(keeper, "q=Özgür", in_dortmund) == ["Özgür Dortmund"]
    assert found(keeper, "q=ozgur", in_dortmund) == ["Özgür Dortmund"]


def test_the_list_has_filters_in_its_address(keeper, in_dortmund):
    tamil = Language.objects.get(slug="ta").pk
    culture = Topic.objects.get(slug="kultur").pk
    entry("Passt", topics=["kultur"], languages=["ta"], in_network=False)
    entry("Bewerbung", status=Status.APPLICANT, topics=["kultur"])
    entry("Alt", confirmed_on=months_ago(15))

    assert found(keeper, f"thema={culture}", in_dortmund) == ["Bewerbung", "Passt"]
    assert found(keeper, f"thema={culture}&sprache={tamil}", in_dortmund) == ["Passt"]
    assert found(keeper, "stand=applicant", in_dortmund) == ["Bewerbung"]
    assert found(keeper, "bestaetigt=nein", in_dortmund) == ["Alt"]
    assert found(keeper, "netz=nein", in_dortmund) == ["Passt"]


def test_the_list_knows_whose_consent_is_missing(keeper, in_dortmund):
    mail = ContactKind.EMAIL
    entry("Ohne", contacts=[contact(mail, "a@verein.test")])
    entry("Teils", contacts=[contact(mail, "b@verein.test", "web")], address=address())
    entry("Ganz", contacts=[contact(mail, "c@verein.test", "web")])
    entry("Leer")

    assert found(keeper, "einwilligung=keine", in_dortmund) == ["Ohne"]
    assert found(keeper, "einwilligung=teils", in_dortmund) == ["Teils"]
    assert found(keeper, "einwilligung=alle", in_dortmund) == ["Ganz"]
    assert found(keeper, "einwilligung=leer", in_dortmund) == ["Leer"]


@pytest.mark.parametrize("count", [1, 100])
def test_queries_of_the_list(keeper, in_dortmund, count):
    mail = [contact(ContactKind.EMAIL, "a@verein.test", "web")]
    for number in range(count):
        entry(f"Verein {number:03}", topics=["kultur"], contacts=mail)
    html_of(keeper, f"{LIST}results/")

    with counted_queries() as asked:
        html_of(keeper, f"{LIST}results/")

    assert len(asked) == 8, asked


def test_a_new_entry_with_all_its_parts(keeper, in_dortmund):
    topic, tamil = Topic.objects.get(slug="kultur"), Language.objects.get(slug="ta")
    form = entry_form(
        "Tamilischer Kulturkreis e. V.",
        shown="on",
        terms_topic=[topic.pk],
        terms_language=[tamil.pk],
        texts=[{"language": "de", "summary": "Sprache und Tanz."}],
        contacts=[{"kind": "email", "value": "a@verein.test", "on_web": "on", **CONSENT}],
        addresses=[
            {"street": "Weg 1", "postcode": "44147", "city": "Dortmund", "precision": "full"}
        ],
        responsibles=[{"email": "vorstand@verein.test", "name": "Ada"}],
    )

    response = keeper.post(f"{LIST}add/", form)

    assert response.status_code == 302, response.context["form"].errors
    with tenant_context(in_dortmund):
        made = Organisation.objects.get()
        assert made.slug == "tamilischer-kulturkreis"
        assert {term.slug for term in made.terms.all()} == {"kultur", "ta"}
        assert made.contacts.get().on_web is True
        assert made.responsibles.get().email == "vorstand@verein.test"
        assert made.status_changes.get().status == Status.MEMBER


def test_an_offer_keeps_the_languages_it_is_spoken_in(keeper, in_dortmund):
    kind, tamil = OfferKind.objects.get(slug="sprachkurs"), Language.objects.get(slug="ta")
    row = {"kind": kind.pk, "title": "Kurs", "language": "de", "spoken": [tamil.pk]}

    keeper.post(f"{LIST}add/", entry_form("Verein", offers=[row]))

    with tenant_context(in_dortmund):
        offer = Organisation.objects.get().offers.get()
        assert [one.slug for one in offer.spoken.all()] == ["ta"]


def test_consent_needs_to_say_who_and_when(keeper, in_dortmund):
    row = {"kind": "email", "value": "a@verein.test", "on_web": "on"}

    html = keeper.post(f"{LIST}add/", entry_form("Verein", contacts=[row])).content.decode()

    assert "Nennen Sie, wer die Veröffentlichung erlaubt hat und wann." in html
    with tenant_context(in_dortmund):
        assert not Organisation.objects.exists()


@pytest.mark.parametrize(
    ("row", "said"),
    [
        ({"kind": "email", "value": "kein-at"}, "„kein-at“ ist keine E-Mail-Adresse."),
        ({"kind": "phone", "value": "abc"}, "„abc“ ist keine Telefonnummer."),
    ],
    ids=["mail", "phone"],
)
def test_errors_are_in_german_at_their_field(keeper, in_dortmund, row, said):
    html = keeper.post(f"{LIST}add/", entry_form("Verein", contacts=[row])).content.decode()

    assert said in html


def test_a_change_is_in_the_history_with_who_made_it(keeper, staff, in_dortmund):
    made = entry("Verein", notes="alt")
    path = f"{LIST}edit/{made.pk}/"

    keeper.post(path, entry_form("Verein", slug=made.slug, shown="on", notes="neu"))
    html = html_of(keeper, f"{LIST}history/{made.pk}/")

    with tenant_context(in_dortmund):
        change = Change.objects.filter(organisation=made).latest("pk")
    assert {"field": "notes", "old": "alt", "new": "neu"} in change.fields
    assert change.way == ChangeWay.ADMIN
    assert change.by in html
    assert "<del>alt</del>" in html
    assert "<ins>neu</ins>" in html


def test_the_second_of_two_sees_what_the_first_changed_and_loses_nothing(keeper, in_dortmund):
    made = entry("Verein")
    seen = made.version
    change_entry(made, {"notes": "von der Ersten"}, ChangeWay.ADMIN, "Erste Person")
    form = entry_form("Verein", slug=made.slug, notes="von der Zweiten", seen_version=seen)

    refused = keeper.post(f"{LIST}edit/{made.pk}/", form).content.decode()
    form["seen_version"] = seen + 1
    saved = keeper.post(f"{LIST}edit/{made.pk}/", form)

    assert "von der Ersten" in refused
    assert "Erste Person" in refused
    assert "von der Zweiten" in refused
    assert saved.status_code == 302
    with tenant_context(in_dortmund):
        assert Organisation.objects.get().notes == "von der Zweiten"


def test_what_staff_show_the_search_finds(keeper, client_for, in_dortmund):
    made = entry("Quallenverein", shown=False)
    texts = [{"id": made.texts.get().pk, "language": "de", "summary": "Quallen."}]

    keeper.post(
        f"{LIST}edit/{made.pk}/",
        entry_form("Quallenverein", slug=made.slug, shown="on", texts=texts),
    )

    assert "Quallenverein" in html_of(client_for(in_dortmund), "/suche/?q=Quallen")


def test_the_other_city_has_its_own_entries(login, in_dortmund, duesseldorf):
    made = entry("Nur in Dortmund")
    there = login("Verzeichnis", duesseldorf)

    assert "Nur in Dortmund" not in html_of(there, LIST)
    assert there.get(f"{LIST}edit/{made.pk}/").status_code in (302, 404)
    with tenant_context(duesseldorf):
        assert not Change.objects.exists()


@pytest.mark.parametrize("role", ["Redaktion", "Autor:in"])
def test_others_keep_no_entries(login, in_dortmund, role):
    client = login(role)

    assert client.get(LIST).status_code == 302
    assert LIST not in html_of(client, "/admin/")


def test_the_role_keeps_entries_and_lists_and_nothing_else(keeper, in_dortmund):
    menu = html_of(keeper, "/admin/")

    assert LIST in menu
    assert "/admin/snippets/members/term/" in menu
    assert keeper.get("/admin/users/").status_code == 302
    assert keeper.get("/admin/pages/").status_code == 302


def test_off_means_not_there(login, in_dortmund, switch):
    client = login("Administration")
    switch(in_dortmund, False)

    assert client.get(LIST).status_code == 404
    assert LIST not in html_of(client, "/admin/")

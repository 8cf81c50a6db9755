"""The list at /mitglieder/ and the pages of entries, as the public gets them."""

import pytest

from plugins.members.enums import ContactKind, Status
from plugins.members.tests.factories import EVERYWHERE, address, contact, entry, months_ago
from tests.queries import counted_queries

pytestmark = pytest.mark.usefixtures("db")


@pytest.fixture
def client(client_for, dortmund):
    return client_for(dortmund)


def page_of(client, path):
    response = client.get(path)
    assert response.status_code == 200, path
    return response.content.decode()


def names(html):
    """Names of the rows in their order."""
    rows = html.partition('<ul class="rows">')[2].partition("</ul></div>")[0]
    return [part.partition("</a>")[0].rpartition(">")[2] for part in rows.split("<h3>")[1:]]


def test_the_list_is_sorted_as_germans_do(client, in_dortmund):
    for name in ("Zebra", "Äpfel", "Apfel", "Özgür", "ostwind", "„Brücke“"):
        entry(name)

    html = page_of(client, "/mitglieder/")

    assert names(html) == ["Apfel", "Äpfel", "„Brücke“", "ostwind", "Özgür", "Zebra"]
    assert "6 Organisationen in Dortmund" in html


def test_a_row_says_what_where_and_in_which_language(client, in_dortmund):
    entry(
        "Tamilkreis",
        summary="Sprache und Tanz.",
        topics=["kultur"],
        languages=["ta", "de"],
        quarters=["nordstadt"],
        address=address(precision="request"),
    )

    html = page_of(client, "/mitglieder/")

    assert 'href="/mitglieder/tamilkreis/"' in html
    assert "Sprache und Tanz." in html
    assert "Tamil, Deutsch" in html
    assert "Nordstadt, Anschrift auf Anfrage" in html


def test_an_empty_directory_says_so(client, dortmund):
    assert "Das Verzeichnis wird gerade gefüllt" in page_of(client, "/mitglieder/")


def test_filters_are_in_the_address(client, in_dortmund):
    entry("Passt", topics=["bildung"], languages=["ta"], quarters=["nordstadt"])
    entry("Andere Sprache", topics=["bildung"], languages=["tr"], quarters=["nordstadt"])
    entry("Anderer Ort", topics=["bildung"], languages=["ta"], quarters=["suedstadt"])

    html = page_of(client, "/mitglieder/?thema=bildung&sprache=ta&stadtteil=nordstadt")

    assert names(html) == ["Passt"]
    assert "1 Organisation" in html
    assert (
        'href="/mitglieder/liste.csv?thema=bildung&amp;sprache=ta&amp;stadtteil=nordstadt"' in html
    )


def test_values_of_one_filter_widen_it(client, in_dortmund):
    entry("Tamil", languages=["ta"])
    entry("Türkisch", languages=["tr"])
    entry("Polnisch", languages=["pl"])

    html = page_of(client, "/mitglieder/?sprache=ta&sprache=tr")

    assert names(html) == ["Tamil", "Türkisch"]


def test_offers_are_a_filter(client, in_dortmund):
    entry("Mit Kurs", offers=[{"kind": "sprachkurs", "title": "Tamil"}])
    entry("Ohne Kurs")

    assert names(page_of(client, "/mitglieder/?angebot=sprachkurs")) == ["Mit Kurs"]


def test_letters(client, in_dortmund):
    entry("Ärzte")
    entry("Brücke")

    html = page_of(client, "/mitglieder/?buchstabe=A")

    assert names(html) == ["Ärzte"]
    assert 'href="/mitglieder/?buchstabe=B"' in html


def test_the_search_forgives_a_typing_mistake(client, in_dortmund):
    entry("Tamilischer Kulturkreis", languages=["ta"])
    entry("Polnische Bühne", languages=["pl"])

    assert names(page_of(client, "/mitglieder/?q=Kulturkreiss")) == ["Tamilischer Kulturkreis"]
    assert names(page_of(client, "/mitglieder/?q=polnisch")) == ["Polnische Bühne"]
    assert names(page_of(client, "/mitglieder/?q=Buehne")) == ["Polnische Bühne"]


def test_nothing_found_shows_ways_out(client, in_dortmund):
    entry("Da", topics=["bildung"])

    html = page_of(client, "/mitglieder/?q=Quietscheente")

    assert "Keine Organisation passt zu dieser Auswahl" in html
    assert 'href="mailto:info@stadt.test"' in html


@pytest.mark.parametrize("query", ["thema=gibtesnicht", "sprache=xx", "seite=99", "seite=x"])
def test_an_address_that_means_nothing_is_not_found(client, in_dortmund, query):
    entry("Da")

    assert client.get(f"/mitglieder/?{query}").status_code == 404


def test_the_list_has_pages(client, in_dortmund):
    for number in range(21):
        entry(f"Verein {number:02}")

    assert len(names(page_of(client, "/mitglieder/"))) == 20
    assert names(page_of(client, "/mitglieder/?seite=2")) == ["Verein 20"]


def test_an_entry_has_all_that_may_be_published(client, in_dortmund):
    entry(
        "Tamilkreis e. V.",
        native_name="தமிழ்",
        native_language="ta",
        summary="Sprache und Tanz.",
        topics=["kultur"],
        languages=["ta"],
        member_since="2011-05-01",
        contacts=[
            contact(ContactKind.EMAIL, "kreis@verein.test", *EVERYWHERE),
            contact(ContactKind.PHONE, "0231 55", *EVERYWHERE),
        ],
        address=address(*EVERYWHERE, street="Beispielweg 7"),
        offers=[{"kind": "sprachkurs", "title": "Tamil für Kinder", "when": "Sa, 10 Uhr"}],
    )

    html = page_of(client, "/mitglieder/tamilkreis/")

    assert "<h1>Tamilkreis e. V.</h1>" in html
    assert '<p class="native" lang="ta" dir="ltr">தமிழ்</p>' in html
    assert "Mitglied seit 2011" in html
    assert 'href="mailto:kreis@verein.test"' in html
    assert 'href="tel:023155"' in html
    assert "Beispielweg 7, 44147 Teststadt" in html
    assert "Tamil für Kinder" in html
    assert 'href="/mitglieder/?thema=kultur"' in html
    assert '"@type": "NGO"' in html
    assert "<title>Tamilkreis e. V. – VDO</title>" in html
    assert '<meta name="description" content="Sprache und Tanz.">' in html
    assert '<li><a href="/mitglieder/">Mitglieder</a></li>' in html
    assert 'rel="canonical" href="http://dortmund.test/mitglieder/tamilkreis/"' in html


def test_what_was_confirmed_long_ago_says_so(client, in_dortmund):
    entry("Still", confirmed_on=months_ago(14))

    assert "Nicht bestätigt seit" in page_of(client, "/mitglieder/still/")


@pytest.mark.parametrize(
    "values",
    [
        {"shown": False},
        {"status": Status.APPLICANT},
        {"status": Status.FORMER},
        {"confirmed_on": months_ago(25)},
    ],
    ids=["not shown", "applicant", "former", "forgotten"],
)
def test_what_is_not_public_is_not_there(client, in_dortmund, values):
    entry("Geheim", **values)

    assert "Geheim" not in page_of(client, "/mitglieder/")
    for path in ("geheim/", "geheim/kontakt.vcf", "geheim/qr.svg"):
        assert client.get(f"/mitglieder/{path}").status_code == 404


def test_texts_stand_in_the_readers_language(client, in_dortmund):
    entry("Verein", summary="Deutsch.", texts={"tr": {"summary": "Türkçe."}}, topics=["bildung"])

    html = page_of(client, "/tr/mitglieder/verein/")

    assert "Türkçe." in html
    assert "Deutsch." not in html


def test_a_german_text_is_marked_for_other_readers(client, in_dortmund):
    entry("Verein", summary="Nur Deutsch.")

    html = page_of(client, "/tr/mitglieder/verein/")

    assert '<p class="lead" lang="de" dir="ltr">Nur Deutsch.</p>' in html


def test_a_vcard(client, in_dortmund):
    entry("Verein; Komma, e. V.", contacts=[contact(ContactKind.EMAIL, "a@b.test", "web")])

    response = client.get("/mitglieder/verein-komma/kontakt.vcf")

    lines = response.content.decode().split("\r\n")
    assert response["Content-Type"] == "text/vcard; charset=utf-8"
    assert lines[:4] == ["BEGIN:VCARD", "VERSION:4.0", "KIND:org", "FN:Verein\\; Komma\\, e. V."]
    assert "EMAIL;TYPE=work:a@b.test" in lines


def test_a_code_for_phones(client, in_dortmund):
    entry("Verein")

    response = client.get("/mitglieder/verein/qr.svg")

    assert response["Content-Type"] == "image/svg+xml"
    assert response.content.startswith(b"<svg")


def test_the_feed_tells_what_changed_last(client, in_dortmund):
    entry("Alt")
    entry("Neu")

    text = page_of(client, "/mitglieder/feed/")

    assert text.index("<title>Neu</title>") < text.index("<title>Alt</title>")
    assert "http://dortmund.test/mitglieder/neu/" in text


def test_the_other_city_has_its_own_list(client_for, in_dortmund, duesseldorf):
    entry("Nur in Dortmund")
    there = client_for(duesseldorf)

    assert "Nur in Dortmund" not in page_of(there, "/mitglieder/")
    assert there.get("/mitglieder/nur-in-dortmund/").status_code == 404


def test_off_means_not_there(client, in_dortmund, switch):
    entry("Da")

    switch(in_dortmund, False)

    for path in ("", "da/", "feed/", "liste.csv", "da/kontakt.vcf"):
        assert client.get(f"/mitglieder/{path}").status_code == 404


@pytest.mark.parametrize("count", [1, 100])
def test_queries_of_the_list(client, in_dortmund, count):
    for number in range(count):
        entry(
            f"Verein {number}",
            topics=["bildung"],
            languages=["ta"],
            quarters=["nordstadt"],
            offers=[{"kind": "sprachkurs", "spoken": ["ta"]}],
            contacts=[contact(ContactKind.EMAIL, "a@b.test", "web")],
        )
    page_of(client, "/mitglieder/")

    with counted_queries() as queries:
        page_of(client, "/mitglieder/")

    assert len(queries) == 17, queries


def test_queries_of_an_entry(client, in_dortmund):
    entry("Verein", topics=["bildung"], languages=["ta"], offers=[{"kind": "kurs"}])
    page_of(client, "/mitglieder/verein/")

    with counted_queries() as queries:
        page_of(client, "/mitglieder/verein/")

    assert len(queries) == 17, queries

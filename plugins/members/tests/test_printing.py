"""The printed list: what stands on it, that it is kept, and that nothing outdated is handed out."""

import re
import time

import pytest

from plugins.members.domain.printed_lists import make_list
from plugins.members.domain.recording import change_entry
from plugins.members.enums import ChangeWay, ContactKind
from plugins.members.models import PrintedList, Topic
from plugins.members.tests.factories import EVERYWHERE, address, contact, entry
from verbund.tenancy.context import tenant_context

pytestmark = pytest.mark.usefixtures("db")
FULL = {
    "topics": ["bildung", "kultur"],
    "languages": ["ta", "ar", "ti", "uk", "de"],
    "quarters": ["nordstadt"],
    "native_name": "தமிழ் பண்பாட்டு வட்டம்",
    "native_language": "ta",
    "summary": "Sprache, Tanz und Hausaufgaben unter einem Dach, für alle, die kommen.",
    "contacts": [contact(ContactKind.EMAIL, "a@b.test", *EVERYWHERE)],
    "address": address(*EVERYWHERE),
    "offers": [{"kind": "sprachkurs", "title": "Tamil für Kinder", "when": "Sa, 10 Uhr"}],
    "texts": {"ar": {"summary": "لغة ورقص"}, "uk": {"summary": "Мова і танець"}},
}


@pytest.fixture
def client(client_for, dortmund):
    return client_for(dortmund)


def pages_of(pdf):
    """How many pages a document says that it has."""
    return max(int(count) for count in re.findall(rb"/Count (\d+)", pdf))


def made_in(tenant):
    """As the worker does: inside the tenant, which a request has left."""
    with tenant_context(tenant):
        return make_list("de", "")


def test_the_worker_makes_it_and_it_is_handed_out(client, in_dortmund):
    entry("Tamilkreis", **FULL)

    waiting = client.get("/mitglieder/liste.pdf")
    assert made_in(in_dortmund)
    made = client.get("/mitglieder/liste.pdf")

    assert (waiting.status_code, waiting["Refresh"]) == (202, "3")
    assert "Die Liste wird zusammengestellt" in waiting.content.decode()
    assert (made.status_code, made["Content-Type"]) == (200, "application/pdf")
    assert made.content.startswith(b"%PDF-")
    assert b"pdfuaid:part" in made.content
    assert b"/Lang(de" in made.content.replace(b"/Lang (", b"/Lang(")


def test_it_is_kept_until_the_data_changes(client, in_dortmund):
    made = entry("Tamilkreis", **FULL)

    assert make_list("de", "")
    assert not make_list("de", "")
    change_entry(made, {"contacts": []}, ChangeWay.ADMIN)

    assert client.get("/mitglieder/liste.pdf").status_code == 202
    assert made_in(in_dortmund)
    assert client.get("/mitglieder/liste.pdf").status_code == 200


def test_a_renamed_topic_makes_it_outdated(client, in_dortmund):
    entry("Tamilkreis", **FULL)
    make_list("de", "")

    topic = Topic.objects.get(slug="kultur")
    topic.name = "Kunst und Kultur"
    topic.save()

    assert client.get("/mitglieder/liste.pdf").status_code == 202


def test_each_selection_and_language_has_its_own(client, in_dortmund):
    entry("Tamilkreis", **FULL)
    entry("Andere")
    make_list("de", "thema=kultur")

    assert client.get("/mitglieder/liste.pdf?thema=kultur").status_code == 200
    assert client.get("/mitglieder/liste.pdf").status_code == 202
    assert client.get("/tr/mitglieder/liste.pdf?thema=kultur").status_code == 202
    assert client.get("/mitglieder/liste.pdf?thema=gibtesnicht").status_code == 404


def test_the_other_city_does_not_hand_it_out(client_for, in_dortmund, duesseldorf):
    entry("Tamilkreis", **FULL)
    make_list("de", "")

    assert client_for(duesseldorf).get("/mitglieder/liste.pdf").status_code == 202
    with tenant_context(duesseldorf):
        assert PrintedList.objects.count() == 0


def test_whoever_asks_too_often_waits(client, in_dortmund):
    entry("Tamilkreis")

    answers = [client.get(f"/mitglieder/liste.pdf?q=x{number}") for number in range(61)]

    assert [answer.status_code for answer in answers[:60]] == [202] * 60
    assert answers[60].status_code == 429
    assert "viele Listen" in answers[60].content.decode()


def test_letters_that_no_font_has_are_left_out(in_dortmund):
    entry("Verein 日本 🎉", native_name="日独隣人の会", native_language="ja")

    assert make_list("de", "")


def test_a_hundred_entries_in_less_than_three_seconds(in_dortmund):
    for number in range(100):
        entry(f"Verein {number:03}", **FULL)

    begin = time.perf_counter()
    make_list("de", "")
    took = time.perf_counter() - begin

    [kept] = PrintedList.objects.all()
    assert took < 3
    assert pages_of(bytes(kept.pdf)) > 20

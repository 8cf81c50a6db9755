"""What the page offers beside its hits: spellings, fewer words, other sites, German, reasons."""

import pytest

from verbund.search.engines.answer import without
from verbund.search.models import SearchRow


@pytest.fixture
def drums(dortmund, duesseldorf, publish):
    publish(dortmund, "Trommelkurs am Hafen", lead="Jeden Montag wird getrommelt.")
    publish(duesseldorf, "Unterseeboot am Rhein", lead="Dienstags für alle.")


@pytest.fixture
def page(drums, dortmund, client_for):
    def read(address: str, user=None) -> str:
        return client_for(dortmund, user).get(address).content.decode()

    return read


def test_sites_that_have_hits_are_named_with_a_way_there(page):
    text = page("/suche/?q=Unterseeboot")

    assert "Düsseldorf: 1 Treffer" in text
    assert "?q=Unterseeboot&amp;bereich=netz&amp;stadt=duesseldorf" in text
    assert "am Rhein" not in text


def test_a_word_that_nobody_has_is_dropped_and_the_page_says_so(page, dortmund, publish):
    for number in range(3):
        publish(dortmund, f"Trommelkurs {number}")

    text = page("/suche/?q=Trommelkurs+Nilpferd")

    assert "Zu „Trommelkurs Nilpferd“ wurde nichts gefunden" in text
    assert "Ohne „Nilpferd“ gibt es 4 Treffer" in text
    assert "<mark>Trommelkurs</mark> am Hafen" in text


def test_hits_that_lack_a_word_say_so(page):
    assert "„Nilpferd“ kommt in keinem Treffer vor." in page("/suche/?q=Trommelkurs+Nilpferd")


def test_nothing_else_is_offered_where_there_is_nothing(page):
    text = page("/suche/?q=Nilpferd+Zebra")

    assert "Ohne „" not in text
    assert "bereich=netz" not in text


def test_a_more_usual_spelling_is_offered(
    page, dortmund, publish, django_capture_on_commit_callbacks
):
    with django_capture_on_commit_callbacks(execute=True):
        for number in range(5):
            publish(dortmund, f"Quittengelee {number}")
        publish(dortmund, "Quittengelle")

    text = page("/suche/?q=Quittengelle")
    assert '<a href="?q=Quittengelee"><b>Quittengelee</b></a>' in text
    assert "<mark>Quittengelle</mark>" in text


def test_german_hits_stand_below_the_readers_under_a_heading_of_their_own(page, dortmund, publish):
    publish(dortmund, "Trommelkurs iki", lead="Türkisch")
    SearchRow.objects.filter(title="Trommelkurs iki").update(language="tr")

    text = page("/tr/suche/?q=Trommelkurs")
    own, heading, german = text.index("iki</a>"), text.index("<h2>Almanca"), text.index("am Hafen")
    assert own < heading < german
    assert '<div class="hit" lang="de" dir="ltr">' in text
    assert "<h2>Auf Deutsch" not in page("/suche/?q=Trommelkurs")


def test_staff_see_why_and_visitors_do_not(page, staff, dortmund):
    editor = staff(dortmund, "Redaktion")

    text = page("/suche/?q=Trommelkurs", editor)
    assert "Warum hier?" in text
    assert "„Trommelkurs“, getroffen wie getippt, „Trommelkurs“ im Titel: zählt 100 %." in text
    assert "Warum hier?" not in page("/suche/?q=Trommelkurs")


def test_staff_of_another_site_are_visitors(drums, staff, dortmund, duesseldorf, client_for):
    client = client_for(dortmund)
    client.cookies = client_for(duesseldorf, staff(duesseldorf, "Redaktion")).cookies

    assert "Warum hier?" not in client.get("/suche/?q=Trommelkurs").content.decode()


@pytest.mark.parametrize(
    ("text", "left_out", "rest"),
    [
        ("Trommel Nilpferd", ["Nilpferd"], "Trommel"),
        ('"rotes Nilpferd" Trommel', ["rotes Nilpferd"], "Trommel"),
        ("Raum Raumschiff", ["Raum"], "Raumschiff"),
        ("Nilpferd", ["Nilpferd"], ""),
    ],
)
def test_words_are_left_out_whole(text, left_out, rest):
    assert without(text, left_out) == rest

"""What a card shows of an item."""

import pytest
from django.utils import translation

from plugins.news.cards import card_of, cards_of
from plugins.news.models import PressDownload
from plugins.news.tests.factories import index_in, on, picture, published, release
from verbund.plugin import Document

pytestmark = pytest.mark.usefixtures("in_dortmund")
LONG = (
    "Der erste Satz ist kurz. "
    + "Danach kommen viele Wörter, die niemand in einer Karte liest. " * 4
)


def test_a_news_item():
    item = published("Neu", topics=["bildung"], date=on(2025, 3, 7), image=picture(), lead="Kurz.")

    card = card_of(item)

    assert card["title"] == "Neu"
    assert card["url"] == "/aktuelles/neu/"
    assert card["date"].isoformat() == "2025-03-07"
    assert card["topic"] == "Bildung"
    assert card["teaser"] == "Kurz."
    assert card["image"] == item.image
    assert (card["kind"], card["kind_label"], card["file"]) == ("news", "", "")


def test_a_press_release_says_so_and_names_its_files():
    item = release("Mitteilung")
    for title in ("Langfassung", "Bilder", "Logo"):
        document = Document.objects.create(title=title, file="datei.pdf")
        PressDownload.objects.create(page=item, document=document)

    with translation.override("de"):
        card = card_of(item)

    assert (card["kind"], card["kind_label"]) == ("press", "Pressemitteilung")
    assert card["file"] == "Langfassung, Bilder …"


def test_a_long_lead_ends_with_a_sentence():
    assert card_of(published("Lang", lead=LONG))["teaser"].endswith("liest.")


def test_a_long_sentence_is_cut_between_words():
    card = card_of(published("Lang", lead="Wörter ohne jeden Punkt " * 12))

    assert card["teaser"].endswith("…")
    assert len(card["teaser"]) <= 171


def test_the_first_card_keeps_its_lead():
    first, second = cards_of([published("Eins", lead=LONG), published("Zwei", lead=LONG)])

    assert first["teaser"] == LONG.strip() or first["teaser"] == LONG
    assert len(second["teaser"]) < len(LONG)


def test_a_foreign_text_says_its_language():
    item = published("Yeni", index=index_in("tr"))

    with translation.override("de"):
        assert card_of(item)["lang"] == "tr"
    with translation.override("tr"):
        assert card_of(item)["lang"] == ""

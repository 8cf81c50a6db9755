"""Our compiler agrees with gettext's reader and with polib's."""

import gettext
from pathlib import Path

import polib
import pytest

from verbund.common.catalogues import CatalogueError, compile_catalogue, incomplete, read_messages

PO = r"""
msgid ""
msgstr ""
"Content-Type: text/plain; charset=UTF-8\n"
"Plural-Forms: nplurals=2; plural=(n != 1);\n"

#: a.py:1
msgid "Search"
msgstr "Suche"

msgctxt "verb"
msgid "Search"
msgstr "Suchen"

#, python-format
msgid "%(count)s item"
msgid_plural "%(count)s items"
msgstr[0] "%(count)s Meldung"
msgstr[1] "%(count)s Meldungen"

msgid ""
"A long \"line\"\n"
"and another"
msgstr ""
"Eine lange „Zeile“\n"
"und noch eine"

#, fuzzy
msgid "Unsure"
msgstr "Unsicher"

msgid "Empty"
msgstr ""

#~ msgid "Old"
#~ msgstr "Alt"
"""


@pytest.fixture
def catalogue(tmp_path: Path) -> Path:
    path = tmp_path / "locale" / "de" / "LC_MESSAGES" / "django.po"
    path.parent.mkdir(parents=True)
    path.write_text(PO, encoding="utf-8")
    return path


def test_gettext_reads_what_we_compile(catalogue: Path) -> None:
    with compile_catalogue(catalogue).open("rb") as file:
        messages = gettext.GNUTranslations(file)

    assert messages.gettext("Search") == "Suche"
    assert messages.pgettext("verb", "Search") == "Suchen"
    assert messages.ngettext("%(count)s item", "%(count)s items", 1) == "%(count)s Meldung"
    assert messages.ngettext("%(count)s item", "%(count)s items", 2) == "%(count)s Meldungen"
    assert messages.gettext('A long "line"\nand another') == "Eine lange „Zeile“\nund noch eine"


def test_what_is_fuzzy_empty_or_obsolete_is_left_out(catalogue: Path) -> None:
    with compile_catalogue(catalogue).open("rb") as file:
        messages = gettext.GNUTranslations(file)

    assert [messages.gettext(text) for text in ("Unsure", "Empty", "Old")] == [
        "Unsure",
        "Empty",
        "Old",
    ]


def test_reads_the_same_messages_as_polib(catalogue: Path) -> None:
    theirs = [entry.msgid for entry in polib.pofile(str(catalogue)) if not entry.obsolete]

    assert [message.msgid for message in read_messages(catalogue) if message.msgid] == theirs


def test_names_what_is_not_complete(catalogue: Path) -> None:
    assert [
        problem.rpartition(": ")[0].rpartition(": ")[2] for problem in incomplete(catalogue)
    ] == [
        "fuzzy",
        "empty",
    ]


def test_says_where_a_file_is_broken(tmp_path: Path) -> None:
    path = tmp_path / "django.po"
    path.write_text('msgid "a"\nmsgstr "unfinished\n')

    with pytest.raises(CatalogueError, match=r"django\.po:2: Unexpected line"):
        read_messages(path)

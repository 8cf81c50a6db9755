"""Names of uploaded files are harmless everywhere, and still say what is in them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from verbund.common.filenames import LONGEST, OTHER, safe_filename


@pytest.mark.parametrize(
    ("name", "kept"),
    [
        ("Übersicht für Ärzte.PDF", "Uebersicht-fuer-Aerzte.pdf"),
        ("Straßenfest (2).jpeg", "Strassenfest-2.jpeg"),
        ("İstanbul çağrısı.docx", "Istanbul-cagrisi.docx"),
        ("صورة.png", "swrh.png"),
        ("../../etc/passwd", "passwd"),
        ("..\\..\\windows\\system32\\cmd.txt", "cmd.txt"),
        ("a\0b\r\nSet-Cookie: x.pdf", "a-b-Set-Cookie-x.pdf"),
        ("rechnung\u202egpj.pdf", "rechnunggpj.pdf"),
        (".htaccess", "datei.htaccess"),
        ("...", "datei"),
        ("", "datei"),
        ("bericht..pdf", "bericht.pdf"),
        ("½ Seite.pdf", "1-2-Seite.pdf"),
        ("haus.width-400.format-webp.webp", "haus.width-400.format-webp.webp"),
    ],
)
def test_a_name_as_it_is_kept(name: str, kept: str) -> None:
    assert safe_filename(name) == kept


def test_a_long_name_keeps_its_ending() -> None:
    assert safe_filename("a" * 300 + ".pdf") == "a" * (LONGEST - 4) + ".pdf"


@given(name=st.text())
def test_any_name_is_harmless_and_stays_as_it_is_the_second_time(name: str) -> None:
    kept = safe_filename(name)

    assert 0 < len(kept) <= LONGEST
    assert not OTHER.search(kept)
    assert kept[0] not in ".-"
    assert ".." not in kept
    assert safe_filename(kept) == kept

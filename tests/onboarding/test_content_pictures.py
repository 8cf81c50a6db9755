"""The demo's pictures and documents come from their names."""

from io import BytesIO

import pytest
from PIL import Image

from tools.pictures.bands import BANDS
from tools.pictures.documents import pdf
from tools.pictures.drawing import PALETTES, draw_webp, picture
from tools.pictures.motifs import MOTIFS


@pytest.mark.parametrize("motif", MOTIFS)
def test_a_name_gives_the_same_drawing_each_time(motif):
    assert picture("dortmund", motif, 3) == picture("dortmund", motif, 3)


def test_seed_and_palette_change_the_drawing():
    drawings = {
        picture("dortmund", "haus", 1),
        picture("dortmund", "haus", 2),
        picture("duesseldorf", "haus", 1),
    }

    assert len(drawings) == 3


def test_a_picture_is_drawn_as_webp(tmp_path):
    path = tmp_path / "buecher-1.webp"

    draw_webp("dortmund", path)

    with Image.open(path) as image:
        assert (image.format, image.size) == ("WEBP", (1200, 800))


@pytest.mark.parametrize("name", [name for name in PALETTES if name != "night"])
def test_each_palette_has_a_band(name):
    assert BANDS[PALETTES[name]["band"]](PALETTES[name]).startswith("<svg")


def test_a_document_is_a_pdf_whose_table_of_places_is_right():
    data = pdf("Über (uns)", "Erste Zeile\n\nZweite Zeile mit äöü.")

    start = int(data.rpartition(b"startxref\n")[2].split()[0])
    places = [int(line[:10]) for line in BytesIO(data[start:]).readlines()[3:10]]
    assert data[start:].startswith(b"xref")
    assert [data[place:].split(b" ")[0] for place in places] == [
        str(number).encode() for number in range(1, 8)
    ]
    assert "Über \\(uns\\)".encode("cp1252") in data

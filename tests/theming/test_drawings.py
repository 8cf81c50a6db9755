"""The map, the marks, soft hyphens and sizes of files."""

import re

import pytest

from tests.theming.conftest import ShowAs, tenant
from tests.theming.markup import problems_in
from verbund.theming.maps import draw
from verbund.theming.marks import mark_html
from verbund.theming.sizes import readable_size
from verbund.theming.softhyphens import SHY, soften

SITES = [
    ("Dortmund", 7.466, 51.514, True),
    ("Düsseldorf", 6.783, 51.227, True),
    ("Mönchengladbach", 6.437, 51.18, False),
]


def test_map_names_and_links_every_site() -> None:
    svg = draw(SITES, "Karte der Städte")

    assert problems_in(svg) == []
    assert [name for name, *_ in SITES] == re.findall(r">([^<]+)</text>", svg)
    assert svg.count("<circle") == 3


@pytest.mark.parametrize("count", [0, 1, 2])
def test_map_stands_with_few_sites(count: int) -> None:
    assert draw(SITES[:count], "Karte").count("<circle") == count


def test_map_escapes_names() -> None:
    assert "<b>" not in draw([("<b>", 7.0, 51.5, True)], "Karte")


def test_labels_do_not_hide_each_other() -> None:
    svg = draw(SITES, "Karte")
    places = re.findall(r'<text class="t" x="(\d+)" y="(\d+)"', svg)

    assert len(set(places)) == 3


def test_drawn_mark_is_a_file(show_as: ShowAs) -> None:
    show_as("netz")

    html = mark_html(tenant(palette="dortmund"), "mark")

    assert 'src="/static/themes/verbund/marks/dortmund.svg"' in html
    assert 'alt=""' in html


def test_city_without_a_mark_gets_its_letter_in_its_colours(show_as: ShowAs) -> None:
    show_as("verbund")

    html = mark_html(tenant(name="Bochum", accent="#0060a8"), "mark")

    assert ">B</text>" in html
    assert problems_in(html) == []


@pytest.mark.parametrize(
    ("word", "expected"),
    [
        ("Antidiskriminierungsarbeit", "Antidiskriminierungs|arbeit"),
        ("Migrantenorganisationen", "Migranten|organisationen"),
        ("Regionalkonferenz", "Regionalkonferenz"),
        ("Lautsprecheranlage", "Lautsprecheranlage"),
    ],
)
def test_only_words_too_long_for_a_phone_may_break(word: str, expected: str) -> None:
    assert soften(word).replace(SHY, "|") == expected


def test_softened_text_is_escaped_once() -> None:
    assert soften("<b> & Migrantenorganisationen").startswith("&lt;b&gt; &amp; ")


@pytest.mark.parametrize(
    ("size", "expected"), [(900, "900 B"), (240_000, "240 kB"), (18_000_000, "18 MB")]
)
def test_size_is_told_in_the_nearest_unit(size: int, expected: str) -> None:
    assert readable_size(size).replace("\u00a0", " ") == expected

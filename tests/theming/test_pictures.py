"""Pictures in the sizes of the themes."""

from dataclasses import dataclass
from types import SimpleNamespace

from verbund.theming.pictures import SIZES, all_specs, filter_specs, source


@dataclass
class Image:
    """A picture of the library, as far as theming asks."""

    natural_width: int
    default_alt_text: str = "Ein runder Tisch"

    def get_renditions(self, *specs: str) -> dict[str, SimpleNamespace]:
        return {spec: self._rendition(spec) for spec in specs}

    def _rendition(self, spec: str) -> SimpleNamespace:
        size = spec.partition("|")[0].partition("-")[2]
        width = min(int(size.partition("x")[0]), self.natural_width)
        return SimpleNamespace(url=f"/media/{width}.webp", width=width, height=width * 2 // 3)


def test_each_size_is_webp_and_cut_around_the_focal_point() -> None:
    assert filter_specs("card") == ("fill-400x267|format-webp", "fill-800x533|format-webp")


def test_all_specs_hold_each_once() -> None:
    assert len(set(all_specs())) == len(all_specs())
    assert set(filter_specs(*SIZES)) == set(all_specs())


def test_image_offers_its_widths_and_its_description() -> None:
    found = source(Image(2000), "card")

    assert found.srcset == "/media/400.webp 400w, /media/800.webp 800w"
    assert [found.src, found.width, found.alt] == ["/media/800.webp", 800, "Ein runder Tisch"]


def test_small_image_is_offered_once() -> None:
    assert source(Image(300), "lead").srcset == "/media/300.webp 300w"


def test_given_alt_comes_before_the_description() -> None:
    assert source(Image(2000), "card", alt="").alt == ""


def test_plain_data_is_shown_as_it_is() -> None:
    found = source({"src": "/a.webp", "width": 6, "height": 4, "alt": "Tisch"}, "card")

    assert [found.src, found.alt, found.srcset, found.sizes] == ["/a.webp", "Tisch", "", ""]

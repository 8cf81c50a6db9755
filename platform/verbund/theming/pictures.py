"""The sizes in which pictures are shown: what is rendered ahead and what stands in `srcset`."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True)
class Size:
    """Widths in pixels of a cut (or of the whole picture), and how wide the page shows it."""

    widths: tuple[int, ...]
    sizes: str
    ratio: tuple[int, int] | None = None

    def specs(self) -> tuple[str, ...]:
        return tuple(self._spec(width) for width in self.widths)

    def _spec(self, width: int) -> str:
        if self.ratio is None:
            return f"width-{width}|format-webp"
        height = round(width * self.ratio[1] / self.ratio[0])
        return f"fill-{width}x{height}|format-webp"


FULL = "(min-width: 76rem) 76rem, 100vw"
SIZES: dict[str, Size] = {
    "card": Size((400, 800), "(min-width: 64rem) 24rem, (min-width: 48rem) 46vw, 94vw", (3, 2)),
    "lead": Size((480, 800, 1200), "(min-width: 64rem) 44rem, 94vw", (3, 2)),
    "side": Size((160, 320, 480), "(min-width: 64rem) 10rem, 34vw", (1, 1)),
    "half": Size((400, 800), "(min-width: 48rem) 36rem, 94vw", (3, 2)),
    "wide": Size((480, 960, 1440), "(min-width: 64rem) 52rem, 94vw", (16, 9)),
    "full": Size((480, 960, 1440), FULL),
}


@dataclass(frozen=True)
class Source:
    """What an `<img>` needs."""

    src: str
    width: int
    height: int
    alt: str
    srcset: str = ""
    sizes: str = ""


def filter_specs(*names: str) -> tuple[str, ...]:
    """Filter specs of these sizes, for `prefetch_renditions`."""
    return tuple(spec for name in names for spec in SIZES[name].specs())


def all_specs() -> tuple[str, ...]:
    """Filter specs of all sizes, for the job that renders a new picture."""
    return tuple(dict.fromkeys(filter_specs(*SIZES)))


def as_mapping(item: Any) -> Mapping[str, Any]:
    """A mapping as it is, an object's fields as one."""
    return item if isinstance(item, Mapping) else vars(item)


def source(image: Any, size: str, alt: str | None = None) -> Source:
    """The picture in this size: a Wagtail image, or plain data with `src`, `width` and `height`."""
    if hasattr(image, "get_renditions"):
        return _rendered(image, SIZES[size], alt)
    data = as_mapping(image)
    return Source(
        src=data["src"],
        width=data["width"],
        height=data["height"],
        alt=data.get("alt", "") if alt is None else alt,
        srcset=data.get("srcset", ""),
        sizes=SIZES[size].sizes if data.get("srcset") else "",
    )


def _rendered(image: Any, size: Size, alt: str | None) -> Source:
    found = image.get_renditions(*size.specs())
    # A small picture is not blown up: two specs may give the same width.
    by_width = {found[spec].width: found[spec] for spec in size.specs()}
    renditions = [by_width[width] for width in sorted(by_width)]
    shown = renditions[min(1, len(renditions) - 1)]
    return Source(
        src=shown.url,
        width=shown.width,
        height=shown.height,
        alt=image.default_alt_text if alt is None else alt,
        srcset=", ".join(f"{each.url} {each.width}w" for each in renditions),
        sizes=size.sizes,
    )

"""Colours and their contrast as the WCAG measures it."""

from typing import Annotated

from pydantic import AfterValidator, StringConstraints

Colour = Annotated[str, StringConstraints(pattern=r"^#[0-9a-fA-F]{6}$"), AfterValidator(str.lower)]

WHITE = "#ffffff"


def channels(colour: str) -> tuple[int, int, int]:
    """Red, green and blue of ``#rrggbb``, each 0 to 255."""
    return int(colour[1:3], 16), int(colour[3:5], 16), int(colour[5:7], 16)


def _linear(channel: int) -> float:
    part = channel / 255
    return part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4


_LINEAR = tuple(_linear(channel) for channel in range(256))


def luminance(colour: str) -> float:
    red, green, blue = channels(colour)
    return 0.2126 * _LINEAR[red] + 0.7152 * _LINEAR[green] + 0.0722 * _LINEAR[blue]


def ratio(one: str, other: str) -> float:
    """Contrast of two colours, 1 to 21."""
    return _contrast(luminance(one), luminance(other))


def _contrast(one: float, other: float) -> float:
    return (max(one, other) + 0.05) / (min(one, other) + 0.05)


def mix(colour: str, other: str, share: float) -> str:
    """`colour` with a `share` (0 to 1) of `other` in it."""
    mixed = (
        round(a * (1 - share) + b * share)
        for a, b in zip(channels(colour), channels(other), strict=True)
    )
    return "#" + "".join(f"{channel:02x}" for channel in mixed)


def towards(colour: str, other: str, against: tuple[str, ...], need: float) -> str:
    """`colour` with as little of `other` as gives it the contrast `need` against each ground."""
    grounds = [luminance(ground) for ground in against]
    low, high = 0, 64
    while low < high:
        middle = (low + high) // 2
        shade = luminance(mix(colour, other, middle / 64))
        if all(_contrast(shade, ground) >= need for ground in grounds):
            high = middle
        else:
            low = middle + 1
    return mix(colour, other, high / 64)

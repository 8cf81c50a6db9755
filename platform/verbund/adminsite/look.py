"""The tenant's colours in the admin: a small sheet of variables that Wagtail's own reads."""

import hashlib
from colorsys import rgb_to_hls

from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.views.decorators.http import require_safe

from verbund.tenancy.context import maybe_tenant
from verbund.theming.colours import WHITE, channels, towards
from verbund.theming.tokens import tokens_of

BLACK = "#000000"
READABLE = 4.5
DARK_GROUND = "#2e2e2e"
LINKS = (
    "text-link-default",
    "text-link-hover",
    "text-button-outline-default",
    "border-button-outline-default",
)
FOR_EVER = "public, max-age=31536000, immutable"
SHORTLY = "public, max-age=60"


def admin_sheet() -> str:
    """Variables for the current tenant; white text on them can be read, whatever its accent."""
    tokens = tokens_of(maybe_tenant())
    ground = towards(tokens.light["deep"], BLACK, (WHITE,), READABLE)
    action = towards(tokens.light["accent"], BLACK, (WHITE,), READABLE)
    link = towards(tokens.dark["accent"], WHITE, (DARK_GROUND,), READABLE)
    by_night = "".join(f"--w-color-{name}:{link};" for name in LINKS)
    return (
        f":root{{{_hsl('primary', ground)}{_hsl('secondary', action)}}}"
        f".w-theme-dark{{{by_night}}}"
        f"@media(prefers-color-scheme:dark){{.w-theme-system{{{by_night}}}}}"
    )


def sheet_url() -> str:
    """Changes with the colours, so that a browser may keep the sheet."""
    return reverse("adminsite:colours", args=[_digest(admin_sheet())])


@require_safe
def colours(request: HttpRequest, digest: str) -> HttpResponse:
    """The current colours, whatever the digest; only the right one may be kept for long."""
    sheet = admin_sheet()
    keep = FOR_EVER if digest == _digest(sheet) else SHORTLY
    return HttpResponse(
        sheet, content_type="text/css; charset=utf-8", headers={"Cache-Control": keep}
    )


def _digest(sheet: str) -> str:
    return hashlib.sha256(sheet.encode()).hexdigest()[:16]


def _hsl(name: str, colour: str) -> str:
    red, green, blue = (channel / 255 for channel in channels(colour))
    hue, lightness, saturation = rgb_to_hls(red, green, blue)
    return (
        f"--w-color-{name}-hue:{hue * 360:.1f};"
        f"--w-color-{name}-saturation:{saturation:.1%};"
        f"--w-color-{name}-lightness:{lightness:.1%};"
    )

"""`{% component %}` and the small tags and filters that templates of pages and themes use."""

import re
from collections.abc import Iterable
from typing import Any

from django import template
from django.conf import settings
from django.templatetags.static import static
from django.urls import reverse
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString, mark_safe

from verbund.theming import dates, maps, paging, pictures
from verbund.theming.current import current_tenant, current_theme
from verbund.theming.marks import mark_html
from verbund.theming.registry import theme_named
from verbund.theming.sizes import readable_size
from verbund.theming.softhyphens import LONG, soften
from verbund.theming.stylesheet import sheet_hash
from verbund.theming.tagnodes import compile_block, compile_component, compile_slot
from verbund.theming.tokens import Themed, tokens_of

register = template.Library()
register.tag("component", compile_component)
register.tag("componentblock", compile_block)
register.tag("slot", compile_slot)
register.simple_tag(paging.page_numbers)
register.simple_tag(paging.page_url)

NO_MARK = "verbund"
QUOTES = '"„“”«»‚‘’'


@register.simple_tag
def icon(name: str, classes: str = "") -> SafeString:
    """A drawing of the sprite; decorative, words stand beside it."""
    return format_html(
        '<svg class="{}" aria-hidden="true"><use href="{}#i-{}"></use></svg>',
        f"i {classes}".strip(),
        static(current_theme().static_file("icons/sprite.svg")),
        name,
    )


@register.simple_tag
def mark(tenant: Themed | None, classes: str = "mark") -> SafeString:
    """The city's mark; decorative, the name stands beside it."""
    return mark_html(tenant, classes)


@register.simple_tag
def mark_url(tenant: Themed | None) -> str:
    """The mark as a file, for the page's icon; the house's own for a city that has none drawn."""
    tokens = tokens_of(tenant)
    owner, drawn = theme_named(tokens.theme).mark(tokens.mark or NO_MARK)
    return static(owner.static_path(drawn.file))


@register.simple_tag
def stylesheet() -> str:
    """The address of the current site's stylesheet."""
    return reverse("theming:style", args=[sheet_hash(tokens_of(current_tenant()))])


@register.simple_tag
def preload_fonts() -> SafeString:
    """Links to the first file of each family, so that text does not jump when it arrives."""
    return format_html_join(
        "\n",
        '<link rel="preload" as="font" type="font/woff2" href="{}" crossorigin>',
        ((static(owner.static_path(font.files[0].file)),) for owner, font in current_theme().fonts),
    )


@register.simple_tag
def pattern_of(tenant: Themed | None) -> str:
    """The name of a site's pattern, for the class `pattern-<name>`."""
    return tokens_of(tenant).pattern


@register.simple_tag
def picture_source(image: Any, size: str, alt: str | None = None) -> pictures.Source:
    return pictures.source(image, size, alt)


@register.simple_tag
def drawn_map(items: Iterable[Any], label: str) -> SafeString:
    sites = [pictures.as_mapping(item) for item in items]
    return maps.draw(
        [(site["name"], site["lon"], site["lat"], site.get("current", True)) for site in sites],
        label,
    )


@register.filter
def text_direction(language: str) -> str:
    """`rtl` or `ltr` for a language code; empty without one."""
    if not language:
        return ""
    return "rtl" if language.partition("-")[0] in settings.LANGUAGES_BIDI else "ltr"


@register.filter
def day(value: dates.Moment | None) -> str:
    return dates.day(value) if value else ""


@register.filter
def day_of_year(value: dates.Moment | None) -> str:
    return dates.day_of_year(value) if value else ""


@register.filter
def month_year(value: dates.Moment | None) -> str:
    return dates.month_year(value) if value else ""


@register.simple_tag
def time_span(start: dates.Moment | None, end: dates.Moment | None = None) -> str:
    return dates.until(start, end or None) if start else ""


@register.filter
def moment(value: dates.Moment | None) -> str:
    return dates.moment(value) if value else ""


@register.filter
def days_left(value: dates.Moment | None) -> str:
    return dates.days_left(value) if value else ""


@register.filter
def iso(value: dates.Moment | None) -> str:
    """For `<time datetime>`."""
    return dates.iso(value) if value else ""


@register.filter
def filesize_short(size: int | None) -> str:
    return readable_size(size) if size else ""


@register.filter
def tel(number: str) -> str:
    """A number as it stands in a link: digits, and the plus of a country."""
    return re.sub(r"[^\d+]", "", number)


@register.filter
def soft(text: str, longer_than: int = LONG) -> SafeString:
    """Long words may break where their parts meet; the text is escaped."""
    return mark_safe(soften(text, longer_than))  # noqa: S308  # soften escapes


@register.filter
def unquoted(text: str) -> str:
    """Without the quotation marks typed round it: the theme sets those of the language."""
    return text.strip().strip(QUOTES) if text.strip()[:1] in QUOTES else text


@register.filter
def labelled(cells: Iterable[Any], labels: list[str]) -> list[tuple[str, Any]]:
    """Each cell with the label of its column."""
    return list(zip(labels, cells, strict=False))


@register.filter
def head(items: Iterable[Any], count: int) -> list[Any]:
    """The first of them."""
    return list(items)[:count]


@register.filter
def tail(items: Iterable[Any], count: int) -> list[Any]:
    """Those after the first."""
    return list(items)[count:]


@register.filter
def any_checked(options: Iterable[Any]) -> bool:
    return any(pictures.as_mapping(option).get("checked") for option in options)


NOTE_KINDS = {"success": "ok", "warning": "warn", "error": "bad"}


@register.filter
def note_kind(level: str) -> str:
    """The kind of a component `note` for the level of one of Django's messages."""
    return NOTE_KINDS.get(level, "")

"""The mark of a city: drawn for some, its first letter on its colour for all others."""

from django.templatetags.static import static
from django.utils.html import format_html
from django.utils.safestring import SafeString

from verbund.theming.registry import Theme, theme_named
from verbund.theming.tokens import Themed, Tokens, tokens_of

_LETTER = (
    '<svg class="{}" viewBox="0 0 48 48" width="48" height="48" aria-hidden="true">'
    '<path fill="{}" d="M0 0h48v48H0z"></path>'
    '<text x="24" y="34" fill="{}" font-size="29" font-weight="800" text-anchor="middle">{}</text>'
    "</svg>"
)


def mark_html(tenant: Themed | None, classes: str) -> SafeString:
    tokens = tokens_of(tenant)
    if tokens.mark:
        return _drawn(theme_named(tokens.theme), tokens.mark, classes)
    return _letter(tokens, getattr(tenant, "name", "")[:1].upper(), classes)


def _drawn(theme: Theme, name: str, classes: str) -> SafeString:
    owner, mark = theme.mark(name)
    return format_html(
        '<img class="{}" src="{}" width="48" height="48" alt="">',
        classes,
        static(owner.static_path(mark.file)),
    )


def _letter(tokens: Tokens, letter: str, classes: str) -> SafeString:
    return format_html(_LETTER, classes, tokens.light["deep"], tokens.light["deep-accent"], letter)

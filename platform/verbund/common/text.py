"""Plain text from what editors write."""

import html
import re

from django.utils.html import strip_tags

_BLOCK_END = re.compile(r"</(?:p|h\d|li|ul|ol|blockquote|div|td|tr|dd|dt)>|<br\s*/?>", re.I)
_SPACE = re.compile(r"\s+")


def plain_text(markup: str) -> str:
    """Text without tags, words of neighbouring blocks kept apart, spaces folded."""
    text = html.unescape(strip_tags(_BLOCK_END.sub(" ", markup)))
    return _SPACE.sub(" ", text).strip()

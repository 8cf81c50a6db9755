"""Cleans rich text by allow-list before it is stored, wherever it comes from.

Cleaned is what goes in, not what comes out: what is stored is read by pages, feeds, searches,
the API, mails and exports, and each of them may rely on it.
"""

import re
from collections.abc import Callable
from typing import Any

import nh3
from wagtail.blocks import Block, ListBlock, RichTextBlock, StreamBlock, StructBlock

# What the editor offers and pages style; embeds and pictures have blocks of their own.
TAGS = {
    "a", "b", "blockquote", "br", "em", "h2", "h3", "h4", "hr", "i", "li", "ol", "p", "strong",
    "sub", "sup", "ul",
}  # fmt: skip
# Gone with all they hold; other tags leave their words.
WITH_CONTENT = {"script", "style", "iframe", "object", "template", "noscript", "title", "textarea"}
ATTRIBUTES = {"a": {"href", "linktype", "id"}, "*": {"data-block-key"}}
SCHEMES = {"http", "https", "mailto", "tel"}
# A host must follow "//", and "//host" itself is an address that only looks like a path.
TARGET = re.compile(r"(?:https?://[^\s\\/]|mailto:\S|tel:\S|/(?![/\\])|#)[^\s\\]*", re.IGNORECASE)
NUMBER = re.compile(r"\d{1,18}")
BLOCK_KEY = re.compile(r"[\w-]{1,36}")
LINK_TYPES = {"page", "document"}


def clean_rich_text(html: str) -> str:
    """Markup that can't act: known tags, links to the web, mail, telephone, or inside the site.

    >>> clean_rich_text('<p onclick="x()">Hallo <script>x()</script><a href="javascript:x">da</a>')
    '<p>Hallo <a>da</a></p>'
    """
    return nh3.clean(
        html,
        tags=TAGS,
        clean_content_tags=WITH_CONTENT,
        attributes=ATTRIBUTES,
        attribute_filter=_kept,
        url_schemes=SCHEMES,
        link_rel=None,
    )


def is_safe_target(address: str) -> bool:
    """Whether a link may lead there: http(s), mailto, tel, a path of the site, a part of a page."""
    return bool(TARGET.fullmatch(address.strip()))


VALUES: dict[str, Callable[[str], object]] = {
    "href": is_safe_target,
    "linktype": LINK_TYPES.__contains__,
    "id": NUMBER.fullmatch,
    "data-block-key": BLOCK_KEY.fullmatch,
}


def _kept(tag: str, attribute: str, value: str) -> str | None:
    # Asked of every attribute, of those too that are not in the list above.
    fits = VALUES.get(attribute)
    return value if fits and fits(value) else None


def clean_stream(block: Block, value: Any) -> Any:
    """The JSON of a StreamField's value with every rich text in it cleaned.

    Walks the stored form, since a value that nobody looked at is stored as it came.
    """
    if isinstance(block, RichTextBlock):
        return clean_rich_text(value or "")
    if isinstance(block, StreamBlock):
        return [_clean_child(block.child_blocks.get(item["type"]), item) for item in value]
    if isinstance(block, ListBlock):
        return [_clean_item(block.child_block, item) for item in value]
    if isinstance(block, StructBlock) and isinstance(value, dict):
        return {
            name: clean_stream(block.child_blocks[name], inner)
            if name in block.child_blocks
            else inner
            for name, inner in value.items()
        }
    return value


def _clean_child(block: Block | None, item: dict[str, Any]) -> dict[str, Any]:
    # A block that no longer exists stays: Wagtail shows nothing of it.
    return item if block is None else {**item, "value": clean_stream(block, item["value"])}


def _clean_item(block: Block, item: Any) -> Any:
    """Items of a list are dicts with an id; in old content the bare value."""
    if isinstance(item, dict) and item.get("type") == "item":
        return {**item, "value": clean_stream(block, item["value"])}
    return clean_stream(block, item)

"""The small part of Markdown that content files use, made into clean rich text."""

import re
from html import escape

from verbund.common.richtext import clean_rich_text, is_safe_target

BULLET = re.compile(r"- +(.*)")
NUMBER = re.compile(r"\d+\. +(.*)")
LINK = re.compile(r"\[([^\]]+)\]\(([^)\s]+)\)")
BOLD = re.compile(r"\*\*(.+?)\*\*")
ITALIC = re.compile(r"\*(.+?)\*")
TARGET = re.compile(r"(/|mailto:|tel:|https://|#).*")


def check_target(target: str) -> str:
    """A path of the site, or an address that can't run anything."""
    if target and not (TARGET.fullmatch(target) and is_safe_target(target)):
        raise ValueError(
            f"“{target}” is no target of a link. Use a path from the site's root (“/ueber-uns/”), "
            "mailto:, tel: or https://."
        )
    return target


def rich_text(markdown: str) -> str:
    """Paragraphs and lists, parted by empty lines; a list item is one line."""
    chunks = [chunk.splitlines() for chunk in re.split(r"\n\s*\n", markdown.strip())]
    html = "".join(_chunk([line.strip() for line in lines]) for lines in chunks if lines)
    return clean_rich_text(html)


def _chunk(lines: list[str]) -> str:
    for pattern, tag in ((BULLET, "ul"), (NUMBER, "ol")):
        items = [pattern.fullmatch(line) for line in lines]
        if all(items):
            rows = "".join(f"<li>{inline(item[1])}</li>" for item in items if item)
            return f"<{tag}>{rows}</{tag}>"
    return f"<p>{_lines(lines)}</p>"


def _lines(lines: list[str]) -> str:
    """Lines of a paragraph flow together; one that ends with a backslash breaks."""
    text = "".join(
        f"{inline(line[:-1].rstrip())}<br>" if line.endswith("\\") else f"{inline(line)} "
        for line in lines
    )
    return text.strip()


def inline(text: str) -> str:
    html = escape(text, quote=False)
    html = LINK.sub(lambda m: f'<a href="{check_target(m[2])}">{m[1]}</a>', html)
    return ITALIC.sub(r"<i>\1</i>", BOLD.sub(r"<b>\1</b>", html))

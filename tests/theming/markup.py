"""Reads HTML strictly: what is opened is closed, in order."""

from html.parser import HTMLParser

VOID = {"area", "base", "br", "col", "hr", "img", "input", "link", "meta", "source", "wbr"}
Attributes = list[tuple[str, str | None]]


class Strict(HTMLParser):
    """Collects tags, and complaints about what does not nest."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.open: list[str] = []
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.problems: list[str] = []

    def handle_starttag(self, tag: str, attrs: Attributes) -> None:
        self.tags.append((tag, dict(attrs)))
        if len(dict(attrs)) != len(attrs):
            self.problems.append(f"<{tag}> has an attribute twice")
        if tag not in VOID:
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        if not self.open or self.open.pop() != tag:
            self.problems.append(f"</{tag}> closes nothing")


def read(html: str) -> Strict:
    parser = Strict()
    parser.feed(html)
    parser.close()
    parser.problems += [f"<{tag}> stays open" for tag in parser.open]
    return parser


def problems_in(html: str) -> list[str]:
    """What is wrong with a piece of a page: nesting, inline styles and scripts, doubled ids."""
    parser = read(html)
    found = list(parser.problems)
    ids = [attrs["id"] for _, attrs in parser.tags if "id" in attrs]
    found += [f"id {each} is there twice" for each in {i for i in ids if ids.count(i) > 1}]
    for tag, attrs in parser.tags:
        found += [f"<{tag}> has {name}" for name in attrs if name.startswith(("style", "on"))]
        if tag in {"script", "style"}:
            found.append(f"<{tag}> in the page")
        if tag == "img" and attrs.get("alt") is None:
            found.append("an image without alt")
        if tag == "a" and not attrs.get("href"):
            found.append("a link without address")
    return found

"""Walks a site as a search engine does: from its home page and its sitemap, over every link."""

import re
from collections import deque
from collections.abc import Iterator
from dataclasses import dataclass, field
from html.parser import HTMLParser
from urllib.parse import parse_qsl, urldefrag, urljoin, urlsplit

from tests.demo_site import DemoSite

LINKS = {
    ("a", "href"), ("link", "href"), ("img", "src"), ("img", "srcset"), ("source", "srcset"),
    ("script", "src"), ("form", "action"), ("use", "href"),
}  # fmt: skip
REDIRECTS = {301, 302, 308}
# A document that the worker still makes answers 202 with a page that waits for it
PAGES = {200, 202}
# A search leads to searches without end, filters of a list too: one address of each set of
ENDLESS = re.compile(r"^(/[a-z-]+)?/(suche|mitglieder|ressourcen)/")


@dataclass(frozen=True)
class Address:
    """A path of one of the demo's sites."""

    site: str
    path: str

    def __str__(self) -> str:
        return f"{self.site}{self.path}"


@dataclass
class Found:
    """What a crawl saw: pages by address, and what answers neither with a page nor a redirect."""

    pages: dict[str, str] = field(default_factory=dict)
    broken: dict[str, str] = field(default_factory=dict)


class Links(HTMLParser):
    """Every address that a page names."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.addresses: list[str] = []
        self.feed(text)

    def handle_starttag(self, tag: str, attributes: list[tuple[str, str | None]]) -> None:
        if (dict(attributes).get("method") or "").lower() == "post":
            return  # what a form sends to need not answer to a look
        for name, value in attributes:
            if value and (tag, name) in LINKS:
                self.addresses += targets(name, value)


def targets(name: str, value: str) -> list[str]:
    if name == "srcset":
        return [candidate.split()[0] for candidate in value.split(",")]
    return [value]


def crawl(site: DemoSite, names: tuple[str, ...]) -> Found:
    """Every page of these sites, each asked for once."""
    found = Found()
    waiting = deque(start for name in names for start in starts(site, name))
    seen: set[Address] = set()
    while waiting:
        address, origin = waiting.popleft()
        if shape(address) in seen or address.site not in names:
            continue
        seen.add(shape(address))
        answer = site.get(address.site, address.path)
        if answer.status in REDIRECTS:
            links = [answer.headers["location"]]
        elif answer.status not in PAGES:
            links = []
            found.broken[str(address)] = f"{answer.status}, linked from {origin}"
        elif answer.headers["content-type"].startswith("text/html"):
            found.pages[str(address)] = answer.text
            links = Links(answer.text).addresses
        else:
            links = []
        waiting.extend((target, str(address)) for target in ours(site, address, links))
    return found


def starts(site: DemoSite, name: str) -> list[tuple[Address, str]]:
    listed = re.findall(r"<loc>([^<]+)</loc>", site.get(name, "/sitemap.xml").text)
    home = Address(name, "/")
    return [(home, "the start"), *((it, "the sitemap") for it in ours(site, home, listed))]


def shape(address: Address) -> Address:
    """The address, or of a search only which parameters it has."""
    parts = urlsplit(address.path)
    if not ENDLESS.match(parts.path):
        return address
    keys = sorted(key for key, _value in parse_qsl(parts.query))
    return Address(address.site, f"{parts.path}?{keys}")


def ours(site: DemoSite, at: Address, links: list[str]) -> Iterator[Address]:
    """What of a page's links leads to one of the demo's sites; the admin is for its staff."""
    for link in links:
        target = urlsplit(urldefrag(urljoin(site.address(at.site, at.path), link)).url)
        host, _, port = target.netloc.partition(":")
        if port == str(site.port) and not target.path.startswith("/admin"):
            path = target._replace(scheme="", netloc="").geturl()
            yield Address(host.removesuffix("localhost").rstrip("."), path)

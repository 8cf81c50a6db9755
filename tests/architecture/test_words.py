"""A plugin's German words stay its own: one catalogue holds for all apps of a site."""

from pathlib import Path

import django
import polib
import pytest
import wagtail

from tests.architecture.sources import ROOT

CATALOGUES = sorted((ROOT / "plugins").glob("*/locale/de/LC_MESSAGES/django.po"))
# Names of fields that mean in Wagtail's lists what they mean in ours.
SAME_THING = {"Published", "status", "version"}


def words_of_the_admin() -> dict[tuple[str | None, str], str]:
    """What Wagtail and Django say themselves, by context and message."""
    folders = [Path(module.__file__ or "").parent for module in (django, wagtail)]
    files = [file for folder in folders for file in folder.glob("**/locale/de/**/django.mo")]
    return {
        (entry.msgctxt, entry.msgid): entry.msgstr for file in files for entry in polib.mofile(file)
    }


@pytest.mark.parametrize("path", CATALOGUES, ids=lambda path: path.parts[-5])
def test_a_plugin_says_no_word_of_the_admin_in_another_way(path: Path) -> None:
    """Or else its “Approve” is on the button of every page."""
    theirs = words_of_the_admin()
    said = {entry.msgid: (entry.msgctxt, entry.msgstr) for entry in polib.pofile(path)}

    changed = {
        word: (theirs[context, word], text)
        for word, (context, text) in said.items()
        if theirs.get((context, word), text) != text
    }

    assert changed.keys() - SAME_THING == set()

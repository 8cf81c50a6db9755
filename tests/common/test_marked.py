"""Marked messages are found in Python and in templates, with context and plural."""

from pathlib import Path

from verbund.common.marked import marks_in

PYTHON = """
from django.utils.translation import gettext_lazy as _, ngettext, pgettext

LABEL = _("Search")
VERB = pgettext("verb", "Search")
MANY = ngettext("%(count)s item", "%(count)s items", 2)
OTHER = print("not marked")
DYNAMIC = _(LABEL)
"""
TEMPLATE = """{% load i18n %}
{% translate "Read on" %}
{% blocktranslate trimmed with name=site %}
  Hello
  {{ name }}
{% endblocktranslate %}
{% translate "Search" context "verb" %}
{% blocktranslate count n=n %}{{ n }} hit{% plural %}{{ n }} hits{% endblocktranslate %}
{{ _("Direct") }} plain text
"""


def found(folder: Path) -> list[tuple[str, int, str]]:
    return [(mark.path.name, mark.line, mark.key) for mark in marks_in([folder])]


def test_in_python(tmp_path: Path) -> None:
    (tmp_path / "models.py").write_text(PYTHON)

    assert found(tmp_path) == [
        ("models.py", 4, "Search"),
        ("models.py", 5, "verb\x04Search"),
        ("models.py", 6, "%(count)s item\x00%(count)s items"),
    ]


def test_in_templates(tmp_path: Path) -> None:
    (tmp_path / "templates").mkdir()
    (tmp_path / "templates" / "page.html").write_text(TEMPLATE)

    assert [key for _, _, key in found(tmp_path)] == [
        "Read on",
        "Hello %(name)s",
        "verb\x04Search",
        "%(n)s hit\x00%(n)s hits",
        "Direct",
    ]


def test_tests_are_no_part_of_what_people_see(tmp_path: Path) -> None:
    (tmp_path / "tests").mkdir()
    (tmp_path / "tests" / "test_models.py").write_text(PYTHON)

    assert found(tmp_path) == []

"""How a new plugin may be called, and the names that follow from it."""

import keyword
import re
from dataclasses import dataclass

from django.apps import apps

_NAME = re.compile(r"[a-z][a-z0-9]*(?:_[a-z0-9]+)*")
LONGEST = 30
# Names that would hide a package which everybody imports.
_TAKEN = frozenset({"django", "wagtail", "verbund", "plugins", "tests", "tools", "test"})


class BadName(ValueError):
    """The name can't be used; the message says why and what to do."""


@dataclass(frozen=True)
class PluginName:
    """``inside`` means in our own plugins/, else in a distribution of its own."""

    name: str
    title: str
    inside: bool

    @property
    def package(self) -> str:
        return f"plugins.{self.name}" if self.inside else self.name

    @property
    def words(self) -> dict[str, str]:
        """What stands in the skeleton's files in the place of $name and the others."""
        camel = "".join(part.title() for part in self.name.split("_"))
        return {
            "name": self.name,
            "Name": camel,
            "lower": camel.lower(),
            "slug": self.name.replace("_", "-"),
            "title": self.title,
            "package": self.package,
        }


def checked_name(name: str, title: str, inside: bool) -> PluginName:
    """:raises BadName: it can't be a label, or belongs to something else."""
    if not _NAME.fullmatch(name) or len(name) > LONGEST:
        raise BadName(
            f"“{name}” can't be a plugin's name: use up to {LONGEST} lower-case letters, digits "
            "and single underscores, beginning with a letter, as in “lending”."
        )
    if keyword.iskeyword(name) or name in _TAKEN:
        raise BadName(f"“{name}” means something else in Python. Choose another name.")
    if name in {config.label for config in apps.get_app_configs()}:
        raise BadName(f"“{name}” is installed already. Choose another name.")
    title = " ".join((title or name.replace("_", " ").capitalize()).split())
    if any(sign in title for sign in '"\\$%{}'):
        raise BadName(f'The title “{title}” has a sign that code would trip over: " \\ $ % {{ }}.')
    return PluginName(name, title, inside)

"""How the table says who may: areas of lines, each with the addresses that it is about."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from types import MappingProxyType


class May(StrEnum):
    YES = "ja"
    OWN = "nur Eigenes"
    NO = "nein"


ADMIN, EDITOR, AUTHOR = "Administration", "Redaktion", "Autor:in"
KEEPER = "Verzeichnis"
"""The role of the plugin *Mitglieder*."""
SAMPLES = "Proben"
"""The role of the tests' plugin: it works below its plugin's main page alone."""
LENDING = "Verleih"
ROLES = (ADMIN, EDITOR, AUTHOR, KEEPER, LENDING, SAMPLES)
"""Each role that may exist in a site; a new one needs its place here, or a test fails."""
OF_THE_TESTS = "(Erweiterung der Tests)"
"""Marks lines that docs/roles.md leaves out."""
ANY_ROLE, MEMBER, EVERYBODY = "jede Rolle", "Mitglied", "alle"
SUPPORT = "Support"
"""An operator in a site for an hour: as its Administration where no line says otherwise."""

Who = Mapping[str, May]


def who(**cells: May) -> Who:
    """By short names: who(admin=YES, author=OWN)."""
    names = {
        "admin": ADMIN,
        "editor": EDITOR,
        "author": AUTHOR,
        "lending": LENDING,
        "keeper": KEEPER,
        "samples": SAMPLES,
        "any_role": ANY_ROLE,
        "support": SUPPORT,
        "member": MEMBER,
        "everybody": EVERYBODY,
    }
    return MappingProxyType({names[name]: cell for name, cell in cells.items()})


YES, OWN = May.YES, May.OWN
NOBODY = who()
ALL = who(everybody=YES)
STAFF = who(any_role=YES)
"""Whoever has a role of this site."""
PERSONS = who(any_role=YES, support=May.NO)
"""Whoever has an account of her own."""
ADMINS = who(admin=YES)
PUBLISHERS = who(admin=YES, editor=YES)
KEEPERS = who(admin=YES, keeper=YES)
MEMBERS = who(member=YES)


@dataclass(frozen=True)
class Line:
    """What somebody does, in words; who may; and by which addresses.

    ``only_to_read`` are addresses that everybody may look at and nobody may send anything to.
    """

    text: str
    who: Who
    addresses: tuple[str, ...]
    only_to_read: bool = False

    def may(self, person: str) -> May:
        """What the table says of a role, of a member, or of nobody (EVERYBODY)."""
        if person in self.who:
            return self.who[person]
        if EVERYBODY in self.who:
            return self.who[EVERYBODY]
        if person == SUPPORT:
            return self.may(ADMIN)
        return self.who.get(ANY_ROLE, May.NO) if person in ROLES else May.NO


@dataclass(frozen=True)
class Area:
    """A part of the site, as people would name it."""

    title: str
    lines: tuple[Line, ...]


def line(text: str, people: Who, *addresses: str, only_to_read: bool = False) -> Line:
    return Line(text, people, addresses, only_to_read)

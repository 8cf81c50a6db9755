"""docs/roles.md, written from the table."""

from pathlib import Path

from tests.accounts.matrix.lines import (
    ADMIN,
    AUTHOR,
    EDITOR,
    EVERYBODY,
    KEEPER,
    LENDING,
    MEMBER,
    OF_THE_TESTS,
    ROLES,
    SAMPLES,
    SUPPORT,
    Area,
    Line,
    May,
)
from tests.accounts.matrix.table import SHOWN

COMMAND = "python -m tests.accounts.matrix"
MEANINGS = {
    ADMIN: "Betreut den Auftritt: Personen und Rollen, Einstellungen, alle Inhalte.",
    EDITOR: "Schreibt und veröffentlicht, und gibt frei, was andere einreichen.",
    AUTHOR: "Schreibt und reicht es zur Freigabe ein.",
    LENDING: "Pflegt den Verleih, entscheidet über Anfragen, gibt aus und nimmt zurück.",
    KEEPER: "Pflegt die Einträge des Verzeichnisses, seine Listen und seine Hauptseite.",
}
"""Role → what the site itself says of it."""
COLUMNS = (*(role for role in ROLES if role != SAMPLES), SUPPORT, MEMBER, EVERYBODY)
CELLS = {May.YES: "ja", May.OWN: "nur Eigenes", May.NO: "–"}
HEAD = Path(__file__).with_name("roles.head.md")


def roles_page() -> str:
    """The whole page."""
    roles = "\n".join(f"- **{role}**: {MEANINGS[role]}" for role in COLUMNS if role in MEANINGS)
    head = HEAD.read_text(encoding="utf-8").replace("ROLES", roles)
    return "\n".join([head, *(_area(area) for area in SHOWN)])


def _area(area: Area) -> str:
    lines = [line for line in area.lines if OF_THE_TESTS not in line.text]
    if all(line.may(column) == May.NO for line in lines for column in COLUMNS):
        rows = "\n".join(f"- {line.text}" for line in lines)
        return f"## {area.title}\nDies kann keine Rolle ändern oder ansehen.\n\n{rows}\n"
    head = f"| | {' | '.join(COLUMNS)} |\n|---|{'---|' * len(COLUMNS)}"
    rows = "\n".join(_row(line) for line in lines)
    return f"## {area.title}\n{head}\n{rows}\n"


def _row(line: Line) -> str:
    cells = (CELLS[line.may(column)] for column in COLUMNS)
    return f"| {line.text} | {' | '.join(cells)} |"

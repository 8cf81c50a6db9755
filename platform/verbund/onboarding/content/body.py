"""A content file's body: Markdown, with fenced blocks whose inside is TOML."""

import re
import tomllib
from collections.abc import Iterator

from pydantic import ValidationError

from verbund.onboarding.content import shapes
from verbund.onboarding.content.markdown import rich_text
from verbund.tenancy.recipe.known import suggestion
from verbund.tenancy.recipe.problems import Problem, ProblemsError, problems_in
from verbund.tenancy.recipe.tables import Table

FENCED: dict[str, tuple[str, type[Table]]] = {
    "image": ("image", shapes.Figure),
    "gallery": ("gallery", shapes.Gallery),
    "downloads": ("downloads", shapes.Downloads),
    "dates": ("dates", shapes.Dates),
    "contact": ("contact", shapes.ContactCard),
    "cta": ("call_to_action", shapes.CallToAction),
    "accordion": ("accordion", shapes.Accordion),
    "teasers": ("teasers", shapes.Teasers),
    "columns": ("two_columns", shapes.TwoColumns),
}
FENCE = re.compile(r"::: *([a-z]+)\s*")
Numbered = list[tuple[int, str]]


def read_body(text: str, place: shapes.Place, file: str, first_line: int) -> list[shapes.Block]:
    """The blocks in order; raises ProblemsError with every fault and its line."""
    numbered = list(enumerate(text.splitlines(), start=first_line))
    blocks: list[shapes.Block] = []
    problems: list[Problem] = []
    for name, lines in _parts(numbered):
        try:
            blocks += _fenced(name, lines, place, file) if name else _prose(lines, file)
        except ProblemsError as error:
            problems += error.problems
    if problems:
        raise ProblemsError(problems)
    return blocks


def _parts(lines: Numbered) -> Iterator[tuple[str, Numbered]]:
    """Stretches of prose (without a name) and fenced blocks (with theirs), in order."""
    name = ""
    part: Numbered = []
    for number, line in lines:
        opening = FENCE.fullmatch(line) if not name else None
        if opening or (name and line.strip() == ":::"):
            if part:
                yield name, part
            name, part = (opening[1], [(number, line)]) if opening else ("", [])
        else:
            part.append((number, line))
    if name:
        part.append((part[0][0], ""))
        yield f"{name}!", part
    elif part:
        yield name, part


def _fenced(name: str, lines: Numbered, place: shapes.Place, file: str) -> list[shapes.Block]:
    (number, _), inside = lines[0], "\n".join(line for _, line in lines[1:])
    if name.endswith("!"):
        raise ProblemsError(
            [Problem(file, number, name[:-1], "The block is not closed. Add “:::”.")]
        )
    if name not in FENCED:
        hint = suggestion(name, FENCED)
        raise ProblemsError([Problem(file, number, name, f"There is no block “{name}”. {hint}")])
    block_type, model = FENCED[name]
    try:
        value = model.model_validate(tomllib.loads(inside), context=place)
    except tomllib.TOMLDecodeError as error:
        raise ProblemsError([toml_problem(error, file, number)]) from error
    except ValidationError as error:
        raise ProblemsError(problems_in(error, model, file, inside, number + 1)) from error
    return [shapes.Block(block_type, value)]


def toml_problem(error: tomllib.TOMLDecodeError, file: str, line_before: int) -> Problem:
    found = re.search(r"at line (\d+)", str(error))
    line = line_before + (int(found[1]) if found else 1)
    return Problem(file, line, "", f"This is not valid TOML: {error}.")


def _prose(lines: Numbered, file: str) -> list[shapes.Block]:
    """Headings and quotes are blocks of their own; what lies between is one text."""
    blocks: list[shapes.Block] = []
    text: Numbered = []
    for chunk in _chunks(lines):
        first = chunk[0][1]
        if not first.startswith(("#", ">")):
            text += [*chunk, (0, "")]
            continue
        blocks += _text(text, file)
        text = []
        blocks.append(_heading(chunk, file) if first.startswith("#") else _quote(chunk))
    return blocks + _text(text, file)


def _chunks(lines: Numbered) -> Iterator[Numbered]:
    chunk: Numbered = []
    for number, line in [*lines, (0, "")]:
        if line.strip():
            chunk.append((number, line.strip()))
        elif chunk:
            yield chunk
            chunk = []


def _heading(chunk: Numbered, file: str) -> shapes.Block:
    (number, line), *rest = chunk
    if rest or not line.startswith("## "):
        raise ProblemsError(
            [Problem(file, number, "", "A heading is one line “## …” with empty lines around it.")]
        )
    return shapes.Block("heading", line[3:].strip())


def _quote(chunk: Numbered) -> shapes.Block:
    """The last line names who says it, if it begins with a dash."""
    said = [line.removeprefix(">").strip() for _, line in chunk]
    attribution = said.pop()[1:].strip() if said[-1].startswith("—") else ""
    return shapes.Block("quote", shapes.Quote(text=" ".join(said), attribution=attribution))


def _text(lines: Numbered, file: str) -> list[shapes.Block]:
    if not lines:
        return []
    try:
        return [shapes.Block("text", rich_text("\n".join(line for _, line in lines)))]
    except ValueError as error:
        raise ProblemsError([Problem(file, lines[0][0], "", str(error))]) from error

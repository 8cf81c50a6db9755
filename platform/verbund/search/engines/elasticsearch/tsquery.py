"""Reads the query language of PostgreSQL's full text search, in which the ways of meeting a term
are written, so that both engines look for the same."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

TOKEN = re.compile(
    r"\s*(?:'(?P<lexeme>(?:[^'\\]|''|\\.)*)'(?::(?P<marks>[*A-D]+))?|(?P<other><->|<0>|[&|()]))"
)
ESCAPED = re.compile(r"''|\\(.)")


@dataclass(frozen=True, slots=True)
class Lexeme:
    """`weights` are those of the fields it may stand in; none means any."""

    text: str
    beginning: bool = False
    weights: str = ""


@dataclass(frozen=True, slots=True)
class AnyOf:
    parts: tuple["Node", ...]


@dataclass(frozen=True, slots=True)
class AllOf:
    parts: tuple["Node", ...]


@dataclass(frozen=True, slots=True)
class Following:
    """One after the other, with no word between."""

    parts: tuple["Node", ...]


@dataclass(frozen=True, slots=True)
class Together:
    """All of them at the place of one word."""

    parts: tuple["Node", ...]


Node = Lexeme | AnyOf | AllOf | Following | Together
# From what binds least to what binds most.
OPERATORS: tuple[tuple[str, type[AnyOf | AllOf | Following | Together]], ...] = (
    ("|", AnyOf),
    ("&", AllOf),
    ("<->", Following),
    ("<0>", Together),
)


class NotUnderstood(ValueError):
    """A query of PostgreSQL that is none, or has what we never write: a mistake in the code."""


def parse(text: str) -> Node:
    """:raises NotUnderstood:"""
    tokens = list(_tokens(text))
    node, rest = _expression(tokens, 0)
    if rest:
        raise NotUnderstood(f"{text!r} ends in {rest[0]!r}.")
    return node


Token = Lexeme | str


def _tokens(text: str) -> Iterator[Token]:
    text = text.strip()
    end = 0
    while end < len(text):
        match = TOKEN.match(text, end)
        if match is None:
            raise NotUnderstood(f"{text!r}, from place {end}.")
        if match["lexeme"] is None:
            yield match["other"]
        else:
            marks = match["marks"] or ""
            written = ESCAPED.sub(lambda found: found[1] or "'", match["lexeme"])
            yield Lexeme(written, "*" in marks, marks.replace("*", ""))
        end = match.end()


def _expression(tokens: list[Token], level: int) -> tuple[Node, list[Token]]:
    if level == len(OPERATORS):
        return _atom(tokens)
    sign, kind = OPERATORS[level]
    node, tokens = _expression(tokens, level + 1)
    parts = [node]
    while tokens and tokens[0] == sign:
        node, tokens = _expression(tokens[1:], level + 1)
        parts.append(node)
    return (kind(tuple(parts)) if len(parts) > 1 else parts[0]), tokens


def _atom(tokens: list[Token]) -> tuple[Node, list[Token]]:
    if not tokens:
        raise NotUnderstood("The query ends where a word is expected.")
    first, rest = tokens[0], tokens[1:]
    if isinstance(first, Lexeme):
        return first, rest
    if first != "(":
        raise NotUnderstood(f"{first!r} stands where a word is expected.")
    node, rest = _expression(rest, 0)
    if not rest or rest[0] != ")":
        raise NotUnderstood("A bracket is not closed.")
    return node, rest[1:]

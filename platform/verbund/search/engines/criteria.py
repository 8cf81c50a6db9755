"""The ways of meeting a term as SQL: how well a row meets it, how far, and whether in its title."""

import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any

from ..analysis.terms import Terms
from .ways import WHOLLY, Way, any_of, word_group

# ts_rank of one lexeme is the weight of its field, up to this share of it for one occurrence.
ONE_OCCURRENCE = 0.6079
# What the other ways add to the best one.
MORE_WAYS = 0.2
LEXEME = re.compile(r"'(?:[^']|'')*'")


@dataclass(slots=True)
class Parameters:
    """Values for a statement by name, so that its pieces can be built in any order."""

    values: dict[str, Any] = field(default_factory=dict)

    def bind(self, value: Any) -> str:
        name = f"p{len(self.values)}"
        self.values[name] = value
        return f"%({name})s"


def score_sql(found: list[Way], parameters: Parameters) -> str:
    """The best way in which a row meets a term, and a little for each other way."""
    ways = [_way_sql(way, parameters) for way in found]
    best = f"GREATEST(0.0, {', '.join(ways)})"
    return f"({1 - MORE_WAYS} * {best} + {MORE_WAYS} * LEAST(1.0, {' + '.join(ways)}))"


def _way_sql(way: Way, parameters: Parameters) -> str:
    ranks = []
    for group in way.groups:
        query = parameters.bind(" | ".join(group))
        # ts_rank divides by the number of lexemes; one that is there must count as one alone.
        rank = f"{len(group)} * ts_rank(w.fields, r.lexemes, {query}::tsquery)"
        ranks.append(f"LEAST({rank}, {ONE_OCCURRENCE})")
    least = ranks[0] if len(ranks) == 1 else f"LEAST({', '.join(ranks)})"
    if way.gate:
        gate = parameters.bind(way.gate)
        least = f"CASE WHEN r.lexemes @@ {gate}::tsquery THEN {least} ELSE 0 END"
    return f"{way.weight} * {least}"


def met_sql(found: list[Way], parameters: Parameters) -> str:
    """How far a row meets a term: 1 wholly, 0 not at all."""
    degrees = sorted({way.met for way in found}, reverse=True)
    cases = [
        f"WHEN r.lexemes @@ {parameters.bind(any_query(found, degree))}::tsquery THEN {degree}"
        for degree in degrees
    ]
    return f"CASE {' '.join(cases)} ELSE 0.0 END"


def in_title_sql(found: list[Way], parameters: Parameters) -> str:
    """Whether a title meets a term wholly."""
    query = LEXEME.sub(lambda lexeme: f"{lexeme.group()}:A", any_query(found, WHOLLY))
    query = query.replace(":A:*", ":*A")
    return f"(r.lexemes @@ {parameters.bind(query)}::tsquery)::int"


def any_query(found: Iterable[Way], met: float | None = None) -> str:
    return " | ".join(f"({way.query})" for way in found if met in (None, way.met))


def sequence_query(terms: Terms) -> str:
    """All words in the order in which they were typed, in any inflection."""
    if len(terms.sequence) < 2:
        return ""
    return " <-> ".join(any_of(word_group(word)) for word in terms.sequence)


def wanted_lexemes(found: Iterable[list[Way]]) -> tuple[set[str], set[str]]:
    """Lexemes whose places are marked in the excerpt: whole ones, and beginnings."""
    whole: set[str] = set()
    beginnings: set[str] = set()
    groups = (group for ways in found for way in ways for group in way.groups)
    for lexeme in (lexeme for group in groups for lexeme in group):
        match = LEXEME.match(lexeme)
        assert match is not None
        (beginnings if lexeme.endswith(":*") else whole).add(_bare(match.group()))
    return whole, beginnings


def _bare(lexeme: str) -> str:
    return lexeme[1:-1].replace("''", "'").replace("\\\\", "\\")

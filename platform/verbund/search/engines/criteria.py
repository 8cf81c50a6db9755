"""The ways of meeting a term as SQL: how well a row meets it, how far, and whether in its title."""

import re
from collections.abc import Iterable

from ..analysis.terms import Terms
from .groups import any_of, word_group
from .parameters import Parameters
from .ways import WHOLLY, Way

# ts_rank of one lexeme is the weight of its field, up to this share of it for one occurrence.
ONE_OCCURRENCE = 0.6079
# What the other ways of meeting a term add to the best one.
MORE_WAYS = 0.2
LEXEME = re.compile(r"'(?:[^']|'')*'")


def score_sql(found: list[Way], parameters: Parameters) -> tuple[str, str]:
    """The best of some ways in which a row meets a term, and all of them together."""
    ways = [_way_sql(way, parameters) for way in found]
    if not ways:
        return "0::float8", "0::float8"
    return f"GREATEST({', '.join(ways)})::float8", f"LEAST(1, {' + '.join(ways)})::float8"


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
    return f"CASE {' '.join(cases)} ELSE 0 END::float8"


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
        (beginnings if lexeme.endswith(":*") else whole).add(bare(lexeme))
    return whole, beginnings


def bare(lexeme: str) -> str:
    """A lexeme of a tsquery as the vector has it."""
    match = LEXEME.match(lexeme)
    assert match is not None
    return match.group()[1:-1].replace("''", "'").replace("\\\\", "\\")

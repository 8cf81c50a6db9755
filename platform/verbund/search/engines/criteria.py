"""How a term may be met in a row, as pieces of SQL with their weights: the multi-criteria part of the ranking."""

from dataclasses import dataclass, field
from typing import Any

from ..analysis import german
from ..analysis.lexemes import ACRONYM, EXACT, HEAD, PART, STEM, YEAR, quoted
from ..analysis.synonyms import synonyms
from ..analysis.terms import Term, Terms

# ts_rank of one lexeme is the weight of its field, up to this share of it for one occurrence.
ONE_OCCURRENCE = 0.6079
# How much a way of meeting a term counts against the word as written.
WRITTEN = 1.0
INFLECTED = 0.94
AS_HEAD = 0.78  # asked Raum, written Jugendraum
AS_PART = 0.5  # asked Jugend, written Jugendraum
SAME_COMPOUND = 0.85  # asked Förderantrag, written Fördermittelantrag
BOTH_PARTS = 0.5  # asked Jugendraum, written Raum … Jugendliche
FIRST_PART_ONLY = 0.3
SYNONYM = 0.62
SYNONYM_IN_COMPOUND = 0.42
FOREIGN = 0.7
BEGINNING = 0.6
CORRECTED = 0.8
# A first part alone stands for the compound when it is long enough to be particular: Lautsprecher(anlage).
PARTICULAR = 9
PARTLY_MET = 0.55


@dataclass(frozen=True, slots=True)
class Way:
    """One way to meet a term: `any_of` lexemes of which one is enough, in each of `groups`; `gate` must hold too."""

    weight: float
    groups: tuple[tuple[str, ...], ...]
    gate: str = ""
    met: float = 1.0

    @property
    def query(self) -> str:
        return " & ".join(f"({' | '.join(group)})" for group in self.groups)


@dataclass(slots=True)
class Parameters:
    """Values for a statement by name, so that its pieces can be built in any order."""

    values: dict[str, Any] = field(default_factory=dict)

    def bind(self, value: Any) -> str:
        name = f"p{len(self.values)}"
        self.values[name] = value
        return f"%({name})s"


def exact(word: str) -> str:
    return quoted(EXACT + word)


def _all(kind: str, roots: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(quoted(kind + root) for root in roots)


def ways(term: Term, corrections: tuple[str, ...] = ()) -> list[Way]:
    if term.quoted:
        return _phrase_ways(term)
    if len(term.words) > 1:
        found = [Way(INFLECTED, tuple(_word_group(word) for word in term.words))]
    else:
        found = _word_ways(term)
    found += _synonym_ways(term.synonyms)
    found += [Way(CORRECTED, (_word_group(word),)) for word in corrections]
    return [way for way in found if way.groups and all(way.groups)]


def _phrase_ways(term: Term) -> list[Way]:
    groups = tuple((exact(word),) for word in term.words)
    written = " <-> ".join(exact(word) for word in term.words)
    stems = [
        f"({' | '.join((exact(word), *_all(STEM, german.roots(word))))})" for word in term.words
    ]
    inflected = tuple((exact(word), *_all(STEM, german.roots(word))) for word in term.words)
    return [
        Way(WRITTEN, groups, written),
        Way(0.8, inflected, " <-> ".join(stems)),
    ]


def _word_group(word: str) -> tuple[str, ...]:
    return (exact(word), *_all(STEM, german.roots(word)))


def _word_ways(term: Term) -> list[Way]:
    word = term.word
    found = [
        Way(WRITTEN, ((exact(word),),)),
        Way(INFLECTED, (_all(STEM, term.roots),)),
        Way(AS_HEAD, (_all(HEAD, term.roots),)),
        Way(AS_PART, (_all(PART, term.roots),)),
        Way(FOREIGN, (_all(STEM, term.foreign_roots),)),
    ]
    if term.prefix:
        found.append(Way(BEGINNING, ((f"{exact(word)}:*",),)))
    if term.acronym:
        found.append(Way(INFLECTED, ((quoted(ACRONYM + word),),)))
    if term.year:
        found.append(Way(WRITTEN, ((quoted(f"{YEAR}{term.year}"),),)))
    if term.parts:
        found += _compound_ways(*term.parts)
    return found


def _compound_ways(modifier: str, head: str) -> list[Way]:
    first, last = german.roots(modifier), german.roots(head)
    as_first = (*_all(PART, first), *_all(STEM, first), *_all(HEAD, first), exact(modifier))
    as_last = (*_all(HEAD, last), *_all(STEM, last), exact(head))
    together = f"({' | '.join(_all(PART, first))}) <0> ({' | '.join(_all(HEAD, last))})"
    found = [
        Way(SAME_COMPOUND, (_all(PART, first), _all(HEAD, last)), together),
        Way(BOTH_PARTS, (as_first, as_last)),
    ]
    others = [phrase[0] for phrase in synonyms(head) if len(phrase) == 1]
    if others:
        stems = tuple(lexeme for other in others for lexeme in _all(STEM, german.roots(other)[:1]))
        found.append(Way(BOTH_PARTS * 0.8, (as_first, stems)))
    if len(modifier) >= PARTICULAR:
        found.append(Way(FIRST_PART_ONLY, ((*_all(STEM, first), exact(modifier)),), met=PARTLY_MET))
    return found


def _synonym_ways(phrases: tuple[tuple[str, ...], ...]) -> list[Way]:
    singles = [phrase[0] for phrase in phrases if len(phrase) == 1]
    roots = tuple(german.roots(word)[0] for word in singles)
    found = [
        Way(SYNONYM, (_all(STEM, roots),)),
        Way(SYNONYM_IN_COMPOUND, (_all(HEAD, roots),)),
    ]
    for phrase in phrases:
        if len(phrase) > 1:
            stems = [f"({' | '.join(_word_group(word))})" for word in phrase]
            gate = " <-> ".join(stems)
            found.append(Way(SYNONYM, tuple(_word_group(word) for word in phrase), gate))
    return found


def score_sql(found: list[Way], parameters: Parameters) -> str:
    """The best way in which a row meets a term: weight of the way times weight of the field."""
    return f"GREATEST(0.0, {', '.join(_way_sql(way, parameters) for way in found)})"


def _way_sql(way: Way, parameters: Parameters) -> str:
    ranks = []
    for group in way.groups:
        query = parameters.bind(" | ".join(group))
        # ts_rank divides by the number of lexemes; one that is there must count as one alone.
        rank = f"{len(group)} * ts_rank(w.fields, r.vector, {query}::tsquery)"
        ranks.append(f"LEAST({rank}, {ONE_OCCURRENCE})")
    least = ranks[0] if len(ranks) == 1 else f"LEAST({', '.join(ranks)})"
    if way.gate:
        gate = parameters.bind(way.gate)
        least = f"CASE WHEN r.vector @@ {gate}::tsquery THEN {least} ELSE 0 END"
    return f"{way.weight} * {least}"


def met_sql(found: list[Way], parameters: Parameters) -> str:
    """How far a row meets a term: wholly, in part, or not."""
    whole = [way for way in found if way.met == 1.0]
    partly = [way for way in found if way.met < 1.0]
    sql = f"CASE WHEN r.vector @@ {parameters.bind(any_query(whole))}::tsquery THEN 1.0"
    if partly:
        query = parameters.bind(any_query(partly))
        sql += f" WHEN r.vector @@ {query}::tsquery THEN {PARTLY_MET}"
    return f"{sql} ELSE 0.0 END"


def any_query(found: list[Way]) -> str:
    return " | ".join(f"({way.gate or way.query})" for way in found)


def sequence_query(terms: Terms) -> str:
    """All words in the order in which they were typed, in any inflection."""
    if len(terms.sequence) < 2:
        return ""
    return " <-> ".join(f"({' | '.join(_word_group(word))})" for word in terms.sequence)


def wanted_lexemes(found: list[list[Way]]) -> tuple[set[str], set[str]]:
    """Lexemes whose places are marked in the excerpt: whole ones, and beginnings."""
    whole: set[str] = set()
    beginnings: set[str] = set()
    for way in (way for term in found for way in term):
        for lexeme in (lexeme for group in way.groups for lexeme in group):
            if lexeme.endswith(":*"):
                beginnings.add(_bare(lexeme.removesuffix(":*")))
            else:
                whole.add(_bare(lexeme))
    return whole, beginnings


def _bare(lexeme: str) -> str:
    return lexeme[1:-1].replace("''", "'").replace("\\\\", "\\")

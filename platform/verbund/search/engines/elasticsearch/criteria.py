"""The ways of meeting a term as queries of Elasticsearch: how well, how far, and in which field."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Sequence
from itertools import accumulate, pairwise

from elasticsearch.dsl.query import (
    Bool,
    ConstantScore,
    DisMax,
    Intervals,
    MatchNone,
    Prefix,
    Query,
    Terms,
)
from elasticsearch.dsl.query import Term as TermQuery

from ..criteria import MORE_WAYS, ONE_OCCURRENCE, any_query
from ..statement import PROMINENT
from ..ways import FIELD_WEIGHTS, WHOLLY, Way
from .documents import safe
from .mapping import FIELDS
from .tsquery import AllOf, AnyOf, Following, Lexeme, Node, NotUnderstood, Together, parse

EVERYWHERE = tuple(FIELDS.values())
IN_TITLE = (FIELDS["A"],)
# How much it counts in which field, from the title to the body.
WEIGHTS = {FIELDS[name]: weight for name, weight in FIELD_WEIGHTS.items()}
# Of a group that is larger only the best field counts and not how often: synonyms, all of a kind.
COUNTED = 12
# A second field adds as much as a second occurrence does.
MORE_FIELDS = 0.25
Fields = Sequence[str]


def meets(query: str, fields: Fields = EVERYWHERE) -> Query:
    """Whether a document meets a query of PostgreSQL, in any of the fields or in their order."""
    return _matches(parse(query), fields)


def meets_ways(found: Collection[Way], met: float | None = None) -> Query:
    return meets(any_query(found, met))


def meets_in_title(found: Collection[Way]) -> Query:
    return meets(any_query(found, WHOLLY), IN_TITLE)


def meets_enough(found: Collection[Way], met: float) -> Query:
    """Whether a document meets a term as far as this at least."""
    return _one_of(
        [meets_ways(found, degree) for degree in {way.met for way in found if way.met >= met}]
    )


def stands_prominent(found: Collection[Way]) -> Query:
    """Whether the word itself, no other for it, stands where it counts a good deal."""
    queries = []
    for way in found:
        counting = [
            name for name in EVERYWHERE if way.weight * ONE_OCCURRENCE * WEIGHTS[name] >= PROMINENT
        ]
        if way.is_literal and counting:
            queries.append(meets(way.query, counting))
    return _one_of(queries)


def how_well(found: Iterable[Way], boost: float, others: float = 1.0) -> Query:
    """The best way in which a document meets a term, and a little for each other way.

    `others` is what other words count than the one that was asked for.
    """
    queries = [query for way in found for query in _way(way, 1.0 if way.is_literal else others)]
    return DisMax(queries=queries, tie_breaker=MORE_WAYS, boost=boost)


def degrees(found: Collection[Way]) -> Iterator[tuple[float, Query]]:
    """How far a document meets a term, in steps that add up to it."""
    values = sorted({way.met for way in found})
    for below, value in pairwise([0.0, *values]):
        yield value - below, meets_ways([way for way in found if way.met >= value])


def _way(way: Way, factor: float) -> Iterator[Query]:
    weight = way.weight * factor
    groups = [tuple(_lexeme(text) for text in group) for group in way.groups]
    if len(groups) == 1 and not way.gate:
        yield _rank(groups[0], weight)
        return
    gate = [meets(way.gate)] if way.gate else []
    # The least of the groups decides: all of them in the title, in title or topics, and so on.
    levels = [
        ConstantScore(
            filter=Bool(filter=[*gate, *(_matches(AnyOf(group), fields) for group in groups)]),
            boost=weight * ONE_OCCURRENCE * WEIGHTS[fields[-1]],
        )
        for fields in accumulate([name] for name in EVERYWHERE)
    ]
    yield DisMax(queries=levels)


def _rank(group: tuple[Lexeme, ...], boost: float) -> Query:
    """How much it counts that one of the lexemes is there: where, and how often."""
    if len(group) > COUNTED or any(one.beginning or one.weights for one in group):
        return DisMax(
            queries=[
                ConstantScore(
                    filter=_matches(AnyOf(group), (name,)),
                    boost=boost * ONE_OCCURRENCE * WEIGHTS[name],
                )
                for name in EVERYWHERE
            ]
        )
    return Bool(
        should=[
            DisMax(
                queries=[
                    TermQuery(name, {"value": safe(one.text), "boost": boost * WEIGHTS[name]})
                    for name in EVERYWHERE
                ],
                tie_breaker=MORE_FIELDS,
            )
            for one in group
        ]
    )


def _lexeme(text: str) -> Lexeme:
    node = parse(text)
    assert isinstance(node, Lexeme)
    return node


def _matches(node: Node, fields: Fields) -> Query:
    match node:
        case Lexeme():
            return _any([node], fields)
        case AnyOf(parts):
            lexemes = [part for part in parts if isinstance(part, Lexeme)]
            others = [_matches(part, fields) for part in parts if not isinstance(part, Lexeme)]
            return _one_of([*_alternatives(lexemes, fields), *others])
        case AllOf(parts):
            return Bool(filter=[_matches(part, fields) for part in parts])
    return _one_of([Intervals(name, _interval(node)) for name in fields])


def _any(lexemes: list[Lexeme], fields: Fields) -> Query:
    return _one_of(list(_alternatives(lexemes, fields)))


def _alternatives(lexemes: Iterable[Lexeme], fields: Fields) -> Iterator[Query]:
    """Lexemes of one field are asked for together, in the fields where they may stand."""
    whole: defaultdict[str, list[str]] = defaultdict(list)
    for lexeme in lexemes:
        allowed = {FIELDS[weight] for weight in lexeme.weights} or set(fields)
        for name in fields:
            if name not in allowed:
                continue
            if lexeme.beginning:
                yield Prefix(name, {"value": safe(lexeme.text)})
            else:
                whole[name].append(safe(lexeme.text))
    for name, texts in whole.items():
        yield Terms(name, sorted(set(texts)))


def _one_of(queries: list[Query]) -> Query:
    if not queries:
        return MatchNone()
    return queries[0] if len(queries) == 1 else Bool(should=queries, minimum_should_match=1)


def _interval(node: Node) -> dict[str, object]:
    match node:
        case Lexeme(text, beginning=True):
            return {"prefix": {"prefix": safe(text)}}
        case Lexeme(text):
            return {"match": {"query": safe(text)}}
        case AnyOf(parts):
            return {"any_of": {"intervals": [_interval(part) for part in parts]}}
        case Following(parts):
            rules = [_interval(part) for part in parts]
            return {"all_of": {"intervals": rules, "ordered": True, "max_gaps": 0}}
        case Together(parts):
            first, *others = (_interval(part) for part in parts)
            for other in others:
                first = {"any_of": {"intervals": [first], "filter": {"overlapping": other}}}
            return first
    raise NotUnderstood(f"{node} stands where an order is asked for.")

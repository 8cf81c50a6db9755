"""From what an engine found to hits, facets and a suggestion; the same for every engine."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import replace
from typing import Any

from ..analysis.document import document_fields
from ..analysis.terms import Term
from ..analysis.tokens import Token
from ..excerpt import excerpt, marked
from ..query import FacetCount, Hit, SearchQuery, SearchResult
from .marks import Asked, Marks, Positions

# What `hit` takes, as columns of a row `r` with its tenant's uuid as `site`.
COLUMNS = (
    "r.object_key, r.site, r.kind, r.language, r.title, r.summary, r.body, r.path, r.topics,"
    " r.keywords, r.date"
)

Corrections = Mapping[Term, Mapping[str, str]]  # to each word found nowhere: others, as written


def hit(row: tuple[Any, ...], score: float, found: Positions | None, asked: Asked) -> Hit:
    """`row` is COLUMNS, `found` the places of its lexemes that were asked for."""
    key, site, kind, language, title, summary, body, path, topics, keywords, date = row
    fields = document_fields(title, topics, keywords, summary, body)
    marks = Marks(fields, found or {}, asked)
    text, in_text = _text_to_show(summary, body, marks.tokens)
    return Hit(
        object_key=key,
        tenant=site,
        kind=kind,
        language=language,
        title=title,
        title_html=marked(title, marks.tokens["title"]),
        excerpt=excerpt(text, in_text),
        path=path,
        topics=tuple(topics),
        date=date,
        score=score,
        reasons=marks.reasons() if asked.explain else (),
    )


def _text_to_show(
    summary: str, body: str, tokens: dict[str, list[Token]]
) -> tuple[str, list[Token]]:
    """The summary, unless only the body has what was asked for."""
    in_summary = {token.word for token in tokens["summary"]}
    in_body = {token.word for token in tokens["body"]}
    if body and (not summary or len(in_body) > len(in_summary)):
        return body, tokens["body"]
    return summary, tokens["summary"]


def facets(
    rows: Iterable[tuple[str, str, int]] | None, query: SearchQuery
) -> dict[str, tuple[FacetCount, ...]]:
    """Counts by facet; a chosen value stays there with 0, so that it can be taken back."""
    chosen = {
        "site": [str(site) for site in query.sites],
        "kind": list(query.kinds),
        "topic": list(query.topics),
        "language": list(query.languages),
        "year": [str(year) for year in query.years],
    }
    found: dict[str, list[FacetCount]] = {name: [] for name in chosen}
    for name, value, count in rows or ():
        found[name].append(FacetCount(value, count, value in chosen[name]))
    for name, values in chosen.items():
        present = {facet.value for facet in found[name]}
        found[name] += [FacetCount(value, 0, True) for value in values if value not in present]
    return {name: tuple(counts) for name, counts in found.items()}


def with_suggestion(
    query: SearchQuery, corrected: SearchResult, as_typed: SearchResult, corrections: Corrections
) -> SearchResult:
    """The corrected search where it finds more, with the spelling that it searched for."""
    if corrected.total <= as_typed.total and corrected.total == 0:
        return as_typed
    first, *others = respellings(query.text, corrections)
    return replace(
        corrected,
        suggestion=first,
        others=tuple(others),
        corrected=True,
        missing=as_typed.missing,
        rarest=as_typed.rarest,
    )


def without(text: str, words: Iterable[str]) -> str:
    """What was typed without some of its words; empty if nothing is left to look for."""
    for word in words:
        text = re.sub(rf"(?<!\w)-?[\"„“”«»]?{re.escape(word)}[\"„“”«»]?(?!\w)", " ", text)
    return " ".join(text.split())


def respellings(text: str, corrections: Corrections) -> list[str]:
    """What was typed, with one of the other words for each that is to be replaced; best first."""
    choices = [list(words.values()) for words in corrections.values()]
    found = []
    for number in range(max(map(len, choices))):
        respelled = text
        for term, words in zip(corrections, choices, strict=True):
            respelled = respelled.replace(term.typed, words[min(number, len(words) - 1)])
        found.append(respelled)
    return list(dict.fromkeys(found))

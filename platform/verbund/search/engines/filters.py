"""The reader's filters as SQL: which rows pass each, and how many hits each value would leave."""

from collections.abc import Iterable

from ..query import FILTERS, SearchQuery
from .parameters import Parameters

FACET_VALUES = {
    "site": "site::text",
    "kind": "kind",
    "topic": "unnest(topics)",
    "language": "language",
    "year": "extract(year FROM date)::int::text",
}


def conditions(query: SearchQuery, parameters: Parameters) -> dict[str, str]:
    """Which of the reader's filters a row `r` passes, by facet."""
    year = "extract(year FROM r.date)::int"
    topics = "true"
    if query.topics:
        topics = f"r.topics && {parameters.bind(list(query.topics))}::text[]"
    free = "true"
    if query.free_on:
        free = f"{parameters.bind(query.free_on)}::date = ANY(r.free_days)"
    return {
        "site": _one_of("r.site", query.sites, "uuid", parameters),
        "kind": _one_of("r.kind", query.kinds, "text", parameters),
        "topic": topics,
        "language": _one_of("r.language", query.languages, "text", parameters),
        "year": _one_of(year, query.years, "int", parameters),
        "free": free,
    }


def _one_of(column: str, values: Iterable[object], kind: str, parameters: Parameters) -> str:
    if not (wanted := list(values)):
        return "true"
    return f"coalesce({column} = ANY({parameters.bind(wanted)}::{kind}[]), false)"


def facets_sql() -> str:
    """Counts by value of the rows in `kept`; each facet leaves its own filter out."""
    unions = []
    for name, value in FACET_VALUES.items():
        others = " AND ".join(f"in_{other}" for other in FILTERS if other != name)
        unions.append(
            f"SELECT '{name}' AS facet, {value} AS value, count(*) AS n FROM kept"
            f" WHERE {others} GROUP BY 2"
        )
    return (
        "SELECT json_agg(json_build_array(facet, value, n) ORDER BY n DESC, value)"
        f" FROM ({' UNION ALL '.join(unions)}) f WHERE value IS NOT NULL"
    )

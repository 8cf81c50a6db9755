"""The one statement of a search: what is visible, how well it meets the terms, facets, page."""

from collections.abc import Iterable
from dataclasses import dataclass, field

from verbund.tenancy.enums import READABLE

from ..analysis.terms import Terms
from ..query import FILTERS, Scope, SearchQuery, Sort
from .answer import COLUMNS
from .criteria import (
    Parameters,
    any_query,
    in_title_sql,
    met_sql,
    score_sql,
    sequence_query,
    wanted_lexemes,
)
from .ways import Way, ways

# Title, topics and keywords, summary, body; in ts_rank's order the other way round.
FIELD_WEIGHTS = "{0.16, 0.34, 0.5, 1.0}"
# The share of the terms (by how rare they are) that the best row must meet, and the share of
# what the best one meets that any other must.
LEAST_MET = 0.45
LEAST_OF_BEST = 0.4
OTHER_LANGUAGE = 0.4
# What is added for all words in their order, and for a title that says nothing else.
SEQUENCE = 0.35
TITLE_ALONE = 0.2


@dataclass(frozen=True, slots=True)
class Tables:
    """The tables that a search reads; the evaluation puts its scratch index in their place."""

    rows: str = "search_searchrow"
    words: str = "search_searchword"
    tenants: str = "tenancy_tenant"
    plugins: str = "tenancy_tenantplugin"
    changes: str = "search_searchchange"


TABLES = Tables()


@dataclass(slots=True)
class Statement:
    tables: Tables
    query: SearchQuery
    terms: Terms
    ways: list[list[Way]]
    parameters: Parameters = field(default_factory=Parameters)

    def sql(self) -> str:
        """Hits of one page with counts and facets."""
        return f"WITH {self._parts()} {self._answer()}"

    def keys_sql(self) -> str:
        """How many rows have each term wholly, and the keys of all hits, best first."""
        wholly = ", ".join(f"c.w{i}" for i in range(len(self.ways)))
        return f"""
            WITH {self._parts()}
            SELECT ARRAY[{wholly}], (
                SELECT array_agg(r.object_key ORDER BY k.score DESC, r.object_key)
                FROM kept k JOIN {self.tables.rows} r ON r.id = k.id WHERE k.passes)
            FROM counts c"""

    def _parts(self) -> str:
        parts = [
            f"w AS (SELECT '{FIELD_WEIGHTS}'::real[] AS fields)",
            f"visible AS NOT MATERIALIZED ({self.visible()})",
            f"found AS MATERIALIZED ({self._found()})",
            f"counts AS ({self._counts()})",
            f"weighed AS ({self._weighed()})",
            f"kept AS MATERIALIZED ({self._kept()})",
        ]
        return ", ".join(parts)

    def _bind(self, value: object) -> str:
        return self.parameters.bind(value)

    def visible(self) -> str:
        """Rows of the scope whose tenant is readable and whose plugin is on, at this moment."""
        home = self._bind(self.query.home)
        scope = f"AND (r.visibility = 'network' OR t.uuid = {home}::uuid)"
        if self.query.scope is Scope.OWN:
            scope = ""
        return f"""
            SELECT r.*, t.uuid AS site FROM {self.tables.rows} r
            JOIN {self.tables.tenants} t ON t.id = r.tenant_id
            WHERE t.uuid = ANY({self._bind(list(self.query.tenants))}::uuid[])
              AND (t.status = ANY({self._bind(list(READABLE))}) OR t.uuid = {home}::uuid) {scope}
              AND (r.visible_until IS NULL OR r.visible_until > statement_timestamp())
              AND (r.plugin = '' OR EXISTS (
                  SELECT 1 FROM {self.tables.plugins} p
                  WHERE p.tenant_id = r.tenant_id AND p.label = r.plugin AND p.enabled))"""

    def _found(self) -> str:
        """Rows that meet any term, and how; `lexemes` is the vector, unpacked once."""
        columns = [f"{condition} AS in_{name}" for name, condition in self._conditions().items()]
        for index, found in enumerate(self.ways):
            columns.append(f"{score_sql(found, self.parameters)} AS s{index}")
            columns.append(f"{met_sql(found, self.parameters)} AS m{index}")
            columns.append(f"{in_title_sql(found, self.parameters)} AS t{index}")
        columns.append(f"{self._in_sequence()} AS in_sequence")
        columns.append("array_length(regexp_split_to_array(trim(r.title), '\\s+'), 1) AS words")
        wanted = self._bind(" | ".join(any_query(found) for found in self.ways))
        return f"""
            SELECT r.id, r.site, r.kind, r.language, r.topics, r.date, {", ".join(columns)}
            FROM w, (
                SELECT r.*, r.vector || ''::tsvector AS lexemes FROM visible r
                WHERE r.vector @@ {wanted}::tsquery {self._exclusion()} OFFSET 0
            ) r"""

    def _in_sequence(self) -> str:
        sequence = sequence_query(self.terms)
        if not sequence:
            return "0.0"
        return f"CASE WHEN r.lexemes @@ {self._bind(sequence)}::tsquery THEN 1.0 ELSE 0.0 END"

    def _exclusion(self) -> str:
        if not self.terms.excluded:
            return ""
        unwanted = self._bind(" | ".join(any_query(ways(term)) for term in self.terms.excluded))
        return f"AND NOT r.vector @@ {unwanted}::tsquery"

    def _conditions(self) -> dict[str, str]:
        """Which of the reader's filters a row passes."""
        query = self.query
        year = "extract(year FROM r.date)::int"
        return {
            "site": self._one_of("r.site", query.sites, "uuid"),
            "kind": self._one_of("r.kind", query.kinds, "text"),
            "topic": f"r.topics && {self._bind(list(query.topics))}::text[]"
            if query.topics
            else "true",
            "language": self._one_of("r.language", query.languages, "text"),
            "year": self._one_of(year, query.years, "int"),
            "free": f"{self._bind(query.free_on)}::date = ANY(r.free_days)"
            if query.free_on
            else "true",
        }

    def _one_of(self, column: str, values: Iterable[object], kind: str) -> str:
        if not (wanted := list(values)):
            return "true"
        return f"coalesce({column} = ANY({self._bind(wanted)}::{kind}[]), false)"

    def _counts(self) -> str:
        count = len(self.ways)
        seen = ", ".join(
            f"count(*) FILTER (WHERE m{i} > 0) AS d{i}, count(*) FILTER (WHERE m{i} = 1) AS w{i}"
            for i in range(count)
        )
        return f"SELECT (SELECT count(*) FROM visible) AS rows, {seen} FROM found"

    def _weighed(self) -> str:
        """A term counts the more the rarer it is; one that only says how (leihen) counts little."""
        numbers = range(len(self.ways))
        weights = [
            f"{term.weight} * ln(1 + (c.rows + 1) / (c.d{i} + 0.5))"
            for i, term in enumerate(self.terms.terms)
        ]
        total = " + ".join(weights)
        score = " + ".join(f"{weights[i]} * f.s{i}" for i in numbers)
        met = " + ".join(f"{weights[i]} * f.m{i}" for i in numbers)
        in_title = " + ".join(f"f.t{i}" for i in numbers)
        return f"""
            SELECT f.*,
                (({score}) / ({total}))::float8 AS raw,
                (({met}) / ({total}))::float8 AS met,
                least(1.0, ({in_title})::float8 / greatest(f.words, 1)) AS title_share
            FROM found f, counts c"""

    def _kept(self) -> str:
        passes = " AND ".join(f"in_{name}" for name in FILTERS)
        language = self._bind(self.query.reader_language)
        fresh = _FRESH if self.terms.fresh else "1.0"
        return f"""
            SELECT *, {passes} AS passes,
                raw * (1 + {SEQUENCE} * in_sequence) * (1 + {TITLE_ALONE} * title_share)
                * met * met * {fresh}
                * CASE WHEN language = {language} THEN 1.0 ELSE {OTHER_LANGUAGE} END AS score
            FROM (SELECT *, max(met) FILTER (WHERE {passes}) OVER () AS best FROM weighed) one
            WHERE best >= {LEAST_MET} AND met >= best * {LEAST_OF_BEST}"""

    def _answer(self) -> str:
        newest = self.query.sort is Sort.NEWEST
        order = "k.date DESC NULLS LAST, " if newest else ""
        wholly = ", ".join(f"c.w{i}" for i in range(len(self.ways)))
        limit = self._bind(self.query.page_size)
        offset = self._bind((self.query.page - 1) * self.query.page_size)
        return f"""
            SELECT (SELECT count(*) FROM kept WHERE passes), ARRAY[{wholly}],
                ({self._facets()}), page.*
            FROM counts c LEFT JOIN LATERAL (
                SELECT {COLUMNS.replace("r.site", "k.site")}, k.score, {self.places()}
                FROM kept k JOIN {self.tables.rows} r ON r.id = k.id
                WHERE k.passes ORDER BY {order}k.score DESC, k.date DESC NULLS LAST, r.object_key
                LIMIT {limit} OFFSET {offset}
            ) page ON true"""

    def places(self) -> str:
        """Where in a row `r` something stands that was asked for."""
        whole, beginnings = wanted_lexemes(self.ways)
        lexemes = self._bind(sorted(whole))
        starts = self._bind([f"{_like(text)}%" for text in sorted(beginnings)])
        return f"""(
            SELECT array_agg(DISTINCT place) FROM unnest(r.vector) u, unnest(u.positions) place
            WHERE u.lexeme = ANY({lexemes}) OR u.lexeme LIKE ANY({starts}::text[]))"""

    def _facets(self) -> str:
        """Counts by value; each facet leaves its own filter out."""
        values = {
            "site": "site::text",
            "kind": "kind",
            "topic": "unnest(topics)",
            "language": "language",
            "year": "extract(year FROM date)::int::text",
        }
        unions = []
        for name, value in values.items():
            others = " AND ".join(f"in_{other}" for other in FILTERS if other != name)
            unions.append(
                f"SELECT '{name}' AS facet, {value} AS value, count(*) AS n FROM kept"
                f" WHERE {others} GROUP BY 2"
            )
        return (
            "SELECT json_agg(json_build_array(facet, value, n) ORDER BY n DESC, value)"
            f" FROM ({' UNION ALL '.join(unions)}) f WHERE value IS NOT NULL"
        )


# Newer counts more; what has no date (an organisation, a room) is neither new nor old.
_FRESH = "(0.4 + 0.6 / (1 + greatest(0, coalesce(current_date - date, 365)) / 365.0))"


def _like(text: str) -> str:
    return text.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_")

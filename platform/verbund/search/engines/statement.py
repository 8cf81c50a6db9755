"""The one statement of a search: which rows are weighed, how well they meet the terms, facets."""

from dataclasses import dataclass, field

from ..analysis.terms import Terms
from ..query import FILTERS, HOME_LANGUAGE, SearchQuery, Sort
from .candidates import LEAST_MET, LEAST_OF_BEST, Candidates, everything
from .criteria import (
    MORE_WAYS,
    any_query,
    in_title_sql,
    met_sql,
    score_sql,
    sequence_query,
    wanted_lexemes,
)
from .filters import conditions, facets_sql
from .marks import Asked
from .parameters import Parameters
from .pool import Pool
from .tables import Tables
from .visible import visible_sql
from .ways import FIELD_WEIGHTS, MAYBE, Way, ways

OTHER_LANGUAGE = 0.4
# What is added for all words in their order, and for a title that says nothing else.
SEQUENCE = 0.35
TITLE_ALONE = 0.2
# Other words count less where the word itself stands in somebody's title, topics or summary.
PROMINENT = 0.15
OTHER_WORDS = 0.6
# What age can't take from what ages, and what it can: usually, and where newness was asked for.
FRESHNESS = {False: (0.97, 0.03), True: (0.4, 0.6)}


@dataclass(slots=True)
class Statement:
    """`candidates` are the rows that are weighed: all that meet a term, unless told."""

    tables: Tables
    query: SearchQuery
    terms: Terms
    ways: list[list[Way]]
    candidates: Candidates | None = None
    parameters: Parameters = field(default_factory=Parameters)

    @property
    def asked(self) -> Asked:
        return Asked(self.terms.terms, self.ways, self.query.explain)

    def sql(self) -> str:
        """Total, rows that meet each term, facets, how many were weighed; then the page's rows."""
        return f"WITH {self._parts()} {self._answer()}"

    def keys_sql(self) -> str:
        """How many rows have each term, and the keys of all hits, best first."""
        return f"""
            WITH {self._parts()}
            SELECT ARRAY[{self._seen()}], (
                SELECT array_agg(r.object_key ORDER BY k.score DESC, r.object_key)
                FROM kept k JOIN {self.tables.rows} r ON r.id = k.id WHERE k.passes)
            FROM counts c"""

    def visible(self) -> str:
        """Rows of the scope whose tenant is readable and whose plugin is on, at this moment."""
        return visible_sql(self.tables, self.query, self.parameters)

    def places(self) -> str:
        """Where in a row `r` the lexemes stand that were asked for: {lexeme: [place, …]}."""
        whole, beginnings = wanted_lexemes(self.ways)
        lexemes = self._bind(sorted(whole))
        starts = self._bind([f"{_like(text)}%" for text in sorted(beginnings)])
        return f"""(
            SELECT json_object_agg(u.lexeme, u.positions) FROM unnest(r.vector) u
            WHERE u.positions IS NOT NULL
                AND (u.lexeme = ANY({lexemes}) OR u.lexeme LIKE ANY({starts}::text[])))"""

    def _parts(self) -> str:
        pool = Pool(self.tables, self.query, self._candidates, self.parameters)
        # As ts_rank wants them: what counts least comes first.
        weights = ", ".join(map(str, reversed(FIELD_WEIGHTS.values())))
        parts = [
            f"w AS (SELECT ARRAY[{weights}]::real[] AS fields)",
            f"visible AS NOT MATERIALIZED ({self.visible()})",
            *pool.tiers(),
            f"chosen AS MATERIALIZED ({pool.chosen()})",
            f"found AS MATERIALIZED ({self._found()})",
            f"counts AS MATERIALIZED ({self._counts()})",
            f"weights AS MATERIALIZED ({self._weights()})",
            f"weighed AS ({self._weighed()})",
            f"kept AS MATERIALIZED ({self._kept()})",
        ]
        return ", ".join(parts)

    def _seen(self) -> str:
        return ", ".join(f"c.w{index}" for index in range(len(self.ways)))

    @property
    def _candidates(self) -> Candidates:
        return self.candidates or everything(self.query, self.ways)

    def _bind(self, value: object) -> str:
        return self.parameters.bind(value)

    def _found(self) -> str:
        """Rows that meet any term, and how; `lexemes` is the vector, unpacked once."""
        filters = conditions(self.query, self.parameters)
        columns = [f"{condition} AS in_{name}" for name, condition in filters.items()]
        for index, found in enumerate(self.ways):
            columns += self._how_met(index, found)
        columns.append(f"{self._in_sequence()} AS in_sequence")
        columns.append("length(r.title) - length(replace(r.title, ' ', '')) + 1 AS words")
        return f"""
            SELECT r.id, r.site, r.kind, r.language, r.topics, r.date, {", ".join(columns)}
            FROM w, (
                SELECT r.*, ts_delete(r.vector, '') AS lexemes
                FROM chosen c JOIN visible r ON r.id = c.id WHERE true {self._exclusion()} OFFSET 0
            ) r"""

    def _how_met(self, index: int, found: list[Way]) -> list[str]:
        """Columns: by the word itself, best and all ways; by others, the same; how far; title."""
        literal, literally = score_sql([way for way in found if way.is_literal], self.parameters)
        other, others = score_sql([way for way in found if not way.is_literal], self.parameters)
        return [
            f"{literal} AS s{index}, {literally} AS ss{index}",
            f"{other} AS o{index}, {others} AS oo{index}",
            f"{met_sql(found, self.parameters)} AS m{index}",
            f"{in_title_sql(found, self.parameters)} AS t{index}",
        ]

    def _in_sequence(self) -> str:
        sequence = sequence_query(self.terms)
        if not sequence:
            return "0"
        return f"(r.lexemes @@ {self._bind(sequence)}::tsquery)::int"

    def _exclusion(self) -> str:
        if not self.terms.excluded:
            return ""
        unwanted = self._bind(" | ".join(any_query(ways(term)) for term in self.terms.excluded))
        return f"AND NOT r.vector @@ {unwanted}::tsquery"

    def _counts(self) -> str:
        """How many rows meet each term, and whether the word itself stands somewhere prominent."""
        estimates = self._candidates.found or (0,) * len(self.ways)
        columns = [
            f"greatest(count(*) FILTER (WHERE m{i} > 0), {estimates[i]:.0f}) AS d{i},"
            f" count(*) FILTER (WHERE m{i} >= {MAYBE}) AS w{i},"
            f" max(s{i}) >= {PROMINENT} AS p{i}"
            for i in range(len(self.ways))
        ]
        rows = "(SELECT count(*) FROM visible)"
        if self._candidates.rows is not None:
            rows = self._bind(self._candidates.rows)
        return f"SELECT {rows} AS rows, {', '.join(columns)} FROM found"

    def _weights(self) -> str:
        """A term counts the more the rarer it is; one that only says how (leihen) counts little."""
        columns = [
            f"{term.weight} * ln(1 + (rows + 1)::float8 / (greatest(d{i}, 1) + 0.5)::float8)"
            f" AS g{i}, CASE WHEN p{i} THEN {OTHER_WORDS} ELSE 1 END::float8 AS f{i}"
            for i, term in enumerate(self.terms.terms)
        ]
        return f"SELECT {', '.join(columns)} FROM counts"

    def _weighed(self) -> str:
        numbers = range(len(self.ways))
        score = " + ".join(f"g.g{i} * {_degree(i)}" for i in numbers)
        met = " + ".join(f"g.g{i} * f.m{i}" for i in numbers)
        total = " + ".join(f"g.g{i}" for i in numbers)
        in_title = " + ".join(f"f.t{i}" for i in numbers)
        return f"""
            SELECT f.*, ({score}) / ({total}) AS raw, ({met}) / ({total}) AS met,
                least(1, ({in_title})::float8 / greatest(f.words, 1)) AS title_share
            FROM found f, weights g"""

    def _kept(self) -> str:
        passes = " AND ".join(f"in_{name}" for name in FILTERS)
        language = self._bind(self.query.reader_language)
        return f"""
            SELECT *, {passes} AS passes,
                raw * (1 + {SEQUENCE} * in_sequence) * (1 + {TITLE_ALONE} * title_share)
                * met * met * {self._freshness()}
                * CASE WHEN language = {language} THEN 1 ELSE {OTHER_LANGUAGE} END AS score
            FROM (SELECT *, max(met) FILTER (WHERE {passes}) OVER () AS best FROM weighed) one
            WHERE best >= {LEAST_MET} AND met >= best * {LEAST_OF_BEST}"""

    def _freshness(self) -> str:
        """Newer counts more for what ages: much where it was asked for, else where all is equal."""
        old, new = FRESHNESS[self.terms.fresh]
        ages = f"kind = ANY({self._bind(list(self.query.ageing))}::text[])"
        years = "greatest(0, current_date - date) / 365.0::float8"
        return f"({old} + {new} / (1 + CASE WHEN {ages} THEN coalesce({years}, 1) ELSE 1 END))"

    def _answer(self) -> str:
        limit = self._bind(self.query.page_size)
        return f"""
            SELECT (SELECT count(*) FROM kept WHERE passes), ARRAY[{self._seen()}],
                ({facets_sql()}), (SELECT count(*) FROM chosen), page.id, page.score
            FROM counts c LEFT JOIN LATERAL (
                SELECT k.id, k.score FROM kept k JOIN {self.tables.rows} r ON r.id = k.id
                WHERE k.passes ORDER BY {self._order()} LIMIT {limit} OFFSET {self._offset()}
            ) page ON true"""

    def _offset(self) -> str:
        after = self.query.after
        if after is None:
            return self._bind((self.query.page - 1) * self.query.page_size)
        sites = self._bind([site for site, _key in after.objects])
        keys = self._bind([key for _site, key in after.objects])
        return f"""coalesce((
            SELECT place FROM (
                SELECT k.site, r.object_key, row_number() OVER (ORDER BY {self._order()}) AS place
                FROM kept k JOIN {self.tables.rows} r ON r.id = k.id WHERE k.passes
            ) numbered JOIN unnest({sites}::uuid[], {keys}::text[]) WITH ORDINALITY
                AS last (site, object_key, turn) USING (site, object_key)
            ORDER BY turn LIMIT 1), {self._bind(after.place)})"""

    def _order(self) -> str:
        best = "k.score DESC, r.object_key"
        if self.query.sort is Sort.NEWEST:
            return f"k.date DESC NULLS LAST, {best}"
        if self.query.reader_language == HOME_LANGUAGE:
            return best
        # What the reader can read comes first, however well the rest fits; then what most here can.
        own, home = self._bind(self.query.reader_language), self._bind(HOME_LANGUAGE)
        return f"k.language = {own} DESC, k.language = {home} DESC, {best}"


def _degree(index: int) -> str:
    """How well a row meets a term: the best way, and a little for the others."""
    best = f"greatest(f.s{index}, g.f{index} * f.o{index})"
    others = f"least(1, f.ss{index} + g.f{index} * f.oo{index})"
    return f"({1 - MORE_WAYS} * {best} + {MORE_WAYS} * {others})"


def _like(text: str) -> str:
    return text.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_")

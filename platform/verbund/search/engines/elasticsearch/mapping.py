"""What the index holds of an object, and how it reads our lexemes."""

import hashlib
import json
from functools import cache
from typing import Any

from elasticsearch.dsl import (
    Date,
    Document,
    Integer,
    Keyword,
    Long,
    MetaField,
    Text,
    analyzer,
    token_filter,
    tokenizer,
)

from ...analysis.version import analysis_version

# The fields of lexemes by the weights that PostgreSQL knows them by.
FIELDS = {"A": "title", "B": "labels", "C": "summary", "D": "body"}
BETWEEN = "|"  # between the lexemes of one word
BLANK = "_"  # for a blank inside a lexeme; no word of ours has one
LONGEST_WORD = 100_000  # all lexemes of one word together
FEWEST, MOST = 2, 12  # letters of a beginning

_words = tokenizer("lexeme_words", "whitespace", max_token_length=LONGEST_WORD)
_apart = token_filter(
    "lexemes_apart", "pattern_capture", preserve_original=False, patterns=[rf"([^{BETWEEN}]+)"]
)
_beginnings = token_filter(
    "beginnings", "edge_ngram", min_gram=FEWEST, max_gram=MOST, preserve_original=True
)
# A word is all its lexemes at one place; a query names lexemes, and nothing is done to them.
_of_documents = analyzer("lexemes", tokenizer=_words, filter=[_apart])
_of_queries = analyzer("one_lexeme", tokenizer="keyword")
_as_typed = analyzer("beginnings", tokenizer="whitespace", filter=[_beginnings])
_typed = analyzer("typed", tokenizer="whitespace")
# As ts_rank counts: one occurrence 0.61, two 0.76, many 1; rare words are weighed by ourselves.
OCCURRENCES = {
    "type": "scripted",
    "weight_script": {"source": "return query.boost;"},
    "script": {"source": "return weight * doc.freq / (doc.freq + 0.645);"},
}
SETTINGS: dict[str, Any] = {
    "number_of_shards": 1,
    "auto_expand_replicas": "0-1",
    "refresh_interval": "500ms",
    # How long a deletion is remembered, against a late write of an older version.
    "gc_deletes": "1h",
    "similarity": {"occurrences": OCCURRENCES},
}


def _lexemes() -> Any:
    return Text(
        multi=True,
        analyzer=_of_documents,
        search_analyzer=_of_queries,
        similarity="occurrences",
        norms=False,
    )


class IndexedEntry(Document):
    """One object of one tenant; its texts stay in the table, from where they are shown."""

    tenant = Keyword()
    gate = Keyword()  # tenant and plugin: what a search lists as open
    object_key = Keyword()
    visibility = Keyword()
    visible_until = Date()
    kind = Keyword()
    language = Keyword()
    topics = Keyword(multi=True, ignore_above=1000)
    date = Date(format="strict_date")
    year = Integer()
    free_days = Date(format="strict_date", multi=True)
    title_words = Integer()
    title = _lexemes()
    labels = _lexemes()
    summary = _lexemes()
    body = _lexemes()
    beginnings = Text(analyzer=_as_typed, search_analyzer=_typed, norms=False)
    digest = Keyword()  # of the row it was made from
    version = Long()

    class Meta:
        dynamic = MetaField("strict")

    class Index:
        settings = SETTINGS


def definition() -> dict[str, Any]:
    """Settings and mappings of a new index, with the fingerprint of what it is made by."""
    found: dict[str, Any] = IndexedEntry._index.to_dict()
    # Lexemes are read by the index alone: kept as text they would double its size.
    found["mappings"]["_source"] = {"excludes": [*FIELDS.values(), "beginnings"]}
    found["mappings"]["_meta"] = {"fingerprint": fingerprint()}
    return found


@cache
def fingerprint() -> str:
    """Changes with the mapping, with the analysis and with every word list."""
    digest = hashlib.sha256(json.dumps(IndexedEntry._index.to_dict(), sort_keys=True).encode())
    digest.update(analysis_version().encode())
    return digest.hexdigest()[:16]

"""A document's fields in the order and with the weights in which the index takes them."""

import datetime as dt
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from .compounds import split_as_written
from .fold import fold
from .lexemes import GAP, LAST_POSITION, MONTH, TENANT, YEAR, Lexemes
from .tokens import Token, tokenize

# Weights of tsvector, from what counts most to what counts least.
TITLE, TOPICS, SUMMARY, BODY = "A", "B", "C", "D"


@dataclass(frozen=True, slots=True)
class Field:
    name: str
    text: str
    weight: str


def document_fields(
    title: str, topics: Iterable[str], keywords: Iterable[str], summary: str, body: str
) -> tuple[Field, ...]:
    return (
        Field("title", title, TITLE),
        Field("topics", "\n".join(topics), TOPICS),
        Field("keywords", "\n".join(keywords), TOPICS),
        Field("summary", summary, SUMMARY),
        Field("body", body, BODY),
    )


def document_vector(
    fields: tuple[Field, ...],
    language: str,
    date: dt.date | None = None,
    labels: Iterable[tuple[str, str]] = (),
) -> str:
    """The literal of a tsvector; `labels` (kind of lexeme, value) say what the row is."""
    lexemes = Lexemes()
    by_name = {field.name: field.text for field in fields}
    for field in fields:
        lexemes.add(field.text, field.weight, language)
    lexemes.add_title(by_name["title"], by_name["topics"], language)
    for kind, value in labels:
        if kind == TENANT:  # at a place: whose a row is may be asked for like a topic
            lexemes.put(kind + value, LAST_POSITION, TOPICS)
        else:
            lexemes.label(kind, value)
    if date is not None:
        lexemes.put(f"{YEAR}{date.year}", LAST_POSITION, TOPICS)
        lexemes.label(MONTH, f"{date:%Y-%m}")
    return lexemes.as_tsvector()


def document_words(fields: Iterable[Field], language: str) -> dict[str, str]:
    """Each folded word of a document, and each part of its compounds, in a spelling to be shown."""
    words: dict[str, str] = {}
    for field in fields:
        for token in tokenize(field.text):
            written = field.text[token.start : token.end]
            if language == "de":
                words |= _parts(token.word, written)
            words[token.word] = written
    return words


def _parts(word: str, written: str) -> dict[str, str]:
    parts = split_as_written(word)
    # Only where letters match one to one can the spelling of a part be told.
    if parts is None or len(word) != len(written):
        return {}
    first, last = parts
    spelled = (written[: len(first)], written[-len(last) :].capitalize())
    return {part: shown for part, shown in zip(parts, spelled, strict=True) if fold(shown) == part}


def places(fields: Iterable[Field]) -> Iterator[tuple[str, int, Token]]:
    """Field, place and token of each word: the way back from a place in the index to the text."""
    first = 1
    for field in fields:
        tokens = tokenize(field.text)
        for offset, token in enumerate(tokens):
            yield field.name, min(first + offset, LAST_POSITION), token
        first += len(tokens) + GAP

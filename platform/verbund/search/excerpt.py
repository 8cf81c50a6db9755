"""The piece of a text in which most of what was asked for stands, as safe HTML with <mark>."""

from collections.abc import Sequence

from django.utils.html import escape
from django.utils.safestring import SafeString, mark_safe

from .analysis.tokens import Token

LONGEST = 240
LEAD = 60  # characters before the first marked word


def marked(text: str, tokens: Sequence[Token]) -> SafeString:
    """The whole text, escaped, with the given words marked."""
    pieces: list[str] = []
    end = 0
    for token in tokens:
        if token.start >= end:
            pieces.append(escape(text[end : token.start]))
            pieces.append(f"<mark>{escape(text[token.start : token.end])}</mark>")
            end = token.end
    pieces.append(escape(text[end:]))
    return mark_safe("".join(pieces))  # noqa: S308  every piece is escaped


def excerpt(text: str, tokens: Sequence[Token]) -> SafeString:
    """About `LONGEST` characters around the marked words, cut between words."""
    start = _best_start(tokens)
    start = 0 if start <= LEAD else _next_word(text, start - LEAD)
    end = len(text) if len(text) - start <= LONGEST else _last_word(text, start + LONGEST)
    inside = [_moved(token, start) for token in tokens if start <= token.start and token.end <= end]
    html = marked(" ".join(text[start:end].split()) if not inside else text[start:end], inside)
    before = "… " if start else ""
    after = " …" if end < len(text) else ""
    return mark_safe(f"{before}{html}{after}")  # noqa: S308  `marked` has escaped it


def _best_start(tokens: Sequence[Token]) -> int:
    """Where the window begins that holds the most marked words, different ones first."""
    best, best_start = (0, 0), 0
    for index, first in enumerate(tokens):
        window = [token for token in tokens[index:] if token.end <= first.start + LONGEST - LEAD]
        value = (len({token.word for token in window}), len(window))
        if value > best:
            best, best_start = value, first.start
    return best_start


def _moved(token: Token, by: int) -> Token:
    return Token(token.word, token.start - by, token.end - by)


def _next_word(text: str, position: int) -> int:
    blank = text.find(" ", position)
    return position if blank < 0 else blank + 1


def _last_word(text: str, position: int) -> int:
    blank = text.rfind(" ", 0, position + 1)
    return position if blank <= 0 else blank

"""Snowball's stemmers for a server of many threads: they keep the word at hand in themselves."""

from functools import cache
from threading import Lock
from typing import Any

import snowballstemmer

_one_at_a_time = Lock()


def stem(word: str, language: str) -> str:
    """The stem by Snowball's name of a language, such as `german`."""
    with _one_at_a_time:
        return str(_stemmer(language).stemWord(word))


@cache
def _stemmer(language: str) -> Any:
    return snowballstemmer.stemmer(language)

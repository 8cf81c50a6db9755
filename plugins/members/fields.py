"""A stored key by which German readers expect names to be sorted."""

import re
import unicodedata
from typing import Any

from django.db import models

# Letters that decompose into nothing plainer (DIN 5007-1: ä as a, ß as ss).
_LETTERS = str.maketrans({"ß": "ss", "ł": "l", "ø": "o", "đ": "d", "ı": "i", "æ": "ae", "œ": "oe"})
_NOT_SORTED = re.compile(r"[^\w\s]|_")
LONGEST = 200


def sort_key(name: str) -> str:
    """“Ärzte für alle e. V.” → "arzte fur alle e v": what is no letter or digit does not count."""
    decomposed = unicodedata.normalize("NFKD", name.casefold().translate(_LETTERS))
    plain = "".join(letter for letter in decomposed if not unicodedata.combining(letter))
    return " ".join(_NOT_SORTED.sub(" ", plain).split())[:LONGEST]


def letter_of(key: str) -> str:
    """Where a name stands in A–Z; "#" for what begins with no Latin letter."""
    return key[0].upper() if key and "a" <= key[0] <= "z" else "#"


class SortKeyField(models.CharField):
    """Follows another field of its row, in bulk as well."""

    def __init__(self, source: str = "name", **kwargs: Any) -> None:
        self.source = source
        defaults = {"max_length": LONGEST, "editable": False, "db_index": True}
        super().__init__(**{**defaults, **kwargs})

    def deconstruct(self) -> tuple[str, str, Any, Any]:
        name, path, args, kwargs = super().deconstruct()
        return name, path, args, {**kwargs, "source": self.source, "editable": False}

    def pre_save(self, model_instance: models.Model, add: bool) -> str:
        key = sort_key(getattr(model_instance, self.source))
        setattr(model_instance, self.attname, key)
        return key

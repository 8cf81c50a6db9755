"""Finds the messages that Python and templates mark for translation, without gettext."""

import ast
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from django.utils.translation.template import templatize

# How many leading texts a call has, and whether the first of them is a context.
CALLS = {
    "_": (1, False),
    "gettext": (1, False),
    "gettext_lazy": (1, False),
    "gettext_noop": (1, False),
    "ngettext": (2, False),
    "ngettext_lazy": (2, False),
    "pgettext": (2, True),
    "pgettext_lazy": (2, True),
    "npgettext": (3, True),
    "npgettext_lazy": (3, True),
}
TEXT = r"""u?(?:"(?:\\.|[^"\\])*"|'(?:\\.|[^'\\])*')"""
# What templatize() makes of a template is Python in pieces.
TEMPLATE_CALL = re.compile(
    rf"\b(_|gettext|ngettext|pgettext|npgettext)\(\s*({TEXT}(?:,\s*{TEXT})*)"
)


@dataclass(frozen=True)
class Mark:
    """A marked message and where it stands; `key` is the one of catalogues.Message."""

    path: Path
    line: int
    key: str

    def __str__(self) -> str:
        return f"{self.path}:{self.line}: {self.key!r}"


def marks_in(folders: Iterable[Path]) -> Iterator[Mark]:
    """All marks below the folders, but those of tests."""
    for folder in folders:
        for path in sorted(folder.rglob("*")):
            if "tests" in path.relative_to(folder).parts:
                continue
            if path.suffix == ".py":
                yield from marks_in_python(path)
            elif path.suffix in {".html", ".txt", ".xml"} and "templates" in path.parts:
                yield from marks_in_template(path)


def marks_in_python(path: Path) -> Iterator[Mark]:
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"), str(path))):
        if isinstance(node, ast.Call):
            texts = [text.value for text in node.args if isinstance(text, ast.Constant)]
            key = message_key(called_name(node.func), [t for t in texts if isinstance(t, str)])
            if key:
                yield Mark(path, node.lineno, key)


def marks_in_template(path: Path) -> Iterator[Mark]:
    source = templatize(path.read_text(encoding="utf-8"), origin=str(path))
    for found in TEMPLATE_CALL.finditer(source):
        texts = [str(ast.literal_eval(text)) for text in re.findall(TEXT, found[2])]
        key = message_key(found[1], texts)
        if key:
            yield Mark(path, source.count("\n", 0, found.start()) + 1, key)


def called_name(function: ast.expr) -> str:
    return function.id if isinstance(function, ast.Name) else ""


def message_key(call: str, texts: list[str]) -> str | None:
    count, has_context = CALLS.get(call, (0, False))
    if not count or len(texts) < count:
        return None
    context, messages = (texts[0], texts[1:count]) if has_context else (None, texts[:count])
    return ("" if context is None else f"{context}\x04") + "\x00".join(messages)

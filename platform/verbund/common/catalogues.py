"""Message catalogues without gettext: reads .po files, writes the .mo files that Django loads."""

import ast
import re
import struct
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

MAGIC = 0x950412DE
FIELD = re.compile(r'(msgctxt|msgid_plural|msgid|msgstr)(?:\[(\d+)\])?\s+(".*")$')


class CatalogueError(ValueError):
    """A .po file has a line that we can't read; the message gives its place."""


@dataclass
class Message:
    """One entry of a .po file."""

    line: int
    fuzzy: bool = False
    texts: dict[str, str] = field(default_factory=dict)

    @property
    def msgid(self) -> str:
        return self.texts.get("msgid", "")

    @property
    def context(self) -> str | None:
        return self.texts.get("msgctxt")

    @property
    def translations(self) -> list[str]:
        return [text for name, text in self.texts.items() if name.startswith("msgstr")]

    @property
    def complete(self) -> bool:
        return not self.fuzzy and all(self.translations)

    @property
    def key(self) -> str:
        context = "" if self.context is None else f"{self.context}\x04"
        plural = self.texts.get("msgid_plural")
        return context + self.msgid + ("" if plural is None else f"\x00{plural}")


def read_messages(path: Path) -> list[Message]:
    """All entries but obsolete ones; the first is the header, whose msgid is empty."""
    messages: list[Message] = []
    current, name = Message(0), ""
    for number, raw in enumerate(path.read_text(encoding="utf-8").splitlines(), start=1):
        line = raw.strip()
        if not line or line.startswith("#"):
            if current.texts:
                current, name = Message(number), ""
            current.fuzzy |= line.startswith("#,") and "fuzzy" in line
        elif found := FIELD.match(line):
            name = found[1] + (f"[{found[2]}]" if found[2] else "")
            if name in {"msgctxt", "msgid"} and current.translations:
                current = Message(number)
            current.texts[name] = unquoted(found[3], path, number)
            if name == "msgid":
                messages.append(current)
        elif name and line.startswith('"'):
            current.texts[name] += unquoted(line, path, number)
        else:
            raise CatalogueError(f"{path}:{number}: Unexpected line {line!r}.")
    return messages


def unquoted(text: str, path: Path, number: int) -> str:
    try:
        return str(ast.literal_eval(text))
    except (SyntaxError, ValueError):
        raise CatalogueError(f"{path}:{number}: Unexpected text {text}.") from None


def compiled(messages: Iterable[Message]) -> bytes:
    """The catalogue in gettext's binary form, without what is fuzzy or empty."""
    pairs = sorted(
        (message.key.encode(), "\x00".join(message.translations).encode())
        for message in messages
        if message.msgid == "" or message.complete
    )
    keys_at, texts_at = 28, 28 + 8 * len(pairs)
    position = texts_at + 8 * len(pairs)
    keys, texts, body = b"", b"", b""
    for key, _ in pairs:
        keys += struct.pack("<II", len(key), position + len(body))
        body += key + b"\x00"
    for _, text in pairs:
        texts += struct.pack("<II", len(text), position + len(body))
        body += text + b"\x00"
    return struct.pack("<7I", MAGIC, 0, len(pairs), keys_at, texts_at, 0, 0) + keys + texts + body


def catalogues(folders: Iterable[Path]) -> Iterator[Path]:
    for folder in folders:
        yield from sorted(folder.glob("**/locale/*/LC_MESSAGES/*.po"))


def compile_catalogue(path: Path) -> Path:
    """Write the .mo beside the .po, whole or not at all."""
    target, half = path.with_suffix(".mo"), path.with_suffix(".mo.new")
    half.write_bytes(compiled(read_messages(path)))
    half.replace(target)
    return target


def incomplete(path: Path) -> Iterator[str]:
    """The places of messages that are fuzzy or empty."""
    for message in read_messages(path):
        if message.msgid and not message.complete:
            what = "fuzzy" if message.fuzzy else "empty"
            yield f"{path}:{message.line}: {what}: {message.msgid!r}"

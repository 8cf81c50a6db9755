"""An entry as a vCard 4.0 (RFC 6350), with what the website may tell."""

from collections.abc import Iterator

from plugins.members.domain.published import Published
from plugins.members.enums import ContactKind

MEDIA_TYPE = "text/vcard; charset=utf-8"
LONGEST_LINE = 75


def vcard_of(entry: Published, url: str) -> str:
    lines = ["BEGIN:VCARD", "VERSION:4.0", "KIND:org", *_properties(entry, url), "END:VCARD"]
    return "".join(f"{_folded(line)}\r\n" for line in lines)


def _properties(entry: Published, url: str) -> Iterator[str]:
    yield f"FN:{_escaped(entry.name)}"
    yield f"ORG:{_escaped(entry.name)}"
    if entry.short_name:
        yield f"NICKNAME:{_escaped(entry.short_name)}"
    if entry.text.summary:
        yield f"NOTE:{_escaped(entry.text.summary)}"
    if entry.place and entry.place.is_full:
        place = entry.place
        parts = ("", "", place.street, place.city, "", place.postcode, "")
        yield "ADR;TYPE=work:" + ";".join(map(_escaped, parts))
    for contact in entry.contacts:
        yield from _contact(contact.kind, contact.value, contact.target)
    yield f"SOURCE:{url}"
    yield f"UID:urn:uuid:{entry.uuid}"
    yield f"REV:{entry.changed_at:%Y%m%dT%H%M%SZ}"


def _contact(kind: str, value: str, target: str) -> Iterator[str]:
    if kind == ContactKind.EMAIL:
        yield f"EMAIL;TYPE=work:{_escaped(value)}"
    elif kind == ContactKind.PHONE:
        yield f"TEL;TYPE=work;VALUE=uri:{target}"
    elif kind in (ContactKind.WEBSITE, ContactKind.CHANNEL):
        yield f"URL:{value}"


def _escaped(text: str) -> str:
    escaped = text.replace("\\", "\\\\").replace(";", "\\;").replace(",", "\\,")
    return escaped.replace("\r", "").replace("\n", "\\n")


def _folded(line: str) -> str:
    """No line is longer than 75 bytes; the next ones begin with a space."""
    parts: list[str] = []
    current = ""
    for letter in line:
        if len((current + letter).encode()) > LONGEST_LINE - (1 if parts else 0):
            parts.append(current)
            current = ""
        current += letter
    return "\r\n ".join([*parts, current])

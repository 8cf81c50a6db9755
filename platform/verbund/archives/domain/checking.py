"""What can be known before a file is read back: is it whole, does it fit, are its names free."""

import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from io import BytesIO
from pathlib import Path
from typing import Any

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _
from pydantic import ValidationError as ShapeError

from verbund.archives.files import DAMAGED, MANIFEST, BadArchive, parts_of, sum_of
from verbund.archives.manifest import FORMAT, Manifest, Part
from verbund.plugin.gate import find_plugin
from verbund.tenancy.domain.schemas import unknown_migrations
from verbund.tenancy.models import Domain, Tenant
from verbund.tenancy.names import normalise_host, validate_domain, validate_schema_name
from verbund.theming.registry import themes

REGISTRY = "registry.json"


class ArchiveProblems(ValueError):
    """Why a file can't be read back, each reason with what helps; nothing was changed."""

    def __init__(self, problems: Sequence[str]) -> None:
        super().__init__("\n".join(problems))
        self.problems = list(problems)


@dataclass(frozen=True)
class Content:
    """A file that is whole."""

    path: Path
    manifest: Manifest
    registry: dict[str, Any] = field(default_factory=dict)


@dataclass(frozen=True)
class Plan:
    """What would be made of a file: a site under these names. ``same`` keeps its uuid."""

    content: Content
    name: str
    schema: str
    domains: tuple[str, ...]
    same: bool

    def facts(self) -> dict[str, Any]:
        return {
            **self.content.manifest.facts(),
            "name": self.name,
            "schema": self.schema,
            "domains": list(self.domains),
            "same_site": self.same,
        }


def read_content(path: Path) -> Content:
    """Reads the whole file and compares each sum.

    :raises ArchiveProblems: no archive, an unknown format, changed, or without its end.
    """
    found: dict[str, Part] = {}
    kept = {MANIFEST: b"", REGISTRY: b"{}"}
    try:
        for name, part in parts_of(path):
            keep = BytesIO() if name in kept else None
            size, sha256 = sum_of(part, keep)
            found[name] = Part(size=size, sha256=sha256)
            if keep is not None:
                kept[name] = keep.getvalue()
    except (BadArchive, *DAMAGED) as error:
        raise ArchiveProblems([_unreadable(path)]) from error
    manifest = _read_manifest(path, kept[MANIFEST])
    found.pop(MANIFEST)
    problems = list(_changed(manifest, found))
    if problems:
        raise ArchiveProblems(problems)
    return Content(path, manifest, json.loads(kept[REGISTRY]))


def _unreadable(path: Path) -> str:
    return _(
        "“%(file)s” is no archive of Verbund, or its end is missing. Take another copy of the file."
    ) % {"file": path.name}


def _read_manifest(path: Path, data: bytes) -> Manifest:
    try:
        told = json.loads(data)
        if told["format"] > FORMAT:
            text = _(
                "“%(file)s” was written by a newer Verbund (%(version)s). Update this one first."
            )
            words = {"file": path.name, "version": told.get("verbund", "?")}
            raise ArchiveProblems([text % words])
        return Manifest.model_validate(told)
    except (ValueError, KeyError, TypeError, ShapeError) as error:
        if isinstance(error, ArchiveProblems):
            raise
        raise ArchiveProblems([_unreadable(path)]) from error


def _changed(manifest: Manifest, found: dict[str, Part]) -> Iterator[str]:
    for name in sorted(manifest.parts.keys() | found.keys()):
        if manifest.parts.get(name) != found.get(name):
            text = _("The part “%(name)s” is not what was written. Take another copy of the file.")
            yield text % {"name": name}


def check_archive(
    path: Path, *, name: str = "", schema: str = "", domains: Sequence[str] = ()
) -> Plan:
    """Whether the file can become a site of this installation, under its own or other names.

    :raises ArchiveProblems: all reasons why not.
    """
    content = read_content(path)
    if content.manifest.kind != "tenant":
        raise ArchiveProblems(
            [_("This is a part of a backup that holds no site: verbund backup restore reads it.")]
        )
    plan = _plan(content, name, schema, domains)
    problems = [*_does_not_fit(content), *_names_taken(plan)]
    if problems:
        raise ArchiveProblems(problems)
    return plan


def _plan(content: Content, name: str, schema: str, domains: Sequence[str]) -> Plan:
    own = [values["domain"] for values in content.registry["domains"]]
    wanted = [normalise_host(domain) or domain for domain in domains]
    same = not name and not schema
    return Plan(
        content=content,
        name=name or content.registry["tenant"]["name"],
        schema=schema or (content.manifest.schema_name if same else _schema_of(name)),
        # A copy under another name beside the original must never take its address.
        domains=tuple(wanted or (own if same else ())),
        same=same,
    )


def canonical_of(content: Content) -> list[str]:
    """The domain that was canonical when the file was written, in a list that may be empty."""
    return [one["domain"] for one in content.registry["domains"] if one["is_primary"]]


def _schema_of(name: str) -> str:
    letters = {"ä": "ae", "ö": "oe", "ü": "ue", "ß": "ss"}
    plain = "".join(letters.get(letter, letter) for letter in name.lower())
    return "".join(letter if letter.isascii() and letter.isalnum() else "_" for letter in plain)


def _does_not_fit(content: Content) -> Iterator[str]:
    unknown = unknown_migrations(content.manifest.migrations)
    if unknown:
        text = _(
            "The file needs what this installation does not have: %(names)s. "
            "Update it, or install the missing plugin."
        )
        yield text % {"names": ", ".join(unknown)}
    theme = content.registry["tenant"]["theme"]
    if theme not in themes():
        yield _("The theme “%(theme)s” is not installed here.") % {"theme": theme}
    for values in content.registry["plugins"]:
        if values["enabled"] and find_plugin(values["label"]) is None:
            yield _("The plugin “%(label)s” is not installed here.") % {"label": values["label"]}


def _names_taken(plan: Plan) -> Iterator[str]:
    if plan.same and Tenant.objects.filter(uuid=plan.content.manifest.tenant).exists():
        text = _(
            "The site “%(name)s” is still here. Restore the file under another name, "
            "or delete the site first."
        )
        yield text % {"name": plan.name}
    elif Tenant.objects.filter(schema_name=plan.schema).exists():
        yield _("The schema “%(schema)s” is taken. Choose another.") % {"schema": plan.schema}
    yield from _invalid(validate_schema_name, plan.schema)
    for domain in plan.domains:
        yield from _invalid(validate_domain, domain)
    for taken in Domain.objects.filter(domain__in=plan.domains).order_by("domain"):
        yield _("The domain “%(domain)s” belongs to another site. Choose another.") % {
            "domain": taken.domain
        }


def _invalid(validate: Any, value: str) -> Iterator[str]:
    try:
        validate(value)
    except ValidationError as error:
        yield from error.messages

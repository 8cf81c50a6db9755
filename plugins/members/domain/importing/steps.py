"""The way of an import: a file is kept, its columns are chosen, every row is tried.

Nothing of the directory changes here; see `carrying_out` for what does.
"""

from typing import Any

from django.db import transaction
from django.db.models import QuerySet
from django.utils.translation import gettext as _

from plugins.members.domain.importing.columns import propose, wrong_mapping
from plugins.members.domain.importing.drafts import Draft, all_words, draft_of
from plugins.members.domain.importing.rows import Row
from plugins.members.domain.importing.tables import read_table
from plugins.members.domain.likeness import Like, Signs, all_signs
from plugins.members.domain.names import compared_name
from plugins.members.enums import Status
from plugins.members.imports import Choice, Import, ImportRow, Likeness, Stage
from verbund.plugin import User

BATCH = 500
# Likenesses that are sure enough to go into the entry unless somebody says otherwise.
SURE = (Likeness.KEY, Likeness.NAME)
DEFAULTS = {"status": Status.MEMBER.value, "shown": False, "overwrite": False}


class WrongStep(ValueError):
    """What is asked for does not fit how far the import is; the message says why."""


@transaction.atomic
def begin(file_name: str, content: bytes, by: User | None, by_name: str) -> Import:
    """Keeps a file's rows with a proposal for its columns.

    :raises FileRefused: it can't be read.
    """
    table = read_table(file_name, content)
    made = Import.objects.create(
        file_name=file_name[:200],
        headers=list(table.headers),
        mapping=propose(table.headers),
        options=DEFAULTS,
        by=by,
        by_name=by_name[:150],
    )
    rows = (
        ImportRow(of=made, line=row.line, cells=list(row.cells), remarks=list(row.notes))
        for row in table.rows
    )
    ImportRow.objects.bulk_create(rows, batch_size=BATCH)
    return made


@transaction.atomic
def check(import_: Import, mapping: list[str], options: dict[str, Any]) -> Import:
    """Tries every row: drafts, errors, likenesses. Choices made before are made anew.

    :raises WrongStep: it has been carried out, or the columns don't fit.
    """
    if import_.stage not in (Stage.READ, Stage.CHECKED):
        raise WrongStep(_("This import has been carried out; begin a new one."))
    if wrong := wrong_mapping(mapping):
        raise WrongStep(wrong)
    import_.mapping, import_.options = mapping, {**DEFAULTS, **options}
    import_.stage = Stage.CHECKED
    import_.save()
    words, signs, seen = all_words(), all_signs(), _Seen()
    rows = list(import_.rows.all())
    for row in rows:
        _try(row, draft_of(_cells(row), mapping, words, import_.file_name), signs, seen)
    fields = ["draft", "key", "errors", "notes", "choice", "likeness", "target"]
    ImportRow.objects.bulk_update(rows, fields, batch_size=BATCH)
    return import_


def choose(import_: Import, choices: dict[int, str]) -> int:
    """What is to become of rows, by their keys; returns how many it changed."""
    if import_.stage != Stage.CHECKED:
        raise WrongStep(_("This import has been carried out; begin a new one."))
    rows = [row for row in import_.rows.filter(pk__in=choices) if choices[row.pk] in Choice.values]
    for row in rows:
        wanted = Choice(choices[row.pk])
        row.choice = Choice.NEW if wanted == Choice.MERGE and row.target_id is None else wanted
    return ImportRow.objects.bulk_update(rows, ["choice"])


def with_errors(import_: Import) -> "QuerySet[ImportRow]":
    return import_.rows.exclude(errors=[])


def alike(import_: Import) -> "QuerySet[ImportRow]":
    """Rows that look like an entry, or like another row, with the entry."""
    found = import_.rows.filter(errors=[]).exclude(likeness="")
    return found.select_related("target")


class _Seen:
    """Rows of this file that came before, by key and by name."""

    def __init__(self) -> None:
        self.lines: dict[str, int] = {}

    def before(self, row: ImportRow, draft: Draft) -> int:
        sign = f"k {draft.key}" if draft.key else f"n {compared_name(draft.state['name'])}"
        return self.lines.setdefault(sign, row.line)


def _cells(row: ImportRow) -> Row:
    return Row(row.line, tuple(row.cells), tuple(row.remarks))


def _try(row: ImportRow, draft: Draft, signs: Signs, seen: _Seen) -> None:
    row.draft, row.key = draft.state, draft.key
    row.errors, row.notes = draft.errors, draft.notes
    row.choice, row.likeness, row.target_id = Choice.NEW, "", None
    if draft.errors:
        row.choice = Choice.SKIP
        return
    first = seen.before(row, draft)
    if first != row.line:
        row.choice, row.likeness = Choice.SKIP, Likeness.TWICE
        row.notes.append(_("Stands in line %(line)d already.") % {"line": first})
        return
    _compare(row, signs.like(draft.state, draft.key))


def _compare(row: ImportRow, like: Like | None) -> None:
    if like is not None:
        row.target_id, row.likeness = like.pk, like.by
        row.choice = Choice.MERGE if like.by in SURE else Choice.NEW

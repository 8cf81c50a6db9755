"""Carries an import out, and takes it back: row by row, in batches that the worker commits.

What a batch has done is done: a job that stops goes on where it was.
"""

from collections.abc import Callable
from typing import Any

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import gettext as _

from plugins.members.domain.importing.merging import merged
from plugins.members.domain.importing.steps import WrongStep
from plugins.members.domain.printed_lists import ask_for_whole_lists
from plugins.members.domain.recording import change_entry
from plugins.members.domain.state import State, state_of
from plugins.members.enums import ChangeWay
from plugins.members.imports import Choice, Import, ImportRow, Outcome, Stage
from plugins.members.models import Organisation
from verbund.plugin import enqueue

BATCH = 100
JOB = "members.import_rows"


def start(import_: Import) -> None:
    """Has the worker carry it out.

    :raises WrongStep: it was not tried, or runs already.
    """
    _advance(import_, Stage.CHECKED, Stage.RUNNING)


def take_back(import_: Import) -> None:
    """Has the worker take back what it made and changed.

    :raises WrongStep: there is nothing to take back.
    """
    _advance(import_, Stage.DONE, Stage.UNDOING)


def _advance(import_: Import, wanted: Stage, then: Stage) -> None:
    moved = Import.objects.filter(pk=import_.pk, stage=wanted).update(stage=then)
    if not moved:
        raise WrongStep(_("This import is not at that point any more. Load the page again."))
    import_.stage = then
    enqueue(JOB, key=import_.pk)


def work(key: int) -> None:
    """One batch of whatever the import is at; asks for the next one, or ends it."""
    import_ = Import.objects.select_for_update().filter(pk=key).first()
    if import_ is None or import_.stage not in (Stage.RUNNING, Stage.UNDOING):
        return
    if import_batch(import_, BATCH):
        enqueue(JOB, key=key)
    else:
        ask_for_whole_lists()


def finish(import_: Import, progress: Callable[[int, int], None] = lambda done, rows: None) -> None:
    """All of it at once, for the command."""
    rows, done = import_.rows.count(), 0
    while import_batch(import_, BATCH):
        done = min(done + BATCH, rows)
        progress(done, rows)
    ask_for_whole_lists()


def import_batch(import_: Import, count: int) -> bool:
    """The next rows of an import that runs or is taken back; False once none is left."""
    if import_.stage == Stage.RUNNING:
        rows = list(import_.rows.filter(outcome="")[:count])
        step, then = _carry_out, Stage.DONE
    else:
        # Backwards: what was made last goes first.
        touched = import_.rows.filter(outcome__in=(Outcome.MADE, Outcome.MERGED))
        rows = list(touched.order_by("-line", "-pk")[:count])
        step, then = _take_back, Stage.UNDONE
    for row in rows:
        step(import_, row)
        row.save()
    if not rows:
        import_.stage = then
    import_.save(update_fields=["stage", "changed_at"])
    return bool(rows)


def _carry_out(import_: Import, row: ImportRow) -> None:
    if row.errors:
        row.outcome = Outcome.FAILED
    elif row.choice == Choice.SKIP:
        row.outcome = Outcome.SKIPPED
    else:
        try:
            with transaction.atomic():
                _write(import_, row)
        except ValidationError as error:
            row.outcome, row.errors = Outcome.FAILED, list(error.messages)


def _write(import_: Import, row: ImportRow) -> None:
    there = _entry_for(row)
    if there is None:
        entry = Organisation(import_key=row.key or None)
        state: State = {**_of_new(import_), **row.draft}
        row.outcome = Outcome.MADE
    else:
        entry = there
        row.before = state_of(there)
        state = merged(row.before, row.draft, overwrite=bool(import_.options.get("overwrite")))
        if row.key and not there.import_key:
            there.import_key = row.key
            there.save(update_fields=["import_key"])
        row.outcome = Outcome.MERGED if state else Outcome.SAME
    if state:
        change_entry(entry, state, ChangeWay.IMPORT, import_.by_name, lists=False)
    entry.refresh_from_db(fields=["version"])
    row.made, row.version = entry, entry.version


def _entry_for(row: ImportRow) -> Organisation | None:
    """An entry that got this key meanwhile is that one: importing twice makes nothing twice."""
    if row.choice == Choice.MERGE and row.target_id is not None:
        return Organisation.objects.filter(pk=row.target_id).first()
    return Organisation.objects.filter(import_key=row.key).first() if row.key else None


def _of_new(import_: Import) -> dict[str, Any]:
    return {"status": import_.options["status"], "shown": bool(import_.options["shown"])}


def _take_back(import_: Import, row: ImportRow) -> None:
    """Never over somebody's work: what was changed since stays, and the row says so."""
    entry = row.made
    if entry is None:
        row.outcome = Outcome.TAKEN_BACK
    elif entry.version != row.version:
        row.outcome = Outcome.KEPT
    elif row.outcome == Outcome.MADE:
        entry.delete()
        row.made, row.outcome = None, Outcome.TAKEN_BACK
    else:
        change_entry(entry, row.before or {}, ChangeWay.UNDO, import_.by_name, lists=False)
        row.outcome = Outcome.TAKEN_BACK

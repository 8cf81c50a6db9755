"""An import in numbers."""

from dataclasses import dataclass

from django.db.models import Count

from plugins.members.imports import Choice, Import, ImportRow, Outcome


@dataclass(frozen=True)
class Summary:
    """Rows in all, those done, and how many are of each choice and outcome."""

    rows: int
    done: int
    errors: int
    new: int
    merged: int
    skipped: int
    outcomes: tuple[tuple[str, int], ...]

    @property
    def percent(self) -> int:
        return 100 * self.done // self.rows if self.rows else 100


def summary_of(import_: Import) -> Summary:
    found = import_.rows.order_by().values_list("choice", "outcome").annotate(n=Count("pk"))
    counted = [(choice, outcome, n) for choice, outcome, n in found]
    errors = ImportRow.objects.filter(of=import_).exclude(errors=[]).count()

    def of_choice(wanted: Choice) -> int:
        return sum(n for choice, _outcome, n in counted if choice == wanted)

    def of_outcome(wanted: str) -> int:
        return sum(n for _choice, outcome, n in counted if outcome == wanted)

    rows = sum(n for _choice, _outcome, n in counted)
    return Summary(
        rows=rows,
        done=rows - of_outcome(""),
        errors=errors,
        new=of_choice(Choice.NEW),
        merged=of_choice(Choice.MERGE),
        skipped=of_choice(Choice.SKIP) - errors,
        outcomes=tuple((str(one.label), n) for one in Outcome if (n := of_outcome(one.value))),
    )

"""Content checks: what an editor should mend, said in words she knows."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from django_stubs_ext import StrOrPromise


@dataclass(frozen=True)
class ContentProblem:
    """Something a reader would stumble over; ``field`` is where to mend it."""

    field: str
    message: "StrOrPromise"

"""The story of a request: who did what, and when."""

from dataclasses import dataclass

from plugins.resources.enums import StepKind
from plugins.resources.models import Line, Request, Step
from verbund.plugin import User


@dataclass(frozen=True)
class Actor:
    """Who does it: somebody of the staff, the borrower, or the clock (neither)."""

    name: str = ""
    user: User | None = None


CLOCK = Actor()


def tell(
    request: Request, kind: StepKind, by: Actor = CLOCK, text: str = "", line: Line | None = None
) -> Step:
    """Adds a step to the request's story."""
    return Step.objects.create(
        request=request, line=line, kind=kind, by=by.name, user=by.user, text=text[:600]
    )

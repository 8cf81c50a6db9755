"""The list of first steps, and going live when those that must be are done."""

from dataclasses import dataclass

from verbund.accounts.journal import record
from verbund.accounts.journal_actions import Act
from verbund.accounts.models import User
from verbund.plugin.contributions import FirstStep
from verbund.plugin.gate import active
from verbund.tenancy.domain import life
from verbund.tenancy.enums import TenantStatus
from verbund.tenancy.models import Tenant


class NotYet(ValueError):
    """Something that must be is not done, or the site is not in preparation."""


@dataclass(frozen=True)
class Checked:
    """A step and whether it is done; its address is empty where only others can do it."""

    step: FirstStep
    done: bool
    url: str


def checklist() -> list[Checked]:
    """All first steps of the current site, in order."""
    steps: list[FirstStep] = [step for step in active("first_steps") if step.shown()]
    return [Checked(step, step.done(), step.url()) for step in steps]


def blocking(found: list[Checked]) -> list[Checked]:
    """What must be done before everybody may read the site."""
    return [one for one in found if one.step.must and not one.done]


def go_live(tenant: Tenant, *, by: User) -> None:
    """Opens the site to everybody.

    :raises NotYet: something that must be is missing, or it is not in preparation.
    """
    if tenant.status != TenantStatus.DRAFT or blocking(checklist()):
        raise NotYet(tenant.name)
    life.go_live(tenant)
    record(Act.WENT_LIVE, tenant, user=by)

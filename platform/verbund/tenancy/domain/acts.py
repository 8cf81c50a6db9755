"""The operators' log: each act with who, on which site, before and after."""

from dataclasses import dataclass, field
from typing import Any
from uuid import UUID

from django.db.models import QuerySet

from verbund.tenancy.models import OperatorAct, Tenant


@dataclass(frozen=True)
class Change:
    """What an act changes, or would: field → value. Without a difference nothing is written."""

    action: str
    site: str
    before: dict[str, Any] = field(default_factory=dict)
    after: dict[str, Any] = field(default_factory=dict)

    def __bool__(self) -> bool:
        return self.before != self.after

    def as_json(self) -> dict[str, Any]:
        return {
            "action": self.action,
            "site": self.site,
            "changed": bool(self),
            "before": self.before,
            "after": self.after,
        }


def record_act(
    action: str,
    tenant: Tenant | None,
    *,
    by: UUID | None = None,
    before: dict[str, Any] | None = None,
    after: dict[str, Any] | None = None,
    site: str = "",
) -> OperatorAct:
    """A line of the log; ``by`` is the uuid of an operator's account, None on the command line."""
    return OperatorAct.objects.create(
        action=action,
        tenant=tenant,
        site=site or (tenant.name if tenant else ""),
        by=by,
        before=before or {},
        after=after or {},
    )


def acts_of(tenant: Tenant | None = None) -> QuerySet[OperatorAct]:
    """All acts, or those on one site, the newest first."""
    found = OperatorAct.objects.select_related("tenant")
    return found.filter(tenant=tenant) if tenant else found

"""A tenant from nothing: row, schema, steps, and its domain last.

Runs in a command or a job, never in a request or inside atomic(): cloning and migrating fail
with pending trigger events there.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from django.db.transaction import atomic

from verbund.tenancy.connection import connection
from verbund.tenancy.content_types import forget_schema
from verbund.tenancy.context import tenant_context
from verbund.tenancy.domain.blueprint import ensure_blueprint
from verbund.tenancy.domain.locks import advisory_lock
from verbund.tenancy.domain.migration import record_state
from verbund.tenancy.domain.schemas import clone_schema, drop_schema, migrate_schema
from verbund.tenancy.models import Domain, Tenant
from verbund.tenancy.storage import storage_of


class ProvisioningFailed(RuntimeError):
    """A step failed and everything was taken back; ``step`` names it."""

    def __init__(self, step: str, reason: BaseException) -> None:
        super().__init__(f"Provisioning failed at “{step}”: {reason}. Nothing was left behind.")
        self.step = step


@dataclass(frozen=True)
class Step:
    """A named part of provisioning that runs inside the new tenant, in one transaction."""

    name: str
    run: Callable[[Tenant], None]


def provision(
    tenant: Tenant,
    domains: Sequence[str],
    steps: Sequence[Step] = (),
    progress: Callable[[str], None] = lambda step: None,
    make_schema: Callable[[Tenant], None] | None = None,
) -> Tenant:
    """Creates the tenant's schema and runs the steps in it; the first domain is canonical.

    ``make_schema`` makes it otherwise than as a copy of the blueprint. The domains come last:
    until then no request reaches the tenant.
    :raises ProvisioningFailed: naming the step; row and schema are gone then.
    """
    connection.set_schema_to_public()
    with advisory_lock("provisioning"):
        step = "row"
        try:
            tenant.full_clean()
            tenant.save()
            for step, run in _all_steps(tenant, domains, steps, make_schema or make_empty_schema):
                progress(step)
                run()
        except Exception as error:
            take_back(tenant)
            raise ProvisioningFailed(step, error) from error
    return tenant


def _all_steps(
    tenant: Tenant,
    domains: Sequence[str],
    steps: Sequence[Step],
    make_schema: Callable[[Tenant], None],
) -> list[tuple[str, Callable[[], object]]]:
    own = [(step.name, lambda step=step: _run_inside(tenant, step)) for step in steps]
    return [
        ("schema", lambda: make_schema(tenant)),
        *own,
        ("domains", lambda: _add_domains(tenant, domains)),
    ]


def make_empty_schema(tenant: Tenant) -> None:
    """A copy of the blueprint, up to date: what migrations write is in it, and nothing else."""
    clone_schema(ensure_blueprint(), tenant.schema_name)
    migrate_schema(tenant.schema_name)
    record_state(tenant.schema_name)
    forget_schema(tenant.schema_name)


def _run_inside(tenant: Tenant, step: Step) -> None:
    with tenant_context(tenant), atomic():
        step.run(tenant)


def _add_domains(tenant: Tenant, domains: Sequence[str]) -> None:
    with atomic():
        for position, domain in enumerate(domains):
            row = Domain(tenant=tenant, domain=domain, is_primary=position == 0)
            row.full_clean()
            row.save()
    tenant.__dict__.pop("_canonical_domain", None)


def take_back(tenant: Tenant) -> None:
    """Row, schema, uploads, addresses: whatever there is of it. Not inside ``atomic()``."""
    connection.set_schema_to_public()
    if tenant.pk:
        drop_schema(tenant.schema_name)
        storage_of(tenant.uuid).remove_all()
        tenant.delete()

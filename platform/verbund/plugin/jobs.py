"""Background jobs carry their tenant and enter it before anything else.

A job's row is written in the transaction of whoever enqueues it: a rollback removes it.
"""

import logging
from collections.abc import Callable
from contextlib import nullcontext
from functools import wraps
from typing import Any
from uuid import UUID

from django.db import close_old_connections
from django.db.transaction import atomic
from procrastinate import exceptions
from procrastinate.contrib.django import app

from verbund.plugin.config import ContributingConfig
from verbund.plugin.contributions import Job
from verbund.plugin.gate import contributed, is_on
from verbund.tenancy.connection import connection
from verbund.tenancy.context import current_tenant, tenant_context
from verbund.tenancy.enums import READABLE, TenantStatus
from verbund.tenancy.models import Tenant

log = logging.getLogger("verbund.jobs")
RUNS_IN = (*READABLE, TenantStatus.DRAFT)


class UnknownJob(LookupError):
    """No installed plugin has a job of this name."""


def enqueue(name: str, /, **arguments: Any) -> None:
    """Has the worker run a job ("news.remind") for the current tenant; arguments are JSON.

    :raises UnknownJob: no such name, which is a mistake in the code.
    """
    find_job(name)
    _run_job().defer(tenant=str(current_tenant().uuid), name=name, arguments=arguments)


def find_job(name: str) -> tuple[ContributingConfig, Job]:
    """The job of this name ("label.job") with its owner."""
    for config, job in contributed("jobs"):
        if f"{config.label}.{job.name}" == name:
            return config, job
    raise UnknownJob(f"No job is called {name}.")


def run_job(tenant: str, name: str, arguments: dict[str, Any]) -> bool:
    """Runs a job inside its tenant, in a transaction; False: the tenant is gone or off."""
    row = Tenant.objects.filter(uuid=UUID(tenant), status__in=RUNS_IN).first()
    if row is None:
        return False
    config, job = find_job(name)
    with tenant_context(row):
        if not is_on(config):
            return False
        with atomic() if job.atomic else nullcontext():
            job.run(**arguments)
    return True


def run_everywhere(name: str) -> list[str]:
    """Runs a scheduled job in each tenant; one that fails does not stop the others.

    Returns the schemas where it failed.
    """
    failed = []
    for tenant in Tenant.objects.filter(status__in=RUNS_IN).order_by("schema_name"):
        try:
            run_job(str(tenant.uuid), name, {})
        except Exception:  # named in the log; the next tenant has its turn
            log.exception("The job %s failed in %s.", name, tenant.schema_name)
            failed.append(tenant.schema_name)
    return failed


def run_shared(name: str) -> None:
    """Runs a scheduled job once, in the public schema, in one transaction."""
    _, job = find_job(name)
    connection.set_schema_to_public()
    with atomic():
        job.run()


def register_schedule() -> None:
    """Tells the worker about jobs with a cron entry, and the one task that runs any job."""
    app.task(name="verbund.run_job", queue="tenants", retry=3)(_with_fresh_connection(run_job))
    for config, job in contributed("jobs"):
        if job.cron:
            run = run_shared if job.shared else run_everywhere
            _schedule(f"{config.label}.{job.name}", job.cron, run)


def _schedule(name: str, cron: str, run: Callable[[str], object]) -> None:
    def scheduled(timestamp: int) -> None:
        run(name)

    task = app.task(
        name=f"verbund.scheduled.{name}", queueing_lock=name, lock=name, queue="schedule"
    )(_with_fresh_connection(scheduled))
    app.periodic(cron=cron)(task)


def _with_fresh_connection(run: Callable[..., Any]) -> Callable[..., Any]:
    """The worker's threads live long: a connection that the server closed is not used again."""

    @wraps(run)
    def fresh(**arguments: Any) -> Any:
        close_old_connections()
        try:
            return run(**arguments)
        finally:
            close_old_connections()

    return fresh


def _run_job() -> Any:
    try:
        return app.tasks["verbund.run_job"]
    except KeyError:
        raise exceptions.TaskNotFound("verbund.run_job is registered in ready().") from None

"""From a draft to a site: in the worker, watched, tried again, and taken back whole.

Whoever makes a draft's site holds a lock of the database. A worker that is killed lets go of it:
the next one finds the half site by the draft's uuid, takes it back and begins anew.
"""

from uuid import UUID

from django.db.transaction import atomic
from django.utils.translation import override

from verbund.accounts.models import User
from verbund.onboarding.domain.answers import recipe_of
from verbund.onboarding.domain.invitation import invite_admin
from verbund.onboarding.domain.onboard import onboard
from verbund.onboarding.models import DraftState, SiteDraft
from verbund.plugin.jobs import enqueue
from verbund.tenancy.context import current_tenant, tenant_context
from verbund.tenancy.domain.acts import record_act
from verbund.tenancy.domain.locks import Busy, advisory_lock
from verbund.tenancy.domain.provisioning import ProvisioningFailed, take_back
from verbund.tenancy.enums import TenantStatus
from verbund.tenancy.models import Tenant
from verbund.tenancy.recipe import RecipeError


class InUse(ValueError):
    """The site is public, or somebody has worked in it."""


def start(draft: SiteDraft) -> None:
    """Hands the draft to the worker.

    :raises RecipeError: something is wrong or missing.
    """
    recipe_of(draft.answers)
    waits = SiteDraft.objects.filter(pk=draft.pk, state__in=[DraftState.OPEN, DraftState.FAILED])
    if waits.update(state=DraftState.WAITING, step="", problem=""):
        enqueue("onboarding.make_site", draft=draft.pk)


def make_site(draft: int) -> None:
    """Makes the site of a draft that waits; nothing if it is done, or somebody is at it."""
    operators = current_tenant()
    try:
        with advisory_lock(f"draft:{operators.schema_name}:{draft}", wait=False):
            found = SiteDraft.objects.select_related("by").filter(pk=draft).first()
            if found is not None and found.is_under_way:
                _make(found, operators)
    except Busy:
        return


def make_waiting() -> None:
    """Those that wait: for their first turn, or because a worker was killed over them."""
    waiting = SiteDraft.objects.filter(state__in=[DraftState.WAITING, DraftState.RUNNING])
    for draft in list(waiting.order_by("created").values_list("pk", flat=True)):
        make_site(draft)


def take_back_site(draft: SiteDraft) -> None:
    """Row, schema, uploads and addresses of a site that nobody has used; the draft is open again.

    Call it outside ``atomic()``.
    :raises InUse: it is public, or somebody has logged in there.
    """
    operators = current_tenant()
    site = Tenant.objects.filter(uuid=draft.uuid).first()
    if site is not None:
        with tenant_context(site):
            used = User.objects.filter(last_login__isnull=False).exists()
        if used or site.status != TenantStatus.DRAFT:
            raise InUse(site.name)
        take_back(site)
        record_act("take_back", None, by=_by(draft), site=site.name)
    with tenant_context(operators):
        _note(draft, state=DraftState.OPEN, step="", problem="")


def _make(draft: SiteDraft, operators: Tenant) -> None:
    half = Tenant.objects.filter(uuid=draft.uuid).first()
    if half is not None and half.domains.exists():
        _finish(draft, half, operators)  # killed between its last step and the invitation
        return
    if half is not None:
        take_back(half)
    with tenant_context(operators):
        _note(draft, state=DraftState.RUNNING, step="", problem="")

    def progress(step: str) -> None:
        with tenant_context(operators):
            _note(draft, step=step)

    try:
        site = onboard(
            recipe_of(draft.answers), invite=False, progress=progress, uuid=draft.uuid
        ).tenant
    except (ProvisioningFailed, RecipeError) as error:
        with tenant_context(operators):
            _note(draft, state=DraftState.FAILED, problem=str(error))
        return
    _finish(draft, site, operators)


def _finish(draft: SiteDraft, site: Tenant, operators: Tenant) -> None:
    with override("de"):
        invite_admin(site, draft.answers["admin.email"])
    record_act("onboard", site, by=_by(draft), after={"schema": site.schema_name})
    with tenant_context(operators), atomic():
        _note(draft, state=DraftState.DONE, step="")


def _note(draft: SiteDraft, **values: str) -> None:
    SiteDraft.objects.filter(pk=draft.pk).update(**values)


def _by(draft: SiteDraft) -> UUID | None:
    return draft.by.uuid if draft.by else None

"""A recipe becomes a tenant; the command and the web form call this one function."""

from collections.abc import Callable
from dataclasses import dataclass
from uuid import UUID

from django.conf import settings
from django.utils import translation

from verbund.onboarding.domain.comparison import Difference, differences, tenant_fields
from verbund.onboarding.domain.invitation import invite_admin
from verbund.onboarding.domain.recipes import existing_tenant
from verbund.onboarding.domain.steps import steps_for
from verbund.tenancy.domain.provisioning import provision
from verbund.tenancy.enums import TenantStatus
from verbund.tenancy.models import Tenant
from verbund.tenancy.recipe import Recipe


@dataclass(frozen=True)
class Onboarded:
    """What came of it: the tenant, whether it is new, and where it differs from the recipe."""

    tenant: Tenant
    created: bool
    differences: tuple[Difference, ...] = ()
    invitation: str = ""


def onboard(
    recipe: Recipe,
    *,
    status: TenantStatus = TenantStatus.DRAFT,
    demo: bool = False,
    invite: bool = True,
    progress: Callable[[str], None] = lambda step: None,
    uuid: UUID | None = None,
) -> Onboarded:
    """Makes the tenant, unless it is there: then nothing changes and differences are told.

    ``uuid`` becomes the tenant's own, so that whoever began can find what was half made.

    :raises ProvisioningFailed: naming the step; nothing is left behind.
    """
    existing = existing_tenant(recipe)
    if existing is not None:
        return Onboarded(existing, False, tuple(differences(recipe, existing)))
    tenant = Tenant(
        schema_name=recipe.schema_name, status=status, is_demo=demo, **tenant_fields(recipe)
    )
    tenant.uuid = uuid or tenant.uuid
    # What steps name (pages, topics) is read by the site's people: in its base language.
    with translation.override(settings.LANGUAGE_CODE):
        provision(tenant, recipe.domains, steps_for(recipe), progress)
    link = invite_admin(tenant, recipe.admin.email) if invite else ""
    return Onboarded(tenant, True, invitation=link)

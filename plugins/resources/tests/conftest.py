"""What the plugin's tests share: the plugin is on in Dortmund and in Düsseldorf."""

from collections.abc import Iterator

import pytest

from plugins.resources.onboarding import seeds
from verbund.tenancy.context import tenant_context
from verbund.tenancy.domain.plugins import set_plugin
from verbund.tenancy.models import Tenant


def begin(tenant: Tenant) -> Tenant:
    """Switches the pool on, as onboarding does."""
    set_plugin(tenant, "resources", enabled=True)
    with tenant_context(tenant):
        for seed in seeds:
            seed.run(tenant)
    return tenant


@pytest.fixture
def dortmund(db: None) -> Tenant:
    return begin(Tenant.objects.get(schema_name="dortmund"))


@pytest.fixture
def duesseldorf(db: None) -> Tenant:
    return begin(Tenant.objects.get(schema_name="duesseldorf"))


@pytest.fixture
def in_dortmund(dortmund: Tenant) -> Iterator[Tenant]:
    with tenant_context(dortmund):
        yield dortmund

"""The logo of a recipe is the tenant's own file, and goes with it."""

from collections.abc import Callable
from pathlib import Path

import pytest
from django.conf import settings
from django.test import Client

from tests.world import CITIES, read
from verbund.onboarding.domain.comparison import differences
from verbund.onboarding.domain.logo import keep_logo
from verbund.onboarding.domain.onboard import onboard
from verbund.tenancy.context import tenant_context
from verbund.tenancy.domain.provisioning import ProvisioningFailed
from verbund.tenancy.enums import TenantStatus
from verbund.tenancy.models import Tenant

Clients = Callable[..., Client]
DRAWING = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 1 1"><path d="M0 0h1v1z"/></svg>'


@pytest.fixture
def drawing(tmp_path: Path) -> Path:
    path = tmp_path / "logo.svg"
    path.write_text(DRAWING)
    return path


def test_a_page_shows_the_logo_of_its_own_site(
    dortmund: Tenant, duesseldorf: Tenant, client_for: Clients, drawing: Path
) -> None:
    with tenant_context(dortmund):
        keep_logo(dortmund, drawing)
    address = dortmund.brand["logo"]

    here, there = (client_for(tenant).get("/") for tenant in (dortmund, duesseldorf))

    assert f'src="{address}"' in here.content.decode()
    assert address not in there.content.decode()


def test_the_file_is_there_for_its_own_host_alone(
    dortmund: Tenant, duesseldorf: Tenant, client_for: Clients, drawing: Path
) -> None:
    with tenant_context(dortmund):
        keep_logo(dortmund, drawing)
    address = dortmund.brand["logo"]

    here, there = (client_for(tenant).get(address) for tenant in (dortmund, duesseldorf))
    here.close()

    assert (here.status_code, there.status_code) == (200, 404)


def test_a_site_with_a_logo_does_not_differ_from_its_recipe(
    own_database: str, drawing: Path
) -> None:
    recipe = read(CITIES[1] | {"schema": "neu", "domains": ["neu.test"]})
    recipe = recipe.model_copy(update={"brand": recipe.brand.model_copy(update={"logo": drawing})})

    tenant = onboard(recipe, status=TenantStatus.READY, invite=False).tenant

    assert differences(recipe, tenant) == []


def test_a_failed_onboarding_leaves_no_file(
    own_database: str, drawing: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    recipe = read(CITIES[1] | {"schema": "neu", "domains": ["neu.test"]})
    recipe = recipe.model_copy(update={"brand": recipe.brand.model_copy(update={"logo": drawing})})
    folders = set(Path(settings.MEDIA_ROOT).iterdir())
    monkeypatch.setattr("verbund.onboarding.domain.steps.sync_roles", lambda tenant: 1 / 0)

    with pytest.raises(ProvisioningFailed, match="roles"):
        onboard(recipe, invite=False)

    assert set(Path(settings.MEDIA_ROOT).iterdir()) == folders

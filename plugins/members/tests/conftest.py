"""What the plugin's tests share: the plugin is on in Dortmund and in Düsseldorf."""

from collections.abc import Iterator
from io import BytesIO

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from PIL import Image as Pillow

from plugins.members.onboarding import seeds
from verbund.tenancy.context import tenant_context
from verbund.tenancy.domain.plugins import set_plugin
from verbund.tenancy.models import Tenant

QUARTERS = ["1.1 Nordstadt", "1.2 Ostviertel", "2.1 Südstadt"]


def begin(tenant: Tenant) -> Tenant:
    """Switches the directory on, as onboarding does."""
    set_plugin(tenant, "members", enabled=True, settings={"quarters": QUARTERS})
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


@pytest.fixture
def switch():
    """Switches the plugin in a tenant: switch(dortmund, False)."""

    def run(tenant, enabled):
        set_plugin(tenant, "members", enabled=enabled)

    return run


@pytest.fixture
def picture_file():
    """What a browser sends of a small picture."""
    data = BytesIO()
    Pillow.new("RGB", (80, 60), "teal").save(data, "PNG")
    return SimpleUploadedFile("logo.png", data.getvalue(), "image/png")

"""What the plugin's tests share."""

import pytest

from verbund.tenancy.domain.plugins import set_plugin


@pytest.fixture
def switch():
    """Switches the plugin in a tenant: switch(dortmund, False)."""

    def run(tenant, enabled):
        set_plugin(tenant, "news", enabled=enabled)

    return run

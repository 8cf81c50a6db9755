"""The dummy plugin: on in Dortmund, off in Düsseldorf."""

import pytest
from dummy_plugin.apps import DummyConfig

from verbund.accounts.roles_sync import sync_roles
from verbund.plugin.gate import find_plugin
from verbund.plugin.switching import enable_plugin
from verbund.tenancy.context import tenant_context
from verbund.tenancy.models import Tenant


@pytest.fixture
def dummy(db: None) -> DummyConfig:
    """Its config, without calls of earlier tests."""
    config = find_plugin("dummy")
    assert isinstance(config, DummyConfig)
    config.calls.clear()
    return config


@pytest.fixture
def dummy_on(dortmund: Tenant, dummy: DummyConfig) -> Tenant:
    """Dortmund with the plugin on."""
    enable_plugin(dortmund, "dummy")
    with tenant_context(dortmund):
        sync_roles(dortmund)
    return dortmund

"""What tests of the admin share: somebody of a role with a browser."""

import pytest
from django.test import Client
from django.utils.text import slugify

from tests.accounts.matrix.people import colleague
from verbund.accounts.roles_sync import sync_roles
from verbund.tenancy.context import tenant_context
from verbund.tenancy.models import Tenant


@pytest.fixture
def login(client_for, dortmund):
    """login("Verzeichnis"): a browser of somebody with this role, in Dortmund if not said."""

    def run(role: str = "Verzeichnis", tenant: Tenant = dortmund) -> Client:
        with tenant_context(tenant):
            sync_roles(tenant)
        return client_for(tenant, colleague(tenant, role, slugify(role)))

    return run


@pytest.fixture
def keeper(login) -> Client:
    return login()

"""Browsers of staff: login() is somebody with the role *Verleih* in Dortmund."""

import pytest
from django.contrib.auth.models import Group

from plugins.resources.roles import LENDING
from verbund.accounts.models import User
from verbund.accounts.roles_sync import sync_roles
from verbund.tenancy.context import tenant_context


def lender(tenant):
    """Somebody with the role of the pool; the same one each time."""
    with tenant_context(tenant):
        sync_roles(tenant)
        user = User.objects.filter(groups__name=LENDING).first()
        if user is None:
            user = User.objects.create_user(f"verleih@{tenant.schema_name}.test", first_name="Ute")
            user.groups.add(Group.objects.get(name=LENDING))
    return user


class Browser:
    """Asks as somebody of the staff, and leaves the test in the tenant that it was in."""

    def __init__(self, client, tenant):
        self.client, self.tenant = client, tenant

    def get(self, *args, **values):
        with tenant_context(self.tenant):
            return self.client.get(*args, **values)

    def post(self, *args, **values):
        with tenant_context(self.tenant):
            return self.client.post(*args, **values)


@pytest.fixture
def login(client_for, staff, dortmund):
    def run(role=LENDING, tenant=dortmund):
        user = lender(tenant)
        client = client_for(tenant, user if role == LENDING else staff(tenant, role))
        return Browser(client, tenant)

    return run

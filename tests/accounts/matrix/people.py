"""Who asks for each address: browsers of nobody, of a member, of each role, of another city."""

from allauth.mfa.recovery_codes.internal.auth import RecoveryCodes
from allauth.mfa.totp.internal.auth import TOTP, generate_totp_secret
from django.contrib.auth.models import Group
from django.test import Client

from tests.member_area.helpers import member_client
from tests.support.helpers import stand_in, support_client
from verbund.accounts.models import User
from verbund.tenancy.context import tenant_context
from verbund.tenancy.models import Tenant

PASSWORD = "ein-langes-passwort"  # of the tests' cast


def colleague(tenant: Tenant, role: str, name: str = "matrix") -> User:
    """Somebody of this role who has done nothing yet."""
    with tenant_context(tenant):
        address = f"{name}@{tenant.schema_name}.test"
        user = User.objects.create_user(address, PASSWORD, first_name=role, last_name="Matrix")
        user.groups.add(Group.objects.get(name=role))
    return user


def browser(tenant: Tenant, user: User | None = None) -> Client:
    # As a script of the admin asks: then a refusal is a 403 and no way back to the dashboard.
    client = Client(
        SERVER_NAME=tenant.canonical_domain,
        headers={"x-requested-with": "XMLHttpRequest"},
        raise_request_exception=False,
    )
    if user is not None:
        with tenant_context(tenant):
            client.force_login(user)
    return client


def from_elsewhere(here: Tenant, there: Tenant, user: User) -> Client:
    """The cookies of somebody who is logged in at another site, shown here."""
    client = browser(here)
    client.cookies = browser(there, user).cookies
    return client


def member(tenant: Tenant) -> Client:
    client = browser(tenant)
    client.cookies = member_client(tenant).cookies
    return client


def support(tenant: Tenant) -> tuple[Client, User]:
    """An operator who came in for an hour, and the account that stands in for her."""
    client = browser(tenant)
    client.cookies = support_client(tenant).cookies
    return client, stand_in(tenant)


def add_second_factor(tenant: Tenant, user: User) -> None:
    """An app on the phone, and codes for the day it is lost."""
    with tenant_context(tenant):
        TOTP.activate(user, generate_totp_secret())
        RecoveryCodes.activate(user)

"""People of member organisations, logged in as the area itself does it."""

from django.conf import settings
from django.test import Client

from verbund.member_area.domain import sessions
from verbund.member_area.models import MemberAccount
from verbund.tenancy.context import tenant_context
from verbund.tenancy.models import Tenant

EMAIL = "erika@verein.example"


def member_in(tenant: Tenant, email: str = EMAIL, name: str = "Erika Muster") -> MemberAccount:
    with tenant_context(tenant):
        return MemberAccount.objects.get_or_create(email=email, defaults={"name": name})[0]


def member_client(tenant: Tenant, account: MemberAccount | None = None) -> Client:
    """A browser in which this member (default: Erika Muster) is logged in."""
    account = account or member_in(tenant)
    with tenant_context(tenant):
        key = sessions.begin(account, "Firefox, Linux")
    client = Client(headers={"host": tenant.canonical_domain})
    client.cookies[settings.VERBUND_MEMBER_COOKIE] = key
    return client

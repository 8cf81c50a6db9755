"""An operator, and her way into a site."""

import re
from uuid import UUID

from django.test import Client

from verbund.accounts.models import User
from verbund.accounts.settings import SecuritySettings
from verbund.support.domain.logins import Operator, hand_over
from verbund.support.models import SupportLogin
from verbund.tenancy.context import tenant_context
from verbund.tenancy.models import Tenant

MARIA = Operator(UUID("11111111-1111-4111-8111-111111111111"), "Maria Muster", "maria@verbund.test")
REASON = "Frau Weber hat angerufen: die Startseite ist leer."


def browser(tenant: Tenant) -> Client:
    return Client(headers={"host": tenant.canonical_domain})


def link_into(tenant: Tenant, operator: Operator = MARIA) -> str:
    """The path of a hand-over, as the console makes it."""
    url = hand_over(operator, tenant, REASON)
    return re.sub(r"^https?://[^/]+", "", url)


def support_client(tenant: Tenant, operator: Operator = MARIA) -> Client:
    """A browser in which support is logged in."""
    client = browser(tenant)
    client.post(link_into(tenant, operator))
    return client


def stand_in(tenant: Tenant) -> User:
    with tenant_context(tenant):
        return User.objects.get(support_for=MARIA.uuid)


def login_row(tenant: Tenant) -> SupportLogin:
    with tenant_context(tenant):
        return SupportLogin.objects.latest("pk")


def forbid(tenant: Tenant) -> None:
    with tenant_context(tenant):
        SecuritySettings.objects.update_or_create(defaults={"support_allowed": False})

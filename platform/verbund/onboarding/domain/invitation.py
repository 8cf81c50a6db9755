"""The first admin of a site: invited by the operators, as everybody else is by the site's own."""

from django.contrib.auth.models import Group

from verbund.accounts.domain import invitations
from verbund.accounts.domain.queries import waiting_invitations
from verbund.accounts.models import Invitation
from verbund.accounts.roles import Role
from verbund.tenancy.context import tenant_context
from verbund.tenancy.models import Tenant


def prepare_admin(email: str, first_name: str = "", last_name: str = "") -> Invitation:
    """The invitation of an admin, before anybody hears of it. Runs inside the tenant.

    :raises NotPossible: the address has an account, or an invitation that still holds.
    """
    role = Group.objects.get(name=Role.ADMIN.value)
    return invitations.prepare(email, role, by=None, first_name=first_name, last_name=last_name)


def invite_admin(tenant: Tenant, email: str) -> str:
    """Mails an admin her link, again if she has one, and returns it.

    :raises NotPossible: the address has an account.
    :raises TooMany: it was sent too often.
    """
    with tenant_context(tenant):
        waiting = waiting_invitations().filter(email__iexact=email).first()
        return invitations.send(waiting or prepare_admin(email), by=None)

"""The first admin's account and the mail that lets her choose a password."""

from django.contrib.auth.models import Group
from django.core.mail import send_mail
from django.template.loader import render_to_string
from django.utils.translation import gettext as _
from django.utils.translation import override

from verbund.accounts.domain.welcome import password_link
from verbund.accounts.models import User
from verbund.accounts.roles import Role
from verbund.tenancy.context import tenant_context
from verbund.tenancy.models import Tenant


def make_admin(email: str, first_name: str = "", last_name: str = "") -> User:
    """An account of role Administration without a password; one that exists is kept."""
    user, _created = User.objects.get_or_create(
        email=email.lower(), defaults={"first_name": first_name, "last_name": last_name}
    )
    if not user.password:
        user.set_unusable_password()
        user.save(update_fields=["password"])
    user.groups.add(Group.objects.get(name=Role.ADMIN.value))
    return user


def send_invitation(tenant: Tenant, email: str) -> str:
    """Mails the link with which the first admin chooses her password, and returns it."""
    with tenant_context(tenant), override("de"):
        user = User.objects.get(email=email.lower())
        link = password_link(tenant, user)
        text = render_to_string(
            "onboarding/mail/invitation.txt", {"tenant": tenant, "user": user, "link": link}
        )
        send_mail(_("Your site %s is ready to be filled") % tenant.name, text, None, [user.email])
    return link

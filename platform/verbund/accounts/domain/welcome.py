"""The link with which somebody chooses her password, and the mail that brings it."""

from allauth.account.utils import user_pk_to_url_str
from django.core.mail import send_mail
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import override

from verbund.accounts.models import User
from verbund.accounts.tokens import password_tokens
from verbund.tenancy.context import tenant_context
from verbund.tenancy.models import Tenant


def password_link(tenant: Tenant, user: User) -> str:
    """Good for one choice, within PASSWORD_RESET_TIMEOUT; call it inside the tenant."""
    path = reverse(
        "account_reset_password_from_key",
        kwargs={"uidb36": user_pk_to_url_str(user), "key": password_tokens.make_token(user)},
    )
    return tenant.base_url + path


def send_welcome(tenant: Tenant, user: User, invited_by: User) -> None:
    """Tells a new colleague that she has an account."""
    with tenant_context(tenant), override("de"):
        text = render_to_string(
            "accounts/mail/welcome.txt",
            {
                "tenant": tenant,
                "user": user,
                "invited_by": invited_by,
                "link": password_link(tenant, user),
            },
        )
        subject = _("Your account at %s") % tenant.association
        send_mail(subject, text, None, [user.email])

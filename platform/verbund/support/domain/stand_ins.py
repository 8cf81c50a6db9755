"""The account that stands in for an operator: without password, closed but for her hour."""

from django.contrib.auth.models import Group
from wagtail.users.models import UserProfile

from verbund.accounts.models import User
from verbund.accounts.roles import Role
from verbund.support.models import SupportLogin

# Reserved for ever as a host that does not exist (RFC 2606): no mail reaches it.
HOST = "support.invalid"
MAILS = [
    "submitted_notifications",
    "approved_notifications",
    "rejected_notifications",
    "updated_comments_notifications",
]


def stand_in_for(login: SupportLogin) -> User:
    """Opens it, with the rights of Administration; the same for each login of an operator."""
    user, _new = User.objects.update_or_create(
        support_for=login.operator,
        defaults={
            "email": f"{login.operator.hex}@{HOST}",
            "first_name": login.operator_name[:150],
            "last_name": "(Support)",
            "is_active": True,
        },
    )
    user.set_unusable_password()
    user.save(update_fields=["password"])
    user.groups.set([Group.objects.get(name=Role.ADMIN.value)])
    _send_no_mail(user)
    return user


def close_stand_in(user: User) -> None:
    """It stays as the author of what was done; it can do nothing, and no session of it holds."""
    user.is_active = False
    # A new mark of "no password" makes every session key of the old one worthless.
    user.set_unusable_password()
    user.save(update_fields=["is_active", "password"])
    # Its sessions end with its roles (verbund.accounts.receivers).
    user.groups.clear()


def _send_no_mail(user: User) -> None:
    profile = UserProfile.get_for_user(user)
    for name in MAILS:
        setattr(profile, name, False)
    profile.save(update_fields=MAILS)

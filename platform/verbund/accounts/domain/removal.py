"""Emptying an account: the person goes, what she wrote stays with the site."""

from allauth.account.models import EmailAddress
from allauth.mfa.models import Authenticator

from verbund.accounts import journal
from verbund.accounts.login import sessions
from verbund.accounts.models import User


def empty_account(user: User) -> None:
    """Takes address, name, roles, factors and sessions away; the row stays, as nobody's.

    Content keeps an author that says nothing: deleting the row would take comments and the
    history of pages with it.
    """
    journal.forget_person(user)
    sessions.end_all(user)
    Authenticator.objects.filter(user=user).delete()
    EmailAddress.objects.filter(user=user).delete()
    user.groups.clear()
    user.user_permissions.clear()
    user.email = f"{user.uuid}@deleted.invalid"
    user.first_name, user.last_name = "", ""
    user.is_active = False
    user.set_unusable_password()
    user.save()

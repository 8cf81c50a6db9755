"""Who may look after whom: an admin gives and changes what she has herself, never more."""

from django.contrib.auth.models import Group
from django.db.models import QuerySet

from verbund.accounts.models import User
from verbund.accounts.powers import powers_of, powers_of_user
from verbund.accounts.roles import Role


def roles_to_give(actor: User) -> "QuerySet[Group]":
    """Roles that hold nothing which the actor has not, by name."""
    own = powers_of_user(actor)
    keys = [group.pk for group in Group.objects.all() if own.cover(powers_of([group]))]
    return Group.objects.filter(pk__in=keys).order_by("name")


def may_manage(actor: User, user: User) -> bool:
    """Whether the actor may change this account: it can do nothing that she can't."""
    return not user.is_superuser and powers_of_user(actor).cover(powers_of_user(user))


def is_last_admin(user: User) -> bool:
    """Whether the site would have no active administrator without this account."""
    admins = User.objects.filter(is_active=True, groups__name=Role.ADMIN.value)
    return admins.filter(pk=user.pk).exists() and not admins.exclude(pk=user.pk).exists()

"""Who may look after whom: an admin gives and changes what she has herself, never more."""

from django.contrib.auth.models import Group
from django.db.models import Case, QuerySet, When
from django.utils.functional import cached_property

from verbund.accounts.models import User
from verbund.accounts.powers import Powers, powers_by_group
from verbund.accounts.roles import Role
from verbund.accounts.roles_list import names_of_roles_off


class Reach:
    """How far the hand of one person reaches; it reads all roles once, for a list of any length."""

    def __init__(self, actor: User) -> None:
        self._by_group = powers_by_group()
        self._own = self._powers_of(actor)

    def roles(self) -> "QuerySet[Group]":
        """Roles that hold nothing which she has not, Administration last; none that is off."""
        keys = [key for key, powers in self._by_group.items() if self._own.cover(powers)]
        return (
            Group.objects.filter(pk__in=keys)
            .exclude(name__in=names_of_roles_off())
            .alias(largest=Case(When(name=Role.ADMIN.value, then=1), default=0))
            .order_by("largest", "name")
        )

    def covers(self, user: User) -> bool:
        """Whether she may change this account: a person's, that can do nothing that she can't."""
        if user.is_superuser or user.support_for is not None:
            return False
        return self._own.cover(self._powers_of(user))

    def may_delete(self, user: User) -> bool:
        """As covers, but for the last account that looks after the site."""
        return self.covers(user) and self._admins != {user.pk}

    @cached_property
    def _admins(self) -> set[int]:
        return active_admins()

    def _powers_of(self, user: User) -> Powers:
        direct = Powers(
            frozenset(
                f"{one.content_type.app_label}.{one.codename}"
                for one in user.user_permissions.all()
            )
        )
        return sum_of([direct, *(self._by_group[group.pk] for group in user.groups.all())])


def sum_of(powers: list[Powers]) -> Powers:
    """All of them together."""
    total = Powers()
    for one in powers:
        total |= one
    return total


def active_admins() -> set[int]:
    """Keys of the accounts that look after the site."""
    admins = User.objects.people().filter(is_active=True, groups__name=Role.ADMIN.value)
    return set(admins.values_list("pk", flat=True))


def is_last_admin(user: User) -> bool:
    """Whether the site would have no active administrator without this account."""
    return active_admins() == {user.pk}

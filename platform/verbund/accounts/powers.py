"""What somebody may do in a tenant, so that nobody gives what she has not."""

from collections.abc import Iterable
from dataclasses import dataclass

from django.contrib.auth.models import Group, Permission
from wagtail.models import GroupCollectionPermission, GroupPagePermission

from verbund.accounts.models import User

Scoped = frozenset[tuple[str, str]]
"""Pairs of a codename and the path of the tree below which it holds."""


@dataclass(frozen=True)
class Powers:
    """Permissions on models ("app.codename"), on trees of pages and of collections."""

    models: frozenset[str]
    pages: Scoped
    collections: Scoped

    def cover(self, other: "Powers") -> bool:
        """Whether everything in ``other`` is here too, a tree by itself or one above it."""
        return (
            other.models <= self.models
            and _covers(self.pages, other.pages)
            and _covers(self.collections, other.collections)
        )


def powers_of(groups: Iterable[Group]) -> Powers:
    """What the groups give together; three queries."""
    keys = [group.pk for group in groups]
    models = Permission.objects.filter(group__in=keys).values_list(
        "content_type__app_label", "codename"
    )
    pages = GroupPagePermission.objects.filter(group__in=keys)
    collections = GroupCollectionPermission.objects.filter(group__in=keys)
    return Powers(
        frozenset(f"{app_label}.{codename}" for app_label, codename in models),
        frozenset(pages.values_list("permission__codename", "page__path")),
        frozenset(collections.values_list("permission__codename", "collection__path")),
    )


def powers_of_user(user: User) -> Powers:
    """As powers_of for her roles; what a superuser may is nobody's to give."""
    return powers_of(user.groups.all())


def _covers(held: Scoped, wanted: Scoped) -> bool:
    return all(
        any(name == codename and path.startswith(above) for name, above in held)
        for codename, path in wanted
    )

"""What somebody may do in a tenant, so that nobody gives what she has not."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from typing import TypeVar

from django.contrib.auth.models import Group, Permission
from wagtail.models import GroupCollectionPermission, GroupPagePermission

T = TypeVar("T")
Scoped = frozenset[tuple[str, str]]
"""Pairs of a codename and the path of the tree below which it holds."""


@dataclass(frozen=True)
class Powers:
    """Permissions on models ("app.codename"), on trees of pages and of collections."""

    models: frozenset[str] = frozenset()
    pages: Scoped = frozenset()
    collections: Scoped = frozenset()

    def __or__(self, other: "Powers") -> "Powers":
        return Powers(
            self.models | other.models,
            self.pages | other.pages,
            self.collections | other.collections,
        )

    def cover(self, other: "Powers") -> bool:
        """Whether everything in ``other`` is here too, a tree by itself or one above it."""
        return (
            other.models <= self.models
            and _covers(self.pages, other.pages)
            and _covers(self.collections, other.collections)
        )


def powers_by_group() -> dict[int, Powers]:
    """Group → what it gives, for all groups of the tenant; four queries."""
    models = _gathered(
        (group, _name(app_label, codename))
        for group, app_label, codename in Permission.objects.filter(
            group__isnull=False
        ).values_list("group", "content_type__app_label", "codename")
    )
    pages = _gathered(
        (group, (codename, path))
        for group, codename, path in GroupPagePermission.objects.values_list(
            "group", "permission__codename", "page__path"
        )
    )
    collections = _gathered(
        (group, (codename, path))
        for group, codename, path in GroupCollectionPermission.objects.values_list(
            "group", "permission__codename", "collection__path"
        )
    )
    return {
        key: Powers(models[key], pages[key], collections[key])
        for key in Group.objects.values_list("pk", flat=True)
    }


def _name(app_label: str, codename: str) -> str:
    return f"{app_label}.{codename}"


def _gathered(pairs: Iterable[tuple[int, T]]) -> "defaultdict[int, frozenset[T]]":
    found: defaultdict[int, frozenset[T]] = defaultdict(frozenset)
    for key, value in pairs:
        found[key] |= {value}
    return found


def _covers(held: Scoped, wanted: Scoped) -> bool:
    return all(
        any(name == codename and path.startswith(above) for name, above in held)
        for codename, path in wanted
    )

"""Makes the groups of all roles and gives them what they lack; what a tenant added stays."""

from collections.abc import Iterable, Iterator
from itertools import chain

from django.contrib.auth.models import Group, Permission
from django.db.models import Q
from wagtail.models import Collection, GroupCollectionPermission, GroupPagePermission, Page

from verbund.accounts.roles import ACCESS, Role
from verbund.plugin.contributions import RoleDefinition
from verbund.plugin.gate import active
from verbund.tenancy.models import Tenant

WAGTAIL_GROUPS = ("Moderators", "Editors")
Places = list[tuple[str, Page]]
"""A codename, and the page at whose branch it holds."""


class UnknownPermission(LookupError):
    """A contribution names what does not exist."""


def sync_roles(tenant: Tenant) -> list[str]:
    """Repairs the roles of a tenant and of its plugins that are on. Runs inside the tenant.

    Returns a line for each thing that changed.
    :raises UnknownPermission: a contribution names a permission that is none.
    """
    definitions: list[RoleDefinition] = active("roles", tenant)
    changes: list[str] = []
    for definition in definitions:
        group, created = Group.objects.get_or_create(name=definition.name)
        # Administration has all that others have: nobody can give a role whose rights she lacks.
        sources = definitions if definition.name == Role.ADMIN else [definition]
        changes += [f"{group.name}: made"] if created else []
        changes += _give_permissions(group, [*_permissions(definition, sources, tenant)])
        changes += _give_pages(group, [*chain.from_iterable(map(_places, sources))])
        changes += _give_collections(group, {one for s in sources for one in s.collections})
    return changes


def remove_stock_groups() -> None:
    """Wagtail's own two groups go from a new tenant: our roles take their place."""
    Group.objects.filter(name__in=WAGTAIL_GROUPS, user__isnull=True).delete()


def _permissions(
    definition: RoleDefinition, sources: Iterable[RoleDefinition], tenant: Tenant
) -> Iterator[str]:
    yield ACCESS
    for source in sources:
        yield from source.permissions
    for one in active("role_permissions", tenant):
        if definition.name in (one.role, Role.ADMIN):
            yield from one.permissions


def _places(definition: RoleDefinition) -> Places:
    pages = [Page.get_first_root_node()] if definition.below is None else [*definition.below()]
    return [(codename, page) for page in pages for codename in definition.pages]


def _give_permissions(group: Group, names: list[str]) -> list[str]:
    wanted = Q(pk__in=[])
    for name in names:
        app_label, codename = name.split(".")
        wanted |= Q(content_type__app_label=app_label, codename=codename)
    found = Permission.objects.filter(wanted)
    if len(found) < len(set(names)):
        known = {f"{one.content_type.app_label}.{one.codename}" for one in found}
        raise UnknownPermission(", ".join(sorted(set(names) - known)))
    missing = found.exclude(group=group)
    lines = [f"{group.name}: {permission.codename}" for permission in missing]
    group.permissions.add(*missing)
    return lines


def _give_pages(group: Group, places: Places) -> list[str]:
    held = set(
        GroupPagePermission.objects.filter(group=group).values_list(
            "permission__codename", "page__path"
        )
    )
    lines = []
    # From the root down: what holds above needs no line of its own below.
    for codename, page in sorted(places, key=lambda place: place[1].path):
        if not any(name == codename and page.path.startswith(path) for name, path in held):
            permission = _permission(codename)
            GroupPagePermission.objects.create(group=group, page=page, permission=permission)
            held.add((codename, page.path))
            lines.append(f"{group.name}: {codename}")
    return lines


def _give_collections(group: Group, codenames: set[str]) -> list[str]:
    library = Collection.get_first_root_node()
    held = GroupCollectionPermission.objects.filter(group=group, collection=library)
    missing = sorted(codenames - set(held.values_list("permission__codename", flat=True)))
    for codename in missing:
        GroupCollectionPermission.objects.create(
            group=group, collection=library, permission=_permission(codename)
        )
    return [f"{group.name}: {codename}" for codename in missing]


def _permission(codename: str) -> Permission:
    """Of a page, a collection, a picture or a document.

    :raises UnknownPermission: it is of none of them.
    """
    apps = ("wagtailcore", "media")
    found = Permission.objects.filter(content_type__app_label__in=apps, codename=codename)
    permission = found.first()
    if permission is None:
        raise UnknownPermission(codename)
    return permission

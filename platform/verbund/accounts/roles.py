"""The roles of a tenant's staff: groups that provisioning makes and `roles sync` repairs."""

from enum import StrEnum

from django.contrib.auth.models import Group, Permission
from django.db.models import Q
from wagtail.models import Collection, GroupCollectionPermission, GroupPagePermission, Page

from verbund.plugin.gate import active
from verbund.tenancy.models import Tenant


class Role(StrEnum):
    ADMIN = "Administration"
    EDITOR = "Redaktion"
    AUTHOR = "Autor:in"


PAGE_PERMISSIONS = {
    Role.ADMIN: ("add_page", "change_page", "publish_page", "bulk_delete_page", "unlock_page"),
    Role.EDITOR: ("add_page", "change_page", "publish_page", "unlock_page"),
    Role.AUTHOR: ("add_page",),
}
_LIBRARY = ("add_image", "change_image", "choose_image")
_FILES = ("add_document", "change_document", "choose_document")
COLLECTION_PERMISSIONS = {
    Role.ADMIN: (*_LIBRARY, *_FILES),
    Role.EDITOR: (*_LIBRARY, *_FILES),
    Role.AUTHOR: ("add_image", "choose_image", "add_document", "choose_document"),
}
TRANSLATE = "simple_translation.submit_translation"
PERMISSIONS = {
    Role.ADMIN: (
        "wagtailadmin.access_admin",
        TRANSLATE,
        "accounts.add_user",
        "accounts.change_user",
        "accounts.delete_user",
        "accounts.manage_site",
        "wagtailredirects.add_redirect",
        "wagtailredirects.change_redirect",
        "wagtailredirects.delete_redirect",
        "wagtailcore.add_collection",
        "wagtailcore.change_collection",
        "wagtailcore.delete_collection",
    ),
    Role.EDITOR: ("wagtailadmin.access_admin", TRANSLATE),
    Role.AUTHOR: ("wagtailadmin.access_admin",),
}
WAGTAIL_GROUPS = ("Moderators", "Editors")


class UnknownPermission(LookupError):
    """A plugin gives a role what does not exist."""


def sync_roles(tenant: Tenant) -> list[str]:
    """Makes the roles and gives them what they lack; what a tenant added stays.

    Runs inside the tenant. Returns a line for each thing that changed.
    :raises UnknownPermission: a contribution names a permission that is none.
    """
    changes: list[str] = []
    root = Page.get_first_root_node()
    library = Collection.get_first_root_node()
    for role in Role:
        group, created = Group.objects.get_or_create(name=role.value)
        if created:
            changes.append(f"{role}: made")
        changes += _give(group, _permissions_of(role, tenant))
        for codename in PAGE_PERMISSIONS[role]:
            _row, new = GroupPagePermission.objects.get_or_create(
                group=group, page=root, permission=_permission("wagtailcore", codename)
            )
            changes += [f"{role}: {codename}"] if new else []
        for codename in COLLECTION_PERMISSIONS[role]:
            _row, new = GroupCollectionPermission.objects.get_or_create(
                group=group, collection=library, permission=_permission("media", codename)
            )
            changes += [f"{role}: {codename}"] if new else []
    return changes


def remove_stock_groups() -> None:
    """Wagtail's own two groups go from a new tenant: our roles take their place."""
    Group.objects.filter(name__in=WAGTAIL_GROUPS, user__isnull=True).delete()


def _permissions_of(role: Role, tenant: Tenant) -> list[str]:
    # Administration has all that others have: nobody can give a role whose rights she lacks.
    contributed = [
        permission
        for one in active("role_permissions", tenant)
        if role in (one.role, Role.ADMIN)
        for permission in one.permissions
    ]
    return [*PERMISSIONS[role], *contributed]


def _give(group: Group, names: list[str]) -> list[str]:
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


def _permission(app_label: str, codename: str) -> Permission:
    return Permission.objects.get(content_type__app_label=app_label, codename=codename)

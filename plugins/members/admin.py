"""The admin of the directory: entries and lists, imports, duplicates, and what waits."""

from plugins.members import directory_admin, inbox_admin
from plugins.members.directory_admin import snippets
from plugins.members.inbox_admin import PERMISSION, menu_items
from verbund.plugin import Role, RolePermissions

__all__ = ["admin_views", "menu_items", "role_permissions", "snippets"]

admin_views = (*directory_admin.admin_views, *inbox_admin.admin_views)
role_permissions = (RolePermissions(Role.ADMIN.value, (PERMISSION,)),)

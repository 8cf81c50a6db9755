"""The admin of the directory: what waits to be checked."""

from plugins.members.inbox_admin import PERMISSION, admin_views, menu_items
from verbund.plugin import Role, RolePermissions

__all__ = ["admin_views", "menu_items", "role_permissions"]

role_permissions = (RolePermissions(Role.ADMIN.value, (PERMISSION,)),)

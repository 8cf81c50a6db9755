"""What the roles of a site mean, in words."""

from verbund.plugin.contributions import RoleDefinition
from verbund.plugin.gate import active, contributed, is_on


def description_of(name: str) -> str:
    """The sentence that says what somebody in this role does; empty for a tenant's own."""
    role = next((role for role in _known() if role.name == name), None)
    return str(role.description) if role else ""


def roles_here() -> list[RoleDefinition]:
    """Roles of the platform and of the plugins that are on here, in their order."""
    found: list[RoleDefinition] = active("roles")
    return found


def names_of_roles_off() -> set[str]:
    """Roles whose plugin is off here: nobody new gets them."""
    return {role.name for config, role in contributed("roles") if not is_on(config)}


def _known() -> list[RoleDefinition]:
    return [role for _config, role in contributed("roles")]

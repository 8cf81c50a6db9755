"""What a home page begins with: an opening, and the sections that the site's parts bring."""

from typing import Any

from verbund.plugin.gate import active
from verbund.tenancy.models import Tenant

SEARCH_AS_OPENING = "search_hero"


def first_sections(tenant: Tenant) -> list[tuple[str, Any]]:
    """Sections of a home page that nobody has written yet, in the active language."""
    brought = brought_sections(tenant)
    return brought if SEARCH_AS_OPENING in dict(brought) else [_opening(tenant), *brought]


def brought_sections(tenant: Tenant) -> list[tuple[str, Any]]:
    """What the core's parts and plugins want on a new home page of this tenant."""
    blocks = [one for one in active("content_blocks", tenant) if one.where == "home"]
    values = [(one.name, one.first(tenant)) for one in blocks]
    return [(name, value) for name, value in values if value is not None]


def _opening(tenant: Tenant) -> tuple[str, Any]:
    title = str(tenant.brand.get("claim") or tenant.brand.get("short_name") or tenant.name)
    return "hero", {"title": title, "lead": tenant.association, "actions": [], "counters": []}

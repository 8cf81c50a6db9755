"""What a printed document takes from the site: its name and its colours by day."""

from typing import Any

from verbund.tenancy.models import Tenant
from verbund.theming.tokens import tokens_of


def look_of(tenant: Tenant) -> dict[str, Any]:
    """As house.typ takes it; contrast of these pairs is checked with the site's own."""
    light = tokens_of(tenant).light
    contact = tenant.contact
    town = f"{contact.get('postcode') or ''} {contact.get('city') or ''}".strip()
    lines = [contact.get("building"), contact.get("street"), town]
    return {
        "association": tenant.association,
        "short": str(tenant.brand.get("short_name") or tenant.name),
        "city": tenant.name,
        "address": [line for line in lines if line],
        "phone": contact.get("phone") or "",
        "email": contact.get("email") or "",
        "website": tenant.base_url,
        "accent": light["accent"],
        "accent_ink": light["accent-ink"],
        "ink": light["ink"],
        "muted": light["muted"],
        "line": light["line"],
        "surface": light["surface-2"],
    }

"""What the legal pages say, taken from the association's profile and what is switched on."""

import datetime as dt
from typing import Any

from django.utils.dateparse import parse_date
from django.utils.translation import gettext as _
from django.utils.translation import override
from wagtail.models import Page

from verbund.pages.site import contact_of
from verbund.plugin.config import PluginConfig
from verbund.plugin.gate import is_on, plugins
from verbund.tenancy.domain.queries import networks_of
from verbund.tenancy.models import Tenant


def legal_context(page: Page, tenant: Tenant) -> dict[str, Any]:
    """Variables of the legal templates; whatever the profile lacks is empty."""
    return {
        "legal": tenant.legal,
        "contact": contact_of(tenant),
        "press_mail": tenant.contact.get("press_email") or "",
        "changed": changed_on(page, tenant),
        "tested": parse_date(str(tenant.legal.get("accessibility_tested") or "")),
        "gaps": [str(gap) for gap in tenant.legal.get("accessibility_gaps") or ()],
        "networks": [network.association for network in networks_of(tenant)],
        "plugins": _plugins_that_are_on(tenant),
        "register": _register(tenant.legal, page.locale.language_code),
    }


def changed_on(page: Page, tenant: Tenant) -> dt.date:
    """The day of the last change: of the page, or of the site where nobody has edited it yet."""
    moment = page.last_published_at or page.latest_revision_created_at or tenant.created
    return moment.date()


def _plugins_that_are_on(tenant: Tenant) -> list[PluginConfig]:
    return [config for config in plugins() if is_on(config, tenant)]


def _register(legal: dict[str, Any], language: str) -> list[dict[str, str]]:
    """Where the association is registered, as facts in the page's language."""
    with override(language):
        facts = [
            (_("Legal form"), legal.get("legal_form")),
            (_("Register court"), legal.get("register_court")),
            (_("Register number"), legal.get("register_number")),
            (_("Represented by"), legal.get("represented_by")),
            (_("Supervisory authority"), legal.get("supervisory_authority")),
            (_("Tax status"), legal.get("tax_note")),
        ]
    return [{"label": label, "value": str(value)} for label, value in facts if value]

"""Tags of page templates: the head, the way down the tree, and addresses for the reader."""

from typing import Any

from django import template
from django.utils.safestring import SafeString
from wagtail.models import Page

from verbund.pages.meta import Meta, json_ld, meta_of, organization
from verbund.pages.site import reader_url
from verbund.pages.trail import trail_of
from verbund.pages.translations import Shown, shown_of
from verbund.tenancy.models import Tenant
from verbund.theming.site import Link

register = template.Library()
register.filter("for_reader", reader_url)


@register.simple_tag(takes_context=True)
def page_meta(context: dict[str, Any]) -> Meta | None:
    """Title, description, canonical address, languages and picture of the page shown."""
    return meta_of(context["request"], context["tenant"])


@register.simple_tag(takes_context=True)
def shown_page(context: dict[str, Any]) -> Shown | None:
    """The page shown, its languages, and whether it is in the one of its address."""
    return shown_of(context["request"])


@register.simple_tag(takes_context=True)
def trail(context: dict[str, Any], page: Page) -> list[Link]:
    """The pages above this one, from the home page down."""
    return trail_of(page, context["request"])


@register.simple_tag
def organization_json(tenant: Tenant) -> SafeString:
    """The association as schema.org's NGO."""
    return json_ld(organization(tenant))

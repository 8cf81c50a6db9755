"""What search engines and messengers read of a page: address, languages, description, picture."""

import json
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlencode

from django.http import HttpRequest
from django.utils.safestring import SafeString, mark_safe
from wagtail.models import Page

from verbund.media.renditions import SHARING_SPEC
from verbund.pages.paging import PARAMETER
from verbund.pages.parts import PagePart
from verbund.pages.trail import HOME_DEPTH
from verbund.pages.translations import GERMAN, Shown, shown_of
from verbund.tenancy.enums import TenantStatus
from verbund.tenancy.models import Tenant

# A script element ends at "</", whatever the JSON says.
_ESCAPED = {ord("<"): "\\u003C", ord(">"): "\\u003E", ord("&"): "\\u0026"}


@dataclass(frozen=True)
class SharingImage:
    url: str
    width: int
    height: int
    alt: str


@dataclass(frozen=True)
class Meta:
    """The head of a page; all addresses are absolute."""

    title: str
    description: str
    canonical: str
    kind: str
    language: str
    alternates: tuple[tuple[str, str], ...] = ()
    image: SharingImage | None = None
    hidden: bool = False


def meta_of(request: HttpRequest, tenant: Tenant) -> Meta | None:
    """None for what is no page."""
    shown = shown_of(request)
    if shown is None:
        return None
    page = shown.page
    part: PagePart | None = getattr(request, "shown_part", None)
    return Meta(
        title=part.title if part else page.seo_title or page.title,
        description=_description(page, part),
        canonical=tenant.base_url + shown.canonical_path + _paging(request),
        kind="article" if page.depth > HOME_DEPTH else "website",
        language=shown.language,
        alternates=_alternates(shown, tenant),
        image=_image((part and part.image) or getattr(page, "sharing_image", None), tenant),
        hidden=tenant.status != TenantStatus.READY or tenant.is_test or not shown.urls,
    )


def _paging(request: HttpRequest) -> str:
    """Each page of a list is a page of its own; filters are not, nor are their pages."""
    number = request.GET.get(PARAMETER, "")
    if set(request.GET) - {PARAMETER}:
        return ""
    return "?" + urlencode({PARAMETER: number}) if number.isdigit() and number != "1" else ""


def _alternates(shown: Shown, tenant: Tenant) -> tuple[tuple[str, str], ...]:
    if len(shown.urls) < 2:
        return ()
    found = [(code, tenant.base_url + shown.url_in(code)) for code in sorted(shown.urls)]
    if GERMAN in shown.urls:
        found.append(("x-default", tenant.base_url + shown.url_in(GERMAN)))
    return tuple(found)


def _description(page: Page, part: PagePart | None) -> str:
    if part is not None:
        return part.description
    return getattr(page, "teaser_text", "") or page.search_description


def _image(image: Any, tenant: Tenant) -> SharingImage | None:
    if image is None:
        return None
    made = image.get_rendition(SHARING_SPEC)
    return SharingImage(tenant.base_url + made.url, made.width, made.height, image.default_alt_text)


def json_ld(data: dict[str, Any]) -> SafeString:
    """A data block's text, safe inside a script element."""
    text = json.dumps({"@context": "https://schema.org", **data}, ensure_ascii=False)
    return mark_safe(text.translate(_ESCAPED))  # noqa: S308  # escaped in this line


def organization(tenant: Tenant) -> dict[str, Any]:
    """The association in the words of schema.org; what it has not said is left out."""
    contact = tenant.contact
    address = {
        "@type": "PostalAddress",
        "streetAddress": contact.get("street"),
        "postalCode": contact.get("postcode"),
        "addressLocality": contact.get("city"),
        "addressCountry": "DE",
    }
    facts = {
        "@type": "NGO",
        "name": tenant.association,
        "alternateName": tenant.brand.get("short_name"),
        "slogan": tenant.brand.get("claim"),
        "url": tenant.base_url + "/",
        "email": contact.get("email"),
        "telephone": contact.get("phone"),
        "address": {key: value for key, value in address.items() if value},
    }
    return {key: value for key, value in facts.items() if value}

"""An entry in the words of schema.org, with what the website may tell."""

from typing import Any

from django.utils.safestring import SafeString

from plugins.members.domain.published import Published
from plugins.members.enums import ContactKind
from verbund.plugin import Tenant, json_ld


def organisation_json(entry: Published, url: str, tenant: Tenant) -> SafeString:
    """Safe inside a script element."""
    return json_ld({key: value for key, value in _facts(entry, url, tenant).items() if value})


def _facts(entry: Published, url: str, tenant: Tenant) -> dict[str, Any]:
    facts: dict[str, Any] = {
        "@type": "NGO",
        "@id": url,
        "name": entry.name,
        "alternateName": entry.native_name or entry.short_name,
        "description": entry.text.summary,
        "url": _first(entry, ContactKind.WEBSITE) or url,
        "email": _first(entry, ContactKind.EMAIL),
        "telephone": _first(entry, ContactKind.PHONE),
        "sameAs": [one.value for one in entry.contacts_of(ContactKind.CHANNEL)],
        "knowsLanguage": [language.slug for language in entry.languages],
        "foundingDate": str(entry.founded) if entry.founded else "",
        "areaServed": [quarter.name for quarter in entry.quarters],
        "address": _address(entry),
    }
    if entry.is_member:
        facts["memberOf"] = {
            "@type": "Organization",
            "name": tenant.association,
            "url": tenant.base_url + "/",
        }
    return facts


def _first(entry: Published, kind: ContactKind) -> str:
    found = entry.contacts_of(kind)
    return found[0].value if found else ""


def _address(entry: Published) -> dict[str, str]:
    place = entry.place
    if place is None or not place.is_full:
        return {}
    return {
        "@type": "PostalAddress",
        "streetAddress": place.street,
        "postalCode": place.postcode,
        "addressLocality": place.city,
        "addressCountry": "DE",
    }

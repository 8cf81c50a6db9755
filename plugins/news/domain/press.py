"""Whom the press asks, and who the association is: the release's own words, else the usual."""

from dataclasses import dataclass

from plugins.news.models import PressReleasePage
from plugins.news.settings import NewsSettings
from verbund.plugin import Tenant


@dataclass(frozen=True)
class PressContact:
    name: str = ""
    lines: tuple[str, ...] = ()
    phone: str = ""
    mail: str = ""
    hours: str = ""

    @property
    def reachable(self) -> bool:
        return bool(self.phone or self.mail)


def press_contact(
    release: PressReleasePage, tenant: Tenant, settings: NewsSettings
) -> PressContact:
    """Fields that the release leaves empty come from the tenant."""
    known = tenant.contact
    town = f"{known.get('postcode', '')} {known.get('city', '')}".strip()
    lines = (known.get("building"), known.get("street"), town)
    return PressContact(
        name=release.contact_name or settings.press_office,
        lines=tuple(line for line in lines if line),
        phone=release.contact_phone or known.get("press_phone") or known.get("phone") or "",
        mail=release.contact_mail or known.get("press_email") or known.get("email") or "",
        hours=release.contact_hours or settings.press_hours,
    )


def about_us(release: PressReleasePage, settings: NewsSettings) -> str:
    return release.about_us or settings.about_us

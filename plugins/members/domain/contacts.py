"""Ways to reach somebody: what may be typed, how it is kept, and where it leads."""

import re

from django.core.exceptions import ValidationError
from django.core.validators import EmailValidator, URLValidator
from django.utils.translation import gettext_lazy as _

from plugins.members.enums import ContactKind

_PHONE = re.compile(r"[\d\s+()/.\u2013-]{3,40}")
_SCHEME = re.compile(r"[a-z][a-z0-9+.-]*:", re.I)
_web_address = URLValidator(schemes=["http", "https"])
_mail_address = EmailValidator()


def tidy_contact(kind: str, value: str) -> str:
    """As it is kept: an address of a website has its https://, a mail address no spaces.

    :raises ValidationError: it can't be one of its kind.
    """
    text = " ".join(value.split())
    if kind == ContactKind.EMAIL:
        _checked(_mail_address, text, _("“%(value)s” is no e-mail address."))
    elif kind == ContactKind.PHONE and not _PHONE.fullmatch(text):
        raise ValidationError(_("“%(value)s” is no telephone number."), params={"value": text})
    elif kind in (ContactKind.WEBSITE, ContactKind.CHANNEL):
        text = text if _SCHEME.match(text) else f"https://{text}"
        _checked(_web_address, text, _("“%(value)s” is no address of a website."))
    return text


def _checked(validator: object, text: str, message: object) -> None:
    try:
        validator(text)  # type: ignore[operator]  # Django's validators are callables
    except ValidationError:
        raise ValidationError(message, params={"value": text}) from None  # type: ignore[arg-type]  # lazy


def target_of(kind: str, value: str) -> str:
    """Where a link on it leads; empty for a name."""
    if kind == ContactKind.EMAIL:
        return f"mailto:{value}"
    if kind == ContactKind.PHONE:
        return "tel:" + re.sub(r"[^\d+]", "", value)
    return value if kind in (ContactKind.WEBSITE, ContactKind.CHANNEL) else ""


def shown_as(kind: str, value: str) -> str:
    """As people read it: a website without its scheme."""
    if kind in (ContactKind.WEBSITE, ContactKind.CHANNEL):
        return re.sub(r"^https?://(www\.)?", "", value).rstrip("/")
    return value

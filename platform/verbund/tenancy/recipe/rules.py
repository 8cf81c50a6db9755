"""What a single value of a tenant file must look like; a ValueError says what to do instead."""

import re
from collections.abc import Callable

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

from verbund.tenancy.names import RESERVED_SLUGS, validate_domain, validate_schema_name

SLUG = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")
EMAIL = re.compile(r"[^@\s]+@[^@\s]+\.[^@\s]+")
COLOUR = re.compile(r"#[0-9a-f]{6}")
POSTCODE = re.compile(r"\d{5}")


def schema_name(value: str) -> str:
    return _checked(validate_schema_name, value)


def domain(value: str) -> str:
    if "." not in value:
        raise ValueError(
            _(
                "“{value}” is no domain of a site. Use one with a dot: “beispielstadt.localhost”."
            ).format(value=value)
        )
    return _checked(validate_domain, value)


def _checked(validate: Callable[[str], None], value: str) -> str:
    """The registry's own rule, so that a file and a row never disagree."""
    try:
        validate(value)
    except ValidationError as error:
        raise ValueError(" ".join(error.messages)) from error
    return value


def slug(value: str) -> str:
    if value in RESERVED_SLUGS:
        raise ValueError(
            _("The address “{value}” is reserved. Choose another one.").format(value=value)
        )
    if not SLUG.fullmatch(value):
        raise ValueError(
            _(
                "“{value}” can't be the last part of an address. Use lower-case letters, digits "
                "and hyphens, e.g. “ueber-uns”."
            ).format(value=value)
        )
    return value


def email(value: str) -> str:
    if not EMAIL.fullmatch(value):
        raise ValueError(
            _("“{value}” is no e-mail address. Write it like “info@beispiel.example”.").format(
                value=value
            )
        )
    return value


def colour(value: str) -> str:
    if not COLOUR.fullmatch(value):
        raise ValueError(
            _("“{value}” is no colour. Write # and six lower-case hex digits: “#0d525c”.").format(
                value=value
            )
        )
    return value


def postcode(value: str) -> str:
    if not POSTCODE.fullmatch(value):
        raise ValueError(
            _("“{value}” is no postcode. Write five digits in quotes: “44147”.").format(value=value)
        )
    return value

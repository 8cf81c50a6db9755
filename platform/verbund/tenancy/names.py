"""Names that a tenant's schema and domain may have, and those that are taken."""

import re

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

BLUEPRINT_SCHEMA = "verbund_blueprint"
RESERVED_SCHEMAS = frozenset({"public", "information_schema", "extensions", BLUEPRINT_SCHEMA})
RESERVED_SLUGS = frozenset(
    {"admin", "anmeldung", "api", "betrieb", "konto", "suche", "static", "media", "-", "documents"}
)
_SCHEMA = re.compile(r"[a-z][a-z0-9_]{1,40}")
_LABEL = re.compile(r"(?!-)[a-z0-9-]{1,63}(?<!-)")


def validate_schema_name(name: str) -> None:
    """:raises ValidationError: not lower-case letters, digits and _, or reserved."""
    if not _SCHEMA.fullmatch(name):
        raise ValidationError(
            _("“%(name)s” is no schema name: use a to z, 0 to 9 and _, starting with a letter.")
            % {"name": name}
        )
    if name in RESERVED_SCHEMAS or name.startswith("pg_"):
        raise ValidationError(_("“%(name)s” is reserved, choose another.") % {"name": name})


def normalise_host(host: str) -> str:
    """A host as the registry stores it: no port, no trailing dot, lower case, IDNA.

    An impossible host becomes the empty string, which no tenant has.
    """
    name = host.rsplit(":", 1)[0] if host.count(":") == 1 else host
    name = name.strip().rstrip(".").lower()
    if name.isascii():
        return name
    try:
        return name.encode("idna").decode("ascii")
    except UnicodeError:
        return ""


def validate_domain(domain: str) -> None:
    """:raises ValidationError: not normalised, with www., or no host name at all."""
    if domain != normalise_host(domain) or len(domain) > 253:
        raise ValidationError(
            _("“%(domain)s” is no domain: use lower case and the xn-- form of umlauts, no port.")
            % {"domain": domain}
        )
    if domain.startswith("www."):
        raise ValidationError(
            _("Leave out www. in “%(domain)s”: visitors with www. are sent on.")
            % {"domain": domain}
        )
    labels = domain.split(".")
    # The last one is never a number: else it is the address of a computer.
    if labels[-1].isdigit() or not all(_LABEL.fullmatch(label) for label in labels):
        raise ValidationError(_("“%(domain)s” is no domain name.") % {"domain": domain})

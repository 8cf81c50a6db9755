"""Signed tokens and stored digests that hold for one tenant and one purpose alone.

Each pair of tenant and purpose has a key of its own, derived from SECRET_KEY: a token of one
city, or for another purpose, is no token here, even where two rows have the same id and hash.
A SECRET_KEY that moved to SECRET_KEY_FALLBACKS still reads what it signed.
"""

import hashlib
import hmac
import secrets
from datetime import timedelta
from typing import Any
from uuid import UUID

from django.conf import settings
from django.core.signing import BadSignature, SignatureExpired, TimestampSigner

from verbund.tenancy.context import current_tenant


class BadToken(ValueError):
    """The token was not made here, not for this purpose, or was changed on the way."""


class ExpiredToken(BadToken):
    """The token was right once; its time is over."""


class TenantSigner:
    """Signs values for the current tenant; anybody can read them, nobody can change them.

    >>> token = TenantSigner("unsubscribe").sign({"id": 7})
    >>> TenantSigner("unsubscribe").read(token, max_age=timedelta(days=7))
    {"id": 7}
    """

    def __init__(self, purpose: str) -> None:
        self.purpose = purpose

    def sign(self, value: Any) -> str:
        """:param value: whatever JSON holds. Returns a text that is safe in a URL.

        :raises NoTenant: outside a tenant.
        """
        return self._signer().sign_object(value, compress=True)

    def read(self, token: str, max_age: timedelta | int | None = None) -> Any:
        """The signed value.

        :param max_age: seconds or timedelta; None: for ever.
        :raises ExpiredToken: older than ``max_age``.
        :raises BadToken: of another tenant, of another purpose, or changed.
        """
        try:
            return self._signer().unsign_object(token, max_age=max_age)
        except SignatureExpired as error:
            raise ExpiredToken(self.purpose) from error
        # A signed text that no longer unpacks is as bad as a wrong signature.
        except (BadSignature, ValueError) as error:
            raise BadToken(self.purpose) from error

    def _signer(self) -> TimestampSigner:
        key, *fallbacks = tenant_keys(self.purpose)
        return TimestampSigner(key=key, fallback_keys=[*fallbacks], salt=self.purpose)


def tenant_keys(purpose: str, tenant: UUID | None = None) -> list[str]:
    """Keys of a tenant (default: the current one) for a purpose, the one to sign with first."""
    place = f"verbund.token:{tenant or current_tenant().uuid}:{purpose}".encode()
    masters = [settings.SECRET_KEY, *settings.SECRET_KEY_FALLBACKS]
    return [hmac.new(key.encode(), place, hashlib.sha256).hexdigest() for key in masters]


def new_secret(size: int = 32) -> str:
    """A random text for a link, ``size`` bytes strong."""
    return secrets.token_urlsafe(size)


def digest(purpose: str, value: str) -> str:
    """What is stored instead of a secret: 64 hexadecimal digits, no use at another tenant."""
    return _digest(tenant_keys(purpose)[0], value)


def digests(purpose: str, value: str) -> list[str]:
    """All digests by which a stored secret may be found: one a key, the newest first."""
    return [_digest(key, value) for key in tenant_keys(purpose)]


def _digest(key: str, value: str) -> str:
    return hmac.new(key.encode(), value.encode(), hashlib.sha256).hexdigest()

"""Secrets of second factors: encrypted by a key of the tenant, and taken along to another."""

import base64
from uuid import UUID

from allauth.mfa.models import Authenticator
from cryptography.fernet import Fernet, InvalidToken, MultiFernet

from verbund.tenancy.tokens import tenant_keys


def cipher(tenant: UUID | None = None) -> MultiFernet:
    """Of a tenant (default: the current one); reads what earlier keys wrote, too."""
    keys = tenant_keys("second-factor", tenant)
    return MultiFernet([Fernet(base64.urlsafe_b64encode(bytes.fromhex(key))) for key in keys])


def bind_again(before: UUID, *, other_host: bool) -> int:
    """Makes second factors of another tenant's copy work here; the number of those that can't.

    What can't be read (SECRET_KEY is another one) and passkeys of another host are of no use to
    anybody: they go, and their owners set up a new one when they log in.
    """
    lost = 0
    for row in Authenticator.objects.all():
        if row.type == Authenticator.Type.WEBAUTHN:
            useless = other_host
        else:
            useless = not _encrypt_again(row, before)
        if useless:
            row.delete()
            lost += 1
    return lost


def _encrypt_again(row: Authenticator, before: UUID) -> bool:
    old, new = cipher(before), cipher()
    try:
        row.data = {key: _renew(value, old, new) for key, value in row.data.items()}
    except InvalidToken:
        return False
    row.save(update_fields=["data"])
    return True


def _renew(value: object, old: MultiFernet, new: MultiFernet) -> object:
    if isinstance(value, list):
        return [_renew(one, old, new) for one in value]
    if not isinstance(value, str):
        return value
    return new.encrypt(old.decrypt(value.encode())).decode()

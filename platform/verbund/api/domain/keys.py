"""A key is made, found by its secret, used and taken back."""

import datetime as dt
import secrets
import string

from django.utils import timezone

from verbund.accounts import journal
from verbund.accounts.journal_actions import Act
from verbund.accounts.models import User
from verbund.api.models import ApiKey
from verbund.tenancy.tokens import digest, digests, new_secret

PURPOSE = "api-key"
LETTERS = string.ascii_letters + string.digits
PREFIX_LENGTH = 8
LONGEST = 100


class UnknownKey(LookupError):
    """No such key here, or its time is over, or it was taken back: nobody is told which."""


def make_key(name: str, scopes: list[str], days: int, user: User | None) -> tuple[ApiKey, str]:
    """A new key of the current tenant and its secret, which is shown once and never stored."""
    prefix = "".join(secrets.choice(LETTERS) for _ in range(PREFIX_LENGTH))
    secret = f"vb_{prefix}_{new_secret()}"
    now = timezone.now()
    key = ApiKey.objects.create(
        name=name,
        prefix=prefix,
        digest=digest(PURPOSE, secret),
        scopes=sorted(scopes),
        made_by=user,
        made=now,
        expires=now + dt.timedelta(days=days),
    )
    journal.record(Act.TOKEN_MADE, key, user=user)
    return key, secret


def find_key(secret: str) -> ApiKey:
    """:raises UnknownKey: it opens nothing here."""
    found = None
    if len(secret) <= LONGEST and secret.isascii():
        candidates = digests(PURPOSE, secret)
        found = ApiKey.objects.select_related("made_by").filter(digest__in=candidates).first()
    if found is None or not found.is_usable:
        raise UnknownKey
    return found


def note_use(key: ApiKey) -> None:
    """Keeps the day, so that admins see which keys nobody needs any more."""
    today = timezone.localdate()
    if key.last_used != today:
        ApiKey.objects.filter(pk=key.pk).update(last_used=today)


def revoke_key(key: ApiKey, user: User | None) -> None:
    """From now on it opens nothing; that it was there stays. No-op for one that is revoked."""
    if key.revoked is not None:
        return
    key.revoked = timezone.now()
    key.save(update_fields=["revoked"])
    journal.record(Act.TOKEN_REVOKED, key, user=user)

"""Whether a program may write: its key, the key's scope, and how often it asks."""

from django.http import HttpRequest
from ninja.errors import AuthenticationError, AuthorizationError
from ninja.security import HttpBearer

from verbund.api.domain.keys import UnknownKey, find_key, note_use
from verbund.api.models import ApiKey
from verbund.common.client import address_key
from verbund.common.limits import Limit

# Guessing a key is hopeless; trying is no use to anybody else either.
WRONG_KEYS = Limit("api-wrong-key", "20/10m")
REQUESTS = Limit("api-requests", "60/m")


class ApiKeyAuth(HttpBearer):
    """``Authorization: Bearer vb_…`` of a key that has the scope."""

    def __init__(self, scope: str) -> None:
        self.scope = scope
        super().__init__()

    def authenticate(self, request: HttpRequest, token: str) -> ApiKey:
        """:raises AuthenticationError: the key opens nothing here.
        :raises AuthorizationError: it opens something else.
        :raises TooMany: its limit, or that of wrong keys from one address, is reached.
        """
        try:
            key = find_key(token)
        except UnknownKey:
            # After the search: a right key works beside somebody who tries from the same address.
            WRONG_KEYS.hit(address_key(request))
            raise AuthenticationError from None
        REQUESTS.hit(key.digest)
        if not key.allows(self.scope):
            raise AuthorizationError
        note_use(key)
        return key


def needs_scope(scope: str) -> ApiKeyAuth:
    """For an operation that writes: ``@router.post("", auth=needs_scope("news:write"))``."""
    return ApiKeyAuth(scope)

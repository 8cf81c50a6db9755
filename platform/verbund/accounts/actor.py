"""Who works in the admin in this request."""

from django.core.exceptions import PermissionDenied
from django.http import HttpRequest

from verbund.accounts.models import User


def actor_of(request: HttpRequest, permission: str) -> User:
    """:raises PermissionDenied: she has not the permission; the admin then says so."""
    user = request.user
    if not isinstance(user, User) or not user.has_perm(permission):
        raise PermissionDenied
    return user

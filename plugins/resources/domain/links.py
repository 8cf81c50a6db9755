"""Signed addresses by which a borrower sees, confirms, changes and cancels a request."""

import uuid

from plugins.resources.domain.queries import main_page
from plugins.resources.models import Request
from verbund.plugin import BadToken, TenantSigner

SIGNER = TenantSigner("resources.request")


def token_of(request: Request) -> str:
    return SIGNER.sign(str(request.uuid))


def request_of(token: str) -> Request | None:
    """The request that a link means, None for one that was not made here."""
    try:
        key = uuid.UUID(SIGNER.read(token))
    except (BadToken, ValueError, TypeError, AttributeError):
        return None
    return Request.objects.filter(uuid=key).first()


def status_url(request: Request, name: str = "status") -> str:
    """A path on this site; "/" where the pool has no page."""
    page = main_page()
    return page.sub_url(name, token=token_of(request)) if page else "/"

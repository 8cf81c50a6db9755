"""Signed addresses by which a borrower sees, confirms, changes and cancels a request."""

from plugins.resources.domain.queries import main_page, with_lines
from plugins.resources.models import Request, ResourcesPage
from verbund.plugin import BadToken, TenantSigner

SIGNER = TenantSigner("resources.request")


def token_of(request: Request) -> str:
    # Addresses of pages know letters, digits and hyphens. A number signed has no hyphen before
    # its third part, and is never packed, which would bring a dot.
    return SIGNER.sign(request.pk).replace(":", "-", 2)


def request_of(token: str) -> Request | None:
    """The request that a link means, None for one that was not made here."""
    try:
        key = SIGNER.read(token.replace("-", ":", 2))
    except BadToken:
        return None
    return with_lines(Request.objects.filter(pk=key)).first()


def status_url(request: Request, page: ResourcesPage | None = None) -> str:
    """A path on this site; "/" where the pool has no page, which is looked up if not given."""
    page = page or main_page()
    return page.sub_url("status", token=token_of(request)) if page else "/"

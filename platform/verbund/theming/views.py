"""The tenant's stylesheet at an address that changes with it."""

from django.http import HttpRequest, HttpResponse, HttpResponseNotModified
from django.views.decorators.http import require_safe

from verbund.theming.current import current_tenant
from verbund.theming.stylesheet import sheet_hash, stylesheet
from verbund.theming.tokens import tokens_of

FOR_EVER = "public, max-age=31536000, immutable"
SHORTLY = "public, max-age=60"


@require_safe
def style(request: HttpRequest, digest: str) -> HttpResponse:
    """The current sheet; yesterday's page asks by yesterday's hash and may not keep it."""
    tokens = tokens_of(current_tenant())
    current = sheet_hash(tokens)
    etag = f'"{current}"'
    if request.headers.get("If-None-Match") == etag:
        response: HttpResponse = HttpResponseNotModified()
    else:
        response = HttpResponse(stylesheet(tokens), content_type="text/css; charset=utf-8")
    response["ETag"] = etag
    response["Cache-Control"] = FOR_EVER if digest == current else SHORTLY
    return response

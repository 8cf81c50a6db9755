"""What a borrower answers to an offer: of staff, or of the waiting list."""

from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.views.decorators.http import require_POST

from plugins.resources.domain.links import request_of
from plugins.resources.domain.offers import accept, decline
from plugins.resources.domain.stories import Actor
from plugins.resources.models import ResourcesPage
from plugins.resources.rows import address


@require_POST
def answer(request: HttpRequest, page: ResourcesPage, token: str) -> HttpResponse:
    """Yes or no, as the button says; a second click changes nothing."""
    found = request_of(token)
    if found is None:
        raise Http404("This link means no request.")
    act = {"ja": accept, "nein": decline}.get(request.POST.get("antwort", ""))
    if act is not None:
        act(found, by=Actor(found.name))
    return HttpResponseRedirect(address(page, "status", token=token))

"""The page of *Alles Neue* on a network's portal, and its feed."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_safe

from verbund.tenancy.enums import TenantKind
from verbund.tenancy.models import Tenant

from .feed import NewestFeed
from .newest import Newest
from .parameters import Parameters
from .service import tenants_in_scope


@require_safe
def newest(request: HttpRequest) -> HttpResponse:
    found = _newest(request)
    context = {
        "newest": found,
        "days": found.days(),
        "feed_url": f"{reverse('search_newest_feed')}?{found.parameters.encoded()}",
        "action": reverse("search_newest"),
    }
    return render(request, "search/newest.html", context)


@require_safe
def feed(request: HttpRequest) -> HttpResponse:
    """The newest of what is chosen, as Atom."""
    return NewestFeed(_newest(request))(request)


def _newest(request: HttpRequest) -> Newest:
    home: Tenant = request.tenant  # type: ignore[attr-defined]  # set by the tenant middleware
    if home.kind != TenantKind.NETWORK:
        raise Http404("Only a network's portal lists what is new in its cities.")
    return Newest(home, tenants_in_scope(home, network=True), Parameters.read(request.GET))

"""The search page and the feed of a search; every choice stands in the address."""

from dataclasses import replace
from typing import Any

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_safe

from verbund.pages.site import short_name
from verbund.tenancy.enums import TenantKind
from verbund.tenancy.models import Tenant

from .domain.missing import count_missing
from .feed import SearchFeed
from .otherwise import Otherwise
from .parameters import NETWORK, Parameters
from .presentation import Presentation
from .query import Fallback, SearchResult
from .service import search, suggest, tenants_in_scope

# Letters that the description format allows.
SHORT_NAME, LONG_NAME = 16, 48

STAFF_NOTES = {
    Fallback.AWAY: _("Elasticsearch does not answer at the moment; the database found these hits."),
    Fallback.SLOW: _("Elasticsearch took too long; the database found these hits."),
    Fallback.BEHIND: _("Elasticsearch lacks recent changes; the database found these hits."),
}


@require_safe
def results(request: HttpRequest) -> HttpResponse:
    is_staff = _is_staff(request)
    presentation = find(request, Parameters.read(request.GET), explain=is_staff)
    if presentation.parameters.page > max(1, presentation.result.pages):
        raise Http404("No such page of the list.")
    context = _context(presentation)
    if is_staff:
        context["staff_note"] = _staff_note(presentation.result)
    else:
        _count_missing(presentation)
    return render(request, "search/results.html", context)


@require_safe
def feed(request: HttpRequest) -> HttpResponse:
    """The newest hits of a search, as Atom."""
    asked = replace(Parameters.read(request.GET), newest=True, page=1)
    return SearchFeed(find(request, asked))(request)


@require_safe
def suggestions(request: HttpRequest) -> HttpResponse:
    """What the typed beginning may become, in the form that browsers' search bars take as well."""
    home, parameters = _home(request), Parameters.read(request.GET)
    tenants = tenants_in_scope(home, network=parameters.network)
    query = parameters.query(home, tenants, get_language() or settings.LANGUAGE_CODE)
    found = suggest(replace(query, tenants=query.sites or query.tenants))
    return JsonResponse(
        [parameters.text, list(found)], safe=False, content_type="application/x-suggestions+json"
    )


@require_safe
def description(request: HttpRequest) -> HttpResponse:
    """Tells a browser how to search this site from its own bar."""
    home = _home(request)
    context = {
        "home": home,
        "short_name": short_name(home)[:SHORT_NAME],
        "long_name": (home.association or home.name)[:LONG_NAME],
        "language": get_language(),
    }
    content_type = "application/opensearchdescription+xml"
    return render(request, "search/description.xml", context, content_type=content_type)


def _home(request: HttpRequest) -> Tenant:
    home: Tenant = request.tenant  # type: ignore[attr-defined]  # set by the tenant middleware
    if home.kind == TenantKind.OPERATOR:
        raise Http404("The operators' console has no public pages.")
    return home


def find(request: HttpRequest, parameters: Parameters, **changes: Any) -> Presentation:
    """Asks the engine within the scope that this site and the address allow.

    :param changes: fields of the `SearchQuery` that an address does not name.
    """
    home = _home(request)
    tenants = tenants_in_scope(home, network=parameters.network)
    language = get_language() or settings.LANGUAGE_CODE
    query = replace(parameters.query(home, tenants, language), **changes)
    result = search(query) if parameters.text else SearchResult()
    return Presentation(home, tenants, parameters, result, query)


def _count_missing(presentation: Presentation) -> None:
    """Words that no other spelling was found for; what staff try out does not count."""
    parameters, result = presentation.parameters, presentation.result
    if result.missing and not (result.corrected or parameters.chosen or parameters.page > 1):
        count_missing(presentation.home, parameters.text, result.missing)


def _staff_note(result: SearchResult) -> str:
    """That the table answered, for staff alone; visitors have the same results."""
    return str(STAFF_NOTES[result.fallback]) if result.fallback else ""


def _is_staff(request: HttpRequest) -> bool:
    """Whether somebody of this site's staff is logged in; without a cookie nobody is."""
    return bool(request.COOKIES) and request.user.has_perm("wagtailadmin.access_admin")


def _context(presentation: Presentation) -> dict[str, Any]:
    parameters = presentation.parameters
    return {
        "search": presentation,
        "otherwise": Otherwise(presentation),
        "parameters": parameters,
        "result": presentation.result,
        "action": reverse("search"),
        "suggest_url": reverse("search_suggestions"),
        "feed_url": f"{reverse('search_feed')}?{parameters.encoded()}",
        "hidden": [{"name": "bereich", "value": NETWORK}] if parameters.network else [],
    }

"""The public directory: its list, its entries, and what can be taken along."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils import timezone
from django.utils.translation import gettext as _

from plugins.members import feeds, vcards
from plugins.members.cards import entry_url, rows_of
from plugins.members.domain import queries
from plugins.members.domain.addresses import moved_to
from plugins.members.domain.filters import Selection, read_selection
from plugins.members.domain.printed_lists import ask_for_list, kept_list
from plugins.members.domain.published import Published
from plugins.members.domain.selecting import select
from plugins.members.entry import EntryView
from plugins.members.enums import Where
from plugins.members.listing import Listing
from plugins.members.models import DirectoryPage
from plugins.members.qr import qr_svg
from plugins.members.sheets import csv_of
from verbund.plugin import (
    Limit,
    PagePart,
    Paging,
    TooMany,
    active_language,
    address_key,
    current_tenant,
    for_reader,
    in_words,
    paginate,
    render_page,
)

PER_PAGE = 20
SECONDS_TO_MAKE = 3
NEW_LISTS = Limit("members.print", "60/h")


def directory(request: HttpRequest, page: DirectoryPage) -> HttpResponse:
    """The list of one language, filtered as the address says."""
    listing = _listing(request, page)
    keys = listing.catalogue.found
    paging: Paging[int] = paginate(request, keys, PER_PAGE)
    return render_page(
        page,
        request,
        "members/directory.html",
        listing=listing,
        paging=paging,
        rows=rows_of(queries.entries(Where.WEB, paging.items), page),
        count_line=listing.count_line(paging.total),
        as_of=timezone.localdate(),
    )


def entry(request: HttpRequest, page: DirectoryPage, slug: str) -> HttpResponse:
    """The page of one organisation; an address that it had once leads to it."""
    found = queries.entry(slug, Where.WEB)
    if found is None:
        there = moved_to(slug)
        if there is None:
            raise Http404(f"There is no public entry {slug}.")
        return redirect(entry_url(page, there), permanent=True)
    part = PagePart(found.name, found.text.summary, found.logo)
    view = EntryView(found, page, current_tenant())
    return render_page(page, request, "members/entry.html", part=part, view=view, entry=found)


def feed(request: HttpRequest, page: DirectoryPage) -> HttpResponse:
    """What is new or changed in the directory, as Atom."""
    entries = queries.latest(Where.WEB, feeds.LENGTH)
    text = feeds.atom_feed(page, entries, current_tenant())
    return HttpResponse(text, content_type=feeds.MEDIA_TYPE)


def list_csv(request: HttpRequest, page: DirectoryPage) -> HttpResponse:
    """Exactly the filtered selection, for spreadsheets."""
    listing = _listing(request, page)
    entries = queries.entries(Where.LIST, listing.catalogue.found)
    response = HttpResponse(
        csv_of(entries, page, current_tenant()), content_type="text/csv; charset=utf-8"
    )
    response["Content-Disposition"] = 'attachment; filename="mitglieder.csv"'
    response["X-Robots-Tag"] = "noindex"
    return response


def list_pdf(request: HttpRequest, page: DirectoryPage) -> HttpResponse:
    """Exactly the filtered selection, for paper; while the worker makes it, a page that waits."""
    selection = _listing(request, page).selection
    language = active_language()
    pdf = kept_list(page, language, selection)
    if pdf is not None:
        response = HttpResponse(pdf, content_type="application/pdf")
        response["Content-Disposition"] = 'inline; filename="mitglieder.pdf"'
        # Proxies may not hand it out once somebody has taken a consent back.
        response["Cache-Control"] = "public, no-cache"
        return response
    return _being_made(request, page, language, selection)


def _being_made(
    request: HttpRequest, page: DirectoryPage, language: str, selection: Selection
) -> HttpResponse:
    try:
        NEW_LISTS.hit(f"{current_tenant().uuid}:{address_key(request)}")
    except TooMany as error:
        return _waiting(request, page, error.retry_after, 429)
    ask_for_list(language, selection)
    return _waiting(request, page, SECONDS_TO_MAKE, 202)


def _waiting(request: HttpRequest, page: DirectoryPage, seconds: int, status: int) -> HttpResponse:
    response = render_page(
        page,
        request,
        "members/being_made.html",
        part=PagePart(_("One moment, please") if status == 429 else _("The list is being made")),
        too_often=in_words(seconds) if status == 429 else "",
        list_url=for_reader(page.url or "/", active_language()),
    )
    response.status_code = status
    response["Retry-After"] = str(seconds)
    response["Cache-Control"] = "no-store"
    if status == 202:
        response["Refresh"] = str(seconds)
    return response


def vcard(request: HttpRequest, page: DirectoryPage, slug: str) -> HttpResponse:
    """An entry for an address book."""
    found = _entry(slug)
    url = current_tenant().base_url + entry_url(page, slug)
    response = HttpResponse(vcards.vcard_of(found, url), content_type=vcards.MEDIA_TYPE)
    response["Content-Disposition"] = f'attachment; filename="{slug}.vcf"'
    return response


def qr_code(request: HttpRequest, page: DirectoryPage, slug: str) -> HttpResponse:
    """The address of an entry as a drawing that a phone reads."""
    _entry(slug)
    url = current_tenant().base_url + entry_url(page, slug)
    return HttpResponse(qr_svg(url), content_type="image/svg+xml")


def _entry(slug: str) -> Published:
    found = queries.entry(slug, Where.WEB)
    if found is None:
        raise Http404(f"There is no public entry {slug}.")
    return found


def _listing(request: HttpRequest, page: DirectoryPage) -> Listing:
    """:raises Http404: the address holds a value that no list has."""
    selected = select(read_selection(request.GET), Where.WEB)
    unknown = selected.catalogue.unknown
    if unknown:
        raise Http404(f"No list has {', '.join(unknown)}.")
    return Listing(page, current_tenant(), selected.catalogue, selected.suggestion)

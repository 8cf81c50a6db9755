"""The public list and its feed; an item's page serves itself."""

from django.http import Http404, HttpRequest, HttpResponse

from plugins.news import feeds
from plugins.news.cards import cards_of
from plugins.news.domain import queries
from plugins.news.domain.filters import UnknownFilter, read_filter
from plugins.news.listing import Listing, listing_of
from plugins.news.models import NewsIndexPage, NewsPage
from verbund.plugin import Paging, current_tenant, paginate, private_paths, render_page

# A large one and four rows of three.
PER_PAGE = 13
FEED_LENGTH = 30


def news_list(request: HttpRequest, page: NewsIndexPage) -> HttpResponse:
    """The list of one language, filtered as the address says."""
    listing = _listing(request, page)
    items = queries.for_cards(queries.pinned_first(listing.found))
    paging: Paging[NewsPage] = paginate(request, items, PER_PAGE)
    return render_page(
        page,
        request,
        "news/news_index_page.html",
        listing=listing,
        paging=paging,
        cards=cards_of(paging.items),
        years=queries.archive_years(listing.visible),
        count_line=listing.count_line(paging.total),
        german_url=queries.german_list_url(page),
    )


def news_feed(request: HttpRequest, page: NewsIndexPage) -> HttpResponse:
    """The same list as Atom, newest first whatever is pinned."""
    listing = _listing(request, page)
    items = queries.for_cards(queries.newest(listing.found))[:FEED_LENGTH]
    text = feeds.atom_feed(listing, items, current_tenant())
    return HttpResponse(text, content_type=feeds.MEDIA_TYPE)


def _listing(request: HttpRequest, page: NewsIndexPage) -> Listing:
    """:raises Http404: the address holds a topic or year that can't be."""
    try:
        listing = listing_of(page, read_filter(request.GET), private_paths(request))
    except UnknownFilter as error:
        raise Http404(str(error)) from error
    if not listing.is_known:
        raise Http404(f"There is no topic {listing.chosen.topic}.")
    return listing

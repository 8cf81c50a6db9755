"""The pages that a site begins with, as drafts or published, as its recipe says."""

from django.utils import timezone
from django.utils.html import linebreaks
from wagtail.rich_text import RichText

from verbund.onboarding.content.reading import read_page
from verbund.onboarding.domain.page_content import stream_of
from verbund.pages.models import HomePage, StandardPage
from verbund.tenancy.recipe import Recipe, StartPage


def make_start_pages(home: HomePage, recipe: Recipe) -> list[StandardPage]:
    """Makes each page below its parent; one whose slug is there already is kept."""
    by_slug: dict[str, HomePage | StandardPage] = {}
    made = []
    for start in recipe.pages.start:
        parent = by_slug.get(start.parent or "", home)
        page = StandardPage.objects.child_of(parent).filter(slug=start.slug).first()
        if page is None:
            page = _page(start, recipe)
            parent.add_child(instance=page)
            _save(page, published=start.published)
            made.append(page)
        by_slug[start.slug] = page
    return made


def _page(start: StartPage, recipe: Recipe) -> StandardPage:
    page = StandardPage(
        title=start.title, slug=start.slug, show_in_menus=start.in_menu, live=start.published
    )
    if start.file and recipe.folder:
        text = read_page(start.file, recipe.folder, timezone.localdate())
        page.lead = text.lead
        page.body = stream_of(text.blocks)
    elif start.body:
        page.body = [("text", RichText(linebreaks(start.body)))]
    return page


def _save(page: StandardPage, *, published: bool) -> None:
    revision = page.save_revision()
    if published:
        revision.publish()

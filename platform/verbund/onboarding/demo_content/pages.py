"""Pages and home pages from a tenant's folder content/, in all its languages."""

from datetime import datetime
from pathlib import Path

from wagtail.models import Locale, Page

from verbund.onboarding.content import HomeText, PageText, read_content
from verbund.onboarding.demo_content.home import sections_of
from verbund.onboarding.demo_media import image_for, remove_demo_media
from verbund.onboarding.domain.links import page_at
from verbund.onboarding.domain.page_content import stream_of
from verbund.pages.models import HomePage, StandardPage
from verbund.tenancy.enums import TenantKind
from verbund.tenancy.models import Tenant


def load_pages(tenant: Tenant, folder: Path, now: datetime) -> None:
    """Makes what is missing; a page that is there keeps what editors made of it."""
    if tenant.kind == TenantKind.OPERATOR:
        return
    content = read_content(folder, now.date())
    homes = {text.language: _home(tenant, text) for text in content.homes}
    for page in content.pages:
        _page(page, homes[page.language])
    # Last: they link to the pages.
    for text in content.homes:
        _fill_home(homes[text.language], text, tenant)


def unload_pages(tenant: Tenant) -> None:
    """Removes demo pages and pictures; what somebody wrote or changed stays, with its parents."""
    if tenant.kind == TenantKind.OPERATOR:
        return
    for pk in StandardPage.objects.order_by("-depth").values_list("pk", flat=True):
        # Read anew: the tree counts children on the row.
        page = StandardPage.objects.get(pk=pk)
        if not page.numchild and not _is_touched(page):
            page.delete()
    for home in HomePage.objects.all():
        if not _is_touched(home):
            home.sections = []
            home.save_revision().publish()
    remove_demo_media()


def _is_touched(page: HomePage | StandardPage) -> bool:
    """Whether a person made or changed it: the loader's revisions have no user."""
    return page.revisions.filter(user__isnull=False).exists()


def _home(tenant: Tenant, text: HomeText) -> HomePage:
    locale = Locale.objects.get(language_code=text.language)
    home = HomePage.objects.filter(locale=locale).first()
    if home is None:
        german = HomePage.objects.get(locale__language_code="de")
        home = german.copy_for_translation(locale)
        home.slug = f"home-{text.language}"
        home.live = True
        home.save()
    return home


def _fill_home(home: HomePage, text: HomeText, tenant: Tenant) -> None:
    # Read anew: the tree counts children on the row, and they were added to other copies of it.
    home = HomePage.objects.get(pk=home.pk)
    if _is_filled(home):
        return
    home.title = text.title
    home.search_description = text.lead[:250]
    home.sections = sections_of(text, tenant)
    home.save_revision().publish()


def _is_filled(page: HomePage | StandardPage) -> bool:
    # Start pages come without a description, this loader gives each page one: what is there
    # then may have been changed by an editor, and stays.
    return bool(page.search_description)


def _page(text: PageText, home: HomePage) -> StandardPage:
    parent = page_at(text.path.removesuffix(f"{text.slug}/"), text.language)
    parent = parent.specific if parent else home
    page = StandardPage.objects.child_of(parent).filter(slug=text.slug).first()
    if page is not None and _is_filled(page):
        return page
    if page is None:
        page = StandardPage(slug=text.slug, title=text.title, locale=home.locale, live=False)
        original = _original(text)
        if original is not None:
            page.translation_key = original.translation_key
        parent.add_child(instance=page)
    page.title = text.title
    page.lead = text.lead
    page.search_description = text.lead[:250] or text.title
    page.show_in_menus = text.in_menu
    page.image = image_for(text.picture) if text.picture else None
    page.body = stream_of(text.blocks)
    revision = page.save_revision()
    if not text.draft:
        revision.publish()
    return page


def _original(text: PageText) -> Page | None:
    if not text.translation_of:
        return None
    return StandardPage.objects.filter(slug=text.translation_of, locale__language_code="de").first()

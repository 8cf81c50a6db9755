"""The page tree of a new site: its root, its languages and the legal pages."""

from django.conf import settings
from django.utils.translation import gettext as _
from wagtail.models import Locale, Page, Site

from verbund.onboarding.domain.first_home import first_sections
from verbund.pages.models import HomePage, LegalKind, LegalPage
from verbund.pages.translations import sync_locales
from verbund.tenancy.models import Tenant


def make_site_tree(tenant: Tenant, domain: str) -> HomePage:
    """Replaces Wagtail's welcome page by the site's home page; runs inside the tenant."""
    sync_locales(tenant)
    root = _name_root()
    home = HomePage(
        title=str(tenant.brand.get("short_name") or tenant.name),
        slug="home-de",
        locale=Locale.objects.get(language_code=settings.LANGUAGE_CODE),
    )
    home.sections = first_sections(tenant)
    root.add_child(instance=home)
    sync_site(tenant, domain, home)
    for stock in root.get_children().not_type(HomePage):
        stock.delete()
    return home


def _name_root() -> Page:
    """The place above the home pages, which editors see: not "Root"."""
    root = Page.get_first_root_node()
    root.title = root.draft_title = _("All languages")
    root.save(update_fields=["title", "draft_title"])
    return root


def sync_site(tenant: Tenant, domain: str, home: Page | None = None) -> Site:
    """Wagtail's one site of the tenant: host and port follow the canonical domain."""
    site = Site.objects.filter(is_default_site=True).first() or Site(is_default_site=True)
    site.hostname = domain
    site.port = settings.VERBUND_PORT
    site.site_name = tenant.name
    if home is not None:
        site.root_page = home
    site.save()
    return site


def make_legal_pages(home: HomePage) -> list[LegalPage]:
    """The three legal pages below the home page, those that exist are kept."""
    made = []
    for kind in LegalKind:
        if not LegalPage.objects.child_of(home).filter(kind=kind).exists():
            page = LegalPage(title=str(kind.label), slug=kind.value, kind=kind)
            home.add_child(instance=page)
            made.append(page)
    return made

"""What the search takes of the core's pages."""

from django.utils.translation import gettext_lazy as _
from wagtail.models import Page

from verbund.common.text import plain_text
from verbund.pages.models import HomePage, LegalPage, StandardPage
from verbund.plugin.contributions import Indexable, SearchDocument
from verbund.tenancy.context import current_tenant


def _path(page: Page) -> str:
    """From the site's root; empty for a page outside of any site."""
    parts = page.get_url_parts()
    return parts[2] if parts and parts[2] else ""


def _text_of(page: Page, field_name: str) -> str:
    field = page._meta.get_field(field_name)
    return plain_text(" ".join(field.get_searchable_content(getattr(page, field_name))))


def _home_page(page: HomePage) -> Indexable:
    """A home page stands for its association: "Startseite" would say nothing in a list."""
    tenant = current_tenant()
    return Indexable(
        title=tenant.association,
        path=_path(page),
        language=page.locale.language_code,
        summary=page.teaser_text,
        body=_text_of(page, "sections"),
        keywords=(tenant.name, str(tenant.brand.get("short_name") or "")),
    )


def _standard_page(page: StandardPage) -> Indexable:
    return Indexable(
        title=page.title,
        path=_path(page),
        language=page.locale.language_code,
        summary=page.lead or page.search_description,
        body=_text_of(page, "body"),
    )


def _legal_page(page: LegalPage) -> Indexable:
    """Each site has its own; the network's search would list them all."""
    return Indexable(
        title=page.title,
        path=_path(page),
        language=page.locale.language_code,
        summary=page.search_description,
        body=_text_of(page, "body"),
        network=False,
    )


search_documents = (
    SearchDocument("page", _("Pages"), "pages.HomePage", _home_page),
    SearchDocument("page", _("Pages"), "pages.StandardPage", _standard_page),
    SearchDocument("page", _("Pages"), "pages.LegalPage", _legal_page),
)

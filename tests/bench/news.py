"""The news item whose page is measured."""

from django.db.transaction import atomic

from verbund.pages.models import HomePage
from verbund.tenancy.context import tenant_context
from verbund.tenancy.models import Tenant


def make_item(schema: str) -> str:
    """A published item of usual length; its address."""
    from plugins.news.models import NewsIndexPage, NewsPage

    tenant = Tenant.objects.get(schema_name=schema)
    with tenant_context(tenant), atomic():
        home = HomePage.objects.get(locale__language_code="de")
        index = NewsIndexPage.objects.child_of(home).get()
        text = (
            "<p>" + "Wir treffen uns im Haus der Vielfalt und planen das Sommerfest. " * 12 + "</p>"
        )
        page = NewsPage(title="Sommerfest", lead="Alle sind eingeladen.", body=[("text", text)] * 3)
        index.add_child(instance=page)
        page.save_revision().publish()
        return str(page.url)

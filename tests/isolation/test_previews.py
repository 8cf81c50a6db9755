"""A preview runs the whole middleware again: it stays in its own city."""

import pytest
from wagtail.models import Page, Site

from tests.isolation.helpers import KEY, page_in
from verbund.tenancy.connection import connection
from verbund.tenancy.context import tenant_context
from verbund.tenancy.models import Tenant


@pytest.mark.parametrize("hostname", ["dortmund.test", "duesseldorf.test", "localhost"])
def test_a_preview_shows_the_own_page_whatever_the_site_says(
    hostname: str, dortmund: Tenant, duesseldorf: Tenant
) -> None:
    """Wagtail asks by the Site's host: another city's, or none. Mend: TenantMiddleware._preview."""
    page_in(dortmund, "Seite von Dortmund")
    page_in(duesseldorf, "Seite von Düsseldorf")
    with tenant_context(dortmund):
        Site.objects.update(hostname=hostname)
        page = Page.objects.get(pk=KEY).specific

        response = page.make_preview_request()

        assert response.status_code == 200
        response.render()
        assert connection.schema_name == "dortmund"
    html = response.content.decode()
    assert "Seite von Dortmund" in html
    assert "Düsseldorf" not in html


def test_a_preview_without_a_tenant_is_refused(dortmund: Tenant) -> None:
    from django.http import Http404
    from django.test import RequestFactory

    from verbund.tenancy.middleware import TenantMiddleware

    request = RequestFactory().get("/")
    vars(request)["is_dummy"] = True

    with pytest.raises(Http404):
        TenantMiddleware(lambda request: pytest.fail("went on"))(request)

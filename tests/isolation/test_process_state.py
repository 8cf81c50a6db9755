"""What a process keeps between requests: templates, languages, log lines, uploads, connections."""

import logging
import re
from collections.abc import Callable
from io import StringIO
from typing import Any

import pytest
from django.conf import settings
from django.db import ProgrammingError
from django.template.loader import render_to_string
from django.test import Client
from django.utils import translation
from wagtail.contrib.redirects.models import Redirect

from tests.isolation.helpers import browser, page_in
from verbund.accounts.models import User
from verbund.pages.models import HomePage
from verbund.tenancy.connection import connection
from verbund.tenancy.context import tenant_context
from verbund.tenancy.domain.schemas import drop_schema
from verbund.tenancy.models import Tenant


def test_a_template_is_the_one_of_the_tenants_theme(dortmund: Tenant, duesseldorf: Tenant) -> None:
    """A cached loader keeps the first that was found. Mend: theming.loaders, keyed by theme."""
    duesseldorf.theme = "netz"
    duesseldorf.save(update_fields=["theme"])
    found = []
    for tenant in (dortmund, duesseldorf, dortmund, duesseldorf):
        with tenant_context(tenant):
            found.append(render_to_string("components/card.html", {"title": "A", "url": "/"}))

    assert found[0] == found[2]
    assert found[1] == found[3]
    assert found[0] != found[1]


def test_a_language_ends_with_its_request(dortmund: Tenant, duesseldorf: Tenant) -> None:
    """The active language is the thread's. Mend: PathLanguageMiddleware overrides and restores."""
    before = translation.get_language()
    with tenant_context(dortmund):
        Tenant.objects.filter(pk=dortmund.pk).update(languages=["de", "en"])

    browser(dortmund).get("/en/suche/")
    html = browser(duesseldorf).get("/suche/").content.decode()

    assert translation.get_language() == before
    assert '<html lang="de"' in html


def test_a_language_of_one_city_is_none_of_another(dortmund: Tenant, duesseldorf: Tenant) -> None:
    Tenant.objects.filter(pk=dortmund.pk).update(languages=["de", "tr"])
    Tenant.objects.filter(pk=duesseldorf.pk).update(languages=["de"])

    assert browser(dortmund).get("/tr/suche/").status_code == 200
    assert browser(duesseldorf).get("/tr/suche/").status_code == 404


def test_a_log_line_names_the_tenant(dortmund: Tenant, duesseldorf: Tenant) -> None:
    """Mend: TenantContextFilter on the handler."""
    lines = StringIO()
    handler = logging.StreamHandler(lines)
    configured = logging.getLogger().handlers or [handler]
    handler.addFilter(_tenant_filter())
    handler.setFormatter(logging.Formatter("{schema_name} {message}", style="{"))
    log = logging.getLogger("verbund.test")
    log.addHandler(handler)
    try:
        for tenant in (dortmund, duesseldorf):
            with tenant_context(tenant):
                log.warning("etwas")
    finally:
        log.removeHandler(handler)

    assert lines.getvalue().split("\n")[:2] == ["dortmund etwas", "duesseldorf etwas"]
    assert configured
    assert settings.LOGGING["handlers"]["stderr"]["filters"] == ["tenant"]


def _tenant_filter() -> logging.Filter:
    from django.utils.module_loading import import_string

    made: logging.Filter = import_string(settings.LOGGING["filters"]["tenant"]["()"])()
    return made


def test_an_upload_of_redirects_is_no_file_in_a_shared_folder(
    dortmund: Tenant, duesseldorf: Tenant, client_for: Callable[..., Client], staff: Callable
) -> None:
    """Wagtail puts it into /tmp and asks for it by a name of the form. Mend: kept in the cache."""
    here = client_for(dortmund, staff(dortmund, "Administration"))
    there = client_for(duesseldorf, staff(duesseldorf, "Administration"))
    upload = StringIO("von,nach\n/alt/,http://dortmund.test/geheimes-ziel/\n")
    upload.name = "redirects.csv"
    page = here.post("/admin/redirects/import/", {"import_file": upload, "import_format": "csv"})
    fields = dict(re.findall(r'name="(import_file_name|input_format)" value="([^"]+)"', text(page)))
    fields |= {"from_index": "0", "to_index": "1", "permanent": "on"}

    answer = there.post("/admin/redirects/import/process/", fields)
    own = here.post("/admin/redirects/import/process/", fields)

    assert len(fields) == 5
    assert settings.WAGTAIL_REDIRECTS_FILE_STORAGE == "cache"
    assert "geheimes-ziel" not in text(answer)
    assert own.status_code in {200, 302}
    with tenant_context(duesseldorf):
        assert not Redirect.objects.exists()
    with tenant_context(dortmund):
        assert Redirect.objects.exists()


def text(response: Any) -> str:
    return str(response.content.decode())


def test_a_dropped_schema_answers_with_an_error_and_nobodys_data(own_database: str) -> None:
    """Its host still leads to it. Mend: no table of a tenant is in public to fall through to."""
    dortmund = Tenant.objects.get(schema_name="dortmund")
    page_in(Tenant.objects.get(schema_name="duesseldorf"), "Nur in Düsseldorf")
    drop_schema("dortmund")
    client = Client(SERVER_NAME=dortmund.canonical_domain, raise_request_exception=False)

    for path in ("/", "/gleich/", "/admin/", "/anmeldung/", "/konto/", "/api/v1/news"):
        response = client.get(path)
        assert response.status_code >= 500 or response.status_code in {302, 404}, path
        assert "Düsseldorf" not in response.content.decode()
    assert connection.schema_name == "public"


def test_a_connection_that_failed_comes_back_without_a_tenant(own_database: str) -> None:
    """The pool hands it to the next request. Mend: each request sets its schema first."""
    cities = [Tenant.objects.get(schema_name=name) for name in ("dortmund", "duesseldorf")]
    with tenant_context(cities[0]), pytest.raises(ProgrammingError), connection.cursor() as cursor:
        cursor.execute("SELECT nonsense FROM nowhere")
    connection.close()

    with tenant_context(cities[1]):
        assert HomePage.objects.get(locale__language_code="de").title
        with connection.cursor() as cursor:
            cursor.execute("SELECT current_schema()")
            assert cursor.fetchone() == ("duesseldorf",)


def test_two_accounts_of_the_same_key_are_two_people(dortmund: Tenant, duesseldorf: Tenant) -> None:
    for tenant in (dortmund, duesseldorf):
        with tenant_context(tenant):
            User.objects.create(pk=900_001, email=f"gleich@{tenant.schema_name}.test")

    seen: list[Any] = []
    for tenant in (dortmund, duesseldorf):
        with tenant_context(tenant):
            seen.append(User.objects.get(pk=900_001).email)
    assert seen == ["gleich@dortmund.test", "gleich@duesseldorf.test"]

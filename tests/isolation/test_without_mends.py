"""Without its mend each of these walls leaks: what the other tests hold is no accident."""

from copy import deepcopy
from typing import Any

import pytest
from django.conf import settings as real_settings
from django.contrib.auth.tokens import PasswordResetTokenGenerator
from django.core.cache import caches
from django.core.files.base import ContentFile
from django.template import Engine, engines
from django.test import RequestFactory
from django.utils.module_loading import import_string
from wagtail.models import Page, Site

from tests.isolation.helpers import KEY, page_in
from tests.isolation.test_sessions import twins
from verbund.tenancy.context import tenant_context
from verbund.tenancy.middleware import TenantMiddleware
from verbund.tenancy.models import Tenant
from verbund.tenancy.storage import TenantStorage
from verbund.tenancy.tokens import BadToken, TenantSigner


@pytest.fixture
def plain_keys(settings: Any) -> None:
    plain = deepcopy(real_settings.CACHES)
    for alias in plain.values():
        alias.pop("KEY_FUNCTION", None)
        alias.pop("REVERSE_KEY_FUNCTION", None)
    settings.CACHES = plain


def test_without_the_key_function_pages_have_the_address_of_another_city(
    dortmund: Tenant, duesseldorf: Tenant, plain_keys: None
) -> None:
    for tenant in (dortmund, duesseldorf):
        page_in(tenant, tenant.name)
    caches["default"].clear()

    addresses = []
    for tenant in (dortmund, duesseldorf):
        with tenant_context(tenant):
            addresses.append(Page.objects.get(pk=KEY).full_url)

    assert addresses == ["http://dortmund.test/gleich/"] * 2


def test_without_the_uuid_a_reset_link_opens_the_twin_in_another_city(
    dortmund: Tenant, duesseldorf: Tenant
) -> None:
    user, twin = twins(dortmund, duesseldorf)
    djangos = PasswordResetTokenGenerator()
    with tenant_context(dortmund):
        token = djangos.make_token(user)

    with tenant_context(duesseldorf):
        assert djangos.check_token(twin, token)


def test_without_a_key_of_its_own_a_signed_value_holds_everywhere(
    dortmund: Tenant, duesseldorf: Tenant, monkeypatch: pytest.MonkeyPatch
) -> None:
    with tenant_context(dortmund):
        bound = TenantSigner("link").sign("x")
    with tenant_context(duesseldorf), pytest.raises(BadToken):
        TenantSigner("link").read(bound)

    monkeypatch.setattr(
        "verbund.tenancy.tokens.tenant_keys", lambda purpose: [real_settings.SECRET_KEY]
    )
    with tenant_context(dortmund):
        loose = TenantSigner("link").sign("x")
    with tenant_context(duesseldorf):
        assert TenantSigner("link").read(loose) == "x"


def test_without_our_middleware_a_preview_enters_the_city_that_the_site_names(
    dortmund: Tenant, duesseldorf: Tenant, monkeypatch: pytest.MonkeyPatch
) -> None:
    page_in(dortmund, "Aus Dortmund")
    with tenant_context(dortmund):
        Site.objects.update(hostname="duesseldorf.test")
    seen = []

    def answer(request: Any) -> Any:
        seen.append(request.tenant.schema_name)

    request = RequestFactory(headers={"host": "duesseldorf.test"}).get("/")
    request.is_dummy = True  # type: ignore[attr-defined]  # as Wagtail marks its previews
    with tenant_context(dortmund):
        TenantMiddleware(answer)(request)
        request.is_dummy = False  # type: ignore[attr-defined]
        TenantMiddleware(answer)(request)

    assert seen == ["dortmund", "duesseldorf"]


def test_without_a_cache_by_theme_a_city_wears_the_clothes_of_another(
    dortmund: Tenant, duesseldorf: Tenant
) -> None:
    duesseldorf.theme = "netz"
    duesseldorf.save(update_fields=["theme"])
    ours: Any = engines["django"]
    by_name_alone = Engine(
        loaders=[("django.template.loaders.cached.Loader", ["verbund.theming.loaders.Loader"])],
        libraries=ours.engine.libraries,
        builtins=ours.engine.builtins,
    )

    sources = []
    for tenant in (dortmund, duesseldorf):
        with tenant_context(tenant):
            sources.append(by_name_alone.get_template("components/card.html").source)

    assert sources[0] == sources[1]


def test_without_a_folder_of_its_own_a_late_deletion_takes_the_file_of_another_city(
    dortmund: Tenant, duesseldorf: Tenant, monkeypatch: pytest.MonkeyPatch
) -> None:
    def late_deletion() -> list[bool]:
        """As Wagtail does after the commit; by then another city may be at work."""
        for tenant in (dortmund, duesseldorf):
            with tenant_context(tenant):
                TenantStorage().save("gleich.txt", ContentFile(tenant.name.encode()))
        with tenant_context(dortmund):
            path, args, named = TenantStorage().deconstruct()
        with tenant_context(duesseldorf):
            import_string(path)(*args, **named).delete("gleich.txt")
        left = []
        for tenant in (dortmund, duesseldorf):
            with tenant_context(tenant):
                left.append(TenantStorage().exists("gleich.txt"))
        return left

    assert late_deletion() == [False, True]

    path = "verbund.tenancy.storage.TenantStorage"
    monkeypatch.setattr(TenantStorage, "deconstruct", lambda storage: (path, (), {}))
    assert late_deletion()[1] is False

"""Content types have other ids in each schema, and Django keeps them for the whole process."""

from concurrent.futures import ThreadPoolExecutor

from django.apps import apps
from django.contrib.contenttypes.models import ContentType
from wagtail.contrib.forms import utils as form_utils

from tests.world import DRIFT
from verbund.pages.models import HomePage
from verbund.tenancy.connection import connection
from verbund.tenancy.content_types import SchemaCache, forget_schema
from verbund.tenancy.context import tenant_context
from verbund.tenancy.models import Tenant
from verbund.tenancy.wagtail_mends import form_types


def own_id(tenant: Tenant) -> int:
    with tenant_context(tenant):
        return ContentType.objects.get_for_model(HomePage).pk


def test_a_citys_types_are_its_own(dortmund: Tenant, duesseldorf: Tenant) -> None:
    """Mend: SchemaCache in place of the manager's dictionary."""
    first, second = own_id(dortmund), own_id(duesseldorf)

    assert second == first + DRIFT
    assert own_id(dortmund) == first


def test_a_type_stays_known_over_a_switch(
    dortmund: Tenant, duesseldorf: Tenant, django_assert_num_queries: object
) -> None:
    """Mend: clear() does nothing, so that a request needs no refill."""
    own_id(dortmund)
    own_id(duesseldorf)

    with tenant_context(dortmund), django_assert_num_queries(0):  # type: ignore[operator]
        ContentType.objects.get_for_model(HomePage)


def test_a_forgotten_schema_is_read_anew(dortmund: Tenant) -> None:
    """After a migration, a restore or a drop its entries would be wrong."""
    own_id(dortmund)

    forget_schema("dortmund")

    cache = vars(ContentType.objects)["_cache"]
    assert isinstance(cache, SchemaCache)
    assert [key for key in cache if key[1] == "dortmund"] == []


def test_threads_do_not_hand_each_other_foreign_types(own_database: str) -> None:
    """Four threads that alternate: a third of the lookups was foreign. Mend: SchemaCache."""
    cities = [Tenant.objects.get(schema_name=name) for name in ("dortmund", "duesseldorf")]
    right = {tenant.schema_name: own_id(tenant) for tenant in cities}

    def look(number: int) -> int:
        wrong = 0
        try:
            for turn in range(60):
                tenant = cities[(number + turn) % 2]
                if turn % 20 == 0:
                    forget_schema(tenant.schema_name)
                wrong += own_id(tenant) != right[tenant.schema_name]
        finally:
            connection.close()
        return wrong

    with ThreadPoolExecutor(4) as threads:
        assert list(threads.map(look, range(4))) == [0, 0, 0, 0]


def test_a_model_that_is_registered_late_brings_no_plain_cache_back() -> None:
    """Django then makes its managers anew. Mend: the cache is on the one they are copied from."""
    apps.clear_cache()

    assert isinstance(vars(ContentType.objects)["_cache"], SchemaCache)


def test_form_types_are_asked_for_anew(dortmund: Tenant) -> None:
    """Wagtail keeps the first tenant's content types. Mend: wagtail_mends.form_types."""
    with tenant_context(dortmund):
        assert form_utils.get_form_types() == []

    assert form_utils.get_form_types is form_types
    assert not hasattr(form_types, "cache_info")


def test_asking_for_form_types_adds_no_model_to_wagtail(dortmund: Tenant) -> None:
    """Its model without its app would fall to wagtailcore, and no page could be deleted."""
    with tenant_context(dortmund):
        form_utils.get_form_types()

    names = {model.__name__ for model in apps.get_app_config("wagtailcore").get_models()}
    assert "FormSubmission" not in names

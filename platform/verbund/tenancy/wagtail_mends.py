"""Mends Wagtail where it holds for the whole process what differs from tenant to tenant.

Each mend names what goes wrong without it and has a test in tests/isolation/.
"""

from django.apps import apps
from django.contrib.contenttypes.models import ContentType

from verbund.tenancy.context import maybe_tenant


def admin_base_url() -> str | None:
    """Links in mails and previews lead to the tenant's own host (Wagtail has one setting)."""
    tenant = maybe_tenant()
    return tenant.base_url if tenant and tenant.canonical_domain else None


def form_types() -> list[ContentType]:
    """Content types of form pages; Wagtail's lru_cache hands out the first tenant's ids."""
    # Without its app in INSTALLED_APPS the import would give its model to wagtailcore, which
    # has no table for it: then no page could be deleted any more.
    if not apps.is_installed("wagtail.contrib.forms"):
        return []
    from wagtail.contrib.forms.models import FormMixin
    from wagtail.models import get_page_models

    models = [model for model in get_page_models() if issubclass(model, FormMixin)]
    return list(ContentType.objects.get_for_models(*models).values())


def apply() -> None:
    """Replaces the functions, in the modules that imported them by name too."""
    # Imported here: these modules need the app registry.
    from wagtail.admin import userbar, utils
    from wagtail.admin.templatetags import wagtailadmin_tags
    from wagtail.contrib.forms import utils as form_utils

    for module in (utils, wagtailadmin_tags, userbar):
        module.get_admin_base_url = admin_base_url
    form_utils.get_form_types = form_types

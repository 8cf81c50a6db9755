"""The association's own facts: what is missing, and changing them from inside the site."""

from typing import Any

from django.db.transaction import atomic
from django.utils.translation import gettext
from pydantic import ValidationError

from verbund.accounts.journal import record
from verbund.accounts.journal_actions import Act
from verbund.accounts.models import User
from verbund.tenancy.models import Tenant
from verbund.tenancy.recipe import Contact, Legal
from verbund.tenancy.registry import registry

REGISTERED = ("register_court", "register_number")
UNREGISTERED = "nicht"


def missing_facts(tenant: Tenant) -> list[str]:
    """Keys ("legal.register_number") that the Impressum needs and the profile lacks.

    Whoever says of itself that it is registered says where, too.
    """
    found = [f"legal.{key}" for key in _lacking(Legal, tenant.legal)]
    found += [f"contact.{key}" for key in _lacking(Contact, tenant.contact)]
    form = str(tenant.legal.get("legal_form", "")).lower()
    registered = ("eingetragen" in form or "e. v." in form) and UNREGISTERED not in form
    lacking = [key for key in REGISTERED if registered and not tenant.legal.get(key)]
    return found + [f"legal.{key}" for key in lacking]


def change_profile(
    tenant: Tenant, legal: dict[str, Any], contact: dict[str, Any], *, by: User
) -> None:
    """Writes both; what is not asked for here (opening hours, gaps) stays."""
    values = {"legal": {**tenant.legal, **legal}, "contact": {**tenant.contact, **contact}}
    with atomic():
        # Not save(): that refuses a request's own transaction in another schema.
        Tenant.objects.filter(pk=tenant.pk).update(**values)
        record(Act.SETTINGS_CHANGED, tenant, user=by, fields=gettext("legal profile, contact"))
    for name, value in values.items():
        setattr(tenant, name, value)
    registry.expire()


def _lacking(model: "type[Legal] | type[Contact]", values: dict[str, Any]) -> list[str]:
    # A form sends an empty text for what was left out.
    filled = {key: value for key, value in values.items() if value not in ("", None)}
    try:
        model.model_validate(filled)
    except ValidationError as error:
        return [str(problem["loc"][0]) for problem in error.errors() if problem["loc"]]
    return []

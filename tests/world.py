"""The cast of the tests: two cities and a portal, made by the real onboarding."""

from typing import Any

from django.contrib.auth.models import Group
from django.contrib.contenttypes.models import ContentType
from django.db import connection

from verbund.accounts.models import User
from verbund.accounts.roles import Role
from verbund.onboarding.domain.onboard import onboard
from verbund.plugin.gate import plugins
from verbund.tenancy.content_types import forget_schema
from verbund.tenancy.context import tenant_context
from verbund.tenancy.domain.migration import migrate_all
from verbund.tenancy.enums import TenantStatus
from verbund.tenancy.models import Tenant
from verbund.tenancy.recipe import Recipe, recipe_from

LEGAL = {
    "name": "Testverband e. V.",
    "legal_form": "eingetragener Verein",
    "represented_by": "Vorstand",
    "responsible_for_content": "Redaktion",
    "data_protection_authority": "Aufsicht",
    "data_protection_email": "datenschutz@stadt.test",
    "enforcement_body": "Ombudsstelle",
    "accessibility_email": "barrierefrei@stadt.test",
}
CONTACT = {
    "street": "Teststraße 1",
    "postcode": "44147",
    "city": "Teststadt",
    "phone": "0231 000",
    "email": "info@stadt.test",
}
PORTAL: dict[str, Any] = {
    "name": "Netzwerk",
    "association": "Kompetenznetzwerk",
    "schema": "netzwerk",
    "domains": ["netzwerk.test"],
    "kind": "network",
    "theme": "netz",
    "languages": ["de", "en"],
    "brand": {"palette": "netz"},
    "network": {"title": "Kompetenznetzwerk"},
}
CITIES: list[dict[str, Any]] = [
    PORTAL,
    {
        "name": "Dortmund",
        "association": "Verband Dortmund",
        "schema": "dortmund",
        "domains": ["dortmund.test", "verband-dortmund.test"],
        "kind": "city",
        "theme": "verbund",
        "languages": ["de", "tr", "ar", "en"],
        "brand": {"palette": "dortmund", "short_name": "VDO"},
        "network": {"network": "netzwerk", "joined": "2020-01-01", "focus": "Frauen"},
    },
    {
        "name": "Düsseldorf",
        "association": "Verband Düsseldorf",
        "schema": "duesseldorf",
        "domains": ["duesseldorf.test"],
        "kind": "city",
        "theme": "verbund",
        "languages": ["de", "en"],
        "brand": {"palette": "duesseldorf"},
        "network": {"network": "netzwerk", "joined": "2021-01-01", "focus": "Ältere"},
    },
]
DRIFT = 1000


def build_world(recipes: list[dict[str, Any]]) -> None:
    """Migrates an empty database and onboards the cast, public from the start."""
    reports = migrate_all(lambda report, number, total: None)
    failed = [report for report in reports if report.error]
    if failed:
        raise RuntimeError(failed)
    for data in recipes:
        tenant = onboard(read(data), status=TenantStatus.READY, invite=False).tenant
        add_staff(tenant)
    drift_apart(Tenant.objects.get(schema_name="duesseldorf"))


def read(data: dict[str, Any]) -> Recipe:
    """A recipe with the parts that every city of the tests has."""
    full = {
        "legal": LEGAL,
        "contact": CONTACT,
        "admin": {"email": f"erste@{data['schema']}.example"},
        "plugins": {"news": {}},
        **data,
    }
    return recipe_from(
        full,
        known_themes={"verbund", "netz"},
        known_plugins={config.label for config in plugins()},
        known_languages={"de", "tr", "ar", "en", "uk"},
    )


def add_staff(tenant: Tenant) -> None:
    """One user a role, the same address but for the city, the same password everywhere."""
    with tenant_context(tenant):
        for role in Role:
            user = User.objects.create_user(
                f"{role.name.lower()}@{tenant.schema_name}.test",
                "ein-langes-passwort",
                first_name=role.name.title(),
                last_name=tenant.name,
            )
            user.groups.add(Group.objects.get(name=role.value))


def drift_apart(tenant: Tenant) -> None:
    """Gives one city other content type ids, as happens when plugins come at other times."""
    with tenant_context(tenant), connection.cursor() as cursor:
        table = ContentType._meta.db_table
        cursor.execute(
            "SELECT conrelid::regclass::text, conname, pg_get_constraintdef(oid) "
            "FROM pg_constraint WHERE contype = 'f' AND confrelid = %s::regclass",
            [f"{tenant.schema_name}.{table}"],
        )
        references = cursor.fetchall()
        for relation, name, _definition in references:
            cursor.execute(f'ALTER TABLE {relation} DROP CONSTRAINT "{name}"')
        for relation, _name, definition in references:
            column = definition.split("(")[1].split(")")[0]
            cursor.execute(f"UPDATE {relation} SET {column} = {column} + {DRIFT}")
        cursor.execute(f"UPDATE {table} SET id = id + {DRIFT}")
        for relation, name, definition in references:
            cursor.execute(f'ALTER TABLE {relation} ADD CONSTRAINT "{name}" {definition}')
    forget_schema(tenant.schema_name)

"""The blueprint: a migrated schema without people or media, from which tenants are cloned."""

from django.db import connection
from django_tenants.utils import schema_exists

from verbund.tenancy.domain.migration import fingerprint, record_state, recorded_state
from verbund.tenancy.domain.schemas import create_schema, migrate_schema
from verbund.tenancy.names import BLUEPRINT_SCHEMA

EMPTY_IN_BLUEPRINT = (
    "accounts_user",
    "django_session",
    "media_image",
    "media_document",
    "wagtailcore_revision",
)


class BlueprintNotEmpty(RuntimeError):
    """The blueprint holds rows that must never be copied into a tenant."""


def ensure_blueprint() -> str:
    """Makes or updates the blueprint and returns its schema's name.

    :raises BlueprintNotEmpty: somebody wrote people, sessions or media into it.
    """
    if recorded_state(BLUEPRINT_SCHEMA) != fingerprint() or not schema_exists(BLUEPRINT_SCHEMA):
        create_schema(BLUEPRINT_SCHEMA)
        migrate_schema(BLUEPRINT_SCHEMA)
        record_state(BLUEPRINT_SCHEMA)
    _refuse_rows()
    return BLUEPRINT_SCHEMA


def _refuse_rows() -> None:
    with connection.cursor() as cursor:
        for table in EMPTY_IN_BLUEPRINT:
            cursor.execute(f'SELECT EXISTS (SELECT 1 FROM "{BLUEPRINT_SCHEMA}"."{table}")')
            row = cursor.fetchone()
            if row and row[0]:
                raise BlueprintNotEmpty(
                    f"The blueprint has rows in {table}. Drop the schema {BLUEPRINT_SCHEMA}: "
                    "it is made anew."
                )

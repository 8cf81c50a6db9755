"""Triggers that raise the registry's version with each change, whoever makes it.

The version is the transaction's id: one that was rolled back never comes again, so a process
that read uncommitted rows of its own cannot take them for a later state.
"""

from django.db import migrations

TABLES = ("tenant", "domain", "tenantplugin", "network", "membership")

FUNCTION = """
CREATE OR REPLACE FUNCTION tenancy_raise_version() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  UPDATE public.tenancy_registryversion SET version = pg_current_xact_id()::text::bigint;
  RETURN NULL;
END $$
"""

TRIGGER = """
CREATE TRIGGER tenancy_raise_version
AFTER INSERT OR UPDATE OR DELETE OR TRUNCATE ON tenancy_{table}
FOR EACH STATEMENT EXECUTE FUNCTION tenancy_raise_version()
"""


class Migration(migrations.Migration):
    dependencies = [("tenancy", "0001_initial")]

    operations = [
        migrations.RunSQL(
            "INSERT INTO tenancy_registryversion (version) VALUES (1)",
            "DELETE FROM tenancy_registryversion",
        ),
        migrations.RunSQL(FUNCTION, "DROP FUNCTION tenancy_raise_version()"),
        *(
            migrations.RunSQL(
                TRIGGER.format(table=table),
                f"DROP TRIGGER tenancy_raise_version ON tenancy_{table}",
            )
            for table in TABLES
        ),
    ]

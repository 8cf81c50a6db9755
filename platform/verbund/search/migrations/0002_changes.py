"""The change log of the search, its triggers, and what is known of indexes built from it."""

import django.db.models.deletion
import django.db.models.functions.datetime
from django.db import migrations, models

# What a second engine knows of a row; texts are shown from the row itself.
KNOWN = (
    "tenant_id",
    "object_key",
    "plugin",
    "kind",
    "visibility",
    "language",
    "title",
    "topics",
    "date",
    "visible_until",
    "vector",
)
OLD = ", ".join(f"OLD.{name}" for name in KNOWN)
NEW = ", ".join(f"NEW.{name}" for name in KNOWN)

FUNCTION = f"""
CREATE OR REPLACE FUNCTION search_note_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'UPDATE' AND ROW({OLD}) IS NOT DISTINCT FROM ROW({NEW}) THEN
    RETURN NULL;
  END IF;
  IF TG_OP <> 'INSERT' THEN
    INSERT INTO public.search_searchchange (tenant, object_key)
    SELECT uuid, OLD.object_key FROM public.tenancy_tenant WHERE id = OLD.tenant_id;
  END IF;
  IF TG_OP = 'INSERT' OR TG_OP = 'UPDATE'
     AND (OLD.tenant_id, OLD.object_key) <> (NEW.tenant_id, NEW.object_key) THEN
    INSERT INTO public.search_searchchange (tenant, object_key)
    SELECT uuid, NEW.object_key FROM public.tenancy_tenant WHERE id = NEW.tenant_id;
  END IF;
  RETURN NULL;
END $$
"""

TRIGGER = """
CREATE TRIGGER search_note_change AFTER INSERT OR UPDATE OR DELETE ON search_searchrow
FOR EACH ROW EXECUTE FUNCTION search_note_change()
"""


class Migration(migrations.Migration):
    dependencies = [
        ("search", "0001_initial"),
        ("tenancy", "0003_counter"),
    ]

    operations = [
        migrations.CreateModel(
            name='SearchCheck',
            fields=[
                ('tenant', models.OneToOneField(on_delete=django.db.models.deletion.CASCADE, primary_key=True, related_name='+', serialize=False, to='tenancy.tenant')),
                ('at', models.DateTimeField()),
                ('rows', models.PositiveIntegerField()),
                ('rows_mended', models.PositiveIntegerField(help_text='Rows that differed from the pages.')),
                ('index_mended', models.PositiveIntegerField(help_text='Documents that differed from the rows; None: there is no index.', null=True)),
            ],
        ),
        migrations.AddField(
            model_name='searchrow',
            name='analysis',
            field=models.CharField(blank=True, max_length=16),
        ),
        migrations.CreateModel(
            name='SearchBuild',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('index', models.CharField(max_length=200, unique=True)),
                ('fingerprint', models.CharField(max_length=16)),
                ('state', models.CharField(choices=[('building', 'building'), ('live', 'live'), ('old', 'old')], default='building', max_length=10)),
                ('started', models.DateTimeField(auto_now_add=True)),
                ('ended', models.DateTimeField(null=True)),
                ('last_row', models.BigIntegerField(default=0, help_text='The row up to which it is built.')),
                ('written', models.PositiveIntegerField(default=0)),
                ('total', models.PositiveIntegerField(default=0)),
            ],
            options={
                'constraints': [models.UniqueConstraint(condition=models.Q(('state', 'building')), fields=('state',), name='search_build_one_at_a_time')],
            },
        ),
        migrations.CreateModel(
            name='SearchChange',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('tenant', models.UUIDField()),
                ('object_key', models.CharField(max_length=200)),
                ('created', models.DateTimeField(db_default=django.db.models.functions.datetime.Now())),
                ('attempts', models.PositiveSmallIntegerField(db_default=0)),
                ('next_try', models.DateTimeField(db_default=django.db.models.functions.datetime.Now(), help_text='None: given up, waits for a person.', null=True)),
                ('error', models.TextField(blank=True, db_default='')),
            ],
            options={
                'indexes': [models.Index(fields=['next_try'], name='search_change_next_try'), models.Index(fields=['tenant', 'object_key'], name='search_change_object')],
            },
        ),
        migrations.RunSQL(
            "CREATE SEQUENCE search_version AS bigint", "DROP SEQUENCE search_version"
        ),
        migrations.RunSQL(FUNCTION, "DROP FUNCTION search_note_change()"),
        migrations.RunSQL(TRIGGER, "DROP TRIGGER search_note_change ON search_searchrow"),
    ]

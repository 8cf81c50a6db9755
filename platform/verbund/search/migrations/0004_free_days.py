"""Days on which something can be had; a second engine hears of them too."""

from importlib import import_module

import django.contrib.postgres.fields
from django.db import migrations, models

OLD = import_module("verbund.search.migrations.0002_changes").FUNCTION
NEW = OLD.replace("OLD.vector", "OLD.vector, OLD.free_days").replace(
    "NEW.vector", "NEW.vector, NEW.free_days"
)


class Migration(migrations.Migration):
    dependencies = [
        ("search", "0003_processes"),
    ]

    operations = [
        migrations.AddField(
            model_name='searchrow',
            name='free_days',
            field=django.contrib.postgres.fields.ArrayField(base_field=models.DateField(), blank=True, default=list, size=None),
        ),
        migrations.RunSQL(NEW, OLD),
    ]

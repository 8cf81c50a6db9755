"""Demo content, and its removal."""

from datetime import datetime
from pathlib import Path

from dummy_plugin.models import Kind
from verbund.plugin import DemoContent, Tenant

NAME = "Demo"


def load(tenant: Tenant, folder: Path, now: datetime) -> None:
    Kind.objects.get_or_create(name=NAME)


def unload(tenant: Tenant) -> None:
    Kind.objects.filter(name=NAME).delete()


demo_content = (DemoContent("kinds", load, unload),)

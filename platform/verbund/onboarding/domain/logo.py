"""The association's logo: a file of its own library, named in its brand."""

from pathlib import Path

from django.core.files import File
from django.core.files.storage import default_storage

from verbund.tenancy.models import Tenant


def keep_logo(tenant: Tenant, path: Path | None) -> None:
    """Copies the recipe's file; its address stands in the tenant's brand. Runs inside it."""
    if path is None:
        return
    with path.open("rb") as handle:
        name = default_storage.save(f"images/logo{path.suffix.lower()}", File(handle))
    tenant.brand = {**tenant.brand, "logo": default_storage.url(name)}
    tenant.save(update_fields=["brand"])

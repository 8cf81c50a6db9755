"""Loads the recipes in tenants/ with their demo content, and takes the content away again."""

import os
import tomllib
from collections.abc import Callable
from concurrent.futures import ProcessPoolExecutor, as_completed
from multiprocessing import get_context
from pathlib import Path

import django
from django.conf import settings
from django.db.transaction import atomic
from django.utils import timezone, translation

from verbund.onboarding.domain.onboard import onboard
from verbund.onboarding.domain.recipes import load_recipe
from verbund.plugin.gate import active
from verbund.tenancy.context import tenant_context
from verbund.tenancy.enums import TenantKind, TenantStatus
from verbund.tenancy.models import Tenant

ORDER = [TenantKind.NETWORK, TenantKind.CITY, TenantKind.OPERATOR]


def demo_recipes() -> list[Path]:
    """Tenant files of the demo: every folder but those that begin with an underscore."""
    files = sorted(Path(settings.TENANTS_DIR).glob("*/tenant.toml"))
    return [file for file in files if not file.parent.name.startswith("_")]


def load_demo(progress: Callable[[str], None]) -> list[Tenant]:
    """Onboards what is missing, then fills all sites, two at a time; what is there stays."""
    loaded = []
    for file in sorted(demo_recipes(), key=lambda file: ORDER.index(kind_of(file))):
        recipe = load_recipe(file)
        progress(recipe.name)
        done = onboard(recipe, status=TenantStatus.READY, demo=True, invite=False)
        if not done.tenant.is_demo:  # loaded again after it was unloaded
            done.tenant.is_demo = True
            done.tenant.save(update_fields=["is_demo"])
        loaded.append((done.tenant, file.parent))
    _fill_all(loaded, progress)
    return [tenant for tenant, _folder in loaded]


def _fill_all(sites: list[tuple[Tenant, Path]], progress: Callable[[str], None]) -> None:
    # Sites share nothing but the search's table: processes of their own use all cores.
    spawn = get_context("spawn")
    with ProcessPoolExecutor(os.cpu_count(), mp_context=spawn, initializer=django.setup) as pool:
        running = {
            pool.submit(fill_by_uuid, str(tenant.uuid), folder): tenant for tenant, folder in sites
        }
        for done in as_completed(running):
            done.result()
            progress(f"{running[done].name}: filled")


def fill_by_uuid(uuid: str, folder: Path) -> None:
    """As fill, in a process of its own."""
    fill(Tenant.objects.get(uuid=uuid), folder)


def kind_of(file: Path) -> TenantKind:
    """The kind alone: networks have to be there before their members are read."""
    return TenantKind(tomllib.loads(file.read_text(encoding="utf-8"))["kind"])


def fill(tenant: Tenant, folder: Path) -> None:
    """Runs each contribution's loader inside the tenant, in a transaction of its own."""
    now = timezone.localtime()
    with tenant_context(tenant), translation.override("de"):
        for content in active("demo_content", tenant):
            with atomic():
                content.load(tenant, folder, now)


def unload_demo(progress: Callable[[str], None]) -> list[Tenant]:
    """Removes demo content from tenants that are marked as demo; the tenants stay."""
    emptied = list(Tenant.objects.filter(is_demo=True))
    for tenant in emptied:
        with tenant_context(tenant), translation.override("de"):
            for content in reversed(active("demo_content", tenant)):
                progress(f"{tenant.name}: {content.name}")
                with atomic():
                    content.unload(tenant)
        tenant.is_demo = False
        tenant.save(update_fields=["is_demo"])
    return emptied

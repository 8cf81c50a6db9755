"""A site's end: announced by its typed name, waited for, then nothing is left but the proof."""

import json
from datetime import timedelta
from io import StringIO
from pathlib import Path

import pytest
from django.core.cache import cache
from django.core.exceptions import ValidationError
from django.core.management import CommandError, call_command
from django.db import connection
from django.test import Client
from django.utils import timezone, translation
from django_tenants.utils import schema_exists

from tests.archives.helpers import ELSEWHERE, ONLY_HERE, fill, media_of, tables_of
from verbund.archives.domain.deleting import (
    WAITING,
    delete_due,
    delete_tenant,
    keep_site,
    plan_deletion,
)
from verbund.archives.domain.exporting import export_tenant
from verbund.archives.domain.restoring import restore_tenant
from verbund.archives.models import ArchiveKind, ArchiveRecord, PlannedDeletion
from verbund.plugin.jobs import enqueue, run_shared
from verbund.search.models import SearchRow
from verbund.tenancy.context import tenant_context
from verbund.tenancy.enums import TenantKind
from verbund.tenancy.models import OperatorAct, SchemaState, Tenant
from verbund.tenancy.storage import TenantStorage


def jobs_of(tenant: Tenant) -> int:
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT count(*) FROM public.procrastinate_jobs WHERE args->>'tenant' = %s",
            [str(tenant.uuid)],
        )
        row = cursor.fetchone()
    assert row is not None
    return int(row[0])


def test_a_planned_end_closes_the_site_and_can_be_taken_back(dortmund: Tenant) -> None:
    before = timezone.now()

    change = plan_deletion(dortmund, "Dortmund")

    planned = PlannedDeletion.objects.get()
    assert before + WAITING <= planned.due <= timezone.now() + WAITING
    assert change.before == {"due": None}
    assert Client(SERVER_NAME="dortmund.test").get("/").status_code == 503
    assert delete_due() == []

    keep_site(dortmund)

    assert not PlannedDeletion.objects.exists()
    assert Client(SERVER_NAME="dortmund.test").get("/").status_code == 200
    assert list(OperatorAct.objects.order_by("pk").values_list("action", flat=True)) == [
        "delete", "keep",
    ]  # fmt: skip


def test_planned_twice_the_day_stays(dortmund: Tenant) -> None:
    plan_deletion(dortmund, "Dortmund")
    PlannedDeletion.objects.update(due=timezone.now() + timedelta(days=3))

    change = plan_deletion(dortmund, "Dortmund")

    assert not change
    assert PlannedDeletion.objects.get().status_before == "ready"


@pytest.mark.parametrize("typed", ["", "dortmund", "Düsseldorf"])
def test_another_name_deletes_nothing(dortmund: Tenant, typed: str) -> None:
    with translation.override("en"), pytest.raises(ValidationError) as caught:
        plan_deletion(dortmund, typed)

    assert caught.value.messages == ["Type the name of the site as it is written: “Dortmund”."]
    assert not PlannedDeletion.objects.exists()


def test_what_was_open_is_not_deleted_at_once_nor_the_console_at_all(dortmund: Tenant) -> None:
    with pytest.raises(CommandError, match="Only a site in preparation"):
        run("dortmund", "--name", "Dortmund", "--at-once")
    Tenant.objects.filter(pk=dortmund.pk).update(kind=TenantKind.OPERATOR)
    with pytest.raises(CommandError, match="never deleted"):
        run("dortmund", "--name", "Dortmund")
    assert not PlannedDeletion.objects.exists()


def test_a_dry_run_says_when_and_changes_nothing(dortmund: Tenant) -> None:
    said = json.loads(run("dortmund", "--name", "Dortmund", "--dry-run", "--json"))

    assert (said["action"], said["changed"]) == ("delete", True)
    assert not PlannedDeletion.objects.exists()


def test_when_the_day_has_come_nothing_is_left_but_the_proof(
    own_database: str, tmp_path: Path, settings
) -> None:
    settings.MEDIA_ROOT = tmp_path / "media"
    here, there = (Tenant.objects.get(schema_name=name) for name in ("dortmund", "duesseldorf"))
    fill(here, ONLY_HERE)
    fill(there, ELSEWHERE)
    with tenant_context(here):
        cache.set("alt", "von früher")
        enqueue("mailing.deliver")
    others, pictures, rows = tables_of("duesseldorf"), media_of(there), SearchRow.objects.count()
    export_tenant(here, tmp_path / "d.tar.gz")
    theirs = SearchRow.objects.filter(tenant=here).count()
    plan_deletion(here, "Dortmund")
    PlannedDeletion.objects.update(due=timezone.now() - timedelta(seconds=1))

    run_shared("archives.delete_due")

    assert not schema_exists("dortmund")
    assert not Tenant.objects.filter(uuid=here.uuid).exists()
    assert SearchRow.objects.count() == rows - theirs
    assert (jobs_of(here), SchemaState.objects.filter(schema_name="dortmund").count()) == (0, 0)
    assert list(TenantStorage(here.uuid).all_files()) == []
    assert Client(SERVER_NAME="dortmund.test").get("/").status_code == 404
    proof = ArchiveRecord.objects.get(kind=ArchiveKind.DELETION)
    assert (proof.tenant, proof.name) == (here.uuid, "Dortmund")
    assert proof.details["domains"] == ["dortmund.test", "verband-dortmund.test"]
    assert proof.details["rows"] > 100
    assert proof.details["uploads_removed"] is True
    # The other city has lost nothing.
    assert tables_of("duesseldorf") == others
    assert media_of(there) == pictures

    again = restore_tenant(tmp_path / "d.tar.gz").tenant

    with tenant_context(again):
        assert cache.get("alt") is None


def test_uploads_that_stayed_go_the_next_night(
    own_database: str, tmp_path: Path, settings, monkeypatch: pytest.MonkeyPatch
) -> None:
    settings.MEDIA_ROOT = tmp_path / "media"
    here = Tenant.objects.get(schema_name="dortmund")
    fill(here, ONLY_HERE)

    def fails(storage: TenantStorage) -> None:
        raise OSError("The disk is away.")

    with monkeypatch.context() as away:
        away.setattr(TenantStorage, "remove_all", fails)
        with pytest.raises(OSError, match="The disk is away"):
            delete_tenant(here)
    assert list(TenantStorage(here.uuid).all_files()) != []

    delete_due()

    assert list(TenantStorage(here.uuid).all_files()) == []


def run(*arguments: str) -> str:
    output = StringIO()
    call_command("tenants", "delete", *arguments, stdout=output)
    return output.getvalue()

"""A site comes back from its file, equal table by table, whole or not at all."""

from pathlib import Path

import pytest
from allauth.mfa.models import Authenticator
from django.core.mail import EmailMessage
from django.db.transaction import atomic
from django.test import Client
from django.utils import translation
from django_tenants.utils import schema_exists
from wagtail.models import Site

from tests.archives.helpers import (
    ELSEWHERE,
    ONLY_HERE,
    change_manifest,
    fill,
    kept_tables_of,
    media_of,
    members_of,
    tables_of,
    write_members,
)
from verbund.accounts.login.secrets import cipher
from verbund.accounts.models import User
from verbund.api.models import ApiKey
from verbund.archives.domain import restoring
from verbund.archives.domain.checking import ArchiveProblems, check_archive
from verbund.archives.domain.exporting import export_tenant
from verbund.archives.domain.restoring import restore_tenant
from verbund.archives.left_out import LEFT_OUT
from verbund.archives.models import ArchiveKind, ArchiveRecord
from verbund.mailing.domain.delivery import keep
from verbund.mailing.models import OutgoingMail
from verbund.pages.models import HomePage, StandardPage
from verbund.search.domain.rebuilding import drift_of, rebuild_tenant
from verbund.search.models import SearchRow
from verbund.tenancy.context import tenant_context
from verbund.tenancy.domain.provisioning import ProvisioningFailed
from verbund.tenancy.domain.schemas import drop_schema
from verbund.tenancy.models import Tenant
from verbund.tenancy.storage import TenantStorage

# What a copy under another name has of its own: its host, and what was bound to the old one.
ITS_OWN = {"wagtailcore_site", "mailing_outgoingmail", "mfa_authenticator", "apikeys_apikey"}


@pytest.fixture
def file(own_database: str, tmp_path: Path, settings) -> Path:
    """Dortmund in a file, beside a Düsseldorf that is there all the time."""
    settings.MEDIA_ROOT = tmp_path / "media"
    here, there = (Tenant.objects.get(schema_name=name) for name in ("dortmund", "duesseldorf"))
    fill(here, ONLY_HERE)
    fill(there, ELSEWHERE)
    with tenant_context(here), atomic():
        user = User.objects.order_by("pk").first()
        secret = cipher().encrypt(b"GEHEIM").decode()
        Authenticator.objects.create(user=user, type="totp", data={"secret": secret})
        Authenticator.objects.create(user=user, type="webauthn", data={"name": "Handy"})
        ApiKey.objects.create(
            name="Programm", prefix="abcdefgh", digest="0" * 64, expires=here.created
        )
        keep(EmailMessage("Post", "Text", to=["frau@verein.example"]))
    rebuild_tenant(here)
    path = tmp_path / "dortmund.tar.gz"
    export_tenant(here, path)
    return path


def remove(schema: str) -> Tenant:
    """As after a disaster: nothing is left of a site."""
    tenant = Tenant.objects.get(schema_name=schema)
    drop_schema(schema)
    TenantStorage(tenant.uuid).remove_all()
    tenant.delete()
    return tenant


def test_the_same_site_comes_back_equal(file: Path) -> None:
    here = Tenant.objects.get(schema_name="dortmund")
    tables, media, rows = kept_tables_of("dortmund"), media_of(here), row_keys(here)
    others = tables_of("duesseldorf")
    remove("dortmund")

    with translation.override("en"):
        done = restore_tenant(file)

    tenant = Tenant.objects.get(schema_name="dortmund")
    found = kept_tables_of("dortmund")
    # Mails that waited may have been sent since.
    assert b"From a backup" in found.pop("mailing_outgoingmail")
    tables.pop("mailing_outgoingmail")
    assert found == tables
    assert {name: tables_of("dortmund")[name].count(b"\n") for name in LEFT_OUT} == dict.fromkeys(
        LEFT_OUT, 1
    )
    assert media_of(tenant) == media
    assert (tenant.uuid, tenant.status) == (here.uuid, "ready")
    assert row_keys(tenant) == rows
    assert not drift_of(tenant)
    assert [one.domain for one in tenant.domains.all()] == [
        "dortmund.test",
        "verband-dortmund.test",
    ]
    assert [one.network.tenant.schema_name for one in tenant.memberships.all()] == ["netzwerk"]
    assert len(done.notes) == 1
    assert tables_of("duesseldorf") == others
    assert ONLY_HERE in Client(SERVER_NAME="dortmund.test").get("/gleich/").content.decode()
    with tenant_context(tenant), atomic():
        authenticator = Authenticator.objects.get(type="totp")
        assert cipher().decrypt(authenticator.data["secret"].encode()) == b"GEHEIM"
        # Keys go on after the last one that was given out.
        HomePage.objects.get(locale__language_code="de").add_child(
            instance=StandardPage(title="Neu", slug="neu")
        )


def test_a_copy_under_another_name_stands_beside_it(file: Path) -> None:
    here = Tenant.objects.get(schema_name="dortmund")
    before = tables_of("dortmund")

    done = restore_tenant(file, name="Dörtmund Zwei", domains=["zwei.test"])

    copy = Tenant.objects.get(schema_name="doertmund_zwei")
    assert copy.uuid != here.uuid
    assert (copy.name, copy.status) == ("Dörtmund Zwei", "draft")
    assert [one.domain for one in copy.domains.all()] == ["zwei.test"]
    found = kept_tables_of(copy.schema_name).items()
    assert {name for name, data in found if data != before[name]} == ITS_OWN
    assert media_of(copy) == media_of(here)
    assert row_keys(copy) == row_keys(here)
    assert tables_of("dortmund") == before
    with tenant_context(copy):
        # The key of this copy reads what the other one's had written; a passkey knows its host.
        (authenticator,) = Authenticator.objects.all()
        assert cipher().decrypt(authenticator.data["secret"].encode()) == b"GEHEIM"
        assert not ApiKey.objects.exists()
        assert not OutgoingMail.objects.exists()
        assert Site.objects.get().hostname == "zwei.test"
    assert len(done.notes) == 2
    record = ArchiveRecord.objects.get(kind=ArchiveKind.RESTORE)
    assert (record.tenant, record.schema_name) == (copy.uuid, "doertmund_zwei")


def test_with_another_secret_key_second_factors_are_set_up_anew(file: Path, settings) -> None:
    remove("dortmund")
    settings.SECRET_KEY = "another-key-of-another-server" * 3

    with translation.override("en"):
        done = restore_tenant(file)

    with tenant_context(done.tenant):
        assert not Authenticator.objects.filter(type="totp").exists()
        assert Authenticator.objects.filter(type="webauthn").exists()
    assert any("sets up a new one" in note for note in done.notes)


def test_a_step_that_fails_leaves_nothing(file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    here = remove("dortmund")

    def fails(*arguments: object) -> None:
        raise RuntimeError("The disk is full.")

    monkeypatch.setattr(restoring, "rebuild_tenant", fails)

    with pytest.raises(ProvisioningFailed, match=r"“search”: The disk is full\."):
        restore_tenant(file)

    assert not Tenant.objects.filter(uuid=here.uuid).exists()
    assert tables_of_missing("dortmund")
    assert list(TenantStorage(here.uuid).all_files()) == []


def test_what_can_not_be_read_back_says_why_and_changes_nothing(file: Path, tmp_path: Path) -> None:
    schemas = set(Tenant.objects.values_list("schema_name", flat=True))

    assert problems(file) == [
        "The site “Dortmund” is still here. Restore the file under another name, or delete the "
        "site first.",
        "The domain “dortmund.test” belongs to another site. Choose another.",
        "The domain “verband-dortmund.test” belongs to another site. Choose another.",
    ]
    assert problems(file, name="Zwei", schema="duesseldorf", domains=["duesseldorf.test"]) == [
        "The schema “duesseldorf” is taken. Choose another.",
        "The domain “duesseldorf.test” belongs to another site. Choose another.",
    ]
    assert problems(file, name="Zwei", schema="public", domains=["www.zwei.test", "*.test"]) == [
        "“public” is reserved, choose another.",
        "Leave out www. in “www.zwei.test”: visitors with www. are sent on.",
        "“*.test” is no domain name.",
    ]
    cut = tmp_path / "cut.tar.gz"
    cut.write_bytes(file.read_bytes()[:-2000])
    whole = "is no archive of Verbund, or its end is missing. Take another copy of the file."
    assert problems(cut) == [f"“cut.tar.gz” {whole}"]
    cut.write_bytes(b"no archive at all")
    assert problems(cut) == [f"“cut.tar.gz” {whole}"]
    members = members_of(file)
    changed = members | {"schema/accounts_user.csv": b"id\n1\n"}
    write_members(cut, changed)
    assert problems(cut, name="Zwei") == [
        "The part “schema/accounts_user.csv” is not what was written. "
        "Take another copy of the file."
    ]
    write_members(cut, {"../../etc/passwd": b"x", **members})
    assert problems(cut, name="Zwei") == [f"“cut.tar.gz” {whole}"]
    write_members(cut, members)
    change_manifest(cut, format=99, verbund="9.9")
    assert problems(cut, name="Zwei") == [
        "“cut.tar.gz” was written by a newer Verbund (9.9). Update this one first."
    ]
    write_members(cut, members)
    change_manifest(cut, migrations=[["accounts", "9999_of_tomorrow"], ["weather", "0001_initial"]])
    assert problems(cut, name="Zwei") == [
        "The file needs what this installation does not have: accounts.9999_of_tomorrow, "
        "weather.0001_initial. Update it, or install the missing plugin."
    ]
    assert set(Tenant.objects.values_list("schema_name", flat=True)) == schemas


def problems(path: Path, **names: object) -> list[str]:
    with translation.override("en"), pytest.raises(ArchiveProblems) as caught:
        check_archive(path, **names)  # type: ignore[arg-type]  # as the tests above name them
    return caught.value.problems


def row_keys(tenant: Tenant) -> list[str]:
    return list(
        SearchRow.objects.filter(tenant=tenant)
        .order_by("object_key")
        .values_list("object_key", flat=True)
    )


def tables_of_missing(schema: str) -> bool:
    return not schema_exists(schema)

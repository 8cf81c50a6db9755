"""Uploads in S3: kept, served and sized as in a folder, each city's apart, over real sockets."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from django.core.exceptions import ImproperlyConfigured
from django.core.files.base import ContentFile
from django.core.files.storage import default_storage, storages
from django.utils.module_loading import import_string

from tests.archives.helpers import ELSEWHERE, ONLY_HERE, fill, media_of
from tests.isolation.helpers import browser, document_in, image_in
from tests.services.s3 import s3_server
from verbund.archives.domain.exporting import export_tenant
from verbund.archives.domain.restoring import restore_tenant
from verbund.media.models import Image
from verbund.media.renditions import make_renditions
from verbund.settings.media import bucket_from_url
from verbund.tenancy.bucket import BucketStorage
from verbund.tenancy.context import NoTenant, tenant_context
from verbund.tenancy.models import Tenant
from verbund.tenancy.storage import storage_of


@pytest.fixture(scope="module")
def server() -> Iterator[str]:
    with s3_server() as address:
        yield address


@pytest.fixture
def bucket(server: str, settings, tmp_path: Path) -> Iterator[Any]:
    """An empty bucket that all uploads of this test go to; a folder would stay empty."""
    host = server.removeprefix("http://")
    settings.MEDIA_ROOT = tmp_path / "media"
    settings.VERBUND_MEDIA_BUCKET = bucket_from_url(
        f"s3://key:secret@{host}/media?tls=0&region=x-1"
    )
    settings.STORAGES = {
        **settings.STORAGES, "default": {"BACKEND": "verbund.tenancy.bucket.BucketStorage"},
    }  # fmt: skip
    made = BucketStorage("nobody").connection.create_bucket(
        Bucket="media", CreateBucketConfiguration={"LocationConstraint": "x-1"}
    )
    yield made
    assert not (tmp_path / "media").exists()
    made.objects.all().delete()
    made.delete()


def keys(bucket: Any) -> list[str]:
    return sorted(one.key for one in bucket.objects.all())


def test_each_city_has_its_own_below_its_uuid(
    bucket: Any, dortmund: Tenant, duesseldorf: Tenant
) -> None:
    for tenant, text in ((dortmund, b"A"), (duesseldorf, b"B")):
        with tenant_context(tenant):
            assert default_storage.save("original_images/gleich.txt", ContentFile(text)) == (
                "original_images/gleich.txt"
            )

    assert keys(bucket) == sorted(
        f"{tenant.uuid}/original_images/gleich.txt" for tenant in (dortmund, duesseldorf)
    )
    assert media_of(dortmund) == {"original_images/gleich.txt": b"A"}
    with tenant_context(dortmund):
        default_storage.delete("original_images/gleich.txt")
        with pytest.raises(ValueError, match="outside of the base path"):
            default_storage.open(f"../{duesseldorf.uuid}/original_images/gleich.txt")
    assert media_of(duesseldorf) == {"original_images/gleich.txt": b"B"}
    with pytest.raises(NoTenant):
        default_storage.exists("original_images/gleich.txt")


def test_a_picture_is_sized_and_served_at_its_own_host_alone(
    bucket: Any, dortmund: Tenant, duesseldorf: Tenant
) -> None:
    image = image_in(dortmund, "Nur hier")
    with tenant_context(dortmund):
        make_renditions(image.pk)
        address = Image.objects.get(pk=image.pk).get_rendition("width-50").url

    here, there = browser(dortmund).get(address), browser(duesseldorf).get(address)

    assert address.startswith("/media/images/")
    assert (here.status_code, here["Content-Type"]) == (200, "image/webp")
    assert int(here["Content-Length"]) == len(b"".join(here))
    assert there.status_code == 404
    assert browser(dortmund).get(f"/media/{image.file.name}").status_code == 404
    climbing = f"/media/images/../../{dortmund.uuid}/{image.file.name}"
    assert browser(duesseldorf).get(climbing).status_code in {400, 404}


def test_a_document_passes_through_django(bucket: Any, dortmund: Tenant) -> None:
    document = document_in(dortmund, "Satzung")
    with tenant_context(dortmund):
        address = document.url

    response = browser(dortmund).get(address)

    assert (response.status_code, b"".join(response)) == (200, b"Satzung")
    assert "s3" not in address


def test_a_storage_taken_apart_stays_with_its_tenant(
    bucket: Any, dortmund: Tenant, duesseldorf: Tenant
) -> None:
    with tenant_context(dortmund):
        storages["default"].save("bleibt.txt", ContentFile(b"A"))
        path, arguments, keywords = BucketStorage().deconstruct()
    with tenant_context(duesseldorf):
        import_string(path)(*arguments, **keywords).delete("bleibt.txt")

    assert keys(bucket) == []


def test_a_site_moves_out_of_the_bucket_and_back(
    own_database: str, bucket: Any, tmp_path: Path
) -> None:
    here, there = (Tenant.objects.get(schema_name=name) for name in ("dortmund", "duesseldorf"))
    fill(here, ONLY_HERE)
    fill(there, ELSEWHERE)
    others = media_of(there)

    export_tenant(here, tmp_path / "d.tar.gz")
    copy = restore_tenant(tmp_path / "d.tar.gz", name="Zwei", domains=["zwei.test"]).tenant

    assert media_of(copy) == media_of(here) != {}
    storage_of(copy.uuid).remove_all()
    assert media_of(copy) == {}
    assert media_of(there) == others


@pytest.mark.parametrize(
    "url",
    [
        "http://name:hush@host/bucket",
        "s3://name:hush@host",
        "s3://name:hush@host/bucket/folder",
        "s3://name:hush@host/bucket?colour=red",
    ],
)
def test_an_address_that_is_none_is_refused_without_its_secret(url: str) -> None:
    with pytest.raises(ImproperlyConfigured, match="MEDIA_STORAGE_URL") as caught:
        bucket_from_url(url)

    assert "hush" not in str(caught.value)


def test_an_address_says_all_that_is_needed() -> None:
    assert bucket_from_url("s3://k:a%2Fb@s3.example:9000/media?region=eu-1") == {
        "access_key": "k",
        "secret_key": "a/b",
        "endpoint_url": "https://s3.example:9000",
        "bucket_name": "media",
        "region_name": "eu-1",
        "addressing_style": "path",
    }

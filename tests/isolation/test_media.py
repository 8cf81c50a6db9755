"""Files of a city: at its own host, and safe from another's clean-up."""

from pathlib import Path

import pytest
from django.core.files.base import ContentFile
from django.core.files.storage import default_storage
from django.urls import reverse
from django.utils.module_loading import import_string

from tests.isolation.helpers import browser, document_in, image_in
from verbund.tenancy.context import NoTenant, tenant_context
from verbund.tenancy.models import Tenant
from verbund.tenancy.storage import TenantStorage


def test_the_same_name_is_two_files(dortmund: Tenant, duesseldorf: Tenant) -> None:
    paths = []
    for tenant in (dortmund, duesseldorf):
        with tenant_context(tenant):
            paths.append(Path(default_storage.path("gleich.txt")))

    assert paths[0] != paths[1]
    assert [path.parent.name for path in paths] == [str(dortmund.uuid), str(duesseldorf.uuid)]


def test_without_a_tenant_no_file_is_touched(dortmund: Tenant) -> None:
    with pytest.raises(NoTenant):
        default_storage.path("gleich.txt")


def test_a_storage_taken_apart_stays_with_its_tenant(dortmund: Tenant, duesseldorf: Tenant) -> None:
    """Wagtail deletes files after the commit by a storage built anew. Mend: deconstruct()."""
    with tenant_context(dortmund):
        TenantStorage().save("bleibt.txt", ContentFile(b"Dortmund"))
        path, arguments, keywords = TenantStorage().deconstruct()
    with tenant_context(duesseldorf):
        TenantStorage().save("bleibt.txt", ContentFile(b"D"))
        import_string(path)(*arguments, **keywords).delete("bleibt.txt")

        assert TenantStorage().exists("bleibt.txt")
    with tenant_context(dortmund):
        assert not TenantStorage().exists("bleibt.txt")


def test_deleting_a_picture_spares_the_other_citys(own_database: str) -> None:
    """The file goes on commit, whatever tenant is current then. Mend: deconstruct()."""
    dortmund, duesseldorf = (
        Tenant.objects.get(schema_name=name) for name in ("dortmund", "duesseldorf")
    )
    first, second = image_in(dortmund, "A"), image_in(duesseldorf, "B")
    assert first.file.name == second.file.name

    with tenant_context(dortmund):
        first.delete()

        assert not default_storage.exists(str(first.file.name))
    with tenant_context(duesseldorf):
        assert default_storage.exists(str(second.file.name))


def test_a_picture_is_served_at_its_own_host_alone(dortmund: Tenant, duesseldorf: Tenant) -> None:
    with tenant_context(dortmund):
        path = image_in(dortmund, "Nur hier").get_rendition("width-50").url

    here, there = browser(dortmund).get(path), browser(duesseldorf).get(path)

    assert here.status_code == 200
    here.close()
    assert there.status_code == 404


def test_no_path_climbs_into_another_citys_folder(dortmund: Tenant, duesseldorf: Tenant) -> None:
    image = image_in(dortmund, "Nur hier")
    climbing = f"/media/images/../../{dortmund.uuid}/{image.file.name}"

    assert browser(duesseldorf).get(climbing).status_code in {400, 404}


def test_a_document_of_the_same_key_is_the_citys_own(dortmund: Tenant, duesseldorf: Tenant) -> None:
    for tenant in (dortmund, duesseldorf):
        document_in(tenant, f"Text aus {tenant.name}")
    with tenant_context(duesseldorf):
        from verbund.media.models import Document

        path = Document.objects.get().url

    response = browser(duesseldorf).get(path)

    assert b"".join(response) == "Text aus Düsseldorf".encode()


def test_a_document_that_only_another_city_has_is_not_there(
    dortmund: Tenant, duesseldorf: Tenant
) -> None:
    document = document_in(dortmund, "Nur in Dortmund")
    path = reverse("wagtaildocs_serve", args=[document.pk, document.filename])

    assert browser(duesseldorf).get(path).status_code == 404


def test_documents_are_not_served_as_pictures(dortmund: Tenant) -> None:
    """A private collection would be open. Mend: only the folders of pictures are served."""
    document = document_in(dortmund, "Vertraulich")

    assert browser(dortmund).get(f"/media/{document.file.name}").status_code == 404

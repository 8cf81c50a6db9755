"""A site with a limit takes no more than that; a site without one, and the next city, go on."""

from collections.abc import Callable

import pytest
from django.core.exceptions import ValidationError
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from verbund.accounts.models import User
from verbund.media.models import Document
from verbund.media.room import check_room, uploads_size
from verbund.tenancy.context import tenant_context
from verbund.tenancy.domain.life import set_quota
from verbund.tenancy.models import Tenant

PAGE = SimpleUploadedFile("neu.txt", b"x" * 60)


def test_what_fits_is_taken_and_what_does_not_is_told(
    dortmund: Tenant, duesseldorf: Tenant
) -> None:
    set_quota(dortmund, 100)
    with tenant_context(dortmund):
        check_room(PAGE)
        Document.objects.create(title="Alt", file_size=50)
        assert uploads_size() == 50
        with pytest.raises(ValidationError, match="100"):
            check_room(PAGE)
    with tenant_context(duesseldorf):
        assert uploads_size() == 0
        check_room(PAGE)


def test_the_form_of_an_upload_says_it(
    dortmund: Tenant, client_for: Callable[..., Client], staff: Callable[[Tenant, str], User]
) -> None:
    set_quota(dortmund, 1)
    client = client_for(dortmund, staff(dortmund, "Redaktion"))
    data = {"title": "Neu", "file": SimpleUploadedFile("neu.pdf", b"%PDF-1.4 x")}

    page = client.post("/admin/documents/add/", data).content.decode()

    assert "Der Platz des Auftritts für Uploads" in page

"""No address leads from the pictures up to a file that is served otherwise, or to nobody."""

import pytest
from django.core.files.base import ContentFile

from tests.pages.making import picture
from verbund.media.models import Document
from verbund.tenancy.context import tenant_context


@pytest.mark.parametrize("way", ["images/../", "images/%2e%2e/", "images/./../", "images/x/../../"])
def test_a_document_is_not_reached_through_the_pictures(dortmund, client_for, way) -> None:
    with tenant_context(dortmund):
        document = Document.objects.create(
            title="Vertraulich", file=ContentFile(b"%PDF-1.7", "vertraulich.pdf")
        )

    response = client_for(dortmund).get(f"/media/{way}{document.file.name}")

    assert response.status_code == 404


def test_an_original_is_not_reached_through_its_sizes(dortmund, client_for) -> None:
    with tenant_context(dortmund):
        name = picture().file.name

    assert client_for(dortmund).get(f"/media/images/../{name}").status_code == 404


def test_another_city_is_not_reached_by_a_way_up(dortmund, duesseldorf, client_for) -> None:
    with tenant_context(duesseldorf):
        name = picture().get_rendition("width-100").file.name

    address = f"/media/images/../../{duesseldorf.uuid}/{name}"

    assert client_for(dortmund).get(address).status_code == 404

"""Sizes of pictures: made in the background, on the fly until then, served to everybody."""

from io import BytesIO
from typing import Any

from django.core.files.images import ImageFile
from PIL import Image as Pillow
from procrastinate.contrib.django.models import ProcrastinateJob

from tests.queries import counted_queries
from verbund.media.models import Image
from verbund.media.renditions import SHARING_SPEC, make_renditions, prefetch_renditions
from verbund.plugin.jobs import run_job
from verbund.tenancy.context import tenant_context
from verbund.theming.pictures import all_specs, filter_specs


def picture(name: str = "baum.png") -> Image:
    data = BytesIO()
    Pillow.new("RGB", (1500, 1000), "teal").save(data, "PNG")
    data.seek(0)
    return Image.objects.create(title=name, description="Ein Baum", file=ImageFile(data, name))


def test_a_new_picture_gets_a_job_of_its_city(in_dortmund) -> None:
    image = picture()

    job = ProcrastinateJob.objects.latest("id")
    assert job.args == {
        "tenant": str(in_dortmund.uuid),
        "name": "media.renditions",
        "arguments": {"image": image.pk},
    }


def test_the_job_makes_every_size(dortmund) -> None:
    with tenant_context(dortmund):
        image = picture()

    assert run_job(str(dortmund.uuid), "media.renditions", {"image": image.pk}) is True
    with tenant_context(dortmund):
        made = set(image.renditions.values_list("filter_spec", flat=True))
    assert made == {*all_specs(), SHARING_SPEC}


def test_a_picture_that_is_gone_needs_none(in_dortmund) -> None:
    make_renditions(0)

    assert Image.objects.count() == 0


def test_renditions_of_a_list_are_read_at_once(in_dortmund) -> None:
    for name in ("a.png", "b.png", "c.png"):
        picture(name).get_renditions(*filter_specs("card"))
    images = list(Image.objects.all())

    with counted_queries() as queries:
        prefetch_renditions(images, "card")
        for image in images:
            image.get_renditions(*filter_specs("card"))

    assert len(queries) == 1, queries


def test_a_size_has_an_absolute_address_of_its_city(in_dortmund) -> None:
    rendition = picture().get_rendition(SHARING_SPEC)

    assert rendition.full_url.startswith("http://dortmund.test/media/images/baum")


def test_sizes_are_for_everybody_and_for_long(dortmund, client_for) -> None:
    with tenant_context(dortmund):
        url = picture().get_rendition("width-400|format-webp").url

    response = client_for(dortmund).get(url)

    assert response.status_code == 200
    assert response.headers["Content-Type"] == "image/webp"
    assert response.headers["Cache-Control"] == "public, max-age=31536000, immutable"
    assert b"".join(response.streaming_content)[:4] == b"RIFF"


def test_another_city_has_them_not(dortmund, duesseldorf, client_for) -> None:
    with tenant_context(dortmund):
        url = picture().get_rendition("width-400|format-webp").url

    assert client_for(duesseldorf).get(url).status_code == 404


def test_the_uploaded_file_is_for_staff_alone(dortmund, client_for, staff) -> None:
    with tenant_context(dortmund):
        file: Any = picture().file
        url = file.url

    visitor = client_for(dortmund).get(url)
    editor = client_for(dortmund, staff(dortmund, "Redaktion")).get(url)

    assert visitor.status_code == 404
    assert editor.status_code == 200
    assert editor.headers["Cache-Control"] == "private, no-store"
    editor.close()

"""What a camera writes into a picture is taken out before it is kept."""

from io import BytesIO

import pytest
from django.core.files.images import ImageFile
from django.core.files.uploadedfile import SimpleUploadedFile
from PIL import ExifTags
from PIL import Image as Pillow
from wagtail.images.forms import get_image_form

from verbund.media.metadata import without_metadata
from verbund.media.models import Image

GPS = {ExifTags.GPS.GPSLatitude: (51.0, 30.0, 0.0), ExifTags.GPS.GPSLatitudeRef: "N"}


def photo(kind: str = "JPEG", turned: int = 1, size: tuple[int, int] = (80, 40)) -> BytesIO:
    """A picture as a telephone makes it: place, camera and which way is up."""
    exif = Pillow.Exif()
    exif[ExifTags.Base.Orientation] = turned
    exif[ExifTags.Base.Make] = "Kamera"
    exif[ExifTags.IFD.GPSInfo] = GPS
    data = BytesIO()
    Pillow.new("RGB", size, "teal").save(data, kind, exif=exif, quality=90)
    data.seek(0)
    return data


@pytest.mark.parametrize("kind", ["JPEG", "PNG", "WEBP"])
def test_place_and_camera_are_gone(kind: str) -> None:
    bare = without_metadata(photo(kind))

    assert bare is not None
    with Pillow.open(bare) as picture:
        assert dict(picture.getexif()) == {}
        assert "exif" not in picture.info
        assert picture.format == kind


def test_a_picture_stands_upright_without_its_camera() -> None:
    bare = without_metadata(photo(turned=6, size=(80, 40)))

    assert bare is not None
    with Pillow.open(bare) as picture:
        assert picture.size == (40, 80)


def test_a_picture_that_tells_nothing_stays_as_it_is() -> None:
    data = BytesIO()
    Pillow.new("RGB", (20, 20), "teal").save(data, "PNG")

    assert without_metadata(data) is None


def test_a_file_that_is_no_picture_is_left_to_the_form() -> None:
    assert without_metadata(BytesIO(b"no picture")) is None


def test_an_upload_is_kept_without_them(in_dortmund) -> None:
    image = Image(title="Hof", file=ImageFile(photo(turned=6), "hof.jpg"))
    image.save()

    with image.file.open("rb") as kept, Pillow.open(kept) as picture:
        assert dict(picture.getexif()) == {}
        assert picture.size == (image.width, image.height) == (40, 80)
    assert image.file_size == image.file.size


def test_a_drawing_that_may_hold_scripts_is_refused(in_dortmund) -> None:
    svg = b'<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>'
    upload = SimpleUploadedFile("boese.svg", svg, content_type="image/svg+xml")

    form = get_image_form(Image)({"title": "Böse"}, {"file": upload})

    assert form.is_valid() is False
    assert "file" in form.errors


def test_a_picture_that_moves_keeps_moving() -> None:
    frames = [Pillow.new("RGB", (20, 20), colour) for colour in ("teal", "orange")]
    data = BytesIO()
    exif = Pillow.Exif()
    exif[ExifTags.Base.Make] = "Kamera"
    frames[0].save(data, "WEBP", save_all=True, append_images=frames[1:], exif=exif)

    assert without_metadata(data) is None

"""What a camera writes into a picture is taken out before it is kept."""

from io import BytesIO

import pytest
from django.core.files.images import ImageFile
from django.core.files.uploadedfile import SimpleUploadedFile
from hypothesis import given
from hypothesis import strategies as st
from PIL import ExifTags, ImageCms, PngImagePlugin
from PIL import Image as Pillow
from wagtail.images.forms import get_image_form

from verbund.media.metadata import without_metadata
from verbund.media.models import Image
from verbund.media.parts import PNG_HEAD, READERS, only_draws

HEADS = {"JPEG": b"\xff\xd8", "PNG": PNG_HEAD, "WEBP": b"RIFF\x40\0\0\0WEBP", "GIF": b"GIF89a"}
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


@pytest.mark.parametrize("kind", ["WEBP", "PNG"])
def test_a_picture_that_moves_keeps_moving_without_its_camera(kind: str) -> None:
    frames = [Pillow.new("RGB", (20, 20), colour) for colour in ("teal", "orange", "teal")]
    data = BytesIO()
    exif = Pillow.Exif()
    exif[ExifTags.Base.Make] = "Kamera"
    frames[0].save(data, kind, save_all=True, append_images=frames[1:], duration=70, exif=exif)

    bare = without_metadata(data)

    assert bare is not None
    assert b"Kamera" not in bare.read()
    with Pillow.open(bare) as picture:
        assert getattr(picture, "n_frames", 1) == 3
        picture.seek(1)
        picture.load()
        assert picture.info["duration"] == 70


def test_a_gif_loses_its_comment_and_keeps_moving() -> None:
    frames = [Pillow.new("RGB", (20, 20), colour) for colour in ("teal", "orange")]
    data = BytesIO()
    frames[0].save(data, "GIF", save_all=True, append_images=frames[1:], comment=b"Bei Familie Y.")

    bare = without_metadata(data)

    assert bare is not None
    assert b"Familie" not in bare.read()
    with Pillow.open(bare) as picture:
        assert getattr(picture, "n_frames", 1) == 2


def test_a_telephones_second_picture_goes_with_its_place() -> None:
    """A JPEG with another one behind it is of a kind of its own, which hid its place before."""
    first, second = (Pillow.new("RGB", (60, 40), colour) for colour in ("teal", "orange"))
    exif = Pillow.Exif()
    exif[ExifTags.Base.Make] = "Kamera"
    exif[ExifTags.IFD.GPSInfo] = GPS
    data = BytesIO()
    first.save(data, "MPO", save_all=True, append_images=[second], exif=exif)
    with Pillow.open(data) as picture:
        assert picture.format == "MPO"

    bare = without_metadata(data)

    assert bare is not None
    with Pillow.open(bare) as picture:
        assert picture.format == "JPEG"
        assert dict(picture.getexif()) == {}


@pytest.mark.parametrize("kind", ["JPEG", "PNG", "WEBP", "GIF"])
def test_what_hangs_behind_the_picture_is_cut_off(kind: str) -> None:
    data = BytesIO()
    Pillow.new("RGB", (20, 20), "teal").save(data, kind)
    assert without_metadata(data) is None

    with_more = BytesIO(data.getvalue() + b"PK\x03\x04 <script>alert(1)</script>")

    bare = without_metadata(with_more)
    assert bare is not None
    assert b"script" not in bare.read()


def test_a_text_in_a_png_that_nobody_knows_goes() -> None:
    info = PngImagePlugin.PngInfo()
    info.add_text("Aufgenommen bei", "Hauptstrasse 1")
    data = BytesIO()
    Pillow.new("RGB", (20, 20), "teal").save(data, "PNG", pnginfo=info)

    bare = without_metadata(data)

    assert bare is not None
    assert b"Hauptstrasse" not in bare.read()


def test_colours_stay_as_they_are_meant() -> None:
    profile = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()
    exif = Pillow.Exif()
    exif[ExifTags.Base.Make] = "Kamera"
    data = BytesIO()
    Pillow.new("RGB", (20, 20), "teal").save(data, "JPEG", icc_profile=profile, exif=exif)

    bare = without_metadata(data)

    assert bare is not None
    with Pillow.open(bare) as picture:
        assert picture.info["icc_profile"] == profile


@given(data=st.binary(max_size=200), kind=st.sampled_from(sorted(READERS)))
def test_whatever_the_bytes_are_reading_their_parts_ends(data: bytes, kind: str) -> None:
    assert only_draws(HEADS[kind] + data, kind) in {True, False}

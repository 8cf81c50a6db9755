"""A picture is whole, of a known kind by its content, and not too large."""

from io import BytesIO

import pytest
from django.core.exceptions import ValidationError
from django.core.files.base import ContentFile
from django.test import override_settings
from PIL import Image as Pillow

from tests.security import files
from verbund.media.models import Image
from verbund.media.pictures import MOST_FRAMES, check_picture


def refusal_of(content: bytes, name: str = "bild.png") -> str:
    with pytest.raises(ValidationError) as refusal:
        check_picture(ContentFile(content, name))
    return str(refusal.value.code)


@pytest.mark.parametrize(
    ("name", "kind"), [("a.jpg", "JPEG"), ("a.JPEG", "JPEG"), ("a.png", "PNG"), ("a.webp", "WEBP")]
)
def test_a_picture_of_its_kind_passes(name: str, kind: str) -> None:
    file = ContentFile(files.photo(kind), name)

    check_picture(file)

    assert file.tell() == 0


@pytest.mark.parametrize("content", [files.HTML, files.SVG_WITH_SCRIPT, files.PDF, b"", b"GIF89a"])
def test_what_is_no_picture_is_refused(content: bytes) -> None:
    assert refusal_of(content) == "invalid_image"


def test_a_kind_that_we_do_not_read_is_refused() -> None:
    data = BytesIO()
    Pillow.new("RGB", (20, 20)).save(data, "TIFF")

    assert refusal_of(data.getvalue()) == "invalid_image"


def test_a_name_that_says_another_kind_is_refused() -> None:
    assert refusal_of(files.photo("JPEG"), "a.png") == "invalid_image_known_format"


def test_a_torn_picture_is_refused() -> None:
    whole = files.photo("PNG", size=(300, 300))

    assert refusal_of(whole[: len(whole) // 2]) == "invalid_image"


@pytest.mark.parametrize("side", [8_001, 30_000])
def test_a_bomb_is_refused_before_it_is_opened(side: int) -> None:
    assert len(files.bomb(side, side)) < 100
    assert refusal_of(files.bomb(side, side)) == "file_too_many_pixels"


def test_whoever_opens_a_bomb_takes_no_memory() -> None:
    with pytest.raises(Pillow.DecompressionBombError):
        Pillow.open(BytesIO(files.bomb(8_001, 8_001)))


def test_a_film_is_no_picture() -> None:
    assert refusal_of(files.film(MOST_FRAMES + 1), "a.gif") == "file_too_many_frames"


@override_settings(WAGTAILIMAGES_MAX_IMAGE_PIXELS=4 * 10 - 1)
def test_frames_count_as_often_as_there_are(db) -> None:
    assert refusal_of(files.film(10), "a.gif") == "file_too_many_pixels"


@override_settings(WAGTAILIMAGES_MAX_UPLOAD_SIZE=100)
def test_a_file_that_is_too_large_is_refused_unread() -> None:
    assert refusal_of(b"x" * 101) == "file_too_large"


def test_no_code_of_ours_can_keep_one_that_is_refused(in_dortmund) -> None:
    with pytest.raises(ValidationError):
        Image.objects.create(title="Film", file=ContentFile(files.film(MOST_FRAMES + 1), "a.gif"))

    assert Image.objects.count() == 0

"""Every way in for a file: each refuses the same, each cleans the same, each says so in German."""

import os
import re
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
from django.conf import settings
from django.contrib.contenttypes.models import ContentType
from django.core.exceptions import ValidationError
from django.core.files.storage import default_storage
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client, override_settings
from PIL import Image as Pillow
from wagtail.models import UploadedFile

from tests.security import files
from verbund.common.drawings import UnsafeDrawing
from verbund.media.leftovers import remove_leftovers
from verbund.media.models import Document, Image
from verbund.onboarding.domain.logo import keep_logo
from verbund.tenancy.context import tenant_context

SINGLE, MULTIPLE, CHOOSER = "/admin/{}/add/", "/admin/{}/multiple/add/", "/admin/{}/chooser/create/"
ROOT_COLLECTION = 1
BAD_PICTURES = {
    "html.png": files.HTML,
    "script.svg": files.SVG_WITH_SCRIPT,
    "bombe.png": files.bomb(),
    "film.gif": files.film(301),
    "anders.png": files.photo("JPEG"),
}
BAD_DOCUMENTS = {
    "seite.pdf": files.HTML,
    "makros.docx": files.DOCX_WITH_MACROS,
    "lader.exe": b"MZ",
    "notiz.txt": files.HTML,
}


@pytest.fixture
def editor(dortmund, client_for, staff) -> Client:
    return client_for(dortmund, staff(dortmund, "Redaktion"))


def send(client: Client, way: str, kind: str, name: str, content: bytes, *, title: str = "Titel"):
    """Uploads one file as the form of this way does."""
    file = SimpleUploadedFile(name, content)
    prefix = {"images": "image-chooser-upload-", "documents": "document-chooser-upload-"}[kind]
    prefix = prefix if way == CHOOSER else ""
    field = "files[]" if way == MULTIPLE else f"{prefix}file"
    data = {f"{prefix}title": title, field: file, f"{prefix}collection": str(ROOT_COLLECTION)}
    return client.post(way.format(kind), data, headers={"X-Requested-With": "XMLHttpRequest"})


def words_of(response: Any) -> str:
    """What the answer says, whether it is a page or JSON with a page inside."""
    text = response.content.decode()
    if response["Content-Type"].startswith("application/json"):
        text = " ".join(str(value) for value in response.json().values())
    return re.sub(r"\s+", " ", re.sub(r"<[^>]+>", " ", text))


@pytest.mark.parametrize("way", [SINGLE, MULTIPLE, CHOOSER])
@pytest.mark.parametrize("name", BAD_PICTURES)
def test_a_bad_picture_is_refused_in_german(dortmund, editor, way, name) -> None:
    answer = send(editor, way, "images", name, BAD_PICTURES[name])

    with tenant_context(dortmund):
        assert Image.objects.count() == 0
        assert UploadedFile.objects.count() == 0
    assert re.search(r"Bild|Pixel|Datei", words_of(answer))
    assert "This " not in words_of(answer)


@pytest.mark.parametrize("way", [SINGLE, MULTIPLE, CHOOSER])
@pytest.mark.parametrize("name", BAD_DOCUMENTS)
def test_a_bad_file_is_refused_in_german(dortmund, editor, way, name) -> None:
    answer = send(editor, way, "documents", name, BAD_DOCUMENTS[name])

    with tenant_context(dortmund):
        assert Document.objects.count() == 0
    assert re.search(r"Inhalt dieser Datei|Dateien der Art|Dateiendung", words_of(answer))
    assert "This " not in words_of(answer)


@pytest.mark.parametrize("way", [SINGLE, CHOOSER])
def test_what_was_typed_stays_in_the_form(editor, way) -> None:
    title = "Sommerfest am Hafen"
    answer = send(editor, way, "images", "bombe.png", files.bomb(8001, 8001), title=title)

    page = answer.content.decode() if way == SINGLE else answer.json()["htmlFragment"]
    assert 'value="Sommerfest am Hafen"' in page
    assert "64 Millionen" in page


@pytest.mark.parametrize("way", [SINGLE, MULTIPLE, CHOOSER])
@pytest.mark.parametrize("kind", ["JPEG", "PNG", "WEBP"])
def test_a_telephones_picture_is_kept_upright_and_without_its_place(
    dortmund, editor, way, kind
) -> None:
    name = f"../../Straßenfest (1).{kind.lower()}"
    send(editor, way, "images", name, files.photo(kind))

    with tenant_context(dortmund):
        image = Image.objects.get()
        rendition = image.get_rendition("width-20|format-jpeg")
        sizes = [silent(image.file), silent(rendition.file)]

    assert sizes == [(40, 80), (20, 40)]
    assert (image.width, image.height) == (40, 80)
    assert re.fullmatch(r"original_images/Strassenfest-1\w*\.\w+", image.file.name)


def silent(file: Any) -> tuple[int, int]:
    """The size of a picture that says nothing but how it looks."""
    with file.open("rb") as kept:
        data = kept.read()
    assert files.CAMERA.encode() not in data
    with Pillow.open(BytesIO(data)) as picture:
        assert dict(picture.getexif()) == {}
        return picture.size


def test_a_picture_that_waited_for_its_title_is_cleaned_too(dortmund, editor) -> None:
    """Of many files one may lack a title: Wagtail stores it as it came, and asks."""
    send(editor, MULTIPLE, "images", "hof.jpg", files.photo(), title="x" * 300)
    with tenant_context(dortmund):
        waiting = UploadedFile.objects.get()
    prefix = f"uploaded-image-{waiting.pk}"

    answer = editor.post(
        f"/admin/images/multiple/create_from_uploaded_image/{waiting.pk}/",
        {f"{prefix}-title": "Hof", f"{prefix}-collection": ROOT_COLLECTION},
        headers={"X-Requested-With": "XMLHttpRequest"},
    )

    assert answer.json()["success"] is True
    with tenant_context(dortmund):
        assert silent(Image.objects.get().file) == (40, 80)
        assert UploadedFile.objects.count() == 0
        assert "hof.jpg" in default_storage.listdir("original_images")[1]


def test_what_waits_for_more_than_a_day_goes(in_dortmund) -> None:
    old = UploadedFile.objects.create(file=SimpleUploadedFile("alt.jpg", files.photo()))
    new = UploadedFile.objects.create(file=SimpleUploadedFile("neu.jpg", files.photo()))
    path = Path(default_storage.path(old.file.name))
    two_days_ago = path.stat().st_mtime - 2 * 86_400
    os.utime(path, (two_days_ago, two_days_ago))

    remove_leftovers()

    assert list(UploadedFile.objects.all()) == [new]
    assert not path.exists()


def test_another_file_for_a_picture_is_cleaned_too(dortmund, editor) -> None:
    send(editor, SINGLE, "images", "a.jpg", files.photo(size=(20, 10)))
    with tenant_context(dortmund):
        address = f"/admin/images/{Image.objects.get().pk}/"

    other = SimpleUploadedFile("b.jpg", files.photo())
    editor.post(address, {"title": "Neu", "file": other, "collection": ROOT_COLLECTION})

    with tenant_context(dortmund):
        assert silent(Image.objects.get().file) == (40, 80)


def test_a_profile_picture_is_not_asked_for(editor) -> None:
    page = editor.get("/admin/account/").content.decode()

    assert 'type="file"' not in page


def test_the_api_takes_no_file(dortmund, client_for) -> None:
    schema = client_for(dortmund).get("/api/v1/openapi.json").json()

    kinds = {
        kind
        for path in schema["paths"].values()
        for operation in path.values()
        for kind in operation.get("requestBody", {}).get("content", {})
    }
    assert kinds <= {"application/json"}


@pytest.mark.parametrize("content", [files.SVG_WITH_SCRIPT])
def test_the_logo_of_a_recipe_is_cleaned(in_dortmund, tmp_path, content) -> None:
    (tmp_path / "logo.svg").write_bytes(content)

    keep_logo(in_dortmund, tmp_path / "logo.svg")

    name = in_dortmund.brand["logo"].removeprefix("/media/")
    assert b"script" not in Path(default_storage.path(name)).read_bytes()


def test_a_logo_that_can_not_be_cleaned_is_refused(in_dortmund, tmp_path) -> None:
    (tmp_path / "logo.svg").write_bytes(b"<!DOCTYPE a [<!ENTITY b 'c'>]><svg>&b;</svg>")
    (tmp_path / "logo.png").write_bytes(files.bomb())

    with pytest.raises(UnsafeDrawing):
        keep_logo(in_dortmund, tmp_path / "logo.svg")
    with pytest.raises(ValidationError):
        keep_logo(in_dortmund, tmp_path / "logo.png")


def test_a_photographed_logo_says_not_where(in_dortmund, tmp_path) -> None:
    (tmp_path / "logo.jpg").write_bytes(files.photo())

    keep_logo(in_dortmund, tmp_path / "logo.jpg")

    name = in_dortmund.brand["logo"].removeprefix("/media/")
    assert files.CAMERA.encode() not in Path(default_storage.path(name)).read_bytes()


@override_settings(VERBUND_MAX_REQUEST_SIZE=1000)
def test_a_request_that_is_too_large_is_not_read(dortmund, editor) -> None:
    answer = send(editor, SINGLE, "documents", "a.txt", b"x" * 2000)

    assert answer.status_code == 413
    assert "größer als" in words_of(answer)


def test_the_limit_of_a_request_lies_above_those_of_files() -> None:
    largest = max(settings.WAGTAILDOCS_MAX_UPLOAD_SIZE, settings.WAGTAILIMAGES_MAX_UPLOAD_SIZE)

    assert 2 * largest < settings.VERBUND_MAX_REQUEST_SIZE


@pytest.mark.parametrize(("name", "content"), [("satzung.pdf", files.PDF), ("a.txt", b"Text")])
def test_a_document_is_served_as_a_download_that_runs_nothing(
    dortmund, client_for, editor, name, content
) -> None:
    send(editor, SINGLE, "documents", name, content)
    with tenant_context(dortmund):
        url = Document.objects.get().url

    answer = client_for(dortmund).get(url)

    assert b"".join(answer) == content
    assert answer["X-Content-Type-Options"] == "nosniff"
    assert answer["Content-Disposition"].startswith("attachment; ")
    assert answer["Content-Security-Policy"] == "default-src 'none'"


def test_a_picture_that_is_opened_alone_runs_nothing(dortmund, client_for, editor) -> None:
    send(editor, SINGLE, "images", "hof.jpg", files.photo())
    with tenant_context(dortmund):
        url = Image.objects.get().get_rendition("width-20").url

    answer = client_for(dortmund).get(url)
    answer.close()

    assert answer["Content-Security-Policy"] == (
        "default-src 'none'; style-src 'unsafe-inline'; sandbox"
    )
    assert answer["X-Content-Type-Options"] == "nosniff"
    assert answer["Cross-Origin-Resource-Policy"] == "cross-origin"


def test_a_file_whose_form_was_incomplete_is_asked_for_again_and_then_kept(
    dortmund, staff, client_for
) -> None:
    """Wagtail checks the ending of a file that this form hands in later. Mend: Document.clean."""
    user = staff(dortmund, "Redaktion")
    client = client_for(dortmund, user)
    with tenant_context(dortmund):
        waiting = UploadedFile.objects.create(
            file=SimpleUploadedFile("satzung.pdf", files.PDF),
            for_content_type=ContentType.objects.get_for_model(Document),
            uploaded_by_user=user,
        )
    address = f"/admin/documents/multiple/create_from_uploaded_document/{waiting.pk}/"
    field = f"uploaded-document-{waiting.pk}-"

    first = client.post(address).json()
    second = client.post(
        address, {f"{field}title": "Satzung", f"{field}collection": str(ROOT_COLLECTION)}
    ).json()

    assert (first["success"], second["success"]) == (False, True)
    assert "Dieses Feld" in first["form"]
    with tenant_context(dortmund):
        assert Document.objects.get().title == "Satzung"


def test_another_city_gets_nothing_of_an_upload(dortmund, duesseldorf, client_for, editor) -> None:
    send(editor, SINGLE, "documents", "satzung.pdf", files.PDF)
    with tenant_context(dortmund):
        url = Document.objects.get().url

    assert client_for(duesseldorf).get(url).status_code == 404
    with tenant_context(duesseldorf):
        assert Document.objects.count() == 0

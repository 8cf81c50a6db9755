"""The printed list passes veraPDF as PDF/UA-1, with every script that the fonts hold."""

from pathlib import Path

import pytest
from django.conf import settings
from django.utils import timezone

from plugins.members.demo import demo_content
from plugins.members.domain.lists import make_lists
from plugins.members.domain.printed_lists import make_list
from plugins.members.models import PrintedList
from plugins.members.tests.factories import entry
from tests.demo_template import SERVER_FOLDER
from tests.services.verapdf import problems_of

pytestmark = [pytest.mark.slow, pytest.mark.usefixtures("in_dortmund")]
QUARTERS = (
    "Aplerbeck", "Brackel", "Eving", "Hombruch", "Huckarde", "Hörde", "Innenstadt-Nord",
    "Innenstadt-Ost", "Innenstadt-West", "Lütgendortmund", "Mengede", "Scharnhorst",
)  # fmt: skip
FOLDER = Path(settings.TENANTS_DIR) / "dortmund"
NAMES = {
    "ar": "جمعية أطلس",
    "ti": "ማሕበር ባህሊ",
    "ta": "தமிழ் பண்பாட்டு",
    "uk": "Українське сусідство",
    "el": "Ελληνική Κοινότητα",
    "he": "אגודה",
    "hy": "Հայկական միություն",
    "ka": "ქართული გუნდი",
    "hi": "भारतीय संघ",
    "si": "සිංහල සංගමය",
    "vi": "Cộng đồng người Việt",
    "ja": "日独隣人の会",
}


def problems(tmp_path: Path) -> str:
    document = tmp_path / "liste.pdf"
    document.write_bytes(bytes(PrintedList.objects.get().pdf))
    return problems_of(document, SERVER_FOLDER / "verapdf")


@pytest.mark.parametrize("language", ["de", "ar"])
def test_the_demos_list_is_accessible(in_dortmund, tmp_path, language):
    [demo] = demo_content
    make_lists(QUARTERS)
    demo.load(in_dortmund, FOLDER, timezone.localtime())

    assert make_list(language, "")
    assert problems(tmp_path) == ""


def test_names_in_every_script(tmp_path):
    for language, name in NAMES.items():
        entry(f"Verein {language}", native_name=name, native_language=language, languages=["de"])

    assert make_list("de", "")
    assert problems(tmp_path) == ""


def test_an_empty_selection_is_a_document_too(tmp_path):
    entry("Verein")

    assert make_list("de", "buchstabe=X")
    assert problems(tmp_path) == ""

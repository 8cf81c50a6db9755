"""Rich text can't act, whichever way it came in; what an editor wrote stays."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from verbund.common.richtext import TAGS, clean_rich_text, is_safe_target


@pytest.mark.parametrize(
    ("html", "clean"),
    [
        ("<p>Hallo <script>alert(1)</script>Welt</p>", "<p>Hallo Welt</p>"),
        ('<p onclick="alert(1)" style="x" class="y">Hallo</p>', "<p>Hallo</p>"),
        ('<a href="javascript:alert(1)">da</a>', "<a>da</a>"),
        ('<a href=" jAvAsCrIpT:alert(1)">da</a>', "<a>da</a>"),
        ('<a href="java&#10;script:alert(1)">da</a>', "<a>da</a>"),
        ('<a href="data:text/html,x">da</a>', "<a>da</a>"),
        ('<a href="//boese.example/">da</a>', "<a>da</a>"),
        ('<a href="/\\boese.example/">da</a>', "<a>da</a>"),
        ('<a href="https:/boese.example/" target="_blank">da</a>', "<a>da</a>"),
        ("<img src=x onerror=alert(1)>Text", "Text"),
        ('<svg><animate onbegin="alert(1)"/></svg>Text', "Text"),
        ('<iframe src="https://boese.example">x</iframe>Text', "Text"),
        ('<embed embedtype="media" url="https://boese.example/"/>Text', "Text"),
        ("<math><mtext><table><mglyph><style><img src=x onerror=alert(1)>", ""),
        ("<!-- <p>still</p> -->Text", "Text"),
        ('<a linktype="boese" id="1 or 1=1">da</a>', "<a>da</a>"),
        ('<p data-block-key="a&quot;b">Text</p>', "<p>Text</p>"),
        ("<form><input name=password><button>Los</button></form>", "Los"),
    ],
)
def test_what_acts_is_gone(html: str, clean: str) -> None:
    assert clean_rich_text(html) == clean


@pytest.mark.parametrize(
    "html",
    [
        "<p>Ein <b>fetter</b> und <i>schräger</i> Satz &amp; mehr</p>",
        '<p data-block-key="ab1c2">Schlüssel des Editors</p>',
        "<ul><li>eins</li><li>zwei</li></ul><ol><li>drei</li></ol>",
        "<p>Zeile<br>Zeile</p>",
        '<a href="https://example.org/a?b=c&amp;d=e#f">Netz</a>',
        '<a href="mailto:info@stadt.test">Mail</a>',
        '<a href="tel:+49231000">Telefon</a>',
        '<a href="/ueber-uns/#team">Seite</a>',
        '<a href="#oben">oben</a>',
        '<a linktype="page" id="7">Seite</a>',
        '<a linktype="document" id="7">Datei</a>',
        "<p>שלום مرحبا</p>",
    ],
)
def test_what_an_editor_writes_stays(html: str) -> None:
    assert clean_rich_text(html) == html


@given(html=st.text())
def test_cleaning_twice_is_cleaning_once(html: str) -> None:
    once = clean_rich_text(html)

    assert clean_rich_text(once) == once


@given(
    parts=st.lists(
        st.sampled_from(
            ["<", ">", '"', "'", "/", "a", "img", "svg", "script", " href=", " onerror=", "p",
             "javascript:", "style", "<!--", "-->", "&#", "\0", "x", "noscript", "math", "title"]
        )
    )
)  # fmt: skip
def test_no_puzzle_of_markup_acts(parts: list[str]) -> None:
    clean = clean_rich_text("".join(parts))

    assert set(re.findall(r"</?([a-z0-9]+)", clean)) <= TAGS
    assert not re.search(r"<[^>]*\son\w+=", clean)
    assert not re.search(r"href=\"\s*javascript", clean, re.IGNORECASE)


@pytest.mark.parametrize(
    "address", ["https://a.test", "http://a.test/b", "mailto:a@b.test", "tel:1", "/", "/a/", "#a"]
)
def test_a_safe_target(address: str) -> None:
    assert is_safe_target(address)


@pytest.mark.parametrize(
    "address",
    ["", "javascript:x", "//a.test", "/\\a.test", "https://", "https:\\\\a.test", "ftp://a.test",
     "data:x", "vbscript:x", "https://a.test/\nX", "file:///etc/passwd"],
)  # fmt: skip
def test_an_unsafe_target(address: str) -> None:
    assert not is_safe_target(address)

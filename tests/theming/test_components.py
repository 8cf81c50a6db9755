"""The tags `component`, `componentblock` and `slot`."""

from dataclasses import dataclass

import pytest
from django.template import TemplateSyntaxError
from django.utils import translation

from tests.theming.conftest import Renderer
from verbund.theming.components import REQUIRED, arguments_of

CONTRACT = """{% comment %}
A sentence: with a colon.

title: str
level: int = 3
items: list[{a, b}] = []
{% endcomment %}"""


@dataclass
class Teaser:
    title: str
    url: str
    unrelated: str = "not an argument"


def test_contract_names_arguments_and_their_defaults() -> None:
    assert arguments_of(CONTRACT) == {"title": REQUIRED, "level": 3, "items": []}


def test_component_takes_its_arguments(render: Renderer) -> None:
    html = render('{% component "quote" text="Wort" attribution=who %}', who="Vorstand")

    quote = '<blockquote class="quote"><p>Wort</p><footer>Vorstand</footer></blockquote>'
    assert html.strip() == quote


def test_component_does_not_see_the_page(render: Renderer) -> None:
    html = render('{% component "quote" text="Wort" %}', attribution="of the page")

    assert "of the page" not in html


def test_component_does_not_change_the_page(render: Renderer) -> None:
    assert render('{% component "quote" text="Wort" %}{{ text }}', text="|page").endswith("|page")


@pytest.mark.parametrize("item", [{"title": "Titel", "url": "/a/"}, Teaser("Titel", "/a/")])
def test_item_gives_the_arguments_that_it_has(render: Renderer, item: object) -> None:
    html = render('{% component "card" item level=2 %}', item=item)

    assert '<h2><a href="/a/">Titel</a></h2>' in html


def test_argument_comes_before_the_item(render: Renderer) -> None:
    html = render('{% component "card" item title="Anders" %}', item=Teaser("Titel", "/a/"))

    assert "Anders" in html
    assert "Titel" not in html


def test_block_gives_content_and_slots(render: Renderer) -> None:
    html = render(
        '{% componentblock "article" %}<p>{{ text }}</p>'
        '{% slot "aside" %}<p>Rand</p>{% endslot %}{% endcomponentblock %}',
        text="a < b",
    )

    assert "<p>a &lt; b</p></div><aside" in html
    assert "<p>Rand</p></aside>" in html


def test_unknown_argument_is_named(render: Renderer) -> None:
    message = r"Component 'quote': unknown: txt\. It takes text, attribution\."
    with pytest.raises(TemplateSyntaxError, match=message):
        render('{% component "quote" text="a" txt="b" %}')


def test_missing_argument_is_named(render: Renderer) -> None:
    with pytest.raises(TemplateSyntaxError, match="Component 'cta': missing: title, url"):
        render('{% component "cta" text="a" %}')


@pytest.mark.parametrize(
    "source", ["{% component %}", '{% component "card" x y %}', "{% slot %}{% endslot %}"]
)
def test_wrong_use_is_a_syntax_error(render: Renderer, source: str) -> None:
    with pytest.raises(TemplateSyntaxError):
        render(source)


def test_same_component_differs_by_theme(render: Renderer) -> None:
    source = '{% componentblock "section" id="a" title="Neues" %}x{% endcomponentblock %}'

    assert 'class="sec"' in render(source, "verbund")
    assert 'class="part"' in render(source, "netz")


@pytest.mark.parametrize("typed", ["„Wort“", '"Wort"', "Wort", "«Wort»"])
def test_quote_has_the_theme_s_marks_and_not_the_typed_ones(render: Renderer, typed: str) -> None:
    assert "<p>Wort</p>" in render('{% component "quote" text=typed %}', typed=typed)


@pytest.mark.parametrize(
    ("credit", "expected"), [("Verbund", "Picture: Verbund"), ("Foto: Verbund", "Foto: Verbund")]
)
def test_credit_is_labelled_once(render: Renderer, credit: str, expected: str) -> None:
    image = {"src": "/a.webp", "width": 6, "height": 4}

    with translation.override("en"):
        html = render(
            '{% component "figure" image=image credit=credit %}', image=image, credit=credit
        )

    assert f'<span class="credit">{expected}</span>' in html

"""Every component of both themes, shown with sample data."""

from pathlib import Path

import pytest
from django.conf import settings

from tests.theming.conftest import Renderer
from tests.theming.markup import problems_in, read
from tests.theming.samples import FORM_COMPONENTS, SAMPLES, sample
from verbund.theming.components import arguments_of

THEMES = ("verbund", "netz")
HEADS = ("page_head", "article_head", "hero", "search_hero", "error_page")


def folder(theme: str) -> Path:
    return Path(settings.THEMES_DIR) / theme / "templates" / "components"


COMPONENTS = sorted(path.stem for path in folder("verbund").glob("*.html"))
OWN_IN_NETZ = sorted(path.stem for path in folder("netz").glob("*.html"))


def contract(theme: str, component: str) -> str:
    return (folder(theme) / f"{component}.html").read_text(encoding="utf-8")


def test_every_component_has_a_sample() -> None:
    assert sorted([*SAMPLES, *FORM_COMPONENTS]) == COMPONENTS


@pytest.mark.parametrize("theme", THEMES)
@pytest.mark.parametrize("component", COMPONENTS)
def test_component_is_sound_html_without_inline_style_or_script(
    render: Renderer, theme: str, component: str
) -> None:
    html = render("{% component name sample %}", theme, name=component, sample=sample(component))

    assert problems_in(html) == []


@pytest.mark.parametrize("component", COMPONENTS)
def test_component_documents_itself_in_a_sentence(component: str) -> None:
    comment = contract("verbund", component).removeprefix("{% comment %}\n")

    assert comment.partition("\n")[0].endswith(".")


@pytest.mark.parametrize("component", COMPONENTS)
def test_sample_names_only_documented_arguments(component: str) -> None:
    documented = arguments_of(contract("verbund", component))

    assert set(sample(component)) <= set(documented)


@pytest.mark.parametrize("component", OWN_IN_NETZ)
def test_other_theme_keeps_the_contract(component: str) -> None:
    assert arguments_of(contract("netz", component)) == arguments_of(contract("verbund", component))


@pytest.mark.parametrize("theme", THEMES)
@pytest.mark.parametrize("component", HEADS)
def test_head_of_a_page_has_the_one_first_heading(
    render: Renderer, theme: str, component: str
) -> None:
    html = render("{% component name sample %}", theme, name=component, sample=sample(component))

    assert [tag for tag, _ in read(html).tags if tag == "h1"] == ["h1"]


@pytest.mark.parametrize("theme", THEMES)
def test_text_of_editors_is_escaped(render: Renderer, theme: str) -> None:
    html = render("{% component 'card' sample %}", theme, sample=sample("card"))

    assert "Konferenz &lt;am&gt; 7. April" in html


@pytest.mark.parametrize("theme", THEMES)
def test_foreign_card_names_its_language_and_direction(render: Renderer, theme: str) -> None:
    html = render("{% component 'card' title='أمسية' url='/' lang='ar' %}", theme)

    assert 'lang="ar" dir="rtl"' in html

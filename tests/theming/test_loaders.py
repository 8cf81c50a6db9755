"""Templates are resolved by the current site's theme, and never leak into another."""

from pathlib import Path

import pytest
from django.template import Context, Engine, TemplateDoesNotExist
from pytest_django.fixtures import Settings

from tests.theming.conftest import ShowAs
from verbund.theming.registry import themes

THEME = """
name = "{name}"
label = {{ de = "Probe", en = "Sample" }}
{rest}
"""
ALONE = 'palette = "plain"\nsheets = ["a.css"]'
HEIR = 'inherits = "verbund"'


@pytest.fixture
def engine(tmp_path: Path, settings: Settings) -> Engine:
    """Two themes: `verbund` with base and card, `paper` with a card of its own."""
    for name, rest in (("verbund", ALONE), ("paper", HEIR)):
        (tmp_path / name / "templates" / "components").mkdir(parents=True)
        (tmp_path / name / "theme.toml").write_text(THEME.format(name=name, rest=rest))
        (tmp_path / name / "templates" / "components" / "card.html").write_text(f"card of {name}")
    (tmp_path / "verbund" / "templates" / "base.html").write_text("base of verbund")
    settings.THEMES_DIR = tmp_path
    return Engine(loaders=["verbund.theming.loaders.Loader"])


def shown(engine: Engine, name: str) -> str:
    return engine.get_template(name).render(Context())


def test_theme_comes_before_the_default(engine: Engine, show_as: ShowAs) -> None:
    show_as("paper")

    assert shown(engine, "components/card.html") == "card of paper"


def test_theme_inherits_what_it_lacks(engine: Engine, show_as: ShowAs) -> None:
    show_as("paper")

    assert shown(engine, "base.html") == "base of verbund"


def test_cache_never_shows_another_theme(engine: Engine, show_as: ShowAs) -> None:
    seen = []
    for theme in ("paper", "verbund", "paper", "verbund"):
        show_as(theme)
        seen.append(shown(engine, "components/card.html"))

    assert seen == ["card of paper", "card of verbund"] * 2


def test_template_is_read_once_for_each_theme(engine: Engine, show_as: ShowAs) -> None:
    show_as("paper")

    assert engine.get_template("base.html") is engine.get_template("base.html")


def test_missing_template_is_left_to_the_apps(engine: Engine, show_as: ShowAs) -> None:
    show_as("paper")

    for _ in range(2):
        with pytest.raises(TemplateDoesNotExist):
            engine.get_template("news/news_page.html")


def test_unknown_theme_and_no_tenant_show_the_default(engine: Engine, show_as: ShowAs) -> None:
    show_as("gone")
    unknown = shown(engine, "components/card.html")
    show_as("")

    assert [unknown, shown(engine, "components/card.html")] == ["card of verbund"] * 2


def test_name_can_not_climb_out_of_the_theme(engine: Engine, show_as: ShowAs) -> None:
    show_as("paper")

    with pytest.raises(TemplateDoesNotExist):
        engine.get_template("../theme.toml")


def test_theme_has_no_template_of_a_page_or_plugin() -> None:
    allowed = {
        "base.html",
        "base_static.html",
        "403.html",
        "413.html",
        "404.html",
        "500.html",
        "503.html",
    }
    folders = [theme.folder / "templates" for theme in themes().values()]

    found = {path.relative_to(folder) for folder in folders for path in folder.rglob("*.html")}

    assert {str(path) for path in found if path.parts[0] != "components"} <= allowed

"""docs/tenant-file.md and the commented example name every key of the model, and no other."""

import re
from pathlib import Path

import pytest

from verbund.onboarding.content.front import ContentFront, DatedFront, PageFront
from verbund.tenancy.recipe import (
    Admin,
    Brand,
    Contact,
    Legal,
    Membership,
    NetworkProfile,
    Pages,
    PluginRecipe,
    Recipe,
    StartPage,
)
from verbund.tenancy.recipe.tables import Table

ROOT = Path(__file__).resolve().parents[2]
DOCS = (ROOT / "docs" / "tenant-file.md").read_text(encoding="utf-8")
EXAMPLE = (ROOT / "tenants" / "_example" / "tenant.toml").read_text(encoding="utf-8")
SECTIONS: dict[str, type[Table]] = {
    "Top of the file": Recipe,
    "[brand]": Brand,
    "[legal]": Legal,
    "[contact]": Contact,
    "[admin]": Admin,
    "[network] of a city": Membership,
    "[network] of a network": NetworkProfile,
    "[pages]": Pages,
    "[[pages.start]]": StartPage,
    "[plugins.&lt;label&gt;]": PluginRecipe,
}


def keys(model: type[Table]) -> set[str]:
    return {field.alias or name for name, field in model.model_fields.items()}


def documented(section: str) -> set[str]:
    """Names in code marks in the first column of the section's table."""
    _, _, rest = DOCS.partition(f"\n## {section}\n")
    text = re.split(r"\n#+ ", rest)[0]
    first_cells = re.findall(r"^\| (`[^|]*) \|", text, re.MULTILINE)
    return {key for cell in first_cells for key in re.findall(r"`([^`]+)`", cell)}


@pytest.mark.parametrize("section", SECTIONS)
def test_each_table_of_the_file_is_documented(section):
    assert documented(section) == keys(SECTIONS[section])


@pytest.mark.parametrize(
    ("section", "model", "known"),
    [
        ("Head of every text", ContentFront, set()),
        ("Head of a text with a day", DatedFront, keys(ContentFront)),
        ("Head of a page", PageFront, keys(ContentFront)),
    ],
)
def test_each_key_of_a_content_file_is_documented(section, model, known):
    assert documented(section) == keys(model) - known


@pytest.mark.parametrize("model", SECTIONS.values())
def test_the_example_explains_each_key(model):
    absent = {key for key in keys(model) if not re.search(rf"\b{key}\b", EXAMPLE)}

    assert absent == set()

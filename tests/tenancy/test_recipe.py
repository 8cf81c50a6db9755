"""A tenant file is read whole, or all its problems are named at once."""

from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path

import pytest
from django.utils import translation

from verbund.tenancy.recipe import (
    CityRecipe,
    Membership,
    NetworkProfile,
    NetworkRecipe,
    OperatorRecipe,
    Recipe,
    RecipeError,
    line_in,
    read_recipe,
    recipe_from,
)

TENANTS = Path(__file__).resolve().parents[2] / "tenants"
KNOWN = {
    "known_themes": {"verbund", "netz"},
    "known_plugins": {"members", "news", "resources"},
    "known_languages": {"de", "en", "tr", "ar", "uk"},
}
ProblemsOf = Callable[[str], list[tuple[int, str, str]]]
SMALL = """\
name = "Betrieb"
association = "Betrieb"
schema = "betrieb"
domains = ["betrieb.localhost"]
kind = "operator"
theme = "verbund"

[admin]
email = "betrieb@verbund.example"
"""


@pytest.fixture(autouse=True)
def english() -> Iterator[None]:
    with translation.override("en"):
        yield


@pytest.fixture
def problems_of(tmp_path: Path) -> ProblemsOf:
    def read(text: str) -> list[tuple[int, str, str]]:
        path = tmp_path / "tenant.toml"
        path.write_text(text, encoding="utf-8")
        with pytest.raises(RecipeError) as caught:
            read_recipe(path, **KNOWN)
        return [(item.line, item.key, item.message) for item in caught.value.problems]

    return read


def recipe(name: str) -> Recipe:
    return read_recipe(TENANTS / name / "tenant.toml", **KNOWN)


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("dortmund", CityRecipe),
        ("duesseldorf", CityRecipe),
        ("moenchengladbach", CityRecipe),
        ("netzwerk", NetworkRecipe),
        ("betrieb", OperatorRecipe),
        ("_example", CityRecipe),
    ],
)
def test_each_recipe_of_the_project_can_be_read(name, kind):
    assert type(recipe(name)) is kind


def test_the_demo_hosts_are_the_fixed_points():
    names = ("dortmund", "duesseldorf", "moenchengladbach", "netzwerk", "betrieb")

    assert [recipe(name).canonical_domain for name in names] == [f"{n}.localhost" for n in names]


def test_a_city_is_a_member_of_the_network():
    assert recipe("dortmund").network == Membership(
        network="netzwerk", joined=date(2020, 1, 15), focus="Frauen, die Gewalt erlebt haben"
    )


def test_a_network_says_what_it_is():
    network = recipe("netzwerk").network

    assert isinstance(network, NetworkProfile)
    assert (network.title, network.project) == ("Kompetenznetzwerk", "GLEICH teilhaben")


def test_a_recipe_is_frozen():
    with pytest.raises(ValueError, match="frozen"):
        setattr(recipe("betrieb"), "name", "Anders")  # noqa: B010  # mypy knows that it is frozen


def test_paths_are_inside_the_folder_of_the_file():
    example = recipe("_example")

    assert example.brand.logo == TENANTS / "_example" / "media" / "logo.svg"
    assert example.folder == TENANTS / "_example"


def test_brand_gives_what_theming_reads():
    assert recipe("_example").brand.tokens == {
        "palette": "verbund",
        "pattern": "boegen",
        "light": {"accent": "#5a3d82"},
    }


def test_a_plugin_with_a_table_is_on():
    assert set(recipe("dortmund").enabled_plugins) == {"members", "news", "resources"}


def test_a_plugin_can_be_switched_off_and_keep_its_settings(tmp_path):
    path = tmp_path / "tenant.toml"
    path.write_text(SMALL + "[plugins.news]\nenabled = false\nsettings = { page_size = 5 }\n")

    read = read_recipe(path, **KNOWN)

    assert read.enabled_plugins == ()
    assert read.plugins["news"].settings == {"page_size": 5}


def test_all_problems_come_at_once_in_the_order_of_their_lines(problems_of):
    text = SMALL.replace('"betrieb"', '"public"').replace('theme = "verbund"', 'theme = "verbunt"')

    assert problems_of(text + '\n[brand]\nacent = "red"\n') == [
        (3, "schema", "“public” is reserved, choose another."),
        (
            6,
            "theme",
            "There is no theme “verbunt”. Did you mean “verbund”? Possible: netz, verbund.",
        ),
        (
            12,
            "brand.acent",
            "Unknown key “acent”. Did you mean “accent”? Possible: accent, claim, dark, light, "
            "logo, mark, palette, pattern, shape, short_name.",
        ),
    ]


@pytest.mark.parametrize(
    ("old", "new", "key", "message"),
    [
        ('schema = "betrieb"', 'schema = "pg_catalog"', "schema", "is reserved"),
        ('schema = "betrieb"', 'schema = "Betrieb 2"', "schema", "no schema name"),
        ("betrieb.localhost", "www.betrieb.example", "domains[1]", "Leave out www."),
        ("betrieb.localhost", "Betrieb.example", "domains[1]", "is no domain"),
        ("betrieb.localhost", "düsseldorf.example", "domains[1]", "is no domain"),
        ("betrieb.localhost", "betrieb.example:8000", "domains[1]", "is no domain"),
        ("betrieb.localhost", "localhost", "domains[1]", "with a dot"),
        ('["betrieb.localhost"]', "[]", "domains", "This is empty"),
        ('["betrieb.localhost"]', '"betrieb.localhost"', "domains", "use a list"),
        ('["betrieb.localhost"]', '["a.de", "a.de"]', "domains", "stands here twice"),
        ('kind = "operator"', 'kind = "town"', "kind", "use 'city', 'network' or 'operator'"),
        ('kind = "operator"', 'kind = "operator"\naddress_form = "Er"', "address_form", "“Er”"),
        ('kind = "operator"', 'kind = "operator"\nlanguages = ["en", "de"]', "languages", "“de”"),
        ('kind = "operator"', 'kind = "operator"\nlanguages = ["de", "xx"]', "languages[2]", "xx"),
        ('name = "Betrieb"\n', "", "name", "This key is missing"),
        ('"betrieb@verbund.example"', '"betrieb"', "admin.email", "no e-mail address"),
        ('"betrieb@verbund.example"', "3", "admin.email", "use a text in quotes"),
        ("[admin]", "[plugins.newz]\n[admin]", "plugins.newz", "Did you mean “news”?"),
        ("[admin]", "[plugins.news]\non = true\n[admin]", "plugins.news.on", "Unknown key"),
        ("[admin]", '[brand]\naccent = "red"\n[admin]', "brand.accent", "no colour"),
        ("[admin]", '[brand]\nlight = { ink = "1" }\n[admin]', "brand.light.ink", "no colour"),
        ("[admin]", '[brand]\nlogo = "no.svg"\n[admin]', "brand.logo", "no file “no.svg”"),
        ("[admin]", '[brand]\nlogo = "../x.svg"\n[admin]', "brand.logo", "outside the folder"),
        ("[admin]", "[network]\ntitle = 'x'\n[admin]", "network", "Leave it out"),
    ],
)
def test_a_wrong_value_is_named_with_the_way_out(problems_of, old, new, key, message):
    [problem] = [item for item in problems_of(SMALL.replace(old, new)) if item[1] == key]

    assert message in problem[2]


@pytest.mark.parametrize(
    ("page", "key", "message"),
    [
        ('slug = "admin"', "pages.start[1].slug", "is reserved"),
        ('slug = "en"', "pages.start[1].slug", "address of a language"),
        ('slug = "Über uns"', "pages.start[1].slug", "last part of an address"),
        ('slug = "a"\nbody = "x"\nfile = "x.md"', "pages.start[1].file", "not both"),
        ('slug = "a"\nparent = "b"', "pages.start", "no page above"),
        ('slug = "a"\n[[pages.start]]\ntitle = "B"\nslug = "a"', "pages.start", "Two pages"),
        ('slug = "a"\npublished = "ja"', "pages.start[1].published", "true or false"),
    ],
)
def test_a_start_page_has_an_address_of_its_own(problems_of, page, key, message):
    [problem] = problems_of(f'{SMALL}[[pages.start]]\ntitle = "Seite"\n{page}\n')

    assert problem[1] == key
    assert message in problem[2]


def test_a_city_needs_contact_and_legal_profile(problems_of):
    problems = problems_of(SMALL.replace('"operator"', '"city"'))

    assert [key for _, key, _ in problems] == ["contact", "legal"]


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("logo.png", b"no picture"),
        ("logo.svg", b"<html/>"),
    ],
)
def test_a_logo_is_a_picture(problems_of, tmp_path, name, content):
    (tmp_path / name).write_bytes(content)

    [problem] = problems_of(SMALL + f'[brand]\nlogo = "{name}"\n')

    assert problem[1:] == (
        "brand.logo",
        f"“{name}” can't be read as a picture. Use SVG, PNG, JPEG or WebP.",
    )


def test_broken_toml_is_named_with_its_line(problems_of):
    [(line, key, message)] = problems_of('name = "A"\nschema =\n')

    assert (line, key) == (2, "")
    assert message == "This is not valid TOML: Invalid value."


def test_a_file_that_is_not_there_is_a_problem(tmp_path):
    with pytest.raises(RecipeError, match="can't be read"):
        read_recipe(tmp_path / "none.toml", **KNOWN)


def test_a_file_in_another_encoding_is_a_problem(tmp_path):
    path = tmp_path / "tenant.toml"
    path.write_bytes('name = "Köln"'.encode("latin-1"))

    with pytest.raises(RecipeError, match="not UTF-8"):
        read_recipe(path, **KNOWN)


def test_the_line_of_a_key_is_found_for_problems_of_the_database(tmp_path):
    path = tmp_path / "tenant.toml"
    path.write_text(SMALL)

    assert line_in(str(path), "domains") == 4
    assert line_in(str(path), "admin.email") == 9


def test_the_web_form_fills_the_same_model():
    data = {
        "name": "Betrieb",
        "association": "Betrieb",
        "schema": "betrieb",
        "domains": ["betrieb.localhost"],
        "kind": "operator",
        "theme": "verbund",
        "admin": {"email": "betrieb@verbund.example"},
    }

    assert recipe_from(data, **KNOWN).canonical_domain == "betrieb.localhost"

    with pytest.raises(RecipeError) as caught:
        recipe_from(data | {"theme": "x"}, **KNOWN)
    assert str(caught.value) == "theme: There is no theme “x”. Possible: netz, verbund."

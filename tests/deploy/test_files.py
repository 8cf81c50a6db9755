"""What an operator starts says the same everywhere: compose, Caddy, the image, the settings."""

import re

import pytest

from tests.architecture.sources import ROOT
from tests.deploy.files import (
    FOLDER,
    compose,
    example_variables,
    inserted_variables,
    of_verbund,
    read,
    readme_variables,
)
from verbund.onboarding.domain.recipes import load_recipe

# Of compose and Caddy alone; Verbund reads none of them.
OF_THE_MACHINE = {"ACME_EMAIL", "POSTGRES_PASSWORD", "VERBUND_IMAGE"}
MUST_BE_FILLED_IN = {"ACME_EMAIL", "ELASTICSEARCH_PASSWORD", "POSTGRES_PASSWORD", "SECRET_KEY"}
# Hosts of package registries; files of the project name none.
REGISTRIES = re.compile(r"pypi|pythonhosted|docker\.io|ghcr\.io|quay\.io|registry\.|--index|://deb")
TEXTS = sorted(path.name for path in FOLDER.iterdir() if path.is_file())
ONLY_IN_THE_DEMO = {"VERBUND_DEMO", "VERBUND_DEBUG"}


def test_the_example_has_each_variable_of_the_readme_and_no_other() -> None:
    names = example_variables()

    assert set(names) == readme_variables() | OF_THE_MACHINE
    assert len(names) == len(set(names))


def test_the_example_leaves_open_what_has_no_default() -> None:
    empty = set(re.findall(r"^([A-Z_]+)=$", read(".env.example"), re.MULTILINE))

    assert empty == MUST_BE_FILLED_IN


@pytest.mark.parametrize("name", ["compose.yaml", "Caddyfile"])
def test_what_is_inserted_stands_in_the_example(name: str) -> None:
    assert inserted_variables(name) - set(example_variables()) == set()


def test_compose_sets_variables_that_verbund_reads() -> None:
    named = {name for service in of_verbund().values() for name in service["environment"]}

    assert named - readme_variables() == set()
    assert named & ONLY_IN_THE_DEMO == set()


def test_the_image_sets_variables_that_verbund_reads() -> None:
    named = set(re.findall(r"\b(VERBUND_[A-Z_]+)=", read("Dockerfile")))

    assert named - readme_variables() == set()


def test_the_parts_are_all_there() -> None:
    assert set(of_verbund()) == {"backup", "prepare", "web1", "web2", "worker"}
    assert set(compose()["services"]) - set(of_verbund()) == {"cache", "db", "proxy", "search"}


@pytest.mark.parametrize("name", sorted(of_verbund()))
def test_a_part_writes_nowhere_but_to_its_volumes(name: str) -> None:
    service = of_verbund()[name]

    assert service["read_only"] is True
    assert service["cap_drop"] == ["ALL"]
    assert "no-new-privileges:true" in service["security_opt"]
    assert service["env_file"] == ".env"


@pytest.mark.parametrize("name", ["web1", "web2", "worker"])
def test_a_part_that_serves_is_given_time_to_finish(name: str) -> None:
    service = of_verbund()[name]

    assert service["stop_grace_period"] == "90s"
    assert service["restart"] == "unless-stopped"
    assert service["depends_on"]["prepare"] == {"condition": "service_completed_successfully"}


def test_each_volume_is_declared_and_used() -> None:
    used = {
        mount.split(":")[0]
        for service in compose()["services"].values()
        for mount in service.get("volumes", [])
        if not mount.startswith((".", "/"))
    }

    assert used == set(compose()["volumes"])


def test_the_proxys_network_is_the_one_that_is_believed() -> None:
    subnet = compose()["networks"]["default"]["ipam"]["config"][0]["subnet"]

    assert {one["environment"]["VERBUND_PROXIES"] for one in of_verbund().values()} == {subnet}
    assert f"VERBUND_PROXIES={subnet}" in read(".env.example")


def test_the_proxy_knows_the_web_services_and_asks_before_a_certificate() -> None:
    caddy = read("Caddyfile")

    (upstreams,) = re.findall(r"reverse_proxy (.+) \{", caddy)
    assert upstreams.split() == ["web1:8000", "web2:8000"]
    assert re.search(r"ask http://web1:8000/-/certificate\n", caddy)
    assert "on_demand" in caddy
    assert caddy.count("{") == caddy.count("}")


def test_only_the_proxy_has_ports() -> None:
    published = [name for name, one in compose()["services"].items() if "ports" in one]

    assert published == ["proxy"]


@pytest.mark.parametrize("name", [*TEXTS, "../.dockerignore"])
def test_no_file_names_a_registry(name: str) -> None:
    assert REGISTRIES.findall(read(name)) == []


def test_the_image_runs_as_nobody_special_from_the_lock() -> None:
    final = read("Dockerfile").split("\nFROM ")[-1]

    assert "USER verbund" in final
    assert "/-/health" in final
    assert "pip install" not in final
    assert "apt-get" not in final
    assert "--require-hashes --requirement requirements.lock" in read("Dockerfile")


def test_all_that_the_image_needs_gets_into_it() -> None:
    lines = (ROOT / ".dockerignore").read_text().splitlines()
    kept = {line[1:] for line in lines if line.startswith("!")}

    assert [name for name in kept if not (ROOT / name).exists()] == []
    assert kept >= {"platform", "plugins", "themes", "pyproject.toml", "requirements.lock"}


def test_the_operators_recipe_can_be_onboarded(db: None) -> None:
    recipe = load_recipe(FOLDER / "operators.toml")

    assert (recipe.kind, recipe.schema_name) == ("operator", "betrieb")


def test_the_runbook_is_one_page_with_its_parts() -> None:
    text = read("RUNBOOK.md")

    headings = re.findall(r"^## (.+)$", text, re.MULTILINE)
    assert headings[:6] == [
        "Install", "First operator", "New city", "Update", "Backup", "Restore",
    ]  # fmt: skip
    assert len(text.splitlines()) < 100

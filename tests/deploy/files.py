"""The files of deploy/, read once for all tests here."""

import re
from typing import Any

import yaml

from tests.architecture.sources import ROOT

FOLDER = ROOT / "deploy"
NAME = re.compile(r"^(?:# )?([A-Z][A-Z_]+)=", re.MULTILINE)
INSERTED = re.compile(r"\$\{([A-Z_]+)(?::?[-?+][^}]*)?\}|\{\$([A-Z_]+)[^}]*\}")


def read(name: str) -> str:
    return (FOLDER / name).read_text()


def compose() -> dict[str, Any]:
    return yaml.safe_load(read("compose.yaml"))


def of_verbund() -> dict[str, Any]:
    """The services that run our image."""
    services: dict[str, Any] = compose()["services"]
    return {name: one for name, one in services.items() if one["image"] == "${VERBUND_IMAGE}"}


def example_variables() -> list[str]:
    return NAME.findall(read(".env.example"))


def inserted_variables(name: str) -> set[str]:
    """What a file leaves to the environment: ${NAME} in compose, {$NAME} in Caddy."""
    return {first or second for first, second in INSERTED.findall(read(name))}


def readme_variables() -> set[str]:
    return set(re.findall(r"^\| `([A-Z_]+)`", (ROOT / "README.md").read_text(), re.MULTILINE))

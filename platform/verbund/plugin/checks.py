"""Checks at start: a plugin that does not fit stops the process and says why."""

from collections.abc import Sequence
from typing import Any

from django.apps import AppConfig
from django.core.checks import CheckMessage, Error, register

from verbund.plugin.config import PluginConfig
from verbund.plugin.contributions import KINDS
from verbund.plugin.gate import contributors, plugins

API_VERSION = 1


@register("plugins")
def plugins_fit(app_configs: Sequence[AppConfig] | None, **kwargs: Any) -> list[CheckMessage]:
    """verbund.E010–E014: API version, requirements, cycles, labels, contributions."""
    installed = {config.label: config for config in plugins()}
    problems: list[CheckMessage] = []
    for config in installed.values():
        problems += _fits(config, installed)
    for contributor in contributors():
        problems += _contributions_load(contributor)
    return problems


def _fits(config: PluginConfig, installed: dict[str, PluginConfig]) -> list[CheckMessage]:
    problems: list[CheckMessage] = []
    if config.works_with != API_VERSION:
        problems.append(
            Error(
                f"The plugin {config.label} was made for API {config.works_with}, "
                f"this is {API_VERSION}.",
                hint="Install a version of the plugin that fits.",
                id="verbund.E010",
            )
        )
    problems += [
        Error(
            f"The plugin {config.label} requires {name}, which is not installed.",
            hint=f"Install {name} or remove {config.label}.",
            id="verbund.E011",
        )
        for name in config.requires
        if name not in installed
    ]
    if _in_cycle(config.label, installed):
        problems.append(
            Error(
                f"The plugin {config.label} requires itself through others.",
                hint="Remove one of the requirements.",
                id="verbund.E012",
            )
        )
    if not config.title or not config.description:
        problems.append(
            Error(
                f"The plugin {config.label} has no title or no description.",
                hint="People choose it by them.",
                id="verbund.E013",
            )
        )
    return problems


def _in_cycle(label: str, installed: dict[str, PluginConfig]) -> bool:
    seen: set[str] = set()
    waiting = list(installed[label].requires)
    while waiting:
        current = waiting.pop()
        if current == label:
            return True
        if current in installed and current not in seen:
            seen.add(current)
            waiting += installed[current].requires
    return False


def _contributions_load(config: AppConfig) -> list[CheckMessage]:
    problems: list[CheckMessage] = []
    for kind in KINDS:
        try:
            config.contributions(kind)  # type: ignore[attr-defined]  # a ContributingConfig
        except TypeError as error:
            problems.append(Error(str(error), id="verbund.E014"))
    return problems

"""Checks at start: a plugin that does not fit stops the process and says why."""

from collections.abc import Iterator, Sequence
from contextlib import suppress
from pathlib import Path
from typing import Any

from django.apps import AppConfig
from django.conf import settings
from django.core.checks import CheckMessage, Error, Tags, register

from verbund.plugin.config import ContributingConfig, PluginConfig
from verbund.plugin.contributions import KINDS, RoleDefinition
from verbund.plugin.gate import contributors, plugins
from verbund.plugin.settings_form import NoFormField, field_for
from verbund.tenancy.models import TenantPlugin
from verbund.tenancy.names import RESERVED_SLUGS

API_VERSION = 1


@register("plugins")
def plugins_fit(app_configs: Sequence[AppConfig] | None, **kwargs: Any) -> list[CheckMessage]:
    """verbund.E010–E019: version, requirements, cycles, names, contributions, docs, settings."""
    installed = {config.label: config for config in plugins()}
    problems: list[CheckMessage] = []
    for config in installed.values():
        problems += _fits(config, installed)
        problems += _settings_can_be_shown(config)
    for contributor in contributors():
        problems += _contributions_load(contributor)
    return [*problems, *_names_clash(), *_roles_clash(), *_kinds_without_docs()]


@register(Tags.database)
def plugins_of_tenants_are_installed(
    app_configs: Sequence[AppConfig] | None, databases: Sequence[str] | None = None, **kwargs: Any
) -> list[CheckMessage]:
    """verbund.E018: a tenant has a plugin on that this installation lacks; reads the registry."""
    if not databases:
        return []
    installed = {config.label for config in plugins()}
    rows = TenantPlugin.objects.filter(enabled=True).exclude(label__in=installed)
    return [
        Error(
            f"{row.tenant.schema_name} has the plugin {row.label} on, which is not installed.",
            hint=f"Install {row.label}, or switch it off for {row.tenant.schema_name}.",
            id="verbund.E018",
        )
        for row in rows.select_related("tenant")
    ]


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


def _names_clash() -> list[CheckMessage]:
    """Below /admin/ and /api/v1/ each name has one owner; reserved words are nobody's."""
    owners: dict[str, str] = {}
    problems: list[CheckMessage] = []
    for config in contributors():
        for name in {config.label, getattr(config, "api_prefix", "") or config.label}:
            taken = owners.setdefault(name, config.label)
            reserved = name in RESERVED_SLUGS and isinstance(config, PluginConfig)
            if taken != config.label or reserved:
                owner = "the platform" if reserved else taken
                problems.append(
                    Error(
                        f"{config.label} and {owner} both claim the name “{name}”.",
                        hint="Choose another label or api_prefix.",
                        id="verbund.E015",
                    )
                )
    return problems


def _roles_clash() -> list[CheckMessage]:
    """A role is one contributor's: two would give each other's people their rights."""
    owners: dict[str, str] = {}
    problems: list[CheckMessage] = []
    for config, role in _loaded_roles():
        taken = owners.setdefault(role.name, config.label)
        if taken != config.label:
            problems.append(
                Error(
                    f"{config.label} and {taken} both define the role “{role.name}”.",
                    hint="Choose another name, or give the other's role rights: role_permissions.",
                    id="verbund.E019",
                )
            )
    return problems


def _loaded_roles() -> Iterator[tuple[ContributingConfig, RoleDefinition]]:
    for config in contributors():
        # What is no tuple of roles has its own message (E014).
        with suppress(TypeError):
            yield from [(config, role) for role in config.contributions("roles")]


def _kinds_without_docs() -> list[CheckMessage]:
    """Where the documentation is at hand; a class without a sentence of its own counts too."""
    page = Path(settings.VERBUND_ROOT) / "docs" / "plugin-api.md"
    text = page.read_text(encoding="utf-8") if page.exists() else None
    return [
        Error(
            f"The contribution “{kind}” is not documented.",
            hint=f"Give {cls.__name__} a docstring and docs/plugin-api.md a section “{kind}”.",
            id="verbund.E016",
        )
        for kind, (_file, cls) in KINDS.items()
        if _undescribed(cls) or (text is not None and f"### `{kind}`" not in text)
    ]


def _undescribed(cls: type) -> bool:
    # A dataclass without a docstring is given its signature as one.
    return not cls.__doc__ or cls.__doc__.startswith(f"{cls.__name__}(")


def _settings_can_be_shown(config: PluginConfig) -> list[CheckMessage]:
    problems: list[CheckMessage] = []
    for name, info in config.settings_model.model_fields.items():
        try:
            field_for(name, info)
        except NoFormField as error:
            problems.append(Error(f"{config.label}: {error}", id="verbund.E017"))
    return problems

"""Reads a recipe with all that this installation knows, and checks it against the registry."""

from pathlib import Path

from django.conf import settings
from django.utils.translation import gettext as _
from pydantic import ValidationError

from verbund.plugin.gate import find_plugin, plugins
from verbund.plugin.settings import parse_settings
from verbund.tenancy.models import Domain, Network, Tenant
from verbund.tenancy.recipe import (
    Membership,
    Problem,
    Recipe,
    RecipeError,
    line_in,
    read_recipe,
)
from verbund.theming.contrast import contrast_problems
from verbund.theming.frozen import ThemeError
from verbund.theming.registry import themes
from verbund.theming.tokens import resolve


def load_recipe(path: Path) -> Recipe:
    """The recipe in the file, fit for this installation.

    :raises RecipeError: all problems at once, each with file, line, key, value and way out.
    """
    recipe = read_recipe(
        path,
        known_themes=set(themes()),
        known_plugins={config.label for config in plugins()},
        known_languages={code for code, _label in settings.LANGUAGES},
    )
    found = problems_here(recipe, str(path))
    if found:
        raise RecipeError(found)
    return recipe


def problems_here(recipe: Recipe, file: str = "") -> list[Problem]:
    """What does not fit this installation: colours, plugins, taken names, the network."""
    texts = [
        *(("brand", text) for text in _brand_problems(recipe)),
        *_plugin_problems(recipe),
        *_registry_problems(recipe),
    ]
    return [Problem(file, line_in(file, key) if file else 0, key, text) for key, text in texts]


def _brand_problems(recipe: Recipe) -> list[str]:
    try:
        return contrast_problems(resolve(recipe.theme, recipe.brand.tokens))
    except ThemeError as error:
        return [str(error)]


def _plugin_problems(recipe: Recipe) -> list[tuple[str, str]]:
    found = []
    for label in recipe.enabled_plugins:
        key, config = f"plugins.{label}", find_plugin(label)
        if config is not None and recipe.kind not in config.kinds:
            found.append((key, _("This plugin is not for sites of kind “%s”.") % recipe.kind))
        try:
            parse_settings(label, recipe.plugins[label].settings)
        except ValidationError as error:
            for problem in error.errors():
                place = ".".join([key, "settings", *map(str, problem["loc"])])
                found.append((place, f"{problem['msg']} ({problem['input']!r})"))
    return found


def _registry_problems(recipe: Recipe) -> list[tuple[str, str]]:
    found = []
    for domain in recipe.domains:
        owner = Tenant.objects.filter(domains__domain=domain).first()
        if owner and owner.schema_name != recipe.schema_name:
            text = _("“%(domain)s” belongs to %(owner)s already. Choose another domain.")
            found.append(("domains", text % {"domain": domain, "owner": owner.name}))
    if isinstance(recipe.network, Membership):
        schema = recipe.network.network
        if not Network.objects.filter(tenant__schema_name=schema).exists():
            text = _("There is no network “%s”. Onboard it first, or leave out [network].")
            found.append(("network.network", text % schema))
    return found


def existing_tenant(recipe: Recipe) -> Tenant | None:
    """The tenant that this recipe once made."""
    return Tenant.objects.filter(schema_name=recipe.schema_name).first()


def domains_of(tenant: Tenant) -> list[str]:
    """All hosts, the canonical one first."""
    return list(Domain.objects.filter(tenant=tenant).values_list("domain", flat=True))

"""From the form's answers to the recipe of a tenant file: the same keys, the same rules."""

from collections.abc import Mapping
from typing import Any

from django.conf import settings
from django.utils.text import slugify
from django.utils.translation import gettext as _

from verbund.onboarding.domain.recipes import existing_tenant, problems_here
from verbund.plugin.gate import plugins
from verbund.tenancy.recipe import Problem, Recipe, RecipeError, recipe_from
from verbund.theming.registry import themes

Answers = Mapping[str, Any]
SETTINGS = "settings."
NO_KEY = frozenset({"plugins", "domains"})
UMLAUTS = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue", "ß": "ss"})
# Whatever a step does not ask for: fine in itself, so that only what was typed is found wanting.
SAMPLE: dict[str, Any] = {
    "name": "Probe",
    "association": "Probe",
    "schema": "verbund_probe",
    "domains": "verbund-probe.invalid",
    "theme": "verbund",
    "legal.name": "Probe",
    "legal.legal_form": "Probe",
    "legal.represented_by": "Probe",
    "legal.responsible_for_content": "Probe",
    "legal.data_protection_authority": "Probe",
    "legal.data_protection_email": "probe@verbund.example",
    "legal.enforcement_body": "Probe",
    "legal.accessibility_email": "probe@verbund.example",
    "contact.street": "Probe",
    "contact.postcode": "00000",
    "contact.city": "Probe",
    "contact.phone": "0",
    "contact.email": "probe@verbund.example",
    "admin.email": "probe@verbund.example",
}


def proposed_schema(name: str) -> str:
    """ "Mülheim an der Ruhr" → "muelheim_an_der_ruhr"."""
    return slugify(name.lower().translate(UMLAUTS)).replace("-", "_")[:41]


def proposed_domain(name: str, base: str) -> str:
    return f"{slugify(name.lower().translate(UMLAUTS))[:63]}.{base}"


def recipe_data(answers: Answers) -> dict[str, Any]:
    """What a tenant file would say; empty answers are left out."""
    data: dict[str, Any] = {"kind": "city"}
    for key, value in answers.items():
        if key not in NO_KEY and not key.startswith(SETTINGS) and value not in ("", None, []):
            _put(data, key.split("."), value)
    if not data.get("network", {}).get("network"):
        data.pop("network", None)
    if answers.get("domains"):
        data["domains"] = [answers["domains"]]
    data["plugins"] = {label: _plugin(label, answers) for label in answers.get("plugins", ())}
    return data


def _put(data: dict[str, Any], path: list[str], value: Any) -> None:
    for part in path[:-1]:
        data = data.setdefault(part, {})
    data[path[-1]] = value


def _plugin(label: str, answers: Answers) -> dict[str, Any]:
    start = f"{SETTINGS}{label}."
    values = {key.removeprefix(start): answers[key] for key in answers if key.startswith(start)}
    return {"settings": values}


def recipe_of(answers: Answers, *, new: bool = True) -> Recipe:
    """The recipe, fit for this installation and, if it is ``new``, for a site that is not there.

    :raises RecipeError: all problems at once.
    """
    recipe = recipe_from(
        recipe_data(answers),
        known_themes=set(themes()),
        known_plugins={config.label for config in plugins()},
        known_languages={code for code, _label in settings.LANGUAGES},
    )
    found = [*problems_here(recipe), *(_taken(recipe) if new else [])]
    if found:
        raise RecipeError(found)
    return recipe


def problems_in(answers: Answers) -> list[Problem]:
    """All that is wrong or missing."""
    try:
        recipe_of(answers)
    except RecipeError as error:
        return list(error.problems)
    return []


def problems_in_part(answers: Answers) -> list[Problem]:
    """What is wrong in these answers alone, whatever else is still to come."""
    return problems_in({**SAMPLE, **answers})


def _taken(recipe: Recipe) -> list[Problem]:
    owner = existing_tenant(recipe)
    if owner is None:
        return []
    text = _("“%(schema)s” belongs to %(owner)s already. Choose another schema.")
    return [Problem("", 0, "schema", text % {"schema": recipe.schema_name, "owner": owner.name})]

"""Where a recipe and the registry differ; after onboarding the registry is the truth."""

from dataclasses import dataclass
from typing import Any

from verbund.onboarding.domain.recipes import domains_of
from verbund.tenancy.models import Membership as MembershipRow
from verbund.tenancy.models import Tenant, TenantPlugin
from verbund.tenancy.recipe import Membership, NetworkProfile, Recipe


@dataclass(frozen=True)
class Difference:
    """One key with what the recipe says and what the registry holds."""

    key: str
    recipe: Any
    registry: Any

    def __str__(self) -> str:
        return f"{self.key}: recipe {self.recipe!r}, registry {self.registry!r}"


def differences(recipe: Recipe, tenant: Tenant) -> list[Difference]:
    """Every key whose value differs, by key."""
    wanted, held = facts_of_recipe(recipe), facts_of_tenant(tenant)
    return [
        Difference(key, wanted.get(key), held.get(key))
        for key in sorted(wanted.keys() | held.keys())
        if wanted.get(key) != held.get(key)
    ]


def facts_of_recipe(recipe: Recipe) -> dict[str, Any]:
    """The recipe as flat keys ("contact.city") and JSON values."""
    fields = tenant_fields(recipe)
    facts = {
        **fields,
        "brand": {**fields["brand"], "logo": recipe.brand.logo is not None},
        "domains": list(recipe.domains),
        "plugins": {
            label: {"enabled": plugin.enabled, "settings": plugin.settings}
            for label, plugin in recipe.plugins.items()
        },
        "network": _network_of_recipe(recipe),
    }
    return _flat(facts)


def facts_of_tenant(tenant: Tenant) -> dict[str, Any]:
    """The registry's rows of a tenant in the same shape."""
    rows = TenantPlugin.objects.filter(tenant=tenant)
    facts = {
        **{name: getattr(tenant, name) for name in FIELDS},
        # Where the file lies is the tenant's own matter; that there is one is comparable.
        "brand": {**tenant.brand, "logo": bool(tenant.brand.get("logo"))},
        "domains": domains_of(tenant),
        "plugins": {row.label: {"enabled": row.enabled, "settings": row.settings} for row in rows},
        "network": _network_of_tenant(tenant),
    }
    return _flat(facts)


FIELDS = (
    "name",
    "association",
    "kind",
    "theme",
    "languages",
    "address_form",
    "brand",
    "tokens",
    "legal",
    "contact",
)


def tenant_fields(recipe: Recipe) -> dict[str, Any]:
    """What a recipe says of the tenant's own row."""
    return {
        "name": recipe.name,
        "association": recipe.association,
        "kind": recipe.kind,
        "theme": recipe.theme,
        "languages": list(recipe.languages),
        "address_form": recipe.address_form,
        "brand": {"short_name": recipe.brand.short_name, "claim": recipe.brand.claim},
        "tokens": recipe.brand.tokens,
        "legal": recipe.legal.model_dump(mode="json") if recipe.legal else {},
        "contact": recipe.contact.model_dump(mode="json") if recipe.contact else {},
    }


def _network_of_recipe(recipe: Recipe) -> dict[str, Any]:
    return recipe.network.model_dump(mode="json") if recipe.network else {}


def _network_of_tenant(tenant: Tenant) -> dict[str, Any]:
    own = getattr(tenant, "network", None)
    if own is not None:
        profile = {name: getattr(own, name) for name in NetworkProfile.model_fields}
        return NetworkProfile.model_validate(profile).model_dump(mode="json")
    row = (
        MembershipRow.objects.filter(tenant=tenant, left=None)
        .select_related("network__tenant")
        .first()
    )
    if row is None:
        return {}
    facts = Membership.model_construct(
        network=row.network.tenant.schema_name, joined=row.joined, focus=row.focus
    )
    return facts.model_dump(mode="json")


def _flat(facts: dict[str, Any], prefix: str = "") -> dict[str, Any]:
    flat: dict[str, Any] = {}
    for key, value in facts.items():
        if isinstance(value, dict) and value:
            flat |= _flat(value, f"{prefix}{key}.")
        elif value not in ({}, "", None, [], ()):
            flat[prefix + key] = value
    return flat

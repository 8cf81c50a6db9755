"""What the registry holds of one site, as JSON and back; names of other sites stay outside."""

from typing import Any

from django.db.models import Model
from django.utils.translation import gettext as _

from verbund.tenancy.models import Domain, Membership, Network, Tenant, TenantPlugin


def registry_of(tenant: Tenant) -> dict[str, Any]:
    """The rows of a site, each a dictionary of its columns; networks by their uuid."""
    network = Network.objects.filter(tenant=tenant).first()
    memberships = Membership.objects.filter(tenant=tenant).select_related("network__tenant")
    return {
        "tenant": fields_of(tenant),
        "domains": [fields_of(row) for row in tenant.domains.all()],
        "plugins": [fields_of(row) for row in tenant.plugins.order_by("label")],
        "network": fields_of(network) if network else None,
        "memberships": [
            {**fields_of(row), "network": str(row.network.tenant.uuid)}
            for row in memberships.order_by("joined")
        ],
    }


def fields_of(row: Model) -> dict[str, Any]:
    """A row without its key and without what it points to."""
    return {
        field.attname: getattr(row, field.attname)
        for field in row._meta.concrete_fields
        if not field.primary_key and not field.is_relation
    }


def fill_fields(row: Model, values: dict[str, Any]) -> None:
    """Sets what fields_of() gave; a column that this version does not have is passed over."""
    for field in row._meta.concrete_fields:
        if field.attname in values and not field.primary_key and not field.is_relation:
            setattr(row, field.attname, field.to_python(values[field.attname]))


def restore_registry(tenant: Tenant, registry: dict[str, Any]) -> list[str]:
    """Plugins, network and memberships of a site that was made; notes on what can't be here."""
    for values in registry["plugins"]:
        plugin = TenantPlugin(tenant=tenant)
        fill_fields(plugin, values)
        plugin.save()
    if registry["network"]:
        network = Network(tenant=tenant)
        fill_fields(network, registry["network"])
        network.save()
    return [note for values in registry["memberships"] for note in _join(tenant, values)]


def _join(tenant: Tenant, values: dict[str, Any]) -> list[str]:
    network = Network.objects.filter(tenant__uuid=values["network"]).first()
    if network is None:
        return [_("A membership in a network that is not on this server was left out.")]
    membership = Membership(tenant=tenant, network=network)
    fill_fields(membership, values)
    membership.save()
    return []


def restore_domain_facts(tenant: Tenant, registry: dict[str, Any]) -> None:
    """What else was known of domains that came back under their own name."""
    known = {values["domain"]: values for values in registry["domains"]}
    for domain in Domain.objects.filter(tenant=tenant, domain__in=known):
        primary = domain.is_primary
        fill_fields(domain, known[domain.domain])
        domain.is_primary = primary
        domain.save()

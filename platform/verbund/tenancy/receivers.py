"""Changes of the registry made in this process are seen here at once."""

from django.db.models.signals import post_delete, post_save

from verbund.tenancy.models import Domain, Membership, Network, Tenant, TenantPlugin
from verbund.tenancy.registry import registry


def _expire(**kwargs: object) -> None:
    registry.expire()


for _model in (Tenant, Domain, TenantPlugin, Network, Membership):
    post_save.connect(_expire, sender=_model, dispatch_uid=f"registry-save-{_model.__name__}")
    post_delete.connect(_expire, sender=_model, dispatch_uid=f"registry-delete-{_model.__name__}")

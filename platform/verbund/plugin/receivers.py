"""Signals reach a plugin's receivers in those tenants alone that have it on."""

from collections.abc import Callable
from typing import Any

from verbund.plugin.config import ContributingConfig
from verbund.plugin.contributions import Receiver
from verbund.plugin.gate import contributed, is_on
from verbund.tenancy.context import maybe_tenant


def connect_all() -> None:
    """Connects every receiver once; called when all apps are ready."""
    for config, receiver in contributed("receivers"):
        receiver.signal.connect(
            _gated(config, receiver),
            sender=receiver.sender(),
            weak=False,
            dispatch_uid=f"{config.label}.{receiver.name}",
        )


def _gated(config: ContributingConfig, receiver: Receiver) -> Callable[..., None]:
    def handle(**kwargs: Any) -> None:
        # Without a tenant (a migration, the registry) there is nobody to act for.
        if maybe_tenant() is not None and is_on(config):
            receiver.handle(**kwargs)

    return handle

"""Which organisations there are, and who may act for them: asked of whatever plugin keeps them.

A plugin that lends rooms or finds partners asks here and imports no other plugin.
"""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from verbund.plugin.contributions import ActingOrganisation, OrganisationSource
from verbund.plugin.gate import active

if TYPE_CHECKING:
    from verbund.member_area.models import MemberAccount


def organisations_of(account: "MemberAccount") -> list[ActingOrganisation]:
    """Those that this member may act for, by name."""
    return _by_name(one for source in _sources() for one in source.of_account(account))


def find_organisations(query: str) -> list[ActingOrganisation]:
    """Those whose name holds this text, by name; all of them for an empty one."""
    return _by_name(one for source in _sources() for one in source.find(query))


def organisation_of(key: str) -> ActingOrganisation | None:
    """The one of this key, None where there is none (any more)."""
    found = (source.get(key) for source in _sources())
    return next((one for one in found if one is not None), None)


def open_to_partners() -> list[ActingOrganisation]:
    """Those that said that others may propose common plans to them, by name."""
    return _by_name(one for source in _sources() for one in source.open_to_partners())


def _sources() -> list[OrganisationSource]:
    return active("organisations")


def _by_name(found: Iterator[ActingOrganisation]) -> list[ActingOrganisation]:
    return sorted(found, key=lambda one: (one.name.casefold(), one.key))

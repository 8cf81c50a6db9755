"""How long each kind of data is kept in the current tenant, and forgetting what is over."""

from dataclasses import dataclass

from verbund.plugin.contributions import Retention
from verbund.plugin.gate import contributed


@dataclass(frozen=True)
class Overdue:
    """A kind of data, and how many of it are over their time now."""

    rule: Retention
    count: int


def rules() -> list[Retention]:
    """Everybody's, of plugins that are off as well."""
    found = [rule for _config, rule in contributed("retentions")]
    return sorted(found, key=lambda rule: rule.order)


def overdue() -> list[Overdue]:
    """Each rule with what would go now; writes nothing."""
    return [Overdue(rule, rule.count()) for rule in rules()]


def forget() -> dict[str, int]:
    """Deletes what is over its time; how many, by the rule's name."""
    return {rule.name: rule.drop() for rule in rules()}

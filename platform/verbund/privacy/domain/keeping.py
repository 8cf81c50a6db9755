"""How long each kind of data is kept in the current tenant, and forgetting what is over."""

import logging
from dataclasses import dataclass

from django.db.transaction import atomic

from verbund.plugin.contributions import Retention
from verbund.plugin.gate import contributed

log = logging.getLogger("verbund.privacy")


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
    """Deletes what is over its time; how many, by the rule's name.

    A rule that fails is named in the log and stops no other.
    """
    dropped = {}
    for rule in rules():
        try:
            with atomic():
                dropped[rule.name] = rule.drop()
        except Exception:  # whatever a plugin does wrong, the next rule has its turn
            log.exception("The rule %s could not delete what is over its time.", rule.name)
    return dropped

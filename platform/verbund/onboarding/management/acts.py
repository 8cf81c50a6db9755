"""The acts of `verbund tenants`: their arguments, and which domain function each calls."""

import json
from argparse import ArgumentParser
from collections.abc import Callable, Iterable
from typing import Any

from django.core.exceptions import ValidationError
from django.core.management.base import CommandError

from verbund.onboarding.domain.canonical import make_canonical
from verbund.tenancy.domain import life
from verbund.tenancy.domain.acts import Change
from verbund.tenancy.domain.domains import claim_domain, give_up_domain
from verbund.tenancy.models import Tenant

Act = Callable[..., Change]
STATES: dict[str, tuple[Act, str]] = {
    "activate": (life.open_site, "everybody reads it"),
    "prepare": (life.prepare, "back into preparation: staff alone read it"),
    "suspend": (life.suspend, "nobody reads it"),
    "archive": (life.archive, "it is read and takes no form"),
}
DOMAINS: dict[str, tuple[Act, str]] = {
    "add-domain": (claim_domain, "a host that is served once it is proven"),
    "remove-domain": (give_up_domain, "the host is nobody's again"),
    "canonical": (make_canonical, "all addresses name this host, the others lead to it"),
}
SWITCHES = {"on": True, "off": False}
ALL = "all"


def add_acts(actions: Any) -> None:
    """A parser an act; ``actions`` is what add_subparsers() gave."""
    for name, (_act, text) in STATES.items():
        parser = _parser(actions, name, text)
        if name == "suspend":
            parser.add_argument("--note", default="", help="what its page tells visitors")
    parser = _parser(actions, "rename", "another name; the schema keeps its own")
    parser.add_argument("name")
    parser.add_argument("--association", default="", help="full name of the association")
    parser = _parser(actions, "quota", "room for uploads")
    parser.add_argument("gigabytes", type=float, help="0: as much as there is")
    parser = _parser(actions, "test", "each page says that the site is a try")
    parser.add_argument("switch", choices=SWITCHES)
    for name, (_act, text) in DOMAINS.items():
        _parser(actions, name, text).add_argument("domain")
    parser = _parser(actions, "maintenance", f"nobody works there; “{ALL}” for all sites")
    parser.add_argument("switch", choices=SWITCHES)
    parser.add_argument("--note", default="", help="what its page tells visitors")


def run_act(action: str, schema: str, *, dry_run: bool, **options: Any) -> list[Change]:
    """Calls it, for one site or for all.

    :raises CommandError: no such site, or what was asked for can't be done.
    """
    try:
        if action == "maintenance" and schema == ALL:
            on = SWITCHES[options["switch"]]
            return life.set_maintenance_for_all(on, options["note"], dry_run=dry_run)
        return [_call(action, tenant_named(schema), options, dry_run)]
    except ValidationError as error:
        raise CommandError("; ".join(error.messages)) from error
    except ValueError as error:
        raise CommandError(str(error)) from error


def lines_of(changes: Iterable[Change], *, dry_run: bool) -> list[str]:
    verb = "would be" if dry_run else "is now"
    return [f"{change.site}: {text}" for change in changes for text in _texts(change, verb)]


def json_of(changes: Iterable[Change]) -> str:
    shown = [change.as_json() for change in changes]
    return json.dumps(shown, indent=2, ensure_ascii=False)


def tenant_named(schema: str) -> Tenant:
    """:raises CommandError: nobody has this schema."""
    tenant = Tenant.objects.filter(schema_name=schema).first()
    if tenant is None:
        raise CommandError(f"No tenant has the schema “{schema}”. See: verbund tenants list")
    return tenant


def _parser(actions: Any, name: str, text: str) -> ArgumentParser:
    parser: ArgumentParser = actions.add_parser(name, help=text)
    parser.add_argument("schema")
    parser.add_argument("--dry-run", action="store_true", help="only say what would change")
    parser.add_argument("--json", action="store_true", dest="as_json", help="for programs")
    return parser


def _call(action: str, tenant: Tenant, options: dict[str, Any], dry_run: bool) -> Change:
    if action == "suspend":
        return life.suspend(tenant, options["note"], dry_run=dry_run)
    if action in DOMAINS:
        return DOMAINS[action][0](tenant, options["domain"], dry_run=dry_run)
    if action in STATES:
        return STATES[action][0](tenant, dry_run=dry_run)
    if action == "rename":
        return life.rename(tenant, options["name"], options["association"], dry_run=dry_run)
    if action == "quota":
        size = int(options["gigabytes"] * life.GIGABYTE) or None
        return life.set_quota(tenant, size, dry_run=dry_run)
    on = SWITCHES[options["switch"]]
    if action == "test":
        return life.mark_as_test(tenant, on, dry_run=dry_run)
    return life.set_maintenance(tenant, on, options["note"], dry_run=dry_run)


def _texts(change: Change, verb: str) -> list[str]:
    differs = [name for name, value in change.after.items() if change.before.get(name) != value]
    return [f"{name} {verb} {change.after[name]!r}" for name in differs] or ["nothing changes"]

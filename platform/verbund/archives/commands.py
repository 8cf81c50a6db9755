"""What `verbund tenants` can do with archives: export, restore, delete."""

import json
import sys
from argparse import ArgumentParser
from collections.abc import Callable
from pathlib import Path
from typing import Any

from django.core.exceptions import ValidationError
from django.core.management.base import CommandError

from verbund.archives.domain.checking import ArchiveProblems, check_archive
from verbund.archives.domain.deleting import delete_tenant, keep_site, plan_deletion
from verbund.archives.domain.exporting import export_tenant
from verbund.archives.domain.restoring import restore_tenant
from verbund.archives.snapshot import snapshot
from verbund.tenancy.domain.life import NotForOperators
from verbund.tenancy.domain.provisioning import ProvisioningFailed
from verbund.tenancy.models import Tenant
from verbund.tenancy.storage import storage_of

Write = Callable[[str], object]


def add_actions(actions: Any) -> None:
    """The parsers of our actions."""
    parser = _parser(actions, "export", "Write all of a site into a file.")
    parser.add_argument("schema")
    parser.add_argument("file", type=Path)
    parser = _parser(actions, "restore", "Read a site back from its file.")
    parser.add_argument("file", type=Path)
    parser.add_argument("--as", dest="name", default="", metavar="NAME", help="another name")
    parser.add_argument("--schema", default="", help="another schema (default: from the name)")
    parser.add_argument(
        "--domain", dest="domains", action="append", default=[], metavar="DOMAIN",
        help="another domain; the first is canonical",
    )  # fmt: skip

    parser = _parser(actions, "delete", "Let a site go after 30 days, or keep it after all.")
    parser.add_argument("schema")
    parser.add_argument("--name", default="", help="the site's name, typed to be sure")
    parser.add_argument("--at-once", action="store_true", help="only one in preparation")
    parser.add_argument("--keep", action="store_true", help="take the plan back")


def _parser(actions: Any, name: str, text: str) -> ArgumentParser:
    parser: ArgumentParser = actions.add_parser(name, help=text)
    parser.add_argument("--dry-run", action="store_true", help="only say what would be done")
    parser.add_argument("--json", action="store_true", help="the result for programs")
    return parser


def export(write: Write, *, schema: str, file: Path, dry_run: bool, **options: Any) -> None:
    tenant = find_tenant(schema)
    if file.exists():
        raise CommandError(f"{file} is there already. Name another file.")
    if not file.parent.is_dir():
        raise CommandError(f"The folder {file.parent} is not there.")
    if dry_run:
        facts = _would_export(tenant)
        text = f"{schema} would be written to {file}: {_few(facts)}."
        _say(write, options["json"], facts, text)
        return
    done = export_tenant(tenant, file, _show)
    facts = {
        **done.manifest.facts(), "file": str(file), "size": done.size, "sha256": done.sha256
    }  # fmt: skip
    _say(write, options["json"], facts, f"{schema} is in {file}: {_few(facts)}, {done.size} bytes.")


def restore(
    write: Write,
    *,
    file: Path,
    name: str,
    schema: str,
    domains: list[str],
    dry_run: bool,
    **options: Any,
) -> None:
    names: dict[str, Any] = {"name": name, "schema": schema, "domains": domains}
    try:
        if dry_run:
            facts = check_archive(file, **names).facts()
            text = f"{file} is whole and would become {facts['schema']}: {_few(facts)}."
            _say(write, options["json"], facts, text)
            return
        done = restore_tenant(file, **names, progress=lambda step: _show(step, 0, 0))
    except FileNotFoundError as error:
        raise CommandError(f"There is no file {file}.") from error
    except (ArchiveProblems, ProvisioningFailed) as error:
        raise CommandError(str(error)) from error
    tenant = done.tenant
    facts = {
        "uuid": str(tenant.uuid), "schema": tenant.schema_name, "name": tenant.name,
        "status": tenant.status, "domains": [one.domain for one in tenant.domains.all()],
        "notes": done.notes,
    }  # fmt: skip
    notes = "".join(f"\nNote: {note}" for note in done.notes)
    _say(
        write, options["json"], facts,
        f"{tenant.schema_name} is restored from {file} ({tenant.status}).{notes}",
    )  # fmt: skip


def delete(
    write: Write,
    *,
    schema: str,
    name: str,
    at_once: bool,
    keep: bool,
    dry_run: bool,
    **options: Any,
) -> None:
    tenant = find_tenant(schema)
    try:
        if keep:
            change = keep_site(tenant, dry_run=dry_run)
        else:
            change = plan_deletion(tenant, name, at_once=at_once, dry_run=dry_run)
    except ValidationError as error:
        raise CommandError("; ".join(error.messages)) from error
    except NotForOperators as error:
        raise CommandError("The operators' own site is never deleted.") from error
    if at_once and not dry_run:
        proof = delete_tenant(tenant).details
        _say(write, options["json"], proof, f"{schema} is deleted: {proof['rows']} rows.")
        return
    due = change.after["due"]
    text = f"{schema} goes at {due}; nobody reads it until then." if due else f"{schema} stays."
    _say(write, options["json"], change.as_json(), f"{text}{' Nothing was changed.' * dry_run}")


def find_tenant(schema: str) -> Tenant:
    tenant = Tenant.objects.filter(schema_name=schema).first()
    if tenant is None:
        raise CommandError(f"No tenant has the schema “{schema}”. See: verbund tenants list")
    return tenant


def _would_export(tenant: Tenant) -> dict[str, Any]:
    with snapshot() as moment:
        tables = len(moment.tables(tenant.schema_name))
    media = sum(1 for _name in storage_of(tenant.uuid).all_files())
    return {"schema": tenant.schema_name, "name": tenant.name, "tables": tables, "media": media}


def _few(facts: dict[str, Any]) -> str:
    named = {name: facts[name] for name in ("tables", "rows", "media") if name in facts}
    return ", ".join(f"{value} {name}" for name, value in named.items())


def _show(what: str, done: int, total: int) -> None:
    """Every twentieth: a table is read in milliseconds."""
    if done % 20 == 0 or done == total:
        print(f"{what} {done}/{total}" if total else what, file=sys.stderr, flush=True)


def _say(write: Write, as_json: bool, facts: dict[str, Any], text: str) -> None:
    write(json.dumps(facts, indent=1, ensure_ascii=False) if as_json else text)

"""`verbund tenants …`."""

import json
from collections.abc import Callable
from io import StringIO
from pathlib import Path

import pytest
from django.conf import settings
from django.core.management import CommandError, call_command
from django.test import Client

from verbund.tenancy.domain.plugins import set_plugin
from verbund.tenancy.models import Tenant

Clients = Callable[..., Client]
FOLDER = Path(settings.TENANTS_DIR)


def run(*arguments: object) -> str:
    output = StringIO()
    call_command("tenants", *map(str, arguments), stdout=output)
    return output.getvalue()


def test_list_names_schema_kind_state_and_host(dortmund: Tenant) -> None:
    lines = [line.split() for line in run("list").splitlines()]

    assert lines == [
        ["dortmund", "city", "ready", "dortmund.test"],
        ["duesseldorf", "city", "ready", "duesseldorf.test"],
        ["netzwerk", "network", "ready", "netzwerk.test"],
    ]


def test_show_tells_what_the_registry_holds(dortmund: Tenant) -> None:
    set_plugin(dortmund, "news", enabled=False)

    shown = json.loads(run("show", "dortmund"))

    assert shown["uuid"] == str(dortmund.uuid)
    assert shown["domains"] == ["dortmund.test", "verband-dortmund.test"]
    assert shown["network.network"] == "netzwerk"
    assert shown["plugins.news.enabled"] is False


def test_show_says_where_to_look_for_a_name(dortmund: Tenant) -> None:
    with pytest.raises(CommandError, match="See: verbund tenants list"):
        run("show", "nirgends")


def test_diff_names_each_key_with_both_values(dortmund: Tenant) -> None:
    Tenant.objects.exclude(pk=dortmund.pk).exclude(kind="network").update(name="D'dorf")
    file = FOLDER / "duesseldorf" / "tenant.toml"

    lines = run("diff", file).splitlines()

    assert "name: recipe 'Düsseldorf', registry \"D'dorf\"" in lines
    assert lines[-1] == f"{len(lines) - 1} differences."


def test_diff_needs_a_tenant_that_is_onboarded(dortmund: Tenant) -> None:
    with pytest.raises(CommandError, match="is not onboarded"):
        run("diff", FOLDER / "_example" / "tenant.toml")


@pytest.mark.parametrize(
    ("action", "said", "answer"),
    [
        ("suspend", "Dortmund: status is now 'suspended'", 503),
        ("archive", "Dortmund: status is now 'archived'", 200),
        ("activate", "Dortmund: nothing changes", 200),
    ],
)
def test_a_site_is_closed_and_opened(
    dortmund: Tenant, client_for: Clients, action: str, said: str, answer: int
) -> None:
    assert run(action, "dortmund").splitlines()[0] == said

    assert client_for(dortmund).get("/impressum/").status_code == answer


def test_closing_a_site_closes_no_other(
    dortmund: Tenant, duesseldorf: Tenant, client_for: Clients
) -> None:
    run("suspend", "dortmund")

    assert client_for(duesseldorf).get("/impressum/").status_code == 200


def test_a_suspended_site_tells_the_note(dortmund: Tenant, client_for: Clients) -> None:
    run("suspend", "dortmund", "--note", "Wir ziehen um.")

    assert "Wir ziehen um." in client_for(dortmund).get("/").content.decode()


def test_a_dry_run_changes_no_state(dortmund: Tenant) -> None:
    said = run("suspend", "dortmund", "--dry-run")

    dortmund.refresh_from_db()
    assert (said, dortmund.status) == ("Dortmund: status would be 'suspended'\n", "ready")


def test_acts_are_told_to_programs(dortmund: Tenant) -> None:
    done = json.loads(run("rename", "dortmund", "Dortmund-Süd", "--json"))

    assert done == [
        {
            "action": "rename",
            "site": "Dortmund",
            "changed": True,
            "before": {"name": "Dortmund", "association": "Verband Dortmund"},
            "after": {"name": "Dortmund-Süd", "association": "Verband Dortmund"},
        }
    ]


@pytest.mark.parametrize(
    ("arguments", "field", "value"),
    [
        (("quota", "dortmund", "2.5"), "quota", 2_684_354_560),
        (("quota", "dortmund", "0"), "quota", None),
        (("test", "dortmund", "on"), "is_test", True),
        (("maintenance", "dortmund", "on"), "maintenance", True),
        (("maintenance", "all", "on"), "maintenance", True),
        (("prepare", "dortmund"), "status", "draft"),
    ],
    ids=lambda value: "-".join(value) if isinstance(value, tuple) else None,
)
def test_each_act_by_command(
    dortmund: Tenant, arguments: tuple[str, ...], field: str, value: object
) -> None:
    run(*arguments)

    dortmund.refresh_from_db()
    assert getattr(dortmund, field) == value


def test_a_name_that_is_too_long_is_said(dortmund: Tenant) -> None:
    with pytest.raises(CommandError, match="at most 100 characters"):
        run("rename", "dortmund", "D" * 200)


def test_a_domain_is_added_made_canonical_and_removed(dortmund: Tenant) -> None:
    run("add-domain", "dortmund", "neu.example.org")
    run("canonical", "dortmund", "verband-dortmund.test")
    run("remove-domain", "dortmund", "neu.example.org")

    assert Tenant.objects.get(pk=dortmund.pk).canonical_domain == "verband-dortmund.test"
    assert not dortmund.claims.exists()
    with pytest.raises(CommandError, match="no domain of this site, or not proven yet"):
        run("canonical", "dortmund", "neu.example.org")

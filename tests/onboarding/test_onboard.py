"""From a tenant file to a city on line."""

import re
from collections.abc import Callable
from io import StringIO
from pathlib import Path
from shutil import copytree
from typing import Any

import pytest
from django.conf import settings
from django.core import mail
from django.core.management import CommandError, call_command
from django.test import Client
from django_tenants.utils import schema_exists
from wagtail.models import Locale

from verbund.accounts.models import Invitation, User
from verbund.pages.models import LegalPage, StandardPage
from verbund.plugin.gate import is_enabled
from verbund.tenancy.context import tenant_context
from verbund.tenancy.domain.provisioning import ProvisioningFailed
from verbund.tenancy.enums import TenantStatus
from verbund.tenancy.models import Tenant

EXAMPLE = Path(settings.TENANTS_DIR) / "_example" / "tenant.toml"
HOST = "beispielstadt.localhost"
ANSWER = {
    "first_name": "Erste",
    "last_name": "Adminin",
    "password": "Kastanien-im-Herbst-7",
    "again": "Kastanien-im-Herbst-7",
}


def link_in(message: Any) -> str:
    """The path of the invitation's link."""
    found = re.search(rf"http://{HOST}(/anmeldung/einladung/\S+)", str(message.body))
    assert found is not None
    return found[1]


def run(command: str, *arguments: object) -> list[str]:
    output = StringIO()
    call_command(command, *map(str, arguments), stdout=output)
    return output.getvalue().splitlines()


@pytest.fixture
def changed(tmp_path: Path) -> Callable[..., Path]:
    """The example with some lines changed, in a folder of its own."""

    def make(**lines: str) -> Path:
        text = EXAMPLE.read_text(encoding="utf-8")
        for key, value in lines.items():
            text, count = re.subn(rf"^{key} = .*$", f"{key} = {value}", text, flags=re.MULTILINE)
            assert count, key
        for folder in ("media", "content"):
            copytree(EXAMPLE.parent / folder, tmp_path / folder, dirs_exist_ok=True)
        file = tmp_path / "tenant.toml"
        file.write_text(text, encoding="utf-8")
        return file

    return make


def test_the_example_is_onboarded_as_it_is(own_database: str) -> None:
    lines = run("onboard", EXAMPLE)

    tenant = Tenant.objects.get(schema_name="beispielstadt")
    assert lines == [f"Beispielstadt is at http://{HOST}/ (draft)."]
    assert tenant.status == TenantStatus.DRAFT
    assert is_enabled("news", tenant)
    with tenant_context(tenant):
        assert set(Locale.objects.values_list("language_code", flat=True)) == {"de", "en"}
        assert LegalPage.objects.filter(live=True, locale__language_code="de").count() == 3
        pages = dict(StandardPage.objects.values_list("slug", "live"))
        assert pages == {"ueber-uns": True, "mitglied-werden": False}
        assert not User.objects.exists()
        assert Invitation.objects.get(email="admin@beispielstadt.example").is_open
    [message] = mail.outbox
    assert message.to == ["admin@beispielstadt.example"]
    assert f"http://{HOST}/anmeldung/einladung/" in message.body


def test_a_second_run_changes_nothing_and_says_so(own_database: str) -> None:
    run("onboard", EXAMPLE, "--public", "--no-invitation")
    before = Tenant.objects.values().get(schema_name="beispielstadt")

    lines = run("onboard", EXAMPLE)

    assert lines == [
        "Beispielstadt exists already: nothing changed, 0 differences (the registry holds)."
    ]
    assert Tenant.objects.values().get(schema_name="beispielstadt") == before
    assert mail.outbox == []
    assert Client().get("/ueber-uns/", headers={"host": HOST}).status_code == 200


def test_the_first_admin_comes_in_by_her_link(own_database: str) -> None:
    run("onboard", EXAMPLE)
    client = Client(headers={"host": HOST})

    response = client.post(link_in(mail.outbox[0]), ANSWER)

    assert response["Location"] == "/admin/"
    assert client.get("/admin/").status_code == 200
    with tenant_context(Tenant.objects.get(schema_name="beispielstadt")):
        admin = User.objects.get(email="admin@beispielstadt.example")
        assert [group.name for group in admin.groups.all()] == ["Administration"]


def test_who_was_not_told_is_invited_later(own_database: str) -> None:
    run("onboard", EXAMPLE, "--no-invitation")
    address = "admin@beispielstadt.example"

    [dry] = run("invite", "beispielstadt", address, "--dry-run")
    [first] = run("invite", "beispielstadt", address)
    [other] = run("invite", "beispielstadt", "zweite@beispielstadt.example")

    assert dry == f"Would invite {address} to Beispielstadt."
    assert first.startswith(f"{address} is invited to Beispielstadt: http://{HOST}/anmeldung/")
    assert [message.to for message in mail.outbox] == [
        [address],
        ["zweite@beispielstadt.example"],
    ]
    assert Client(headers={"host": HOST}).get(link_in(mail.outbox[0])).status_code == 200
    assert other.split()[-1].endswith(link_in(mail.outbox[1]))


def test_who_has_an_account_is_not_invited(own_database: str) -> None:
    run("onboard", EXAMPLE)
    Client(headers={"host": HOST}).post(link_in(mail.outbox[0]), ANSWER)

    with pytest.raises(CommandError, match="has an account already"):
        run("invite", "beispielstadt", "admin@beispielstadt.example")


def test_a_dry_run_writes_nothing(own_database: str) -> None:
    [line] = run("onboard", EXAMPLE, "--dry-run")

    assert "is fine. Would make beispielstadt: plugins, logo, page tree, roles" in line
    assert not Tenant.objects.filter(schema_name="beispielstadt").exists()
    assert not schema_exists("beispielstadt")


def test_a_step_that_fails_leaves_nothing(
    own_database: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*arguments: object) -> None:
        raise RuntimeError("no roles today")

    monkeypatch.setattr("verbund.onboarding.domain.steps.sync_roles", fail)

    with pytest.raises(CommandError, match=r"“roles”: no roles today\. Nothing was left behind"):
        run("onboard", EXAMPLE)

    assert not Tenant.objects.filter(schema_name="beispielstadt").exists()
    assert not schema_exists("beispielstadt")
    assert issubclass(ProvisioningFailed, RuntimeError)


def test_all_errors_are_told_at_once(dortmund: Tenant, changed: Callable[..., Path]) -> None:
    file = changed(theme='"barock"', domains='["www.beispiel.test"]', schema='"public"')

    with pytest.raises(CommandError) as caught:
        run("onboard", file)

    text = str(caught.value)
    assert text.startswith("Nothing was written.")
    for word in ("barock", "www.", "“public” is reserved"):
        assert word in text
    assert str(file) in text


@pytest.mark.parametrize(
    ("key", "value", "said"),
    [
        ("domains", '["dortmund.test"]', "“dortmund.test” belongs to Dortmund already"),
        ("accent", '"#fff7d0"', "needs 4.5:1"),
        ("languages", '["de", "xx"]', "xx"),
        ("logo", '"media/nirgends.svg"', "nirgends.svg"),
    ],
)
def test_a_recipe_that_does_not_fit_this_installation(
    key: str, value: str, said: str, dortmund: Tenant, changed: Callable[..., Path]
) -> None:
    with pytest.raises(CommandError) as caught:
        run("onboard", changed(**{key: value}))

    assert said in str(caught.value)
    assert not Tenant.objects.filter(schema_name="beispielstadt").exists()


def test_an_unknown_network(dortmund: Tenant, changed: Callable[..., Path]) -> None:
    file = changed()
    text = file.read_text() + '\n[network]\nnetwork = "nirgends"\njoined = 2026-01-01\n'
    file.write_text(text)

    with pytest.raises(CommandError, match="There is no network “nirgends”"):
        run("onboard", file)


def test_unknown_settings_of_a_plugin(dortmund: Tenant, changed: Callable[..., Path]) -> None:
    file = changed()
    file.write_text(file.read_text() + "\n[plugins.news.settings]\ncolour = 3\n")

    with pytest.raises(CommandError, match="colour"):
        run("onboard", file)

"""Every address that exists, asked for by everybody there is, compared with one table of who may.

A new view without a line in the table fails here; so does a line whose view is gone.
"""

from collections.abc import Callable
from dataclasses import dataclass

import pytest
from django.contrib.auth.models import Group
from django.test import Client
from django.utils.translation import override

from plugins.members.domain.beginnings import make_directory
from plugins.resources.onboarding import seeds
from tests.accounts.matrix import people
from tests.accounts.matrix.addresses import Address, all_addresses
from tests.accounts.matrix.document import COMMAND, MEANINGS, roles_page
from tests.accounts.matrix.lines import EVERYBODY, MEMBER, ROLES, SAMPLES, SUPPORT, Line, May
from tests.accounts.matrix.objects import Objects, branch_of_dummies, home, objects_of
from tests.accounts.matrix.table import by_address, lines
from tests.accounts.matrix.visiting import came_in, visit
from tests.architecture.sources import ROOT
from verbund.accounts.models import User
from verbund.accounts.roles_list import description_of, roles_here
from verbund.accounts.roles_sync import sync_roles
from verbund.plugin.switching import enable_plugin
from verbund.tenancy.context import tenant_context
from verbund.tenancy.models import Tenant

Staff = Callable[[Tenant, str], User]
TABLE = by_address()


@pytest.fixture
def site(dortmund: Tenant) -> Tenant:
    """Dortmund with every plugin on."""
    for label in ("dummy", "members", "resources"):
        enable_plugin(dortmund, label)
    with tenant_context(dortmund):
        branch_of_dummies()
        make_directory(home())
        for seed in seeds:
            seed.run(dortmund)
        sync_roles(dortmund)
    return dortmund


@pytest.fixture
def theirs(site: Tenant) -> Objects:
    """What an editor has made."""
    editor = people.colleague(site, "Redaktion", "andere")
    with tenant_context(site):
        return objects_of(editor, home(), "andere")


def test_each_address_has_a_line(in_dortmund: Tenant) -> None:
    assert sorted({one.key for one in all_addresses()} - TABLE.keys()) == []


def test_no_line_is_about_an_address_that_is_not_there(in_dortmund: Tenant) -> None:
    assert sorted(TABLE.keys() - {one.key for one in all_addresses()}) == []


def test_no_address_has_two_lines() -> None:
    named = [address for line in lines() for address in line.addresses]

    assert sorted(named) == sorted(set(named))


def test_each_role_has_a_place_in_the_table(site: Tenant) -> None:
    with tenant_context(site):
        assert sorted(role.name for role in roles_here()) == sorted(ROLES)
        assert set(Group.objects.values_list("name", flat=True)) == set(ROLES)


@pytest.mark.parametrize("role", ROLES)
def test_a_role_reaches_what_the_table_says(role: str, site: Tenant, theirs: Objects) -> None:
    user = people.colleague(site, role, "eigene")
    people.add_second_factor(site, user)
    client = people.browser(site, user)
    with tenant_context(site):
        below = branch_of_dummies() if role == SAMPLES else home()
        hers = objects_of(user, below, "eigene")

    assert Walk(role, client, site, theirs, hers).differences() == ""


def test_nobody_reaches_what_the_table_says(site: Tenant, theirs: Objects) -> None:
    client = people.browser(site)

    assert Walk(EVERYBODY, client, site, theirs, theirs).differences() == ""


def test_a_member_reaches_what_the_table_says(site: Tenant, theirs: Objects) -> None:
    client = people.member(site)

    assert Walk(MEMBER, client, site, theirs, theirs).differences() == ""


def test_support_reaches_what_the_table_says(site: Tenant, theirs: Objects) -> None:
    client, stand_in = people.support(site)
    with tenant_context(site):
        hers = objects_of(stand_in, home(), "eigene")

    assert Walk(SUPPORT, client, site, theirs, hers).differences() == ""


def test_another_citys_admin_is_nobody_here(
    site: Tenant, theirs: Objects, duesseldorf: Tenant, staff: Staff
) -> None:
    admin = staff(duesseldorf, "Administration")
    client = people.from_elsewhere(site, duesseldorf, admin)

    assert Walk(EVERYBODY, client, site, theirs, theirs).differences() == ""


def test_what_belongs_to_a_plugin_that_is_off_is_nowhere(
    site: Tenant, theirs: Objects, duesseldorf: Tenant, staff: Staff
) -> None:
    client = people.browser(duesseldorf, staff(duesseldorf, "Administration"))
    of_the_plugin = [one for one in addresses(site) if "dummy" in one.key.partition(":")[0]]

    found = {one.key: visit(client, path(site, one, theirs), {}) for one in of_the_plugin}

    assert len(found) > 10
    assert [key for key, verdicts in found.items() if came_in(*verdicts)] == []


def test_the_page_about_roles_is_current() -> None:
    page = (ROOT / "docs" / "roles.md").read_text(encoding="utf-8")

    assert page == roles_page(), f"Write it anew: {COMMAND}"


def test_the_page_says_of_a_role_what_the_site_says(in_dortmund: Tenant) -> None:
    shown = [role for role in ROLES if role != SAMPLES]

    with override("de"):
        assert {role: description_of(role) for role in shown} == MEANINGS


@dataclass(frozen=True)
class Walk:
    """Somebody with a browser, among others' things and her own."""

    person: str
    client: Client
    site: Tenant
    theirs: Objects
    hers: Objects

    def differences(self) -> str:
        """Where what happens is not what the table says, a line each."""
        found = [self._at(address) for address in addresses(self.site)]
        return "\n".join(one for one in found if one)

    def _at(self, address: Address) -> str:
        line = TABLE.get(address.key)
        if line is None:
            return ""  # a test of its own says so
        may = line.may(self.person)
        own, other = (path(self.site, address, one) for one in (self.hers, self.theirs))
        if may == May.YES or own == other:
            # Who may touch others' things may touch her own; here nothing is anybody's.
            return self._compared(line, other, self.theirs, may != May.NO)
        return self._compared(line, other, self.theirs, False) or self._compared(
            line, own, self.hers, may == May.OWN
        )

    def _compared(self, line: Line, asked: str, objects: Objects, expected: bool) -> str:
        looked, sent = visit(self.client, asked, objects.form)
        if line.only_to_read:
            right = came_in(looked) and not came_in(sent)
        else:
            right = came_in(looked, sent) == expected
        if right:
            return ""
        may = f"may: {line.may(self.person)}"
        return f"{asked} as {self.person}: {looked}, {sent}; {line.text}, {may}"


def addresses(tenant: Tenant) -> list[Address]:
    with tenant_context(tenant):
        return all_addresses()


def path(tenant: Tenant, address: Address, objects: Objects) -> str:
    with tenant_context(tenant):
        return address.path(objects)

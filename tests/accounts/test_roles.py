"""What each role may do and may not, walked through Wagtail's own permission checks."""

from collections.abc import Callable
from io import StringIO

import pytest
from django.contrib.auth.models import Group, Permission
from django.core.management import call_command
from wagtail.models import Collection, GroupPagePermission, Page

import plugins.news.admin
from tests.adminsite.helpers import draft
from verbund.accounts.models import User
from verbund.accounts.powers import Powers, powers_by_group
from verbund.accounts.roles import Role
from verbund.accounts.roles_sync import UnknownPermission, sync_roles
from verbund.media.models import Image
from verbund.pages.models import HomePage
from verbund.plugin.contributions import RolePermissions
from verbund.tenancy.context import tenant_context
from verbund.tenancy.models import Tenant

Staff = Callable[[Tenant, str], User]
MANAGES_USERS = "accounts.change_user"


def pages_for(user: User, page: Page) -> set[str]:
    tester = page.permissions_for_user(user)
    asked = {
        "edit": tester.can_edit(),
        "publish": tester.can_publish(),
        "delete": tester.can_delete(),
        "submit": tester.can_submit_for_moderation(),
        "unlock": tester.can_unlock(),
    }
    return {name for name, allowed in asked.items() if allowed}


def test_an_author_submits_her_own_page_and_can_not_publish_it(
    dortmund: Tenant, staff: Staff
) -> None:
    author = staff(dortmund, "Autor:in")
    with tenant_context(dortmund):
        page = draft("Meine", author)

        assert pages_for(author, page) == {"edit", "submit", "delete"}


def test_an_author_can_not_touch_what_others_wrote(dortmund: Tenant, staff: Staff) -> None:
    author, editor = staff(dortmund, "Autor:in"), staff(dortmund, "Redaktion")
    with tenant_context(dortmund):
        page = draft("Fremd", editor)

        assert pages_for(author, page) & {"edit", "publish", "delete", "unlock"} == set()


def test_an_editor_publishes_what_anybody_wrote(dortmund: Tenant, staff: Staff) -> None:
    author, editor = staff(dortmund, "Autor:in"), staff(dortmund, "Redaktion")
    with tenant_context(dortmund):
        page = draft("Von anderen", author)

        assert {"edit", "publish", "unlock"} <= pages_for(editor, page)


def test_only_an_admin_manages_users_and_the_site(dortmund: Tenant, staff: Staff) -> None:
    with tenant_context(dortmund):
        allowed = {
            role: (user.has_perm(MANAGES_USERS), user.has_perm("accounts.manage_site"))
            for role in ("Administration", "Redaktion", "Autor:in")
            for user in [staff(dortmund, role)]
        }

    assert allowed == {
        "Administration": (True, True),
        "Redaktion": (False, False),
        "Autor:in": (False, False),
    }


@pytest.mark.parametrize(
    ("role", "allowed"),
    [("Administration", True), ("Redaktion", True), ("Autor:in", False)],
)
def test_whose_pictures_a_role_may_change(
    role: str, allowed: bool, dortmund: Tenant, staff: Staff
) -> None:
    from wagtail.permissions import policy_registry

    with tenant_context(dortmund):
        policy = policy_registry.get_by_type(Image)
        user = staff(dortmund, role)

        assert policy.user_has_permission(user, "add")
        assert policy.user_has_permission(user, "choose")
        assert policy.user_has_permission(user, "change") is allowed or role == "Autor:in"
        assert policy.user_has_permission_for_instance(user, "change", foreign_image()) is allowed


def test_no_role_is_superuser_and_nobody_is(dortmund: Tenant) -> None:
    with tenant_context(dortmund):
        assert not User.objects.filter(is_superuser=True).exists()


def test_the_admin_covers_every_other_role(dortmund: Tenant) -> None:
    with tenant_context(dortmund):
        powers = {role: powers_of(role.value) for role in Role}

    assert powers[Role.ADMIN].cover(powers[Role.EDITOR])
    assert powers[Role.ADMIN].cover(powers[Role.AUTHOR])
    assert not powers[Role.AUTHOR].cover(powers[Role.EDITOR])


def test_a_branch_of_the_tree_is_covered_by_the_tree_above_it(dortmund: Tenant) -> None:
    with tenant_context(dortmund):
        small = Group.objects.create(name="Nur eine Seite")
        home = HomePage.objects.get(locale__language_code="de")
        publish = Permission.objects.get(codename="publish_page")
        GroupPagePermission.objects.create(group=small, page=home, permission=publish)
        branch, editors = powers_of(small.name), powers_of("Redaktion")

    assert editors.cover(branch)
    assert not branch.cover(editors)


def test_sync_repairs_what_is_missing_and_keeps_what_a_tenant_added(dortmund: Tenant) -> None:
    with tenant_context(dortmund):
        editors = Group.objects.get(name="Redaktion")
        take_publishing(editors.name)
        own = Permission.objects.get(codename="add_redirect")
        editors.permissions.add(own)

        changes = sync_roles(dortmund)

        assert changes == ["Redaktion: publish_page"]
        assert editors.permissions.filter(pk=own.pk).exists()


def test_sync_makes_a_role_that_is_gone(dortmund: Tenant) -> None:
    with tenant_context(dortmund):
        Group.objects.get(name="Autor:in").delete()

        changes = sync_roles(dortmund)

        assert changes[0] == "Autor:in: made"
        assert Group.objects.filter(name="Autor:in").exists()


def test_a_second_sync_changes_nothing(dortmund: Tenant) -> None:
    with tenant_context(dortmund):
        assert sync_roles(dortmund) == []


def test_a_plugin_gives_permissions_that_exist(
    dortmund: Tenant, monkeypatch: pytest.MonkeyPatch
) -> None:
    wrong = RolePermissions("Redaktion", ("news.fly_topic",))
    monkeypatch.setattr(plugins.news.admin, "role_permissions", (wrong,))

    with tenant_context(dortmund), pytest.raises(UnknownPermission, match=r"^news\.fly_topic$"):
        sync_roles(dortmund)


def test_the_command_repairs_every_tenant(dortmund: Tenant, duesseldorf: Tenant) -> None:
    for tenant in (dortmund, duesseldorf):
        with tenant_context(tenant):
            take_publishing("Redaktion")

    dry, real, again = run("--dry-run"), run(), run()

    assert dry[-1] == "2 changes would be made."
    assert real == [
        "dortmund: Redaktion: publish_page",
        "duesseldorf: Redaktion: publish_page",
        "2 changes.",
    ]
    assert again == ["0 changes."]


def powers_of(role: str) -> Powers:
    return powers_by_group()[Group.objects.get(name=role).pk]


def take_publishing(role: str) -> None:
    held = GroupPagePermission.objects.filter(group__name=role)
    held.filter(permission__codename="publish_page").delete()


def run(*arguments: str) -> list[str]:
    output = StringIO()
    call_command("roles", "sync", *arguments, stdout=output)
    return output.getvalue().splitlines()


def foreign_image() -> Image:
    from wagtail.images.tests.utils import get_test_image_file

    image = Image(
        title="Fremd",
        file=get_test_image_file(),
        collection=Collection.get_first_root_node(),
    )
    image.save()
    return image

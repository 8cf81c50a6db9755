"""Each kind of contribution works where the plugin is on and is absent where it is off."""

from collections.abc import Callable
from pathlib import Path

import dummy_plugin.jobs
import dummy_plugin.receivers
import pytest
from django.contrib.auth.models import Group
from django.test import Client
from django.utils import timezone
from dummy_plugin.models import DummyIndexPage, DummyPage, Kind

from tests.adminsite.helpers import menu_names
from tests.member_area.helpers import member_client, member_in
from verbund.accounts.domain.people import Reach
from verbund.accounts.models import User
from verbund.accounts.roles_sync import sync_roles
from verbund.api.domain.keys import make_key
from verbund.pages.models import HomePage
from verbund.plugin.gate import active
from verbund.plugin.jobs import UnknownJob, enqueue, run_everywhere, run_job
from verbund.plugin.organisations import (
    find_organisations,
    open_to_partners,
    organisation_of,
    organisations_of,
)
from verbund.plugin.switching import disable_plugin
from verbund.privacy.domain.erasing import erase
from verbund.privacy.domain.handing_out import collect
from verbund.privacy.domain.keeping import forget, overdue
from verbund.search.query import SearchQuery
from verbund.search.service import search
from verbund.tenancy.context import tenant_context
from verbund.tenancy.models import Tenant

Clients = Callable[..., Client]
Staff = Callable[[Tenant, str], User]


def index_in(tenant: Tenant) -> DummyIndexPage:
    with tenant_context(tenant):
        home = HomePage.objects.get(locale__language_code="de")
        page = DummyIndexPage(title="Proben")
        home.add_child(instance=page)
        return page


def page_below(index: DummyIndexPage, tenant: Tenant, title: str = "Probe") -> DummyPage:
    with tenant_context(tenant):
        page = DummyPage(title=title, slug="probe", body=[("dummy", {"text": "Ein Baustein"})])
        index.add_child(instance=page)
        page.save_revision().publish()
        return page


def editor_of(tenant: Tenant, client_for: Clients, staff: Staff) -> Client:
    return client_for(tenant, staff(tenant, "Redaktion"))


def test_hook_menu_items(
    dummy_on: Tenant, duesseldorf: Tenant, client_for: Clients, staff: Staff
) -> None:
    author = client_for(dummy_on, staff(dummy_on, "Autor:in"))

    assert "dummy" in menu_names(editor_of(dummy_on, client_for, staff))
    assert "dummy" not in menu_names(author)
    assert "dummy" not in menu_names(editor_of(duesseldorf, client_for, staff))


def test_hook_snippets(
    dummy_on: Tenant, duesseldorf: Tenant, client_for: Clients, staff: Staff
) -> None:
    here, there = (editor_of(one, client_for, staff) for one in (dummy_on, duesseldorf))

    assert "dummy-kinds" in menu_names(here)
    assert "dummy-kinds" not in menu_names(there)
    assert here.get("/admin/snippets/dummy/kind/").status_code == 200
    assert there.get("/admin/snippets/dummy/kind/").status_code == 404
    assert there.get("/admin/snippets/choose/dummy/kind/").status_code == 404


def test_hook_admin_views(
    dummy_on: Tenant, duesseldorf: Tenant, client_for: Clients, staff: Staff
) -> None:
    path = "/admin/dummy/hello/"

    assert editor_of(dummy_on, client_for, staff).get(path).content == b"Hallo"
    assert client_for(dummy_on, staff(dummy_on, "Autor:in")).get(path).status_code == 302
    assert client_for(dummy_on).get(path).status_code == 302
    assert editor_of(duesseldorf, client_for, staff).get(path).status_code == 404


def test_hook_role_permissions(dummy_on: Tenant, duesseldorf: Tenant) -> None:
    for tenant, roles in ((dummy_on, {"Administration", "Redaktion"}), (duesseldorf, set())):
        with tenant_context(tenant):
            sync_roles(tenant)
            found = Group.objects.filter(permissions__codename="add_kind")
            assert set(found.values_list("name", flat=True)) == roles


def test_hook_roles(dummy_on: Tenant, duesseldorf: Tenant, staff: Staff) -> None:
    index = index_in(dummy_on)
    with tenant_context(dummy_on):
        home = index.get_parent()
        sync_roles(dummy_on)
        keeper = User.objects.create_user("proben@dortmund.test")
        keeper.groups.add(Group.objects.get(name="Proben"))
        admin = staff(dummy_on, "Administration")

        assert keeper.has_perms(["wagtailadmin.access_admin", "dummy.change_kind"])
        assert not keeper.has_perm("dummy.add_kind")
        assert index.permissions_for_user(keeper).can_edit()
        assert not home.permissions_for_user(keeper).can_edit()
        assert "Proben" in [role.name for role in Reach(admin).roles()]
        assert sync_roles(dummy_on) == []

        disable_plugin(dummy_on, "dummy")

        assert "Proben" not in [role.name for role in Reach(admin).roles()]
    with tenant_context(duesseldorf):
        sync_roles(duesseldorf)
        assert not Group.objects.filter(name="Proben").exists()


def test_hook_panels(
    dummy_on: Tenant, duesseldorf: Tenant, client_for: Clients, staff: Staff
) -> None:
    here, there = (
        editor_of(one, client_for, staff).get("/admin/") for one in (dummy_on, duesseldorf)
    )

    assert "A dummy line" in here.content.decode()
    assert "A dummy line" not in there.content.decode()


def test_hook_new_buttons(
    dummy_on: Tenant, duesseldorf: Tenant, client_for: Clients, staff: Staff
) -> None:
    here, there = (
        editor_of(one, client_for, staff).get("/admin/") for one in (dummy_on, duesseldorf)
    )

    assert "New dummy" in here.content.decode()
    assert "Nobody&#x27;s button" not in here.content.decode()
    assert "New dummy" not in there.content.decode()


def test_hook_content_blocks(dummy_on: Tenant, client_for: Clients) -> None:
    page = page_below(index_in(dummy_on), dummy_on)
    with tenant_context(dummy_on):
        assert "Ein Baustein" in str(page.body)

        disable_plugin(dummy_on, "dummy")

        assert "Ein Baustein" not in str(page.body)
        assert page.body[0].value["text"] == "Ein Baustein"


def test_hook_search_documents(dummy_on: Tenant) -> None:
    page_below(index_in(dummy_on), dummy_on, "Quittenmarmelade")
    query = SearchQuery(text="Quittenmarmelade", tenants=(dummy_on.uuid,))

    found = search(query)
    disable_plugin(dummy_on, "dummy")
    hidden = search(query)

    assert [(hit.title, hit.kind) for hit in found.hits] == [("Quittenmarmelade", "dummy")]
    assert hidden.hits == ()


def test_hook_receivers(dummy_on: Tenant, duesseldorf: Tenant) -> None:
    dummy_plugin.receivers.heard.clear()

    for tenant in (dummy_on, duesseldorf):
        with tenant_context(tenant):
            HomePage.objects.get(locale__language_code="de").save_revision().publish()

    assert [schema for schema, _title in dummy_plugin.receivers.heard] == ["dortmund"]


def test_hook_jobs(dummy_on: Tenant, duesseldorf: Tenant) -> None:
    dummy_plugin.jobs.done.clear()

    here = run_job(str(dummy_on.uuid), "dummy.greet", {"name": "Ayşe"})
    there = run_job(str(duesseldorf.uuid), "dummy.greet", {"name": "niemand"})
    failed = run_everywhere("dummy.tick")

    assert (here, there, failed) == (True, False, [])
    assert dummy_plugin.jobs.done == [("dortmund", "Ayşe"), ("dortmund", "tick")]


def test_a_job_is_enqueued_in_the_transaction_of_its_tenant(dummy_on: Tenant) -> None:
    from procrastinate.contrib.django.models import ProcrastinateJob

    with tenant_context(dummy_on):
        enqueue("dummy.greet", name="Ayşe")

        with pytest.raises(UnknownJob, match=r"dummy\.unknown"):
            enqueue("dummy.unknown")

    [job] = ProcrastinateJob.objects.filter(task_name="verbund.run_job")
    assert job.args == {
        "tenant": str(dummy_on.uuid),
        "name": "dummy.greet",
        "arguments": {"name": "Ayşe"},
    }


def test_hook_seeds(dummy_on: Tenant, duesseldorf: Tenant) -> None:
    for tenant in (dummy_on, duesseldorf):
        with tenant_context(tenant):
            for seed in [*active("seeds"), *active("seeds")]:
                if seed.name == "kinds":
                    seed.run(tenant)

    assert names_of_kinds(dummy_on) == ["Seed of dortmund"]
    assert names_of_kinds(duesseldorf) == []


def test_hook_first_steps(dummy_on: Tenant, duesseldorf: Tenant) -> None:
    with tenant_context(dummy_on):
        step = next(one for one in active("first_steps") if one.name == "kind")
        assert not step.done()
        Kind.objects.create(name="Erste")
        assert step.done()
    assert "kind" not in [one.name for one in active("first_steps", duesseldorf)]


def test_hook_demo_content(dummy_on: Tenant, duesseldorf: Tenant, tmp_path: Path) -> None:
    found = {
        tenant: [one for one in active("demo_content", tenant) if one.name == "kinds"]
        for tenant in (dummy_on, duesseldorf)
    }

    with tenant_context(dummy_on):
        found[dummy_on][0].load(dummy_on, tmp_path, timezone.now())
    loaded = names_of_kinds(dummy_on)
    with tenant_context(dummy_on):
        found[dummy_on][0].unload(dummy_on)

    assert loaded == ["Demo"]
    assert names_of_kinds(dummy_on) == []
    assert found[duesseldorf] == []


def test_page_types_answer_and_can_be_made_where_the_plugin_is_on(
    dummy_on: Tenant, client_for: Clients
) -> None:
    index = index_in(dummy_on)
    page_below(index, dummy_on)
    client = client_for(dummy_on)
    with tenant_context(dummy_on):
        home = HomePage.objects.get(locale__language_code="de")
        on = DummyPage.can_create_at(index), DummyIndexPage.can_create_at(home)
    answers_on = [client.get(path).status_code for path in ("/dummies/", "/dummies/probe/")]

    disable_plugin(dummy_on, "dummy")

    with tenant_context(dummy_on):
        off = DummyPage.can_create_at(index)
    answers_off = [client.get(path).status_code for path in ("/dummies/", "/dummies/probe/")]
    assert on == (True, False)
    assert answers_on == [200, 200]
    assert not off
    assert answers_off == [404, 404]


def test_urls_below_the_main_page(dummy_on: Tenant, client_for: Clients) -> None:
    index = index_in(dummy_on)
    client = client_for(dummy_on)

    here = client.get("/dummies/part/7/")
    missing = client.get("/dummies/part/sieben/")
    with tenant_context(dummy_on):
        address = index.sub_url("part", number=7)
    disable_plugin(dummy_on, "dummy")

    assert here.content.decode() == "Proben: 7"
    assert missing.status_code == 404
    assert address == "/dummies/part/7/"
    assert client.get("/dummies/part/7/").status_code == 404


def test_api_routes(dummy_on: Tenant, duesseldorf: Tenant, client_for: Clients) -> None:
    here, there = client_for(dummy_on), client_for(duesseldorf)

    assert here.get("/api/v1/dummies").json()["items"] == ["Dortmund"]
    assert there.get("/api/v1/dummies").status_code == 404
    assert "/api/v1/dummies" in here.get("/api/v1/openapi.json").json()["paths"]
    assert "/api/v1/dummies" not in there.get("/api/v1/openapi.json").json()["paths"]


def test_off_and_on_again_brings_all_back(dummy_on: Tenant, client_for: Clients) -> None:
    from verbund.plugin.switching import enable_plugin

    page_below(index_in(dummy_on), dummy_on)

    disable_plugin(dummy_on, "dummy")
    enable_plugin(dummy_on, "dummy")

    assert "Ein Baustein" in client_for(dummy_on).get("/dummies/probe/").content.decode()


def names_of_kinds(tenant: Tenant) -> list[str]:
    with tenant_context(tenant):
        return list(Kind.objects.values_list("name", flat=True))


def test_hook_account_sections(dummy_on: Tenant, duesseldorf: Tenant) -> None:
    here, there = (member_client(tenant) for tenant in (dummy_on, duesseldorf))

    assert here.get("/konto/proben/").content.decode() == "Proben von Erika Muster"
    assert there.get("/konto/proben/").status_code == 404
    start = here.get("/konto/").content.decode()
    assert "Eine Probe ansehen" in start
    assert "Drei Proben" in start
    assert "Proben" not in there.get("/konto/").content.decode()
    assert Client().get("/konto/proben/", headers={"host": "dortmund.test"}).status_code == 302


def test_hook_organisations(dummy_on: Tenant, duesseldorf: Tenant) -> None:
    member, other = member_in(dummy_on), member_in(dummy_on, "fremd@verein.example")

    with tenant_context(dummy_on):
        assert [one.name for one in organisations_of(member)] == ["Probeverein"]
        assert organisations_of(other) == []
        assert [one.key for one in find_organisations("probe")] == ["club"]
        assert find_organisations("nichts davon") == []
        assert organisation_of("club") in open_to_partners()
        assert organisation_of("gibt es nicht") is None
    with tenant_context(duesseldorf):
        assert organisations_of(member_in(duesseldorf)) == []
        assert (organisation_of("club"), open_to_partners()) == (None, [])


def test_hook_api_scopes(
    dummy_on: Tenant, duesseldorf: Tenant, client_for: Clients, staff: Staff
) -> None:
    with tenant_context(dummy_on):
        _key, secret = make_key("Probe", ["dummy:write"], 30, None)
    with tenant_context(duesseldorf):
        _key, there = make_key("Probe", ["dummy:write"], 30, None)

    def post(tenant: Tenant, key: str) -> int:
        bearer = {"Authorization": f"Bearer {key}"}
        return client_for(tenant).post("/api/v1/dummies", headers=bearer).status_code

    def form_of(tenant: Tenant) -> str:
        admin = client_for(tenant, staff(tenant, "Administration"))
        return admin.get("/admin/apikeys/add/").content.decode()

    assert post(dummy_on, secret) == 200
    assert post(duesseldorf, there) == 404
    assert "Write dummies" in form_of(dummy_on)
    assert "Write dummies" not in form_of(duesseldorf)


def test_hook_personal_data(dummy_on: Tenant, duesseldorf: Tenant) -> None:
    for tenant in (dummy_on, duesseldorf):
        with tenant_context(tenant):
            Kind.objects.create(name="erika@verein.example")
    with tenant_context(dummy_on):
        disable_plugin(dummy_on, "dummy")

        [part] = collect("Erika@Verein.example")
        [answer] = erase("erika@verein.example")

        assert part.records[0].data == {"Name": "erika@verein.example"}
        assert (answer.erasure.gone, answer.erasure.kept[0].title) == (("Proben",), "Beleg")
        assert not Kind.objects.exists()
    with tenant_context(duesseldorf):
        assert Kind.objects.exists()


def test_hook_retentions(dummy_on: Tenant, duesseldorf: Tenant) -> None:
    for tenant in (dummy_on, duesseldorf):
        with tenant_context(tenant):
            Kind.objects.create(name="alt")
    with tenant_context(dummy_on):
        assert {one.rule.name: one.count for one in overdue()}["proben"] == 1
        assert forget()["proben"] == 1
    with tenant_context(duesseldorf):
        assert Kind.objects.exists()

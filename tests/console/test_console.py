"""Who gets into the console, what it shows of all sites, and what can be done there."""

from collections.abc import Callable
from typing import Any

import pytest
from django.test import Client
from django.utils import timezone

from tests.console.conftest import colleague
from tests.queries import counted_queries
from verbund.accounts.models import User
from verbund.console.domain.facts import collect
from verbund.console.domain.queries import site_row, site_rows
from verbund.console.domain.todo import problems
from verbund.console.models import SiteFacts
from verbund.tenancy.context import tenant_context
from verbund.tenancy.domain import life
from verbund.tenancy.models import Domain, OperatorAct, SchemaState, Tenant, TenantPlugin

Clients = Callable[..., Client]
HOME = "/betrieb/"
PATHS = (HOME, "/betrieb/auftritte/dortmund/", "/betrieb/netzwerke/", "/betrieb/protokoll/")


def city(schema: str = "dortmund") -> Tenant:
    return Tenant.objects.get(schema_name=schema)


def act(client: Client, kind: str, /, **data: object) -> Any:
    return client.post(f"/betrieb/auftritte/dortmund/{kind}/", data)


def test_operators_see_each_page_in_both_languages(operator: Client) -> None:
    for path in PATHS:
        assert operator.get(path).status_code == 200
        english = operator.get(f"/en{path}")
        assert (english.status_code, english["Content-Language"]) == (200, "en")


def test_it_is_nowhere_else(
    console: Tenant, client_for: Clients, staff: Callable[..., User]
) -> None:
    admin = client_for(city(), staff(city(), "Administration"))

    assert [admin.get(path).status_code for path in PATHS] == [404] * 4


def test_others_are_led_to_the_login_or_refused(console: Tenant, client_for: Clients) -> None:
    author = client_for(console, colleague(console, "Autor:in"))

    for path in PATHS:
        answer = client_for(console).get(path)
        assert answer["Location"] == f"/anmeldung/?next={path}"
        assert author.get(path).status_code == 403


def test_a_second_factor_is_asked_for_outside_the_demo(operator: Client, settings: Any) -> None:
    settings.VERBUND_DEMO = False

    assert operator.get(HOME)["Location"] == "/anmeldung/sicherheit/"
    assert operator.get("/en/betrieb/")["Location"] == "/en/anmeldung/sicherheit/"


def test_the_operators_host_leads_to_the_console(console: Tenant, client_for: Clients) -> None:
    assert client_for(console).get("/")["Location"] == HOME


def test_the_overview_shows_each_site_and_what_needs_a_hand(operator: Client) -> None:
    page = operator.get(HOME).content.decode()

    for name in ("Dortmund", "Düsseldorf", "Netzwerk"):
        assert f">{name}</a>" in page
    assert "Die Zahlen von 3 Auftritten sind alt" in page


def test_facts_are_collected_in_their_own_schema(dortmund: Tenant, duesseldorf: Tenant) -> None:
    with tenant_context(dortmund):
        User.objects.create_user("neu@dortmund.test")
        collect()
    with tenant_context(duesseldorf):
        collect()

    here, there = SiteFacts.objects.order_by("tenant__schema_name")
    assert (here.staff, there.staff) == (4, 3)
    assert here.pages > 0
    assert not site_row(dortmund).facts_are_old


def test_the_queries_do_not_grow_with_the_sites(dortmund: Tenant) -> None:
    with counted_queries() as few:
        list(problems(site_rows()))
    for number in range(50):
        site = Tenant.objects.create(
            schema_name=f"stadt_{number}", name=f"Stadt {number}", association="V", languages=["de"]
        )
        Domain.objects.create(tenant=site, domain=f"stadt{number}.test", is_primary=True)
        TenantPlugin.objects.create(tenant=site, label="news")
        SiteFacts.objects.create(tenant=site, collected=timezone.now())

    with counted_queries() as many:
        rows = site_rows()
        list(problems(rows))

    assert (len(rows), len(few), len(many)) == (53, 12, 12), many


def test_what_needs_a_hand_first_stands_first(dortmund: Tenant, duesseldorf: Tenant) -> None:
    for site in (dortmund, duesseldorf):
        SiteFacts.objects.create(tenant=site, collected=timezone.now(), uploads=95)
    SchemaState.objects.filter(schema_name="duesseldorf").update(fingerprint="old")
    life.set_quota(dortmund, 100)

    rows = site_rows(Tenant.objects.filter(pk__in=[dortmund.pk, duesseldorf.pk]))

    assert [(str(one.tenant), one.urgent) for one in problems(rows)] == [
        ("Düsseldorf", True),
        ("Dortmund", False),
    ]


@pytest.mark.parametrize(
    ("kind", "data", "after"),
    [
        ("aussetzen", {"note": "Umzug."}, ("status_note", "Umzug.")),
        ("archivieren", {}, ("status", "archived")),
        ("vorbereiten", {}, ("status", "draft")),
        ("umbenennen", {"name": "Lünen", "association": "V"}, ("name", "Lünen")),
        ("speicher", {"gigabytes": "1"}, ("quota", 1024**3)),
        ("test", {"is_test": "on"}, ("is_test", True)),
        ("wartung", {"on": "on", "note": ""}, ("maintenance", True)),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_an_act_by_its_form_is_logged_with_its_operator(
    operator: Client, maria: User, kind: str, data: dict[str, str], after: tuple[str, object]
) -> None:
    assert act(operator, kind, **data).status_code == 302

    assert getattr(city(), after[0]) == after[1]
    assert OperatorAct.objects.get().by == maria.uuid
    log = operator.get("/betrieb/protokoll/").content.decode()
    assert "Dortmund</a>" in log
    assert "Maria" in log


def test_an_extension_is_switched_off_and_on(operator: Client, client_for: Clients) -> None:
    act(operator, "erweiterung", plugin="news")
    assert client_for(city()).get("/aktuelles/").status_code == 404

    act(operator, "erweiterung", plugin="news", on="on")
    assert client_for(city()).get("/aktuelles/").status_code == 200


def test_a_suspended_site_comes_back(operator: Client, client_for: Clients) -> None:
    act(operator, "aussetzen", note="Bitte rufen Sie an.")
    closed = client_for(city()).get("/")
    assert (closed.status_code, "Bitte rufen Sie an." in closed.content.decode()) == (503, True)

    act(operator, "oeffnen")

    assert client_for(city()).get("/").status_code == 200


def test_what_is_wrong_is_said_at_its_field(operator: Client) -> None:
    page = act(operator, "umbenennen", name="", association="V")

    assert page.status_code == 200
    assert "Fehler:" in page.content.decode()
    assert not OperatorAct.objects.exists()


def test_a_site_is_deleted_by_its_name_and_kept_again(operator: Client) -> None:
    wrong = act(operator, "loeschen", typed="Düsseldorf")
    assert (wrong.status_code, city().status) == (200, "ready")

    act(operator, "loeschen", typed="Dortmund")
    assert city().status == "suspended"
    act(operator, "behalten")

    assert city().status == "ready"
    assert [one.action for one in OperatorAct.objects.all()] == ["keep", "delete"]


@pytest.mark.parametrize("path", ["nirgends/", "dortmund/nichts/", "netzwerk/aussetzen/"])
def test_what_there_is_not_is_not_there(operator: Client, path: str) -> None:
    assert operator.get(f"/betrieb/auftritte/{path}").status_code == 404

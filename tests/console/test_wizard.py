"""A new city by the form: kept step by step, checked at once, made by the worker, taken back."""

import re
from collections.abc import Callable
from typing import Any

import pytest
from django.test import Client
from django_tenants.utils import schema_exists
from procrastinate.contrib.django.models import ProcrastinateJob

from tests.world import CONTACT, LEGAL
from verbund.accounts.models import Invitation, User
from verbund.onboarding.domain.answers import recipe_of
from verbund.onboarding.models import DraftState, SiteDraft
from verbund.plugin.jobs import run_everywhere, run_job
from verbund.tenancy.context import tenant_context
from verbund.tenancy.domain import life
from verbund.tenancy.models import Membership, OperatorAct, Tenant
from verbund.tenancy.recipe import read_recipe

NEW = "/betrieb/neu/"
STEPS: dict[str, dict[str, Any]] = {
    "stadt": {"name": "Mülheim an der Ruhr", "association": "Verband Mülheim"},
    "aussehen": {"theme": "verbund", "brand.palette": "dortmund", "brand.claim": "Zusammen"},
    "inhalt": {"address_form": "du", "languages": ["en"], "plugins": ["news"]},
    "recht": {f"legal.{key}": value for key, value in LEGAL.items()}
    | {f"contact.{key}": value for key, value in CONTACT.items()},
    "netzwerk": {"network.network": "netzwerk", "network.joined": "2026-01-01"},
    "person": {"admin.email": "erste@muelheim.example", "admin.first_name": "Ada"},
}


def begin(operator: Client) -> str:
    """The address of a new draft."""
    return re.sub(r"schritt/.*", "", operator.post(NEW)["Location"])


def fill_in(operator: Client, **changed: dict[str, Any]) -> str:
    draft = begin(operator)
    for name, answers in STEPS.items():
        answer = operator.post(f"{draft}schritt/{name}/", answers | changed.get(name, {}))
        assert answer.status_code == 302, answer.content.decode()
    return draft


def work(betrieb: Tenant) -> None:
    """What the worker does with the jobs that wait."""
    for job in ProcrastinateJob.objects.filter(args__name="onboarding.make_site"):
        run_job(str(betrieb.uuid), job.args["name"], job.args["arguments"])


def errors(page: Any) -> str:
    return " ".join(re.findall(r'class="err"[^>]*>.*?<span>(.*?)</span>', page.content.decode()))


def draft_of(betrieb: Tenant) -> SiteDraft:
    with tenant_context(betrieb):
        return SiteDraft.objects.select_related("by").latest("pk")


def test_a_city_in_one_go(
    maker: Client, betrieb: Tenant, client_for: Callable[..., Client]
) -> None:
    draft = fill_in(maker)
    assert "Es fehlt nichts." in maker.get(draft).content.decode()

    maker.post(draft)
    waiting = maker.get(draft)
    assert waiting["Refresh"] == "2"
    work(betrieb)

    assert "Der Auftritt ist angelegt." in maker.get(draft).content.decode()
    site = Tenant.objects.get(schema_name="muelheim_an_der_ruhr")
    assert (site.canonical_domain, site.status) == ("muelheim-an-der-ruhr.localhost", "draft")
    assert (site.address_form, site.languages) == ("du", ["de", "en"])
    assert Membership.objects.get(tenant=site).joined.year == 2026
    with tenant_context(site):
        assert Invitation.objects.get().email == "erste@muelheim.example"
    assert client_for(site).get("/").status_code == 503
    with tenant_context(betrieb):
        ada = User.objects.get(email="a@verbund.test").uuid
    act = OperatorAct.objects.get()
    assert (act.action, act.by, act.site) == ("onboard", ada, "Mülheim an der Ruhr")


def test_the_file_makes_the_same_city(operator: Client, console: Tenant, tmp_path: Any) -> None:
    draft = fill_in(operator)

    file = tmp_path / "tenant.toml"
    file.write_bytes(operator.get(f"{draft}tenant.toml").content)

    again = read_recipe(
        file,
        known_themes={"verbund"},
        known_plugins={"news"},
        known_languages={"de", "en"},
    )
    with tenant_context(console):
        recipe = recipe_of(draft_of(console).answers)
    assert again.model_dump() == recipe.model_dump()


@pytest.mark.parametrize(
    ("step", "answers", "said"),
    [
        ("stadt", {"schema": "dortmund"}, "„dortmund“ gehört schon zu Dortmund"),
        ("stadt", {"schema": "public"}, "„public“ ist vergeben, wählen Sie einen anderen Namen."),
        ("stadt", {"schema": "pg_stadt"}, "„pg_stadt“ ist vergeben"),
        ("stadt", {"schema": "Groß!"}, "„Groß!“ ist kein"),
        ("stadt", {"name": "N" * 101}, "Das ist zu lang: höchstens 100 Zeichen."),
        ("stadt", {"domains": "www.neu.test"}, "www."),
        ("stadt", {"domains": "10.0.0.1"}, "10.0.0.1"),
        ("stadt", {"domains": "*.test"}, "*.test"),
        ("stadt", {"domains": f"{'a' * 200}.test"}, "aaaa"),
        ("stadt", {"domains": "neu.example.org"}, "liegt nicht unterhalb von test"),
        ("stadt", {"domains": "dortmund.test"}, "gehört schon"),
        ("aussehen", {"brand.accent": "rot"}, "„rot“ ist keine Farbe"),
        ("recht", {"contact.postcode": "44"}, "„44“ ist keine Postleitzahl"),
        ("recht", {"legal.name": ""}, "Dieses Feld muss ausgefüllt werden."),
        ("recht", {"legal.accessibility_email": "x"}, "„x“ ist keine E-Mail-Adresse"),
        ("person", {"admin.email": "ada"}, "„ada“ ist keine E-Mail-Adresse"),
    ],
    ids=lambda value: value if isinstance(value, str) and len(value) < 20 else "",
)
def test_each_step_says_at_once_what_is_wrong(
    operator: Client, step: str, answers: dict[str, Any], said: str
) -> None:
    draft = begin(operator)

    page = operator.post(f"{draft}schritt/{step}/", STEPS[step] | answers)

    assert page.status_code == 200
    assert said in errors(page).replace("&#x27;", "'")


def test_umlauts_and_capitals_of_a_domain_are_put_right(operator: Client, console: Tenant) -> None:
    draft = begin(operator)

    operator.post(f"{draft}schritt/stadt/", STEPS["stadt"] | {"domains": "MÜLHEIM.test"})

    assert draft_of(console).answers["domains"] == "xn--mlheim-3ya.test"


def test_what_is_missing_is_listed_and_nothing_is_made(operator: Client, console: Tenant) -> None:
    draft = begin(operator)
    operator.post(f"{draft}schritt/stadt/", STEPS["stadt"])

    page = operator.post(draft, follow=True).content.decode()

    assert "<code>legal</code>: Diese Angabe fehlt." in page
    assert draft_of(console).state == DraftState.OPEN
    assert not ProcrastinateJob.objects.filter(args__name="onboarding.make_site").exists()


def test_a_name_taken_meanwhile_fails_whole_and_is_tried_again(
    maker: Client, betrieb: Tenant
) -> None:
    draft = fill_in(maker)
    maker.post(draft)
    Tenant.objects.create(
        schema_name="muelheim_an_der_ruhr", name="Eile", association="E", languages=["de"]
    )
    work(betrieb)
    assert draft_of(betrieb).state == DraftState.FAILED
    assert "gehört schon zu Eile" in maker.get(draft).content.decode()

    maker.post(f"{draft}schritt/stadt/", STEPS["stadt"] | {"schema": "muelheim"})
    maker.post(draft)
    work(betrieb)

    assert draft_of(betrieb).state == DraftState.DONE
    assert Tenant.objects.filter(schema_name="muelheim").exists()


def test_what_a_killed_worker_left_is_taken_back_and_made_whole(
    maker: Client, betrieb: Tenant
) -> None:
    draft = fill_in(maker)
    maker.post(draft)
    waiting = draft_of(betrieb)
    with tenant_context(betrieb):
        SiteDraft.objects.update(state=DraftState.RUNNING, step="seeds")
    Tenant.objects.create(
        uuid=waiting.uuid, schema_name="halb", name="Halb", association="H", languages=["de"]
    )

    run_everywhere("onboarding.make_waiting")

    assert draft_of(betrieb).state == DraftState.DONE
    site = Tenant.objects.get(uuid=waiting.uuid)
    assert (site.schema_name, site.canonical_domain) == (
        "muelheim_an_der_ruhr",
        "muelheim-an-der-ruhr.localhost",
    )


def test_a_site_nobody_has_used_is_taken_back_whole(maker: Client, betrieb: Tenant) -> None:
    draft = fill_in(maker)
    maker.post(draft)
    work(betrieb)

    maker.post(f"{draft}zuruecknehmen/")

    assert not Tenant.objects.filter(schema_name="muelheim_an_der_ruhr").exists()
    assert not schema_exists("muelheim_an_der_ruhr")
    assert draft_of(betrieb).state == DraftState.OPEN
    assert [act.action for act in OperatorAct.objects.all()] == ["take_back", "onboard"]


def test_a_public_site_is_not_taken_back(maker: Client, betrieb: Tenant) -> None:
    draft = fill_in(maker)
    maker.post(draft)
    work(betrieb)
    life.open_site(Tenant.objects.get(schema_name="muelheim_an_der_ruhr"))

    page = maker.post(f"{draft}zuruecknehmen/", follow=True).content.decode()

    assert "Der Auftritt ist öffentlich" in page
    assert schema_exists("muelheim_an_der_ruhr")


def test_the_preview_has_the_colours_of_the_draft(operator: Client) -> None:
    draft = begin(operator)
    look = STEPS["aussehen"] | {"brand.accent": "#5a3d82", "look": "1"}

    shown = operator.post(f"{draft}schritt/aussehen/", look)["Location"]

    assert operator.get(shown).status_code == 200
    assert "#5a3d82" in operator.get(f"{shown}stil.css").content.decode()


def test_a_draft_is_thrown_away(operator: Client, console: Tenant) -> None:
    operator.post(f"{begin(operator)}verwerfen/")

    with tenant_context(console):
        assert not SiteDraft.objects.exists()

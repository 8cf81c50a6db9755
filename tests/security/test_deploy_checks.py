"""`verbund check --deploy` refuses what is fine at home and fatal on a public server."""

import pytest
from django.core import checks
from django.core.checks import CheckMessage
from django.core.management import CommandError, call_command
from django.test import override_settings

from verbund.accounts.models import User
from verbund.tenancy.context import tenant_context
from verbund.tenancy.models import Tenant

# Not drawn at random: two processes of one run must find tests of the same names.
GOOD_KEY = "".join(chr(33 + 89 * number % 94) for number in range(60)).replace("-", "x")
PUBLIC = {
    "SECRET_KEY": GOOD_KEY,
    "DEBUG": False,
    "VERBUND_DEMO": False,
    "VERBUND_SCHEME": "https",
    "SECURE_PROXY_SSL_HEADER": ("HTTP_X_FORWARDED_PROTO", "https"),
}


def found(**wrong: object) -> list[tuple[str | None, str]]:
    """Ours among the problems of a public server on which something is wrong."""
    with override_settings(**{**PUBLIC, **wrong}):
        problems: list[CheckMessage] = checks.run_checks(include_deployment_checks=True)
    return [(one.id, one.msg) for one in problems if str(one.id).startswith("verbund.")]


def test_a_public_server_passes(db) -> None:
    assert found() == []


def test_the_demo_is_refused(db) -> None:
    assert [number for number, _text in found(VERBUND_DEMO=True)] == ["verbund.E005"]


@pytest.mark.parametrize(
    ("key", "text"),
    [
        ("verbund-demo-only" * 4, "SECRET_KEY is one that stands in the source code"),
        ("tests-only-" * 5, "SECRET_KEY is one that stands in the source code"),
        (GOOD_KEY[:49], "SECRET_KEY has 49 characters, it needs 50"),
        ("abcab" * 12, "SECRET_KEY is made of 3 different characters"),
    ],
)
def test_a_key_that_can_be_guessed_is_refused(db, key: str, text: str) -> None:
    assert found(SECRET_KEY=key) == [
        ("verbund.E050", f"{text}: whoever guesses it logs in as anybody.")
    ]


def test_an_earlier_key_must_be_as_good(db) -> None:
    ((number, text),) = found(SECRET_KEY_FALLBACKS=["short"])

    assert number == "verbund.E050"
    assert text.startswith("SECRET_KEY_FALLBACKS has 5 characters")


def test_debug_pages_are_refused(db) -> None:
    assert [number for number, _text in found(DEBUG=True)] == ["verbund.E051"]


def test_plain_http_is_refused(db) -> None:
    assert [number for number, _text in found(VERBUND_SCHEME="http")] == ["verbund.E052"]


def test_tls_that_nobody_tells_of_is_refused(db) -> None:
    assert [number for number, _text in found(SECURE_PROXY_SSL_HEADER=None)] == ["verbund.E053"]


def test_an_account_of_the_demo_is_refused_where_it_is(db, dortmund) -> None:
    with tenant_context(dortmund):
        User.objects.create_user("redaktion@dortmund.example", "verbund-demo")

    assert found() == [
        (
            "verbund.E054",
            "dortmund has the demo's account redaktion@dortmund.example, "
            "whose password stands in the README.",
        )
    ]


def test_a_demo_account_that_nobody_can_enter_is_none(db, dortmund) -> None:
    with tenant_context(dortmund):
        User.objects.create_user("erste2@dortmund.example")
        User.objects.create_user("alt@dortmund.example", "verbund-demo", is_active=False)

    assert found() == []


def test_a_superuser_is_refused_in_every_tenant(db, dortmund, duesseldorf) -> None:
    for tenant in (dortmund, duesseldorf):
        with tenant_context(tenant):
            User.objects.create_superuser(f"alle@{tenant.schema_name}.test", "ein-langes-passwort")

    assert [text for number, text in found() if number == "verbund.E055"] == [
        "dortmund has a superuser, alle@dortmund.test: no role limits her.",
        "duesseldorf has a superuser, alle@duesseldorf.test: no role limits her.",
    ]


def test_each_problem_says_what_to_do(db, dortmund) -> None:
    with tenant_context(dortmund):
        User.objects.create_superuser("alle@dortmund.example", "verbund-demo")

    with override_settings(**{**PUBLIC, "DEBUG": True, "SECRET_KEY": "kurz"}):
        problems = checks.run_checks(include_deployment_checks=True)

    ours = [one for one in problems if str(one.id).startswith("verbund.")]
    assert {one.id for one in ours} == {
        "verbund.E050",
        "verbund.E051",
        "verbund.E054",
        "verbund.E055",
    }
    assert [one for one in ours if not one.hint] == []


def test_the_command_ends_with_an_error(db, dortmund) -> None:
    with tenant_context(dortmund):
        User.objects.create_superuser("alle@dortmund.test", "ein-langes-passwort")

    with override_settings(**PUBLIC), pytest.raises(CommandError, match=r"verbund\.E055"):
        call_command("check", deploy=True)


def test_a_site_that_can_not_be_asked_hides_no_other(db, dortmund, duesseldorf) -> None:
    Tenant.objects.create(schema_name="aachen", name="Aachen", association="Verband Aachen")
    with tenant_context(duesseldorf):
        User.objects.create_superuser("alle@duesseldorf.test", "ein-langes-passwort")

    assert [number for number, _text in found()] == ["verbund.W056", "verbund.E055"]

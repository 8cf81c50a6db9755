"""What every part of the API has in common: one shape of error, one description, no surprises."""

import json

import pytest
from django.utils import timezone

from tests.queries import counted_queries
from verbund.api.domain.answers import forget_answers
from verbund.api.domain.keys import make_key
from verbund.api.models import ApiAnswer
from verbund.tenancy.context import tenant_context

NEWS = "/api/v1/news"


@pytest.fixture
def schema(dortmund, client_for):
    return client_for(dortmund).get("/api/v1/openapi.json").json()


def test_reading_needs_no_key_and_writing_does(schema) -> None:
    operations = [
        (method, operation)
        for path in schema["paths"].values()
        for method, operation in path.items()
    ]

    assert {method for method, _operation in operations} == {"get", "post"}
    for method, operation in operations:
        assert bool(operation.get("security")) == (method == "post"), operation["operationId"]


def test_each_operation_says_what_may_go_wrong(schema) -> None:
    for path in schema["paths"].values():
        for method, operation in path.items():
            needed = {"400", "404", "422"} | (
                {"401", "403", "409", "429"} if method == "post" else set()
            )
            assert needed <= set(operation["responses"])
    assert set(schema["components"]["schemas"]["Problem"]["required"]) == {"code", "message"}
    assert "FieldProblem" in schema["components"]["schemas"]


def test_each_reference_of_the_description_leads_somewhere(schema) -> None:
    text = json.dumps(schema)
    named = {part.split('"')[0] for part in text.split("#/components/schemas/")[1:]}

    assert named - set(schema["components"]["schemas"]) == set()


@pytest.mark.parametrize(
    ("path", "status", "code"),
    [
        (f"{NEWS}/999999", 404, "not_found"),
        (f"{NEWS}?page=0", 422, "invalid"),
        (f"{NEWS}?topic=%00", 400, "bad_request"),
        (f"{NEWS}/abc", 422, "invalid"),
    ],
)
def test_errors_have_one_shape(dortmund, client_for, path, status, code) -> None:
    answer = client_for(dortmund).get(path)

    assert answer.status_code == status
    assert answer["Content-Type"].startswith("application/json")
    assert set(answer.json()) == {"code", "message", "errors"}
    assert answer.json()["code"] == code


def test_a_fields_error_names_the_field_in_german(dortmund, client_for) -> None:
    answer = client_for(dortmund).get(f"{NEWS}?page=0&year=abc").json()

    assert answer["errors"] == [
        {"field": "year", "code": "int_parsing", "message": "Hier muss eine Zahl stehen."},
        {"field": "page", "code": "greater_than_equal", "message": "Möglich ist 1 oder mehr."},
    ]


@pytest.mark.parametrize("path", ["/aktuelles/?thema=%00", "/suche/?q=a%00b", "/x%00/"])
def test_an_address_with_a_nul_is_none(dortmund, client_for, path) -> None:
    assert client_for(dortmund).get(path).status_code == 400


def test_wrong_keys_are_counted_by_address(dortmund, client_for) -> None:
    client = client_for(dortmund)
    wrong = {"Authorization": "Bearer vb_falsch"}

    answers = [client.post(NEWS, headers=wrong) for _ in range(21)]

    assert [answer.status_code for answer in answers] == [401] * 20 + [429]
    assert 0 < int(answers[-1]["Retry-After"]) <= 600


def test_a_right_key_works_beside_wrong_ones_of_its_address(dortmund, client_for) -> None:
    """An office has one address: what one program does wrong stops no other."""
    client = client_for(dortmund)
    for _ in range(21):
        client.post(NEWS, headers={"Authorization": "Bearer vb_falsch"})
    with tenant_context(dortmund):
        _key, secret = make_key("Probe", ["news:write"], 30, None)

    right = client.post(NEWS, headers={"Authorization": f"Bearer {secret}"})

    assert right.status_code == 400  # let in, and told what its form lacks


def test_a_limit_of_one_city_is_none_of_the_keys_of_the_other(
    dortmund, duesseldorf, client_for
) -> None:
    """A key's requests are its own; only wrong ones count for all sites together."""
    statuses = {}
    for tenant in (dortmund, duesseldorf):
        with tenant_context(tenant):
            _key, secret = make_key("Probe", ["news:write"], 30, None)
        client, bearer = client_for(tenant), {"Authorization": f"Bearer {secret}"}
        times = 61 if tenant == dortmund else 1
        statuses[tenant.schema_name] = [
            client.post(NEWS, headers=bearer).status_code for _ in range(times)
        ]

    assert statuses["dortmund"][:60] == [400] * 60
    assert statuses["dortmund"][60] == 429
    assert statuses["duesseldorf"] == [400]


def test_answers_are_forgotten_after_a_day(in_dortmund) -> None:
    key, _secret = make_key("Probe", ["news:write"], 30, None)
    for name, age in (("alt", ApiAnswer.KEPT_FOR * 2), ("neu", ApiAnswer.KEPT_FOR / 2)):
        ApiAnswer.objects.create(
            api_key=key, idempotency_key=name, fingerprint="x", made=timezone.now() - age
        )

    forget_answers()

    assert list(ApiAnswer.objects.values_list("idempotency_key", flat=True)) == ["neu"]


def test_the_description_costs_no_query(dortmund, client_for) -> None:
    client = client_for(dortmund)
    client.get("/api/v1/openapi.json")

    with counted_queries() as queries:
        client.get("/api/v1/openapi.json")

    assert len(queries) == 0, queries

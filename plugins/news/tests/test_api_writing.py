"""Programs hand in drafts at /api/v1/news; people publish them."""

import json

import pytest
from wagtail.models import PageLogEntry

from plugins.news.models import NewsPage
from plugins.news.tests.factories import index_in
from verbund.api.domain.keys import make_key
from verbund.tenancy.context import tenant_context

pytestmark = pytest.mark.usefixtures("db")
URL = "/api/v1/news"


@pytest.fixture
def key(dortmund, staff):
    admin = staff(dortmund, "Administration")
    with tenant_context(dortmund):
        return make_key("Newsletter", ["news:write"], 30, admin)[1]


@pytest.fixture
def post(client_for, dortmund, key):
    def send(body, tenant=dortmund, secret=key, **headers):
        data = body if isinstance(body, str) else json.dumps(body)
        named = {name.replace("_", "-"): value for name, value in headers.items()}
        bearer = {"Authorization": f"Bearer {secret}"} if secret else {}
        client = client_for(tenant)
        return client.post(URL, data, content_type="application/json", headers=bearer | named)

    return send


def items(tenant):
    with tenant_context(tenant):
        return list(NewsPage.objects.all())


def fields(response):
    return {error["field"]: error["code"] for error in response.json()["errors"]}


def test_a_draft_is_made_and_nobody_outside_sees_it(post, client_for, dortmund, staff) -> None:
    answer = post(
        {
            "title": "Fest am Kanal",
            "lead": "Mit Musik.",
            "body": '<p onclick="x()">Alle sind <b>willkommen</b>.<script>x()</script></p>',
            "topics": ["bildung"],
        }
    )

    assert answer.status_code == 201
    body = answer.json()
    assert body["status"] == "draft"
    assert body["body"] == "<p>Alle sind <b>willkommen</b>.</p>"
    assert body["edit_url"] == f"http://dortmund.test/admin/pages/{body['id']}/edit/"
    (item,) = items(dortmund)
    assert (item.title, item.lead, item.slug, item.live) == (
        "Fest am Kanal",
        "Mit Musik.",
        "fest-am-kanal",
        False,
    )
    with tenant_context(dortmund):
        assert [topic.slug for topic in item.topics.all()] == ["bildung"]
        assert item.owner == staff(dortmund, "Administration")
        assert PageLogEntry.objects.filter(page=item.pk, action="wagtail.create").exists()
    assert client_for(dortmund).get("/aktuelles/fest-am-kanal/").status_code == 404
    assert client_for(dortmund).get(URL).json()["count"] == 0


def test_an_editor_finds_the_draft_and_publishes_it(post, client_for, dortmund, staff) -> None:
    address = post({"title": "Fest"}).json()["edit_url"].removeprefix("http://dortmund.test")
    editor = client_for(dortmund, staff(dortmund, "Redaktion"))

    assert "Fest" in editor.get("/admin/news/").content.decode()
    assert editor.get(address).status_code == 200
    with tenant_context(dortmund):
        NewsPage.objects.get().get_latest_revision().publish()
    assert client_for(dortmund).get("/aktuelles/fest/").status_code == 200


def test_a_draft_in_another_language(post, dortmund) -> None:
    with tenant_context(dortmund):
        index_in("tr")

    assert post({"title": "Şenlik", "language": "tr"}).status_code == 201
    with tenant_context(dortmund):
        item = NewsPage.objects.get()
        assert (item.slug, item.locale.language_code) == ("senlik", "tr")


@pytest.mark.parametrize(
    ("title", "slug"),
    [("Feed", "feed-2"), ("مهرجان", "mhrjn"), ("!!!", "meldung"), ("a" * 255, "a" * 80)],
)
def test_every_title_finds_an_address(post, dortmund, title, slug) -> None:
    assert post({"title": title}).status_code == 201
    assert items(dortmund)[0].slug == slug


def test_the_same_title_twice_is_two_drafts(post, dortmund) -> None:
    post({"title": "Fest"})
    post({"title": "Fest"})

    assert sorted(item.slug for item in items(dortmund)) == ["fest", "fest-2"]


@pytest.mark.parametrize(
    ("body", "wrong"),
    [
        ({}, {"title": "missing"}),
        ({"title": "   "}, {"title": "string_too_short"}),
        ({"title": "a" * 256}, {"title": "string_too_long"}),
        ({"title": 5}, {"title": "string_type"}),
        ({"title": "a\0b"}, {"title": "not_text"}),
        ({"title": "a", "lead": "b" * 401}, {"lead": "string_too_long"}),
        ({"title": "a", "live": True}, {"live": "extra_forbidden"}),
        ({"title": "a", "language": "xx"}, {"language": "unknown"}),
        ({"title": "a", "language": "tr"}, {"language": "unknown"}),
        ({"title": "a", "topics": ["bildung", "unsinn"]}, {"topics.1": "unknown"}),
        ({"title": "a", "topics": ["x"] * 21}, {"topics": "too_long"}),
        ({"title": "a", "topics": "bildung"}, {"topics": "list_type"}),
    ],
)
def test_what_is_wrong_is_said_at_its_field(post, dortmund, body, wrong) -> None:
    answer = post(body)

    assert answer.status_code == 422
    assert answer.json()["code"] == "invalid"
    assert fields(answer) == wrong
    assert items(dortmund) == []


@pytest.mark.parametrize("title", ["\\ud800", "\\udfff x"])
def test_half_a_character_is_no_text(post, dortmund, title) -> None:
    answer = post(f'{{"title": "{title}"}}')

    assert answer.status_code == 422
    assert set(fields(answer)) == {"title"}
    assert items(dortmund) == []


@pytest.mark.parametrize("body", ["{", "[1]", '"text"', "null", ""])
def test_what_is_no_object_is_refused(post, dortmund, body) -> None:
    assert post(body).status_code in {400, 422}
    assert items(dortmund) == []


def test_without_a_key_nothing_is_written(post, dortmund) -> None:
    for secret in ("", "vb_falsch", "x" * 5000):
        answer = post({"title": "Fest"}, secret=secret)

        assert answer.status_code == 401
        assert answer["WWW-Authenticate"] == "Bearer"
        assert answer.json()["code"] == "unauthenticated"
    assert items(dortmund) == []


def test_a_session_is_no_key(client_for, dortmund, staff) -> None:
    admin = client_for(dortmund, staff(dortmund, "Administration"))

    answer = admin.post(URL, '{"title": "Fest"}', content_type="application/json")

    assert answer.status_code == 401
    assert items(dortmund) == []


def test_a_key_for_something_else_is_refused(post, dortmund) -> None:
    with tenant_context(dortmund):
        _key, other = make_key("Anderes", ["members:write"], 30, None)

    answer = post({"title": "Fest"}, secret=other)

    assert (answer.status_code, answer.json()["code"]) == (403, "forbidden")
    assert items(dortmund) == []


def test_a_key_of_dortmund_writes_nothing_in_duesseldorf(post, dortmund, duesseldorf) -> None:
    answer = post({"title": "Fest"}, tenant=duesseldorf)

    assert answer.status_code == 401
    assert items(duesseldorf) == []
    assert items(dortmund) == []


def test_off_means_not_there(post, dortmund, switch) -> None:
    switch(dortmund, False)

    assert post({"title": "Fest"}).status_code == 404


def test_the_same_request_again_makes_nothing_new(post, dortmund) -> None:
    first = post({"title": "Fest"}, Idempotency_Key="brief-7")
    again = post({"title": "Fest"}, Idempotency_Key="brief-7")

    assert (first.status_code, again.status_code) == (201, 201)
    assert again.json() == first.json()
    assert len(items(dortmund)) == 1


def test_the_same_idempotency_key_for_something_else_is_a_conflict(post, dortmund) -> None:
    post({"title": "Fest"}, Idempotency_Key="brief-7")

    answer = post({"title": "Ein anderes"}, Idempotency_Key="brief-7")

    assert (answer.status_code, answer.json()["code"]) == (409, "conflict")
    assert [item.title for item in items(dortmund)] == ["Fest"]


def test_what_failed_may_be_sent_again_with_the_same_idempotency_key(post, dortmund) -> None:
    assert post({"title": "Fest", "topics": ["x"]}, Idempotency_Key="brief-7").status_code == 422
    assert post({"title": "Fest"}, Idempotency_Key="brief-7").status_code == 201
    assert len(items(dortmund)) == 1


def test_two_keys_have_idempotency_keys_of_their_own(post, dortmund) -> None:
    with tenant_context(dortmund):
        _key, other = make_key("Zweites", ["news:write"], 30, None)

    post({"title": "Fest"}, Idempotency_Key="brief-7")
    post({"title": "Fest"}, secret=other, Idempotency_Key="brief-7")

    assert len(items(dortmund)) == 2


@pytest.mark.parametrize("name", ["", "x" * 201])
def test_an_idempotency_key_has_a_length(post, dortmund, name) -> None:
    answer = post({"title": "Fest"}, Idempotency_Key=name)

    assert answer.status_code == 422
    assert set(fields(answer)) == {"Idempotency-Key"}
    assert items(dortmund) == []

"""The admin: who sees which lists, forms and buttons."""

import pytest

from plugins.news.models import NewsPage, PressReleasePage, Topic
from plugins.news.tests.factories import draft, german_index, in_days, published, release
from tests.queries import counted_queries
from verbund.tenancy.context import tenant_context

ROLES = ("Administration", "Redaktion", "Autor:in")
pytestmark = pytest.mark.usefixtures("db")


@pytest.fixture
def login(client_for, staff, dortmund):
    def run(role, tenant=dortmund):
        return client_for(tenant, staff(tenant, role))

    return run


def html_of(client, path):
    response = client.get(path)
    assert response.status_code == 200, (path, response.status_code)
    return response.content.decode()


@pytest.mark.parametrize("role", ROLES)
def test_everybody_finds_the_news_in_the_menu(login, role):
    html = html_of(login(role), "/admin/")

    assert "/admin/news/" in html
    assert "Neue Meldung" in html


@pytest.mark.parametrize("model", [NewsPage, PressReleasePage])
def test_the_form_is_in_german(login, in_dortmund, model):
    path = f"/admin/pages/add/news/{model._meta.model_name}/{german_index().pk}/"

    html = html_of(login("Autor:in"), path)

    assert "Zwei, drei Sätze: Was ist neu, für wen?" in html
    assert ("Sperrfrist bis" in html) == (model is PressReleasePage)


def test_the_form_offers_topics_of_its_language(login, in_dortmund):
    html = html_of(login("Redaktion"), f"/admin/pages/add/news/newspage/{german_index().pk}/")

    assert "Bildung" in html
    assert "Eğitim" not in html


def test_the_list_shows_what_one_may_work_on(login, staff, in_dortmund):
    draft("Eigenes", owner=staff(in_dortmund, "Autor:in"))
    draft("Fremdes")

    own, every = (
        html_of(login("Autor:in"), "/admin/news/"),
        html_of(login("Redaktion"), "/admin/news/"),
    )

    assert ("Eigenes" in own, "Fremdes" in own) == (True, False)
    assert ("Eigenes" in every, "Fremdes" in every) == (True, True)


def test_the_list_has_filters_in_its_address(login, in_dortmund):
    draft("Entwurf")
    published("Öffentlich")
    release("Gesperrt", embargo_until=in_days(1))
    editor = login("Redaktion")

    drafts = html_of(editor, "/admin/news/results/?stand=entwurf")
    press = html_of(editor, "/admin/news/results/?art=press")

    assert ("Entwurf" in drafts, "Öffentlich" in drafts) == (True, False)
    assert ("Gesperrt" in press, "Öffentlich" in press) == (True, False)


def test_the_list_is_searched_by_title(login, in_dortmund):
    published("Sommerfest")
    published("Sprachkurs")

    html = html_of(login("Redaktion"), "/admin/news/results/?q=sommer")

    assert ("Sommerfest" in html, "Sprachkurs" in html) == (True, False)


def test_the_dashboard_names_embargoes(login, in_dortmund):
    release("Gesperrt", embargo_until=in_days(1))

    html = html_of(login("Redaktion"), "/admin/")

    assert "1 Pressemitteilung unter Sperrfrist" in html
    assert "/admin/news/?stand=sperrfrist" in html


def test_nothing_to_do_no_line(login):
    assert "unter Sperrfrist" not in html_of(login("Redaktion"), "/admin/")


def test_editors_keep_the_topics(login):
    assert "Bildung" in html_of(login("Redaktion"), "/admin/snippets/news/topic/")
    assert login("Autor:in").get("/admin/snippets/news/topic/").status_code == 302


def test_a_new_topic_has_a_language(login, dortmund):
    login("Redaktion").post(
        "/admin/snippets/news/topic/add/?locale=de", {"name": "Wohnen", "slug": "wohnen"}
    )

    with tenant_context(dortmund):
        assert Topic.objects.get(slug="wohnen").locale.language_code == "de"


def test_the_other_city_has_its_own_items(login, in_dortmund, duesseldorf):
    draft("Nur in Dortmund")

    html = html_of(login("Redaktion", duesseldorf), "/admin/news/")

    assert "Nur in Dortmund" not in html


def test_strangers_are_asked_to_log_in(client_for, dortmund):
    assert client_for(dortmund).get("/admin/news/").status_code == 302


def test_off_means_not_there(login, in_dortmund, switch):
    index = german_index()
    switch(in_dortmund, False)
    editor = login("Redaktion")

    html = html_of(editor, "/admin/")

    assert "/admin/news/" not in html
    assert "Neue Meldung" not in html
    assert editor.get("/admin/news/").status_code == 404
    assert editor.get("/admin/snippets/news/topic/").status_code == 404
    assert editor.get(f"/admin/pages/add/news/newspage/{index.pk}/").status_code != 200


@pytest.mark.parametrize("count", [1, 3])
def test_queries_of_the_list(login, in_dortmund, count):
    for number in range(count):
        draft(f"Meldung {number}")
    editor = login("Redaktion")
    html_of(editor, "/admin/news/results/")

    with counted_queries() as asked:
        html_of(editor, "/admin/news/results/")

    assert len(asked) == 13, asked

"""From an author's draft to a public item, with the mails in between."""

import pytest
from django.core import mail

from plugins.news.models import NewsPage
from plugins.news.tests.factories import german_index
from verbund.tenancy.context import tenant_context

pytestmark = pytest.mark.usefixtures("db")
FORM = {
    "title": "Sprachcafé",
    "slug": "sprachcafe",
    "lead": "Jeden Dienstag.",
    "body-count": "0",
    "related_items-TOTAL_FORMS": "0",
    "related_items-INITIAL_FORMS": "0",
    "related_items-MIN_NUM_FORMS": "0",
    "related_items-MAX_NUM_FORMS": "3",
    "comments-TOTAL_FORMS": "0",
    "comments-INITIAL_FORMS": "0",
    "comments-MIN_NUM_FORMS": "0",
    "comments-MAX_NUM_FORMS": "",
}


@pytest.fixture
def login(client_for, staff, dortmund):
    return lambda role: client_for(dortmund, staff(dortmund, role))


def submit(client, dortmund, action):
    with tenant_context(dortmund):
        path = f"/admin/pages/add/news/newspage/{german_index().pk}/"
    return client.post(path, {**FORM, action: "1"})


def the_item(dortmund):
    with tenant_context(dortmund):
        return NewsPage.objects.get(slug="sprachcafe")


def test_an_editor_publishes_at_once(login, client_for, dortmund):
    submit(login("Redaktion"), dortmund, "action-publish")

    assert the_item(dortmund).live
    assert client_for(dortmund).get("/aktuelles/sprachcafe/").status_code == 200


def test_an_author_does_not_publish(login, client_for, dortmund):
    submit(login("Autor:in"), dortmund, "action-publish")

    assert not the_item(dortmund).live
    assert client_for(dortmund).get("/aktuelles/sprachcafe/").status_code == 404


def test_an_author_submits_and_editors_get_a_german_mail(login, dortmund, staff):
    submit(login("Autor:in"), dortmund, "action-submit")

    assert not the_item(dortmund).live
    found = next(one for one in mail.outbox if staff(dortmund, "Redaktion").email in one.to)
    assert "Sprachcafé" in found.subject
    assert f"http://dortmund.test/admin/pages/{the_item(dortmund).pk}/edit/" in found.body


def test_an_editor_approves_and_it_is_public(login, client_for, dortmund):
    submit(login("Autor:in"), dortmund, "action-submit")
    item = the_item(dortmund)
    with tenant_context(dortmund):
        task = item.current_workflow_task_state
    path = f"/admin/pages/workflow/action/{item.pk}/approve/{task.pk}/"

    login("Redaktion").post(path, {"comment": "Schön."})

    assert the_item(dortmund).live
    assert "Sprachcafé" in client_for(dortmund).get("/aktuelles/").content.decode()


def test_a_problem_is_told_after_saving(login, dortmund):
    with tenant_context(dortmund):
        path = f"/admin/pages/add/news/newspage/{german_index().pk}/"

    answer = login("Redaktion").post(path, {**FORM, "lead": ""}, follow=True)

    assert "Der Vorspann fehlt" in answer.content.decode()

"""The catalogue in the admin: who gets there, what the forms make, and that a city has its own."""

import pytest

from plugins.resources.admin.hub import VIEWSETS
from plugins.resources.models import Article, Category, Room, Terms
from tests.queries import counted_queries
from verbund.tenancy.context import tenant_context

pytestmark = pytest.mark.usefixtures("db")
LISTS = [f"/admin/snippets/resources/{one.model._meta.model_name}/" for one in VIEWSETS]


def html_of(client, path):
    response = client.get(path)
    assert response.status_code == 200, (path, response.status_code)
    return response.content.decode()


def category(name="Technik"):
    return Category.objects.create(name=name, slug=name.lower())


@pytest.mark.parametrize("role", ["Verleih", "Administration"])
def test_the_pool_is_in_the_menu_and_leads_to_all_lists(login, role):
    client = login(role)

    assert "/admin/resources/" in html_of(client, "/admin/")
    page = html_of(client, "/admin/resources/")
    assert [path for path in LISTS if f'href="{path}"' not in page] == []


@pytest.mark.parametrize("path", LISTS)
def test_each_list_and_its_form_open(login, path):
    client = login()

    assert 'href="/admin/resources/"' in html_of(client, path)
    assert "<form" in html_of(client, f"{path}add/")


@pytest.mark.parametrize("role", ["Redaktion", "Autor:in"])
def test_others_do_not_get_there(login, role):
    client = login(role)

    assert "/admin/resources/" not in html_of(client, "/admin/")
    for path in ("/admin/resources/", *LISTS):
        assert client.get(path).status_code == 302, path


def test_a_room_has_its_piece_from_the_beginning(login, in_dortmund):
    values = {
        "name": "Saal",
        "slug": "saal",
        "category": category("Räume").pk,
        "buffer_before": "30",
        "buffer_after": "30",
        "images-TOTAL_FORMS": "0",
        "images-INITIAL_FORMS": "0",
        "layouts-TOTAL_FORMS": "1",
        "layouts-INITIAL_FORMS": "0",
        "layouts-0-layout": "rows",
        "layouts-0-seats": "60",
    }

    response = login().post("/admin/snippets/resources/room/add/", values)

    assert response.status_code == 302
    with tenant_context(in_dortmund):
        room = Room.objects.get()
        assert room.unit.room == room
        assert room.most_seats == 60


def test_terms_are_never_changed_but_followed(login, in_dortmund):
    terms = Terms.objects.create(version=1, text="Erstens.", since="2026-01-01")
    client = login()

    assert client.get(f"/admin/snippets/resources/terms/edit/{terms.pk}/").status_code == 302
    assert client.get(f"/admin/snippets/resources/terms/delete/{terms.pk}/").status_code == 302
    assert "Erstens." in html_of(client, f"/admin/snippets/resources/terms/inspect/{terms.pk}/")


def test_a_list_costs_the_same_with_more_articles(login, in_dortmund):
    client, shelf = login(), category()
    path = "/admin/snippets/resources/article/"
    Article.objects.create(name="A0", slug="a0", category=shelf)
    client.get(path)

    def cost():
        with counted_queries() as queries:
            html_of(client, path)
        return len(queries)

    one = cost()
    with tenant_context(in_dortmund):
        for number in range(1, 40):
            Article.objects.create(name=f"A{number}", slug=f"a{number}", category=shelf)

    assert cost() == one


def test_the_other_city_has_none_of_it(login, in_dortmund, duesseldorf):
    Article.objects.create(name="Dortmunder Beamer", slug="beamer", category=category())

    page = html_of(login(tenant=duesseldorf), "/admin/snippets/resources/article/")

    assert "Dortmunder Beamer" not in page
    assert "Dortmunder Beamer" in html_of(login(), "/admin/snippets/resources/article/")

"""A page finds an address of its own."""

import pytest

from verbund.pages.forms import free_slug
from verbund.tenancy.context import tenant_context

from .making import home, make_page
from .test_editing import form_data


@pytest.fixture
def editor(dortmund, client_for, staff):
    return client_for(dortmund, staff(dortmund, "Redaktion"))


def add(editor, parent, title: str, slug: str):
    data = form_data(title) | {"slug": slug}
    return editor.post(f"/admin/pages/add/pages/standardpage/{parent.pk}/", data, follow=True)


def test_the_first_free_number_is_taken(in_dortmund) -> None:
    for slug in ("sommerfest", "sommerfest-2"):
        make_page("Sommerfest", slug=slug)

    assert free_slug("sommerfest", home()) == "sommerfest-3"


def test_an_address_that_is_free_stays(in_dortmund) -> None:
    assert free_slug("sommerfest", home()) == "sommerfest"


def test_a_second_page_of_the_same_title_is_saved(dortmund, editor, client_for) -> None:
    with tenant_context(dortmund):
        parent = home()

    for _time in range(2):
        add(editor, parent, "Sommerfest", "sommerfest")

    assert client_for(dortmund).get("/sommerfest/").status_code == 200
    assert client_for(dortmund).get("/sommerfest-2/").status_code == 200


def test_an_address_that_somebody_typed_is_not_changed(dortmund, editor, client_for) -> None:
    with tenant_context(dortmund):
        parent = home()
    add(editor, parent, "Sommerfest", "fest")

    response = add(editor, parent, "Sommerfest", "fest")

    assert "fest" in response.content.decode()
    assert client_for(dortmund).get("/fest-2/").status_code == 404

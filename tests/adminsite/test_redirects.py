"""Redirects that editors make stay on their own site."""

import pytest
from wagtail.contrib.redirects.models import Redirect

from verbund.tenancy.context import tenant_context

ADD, IMPORT = "/admin/redirects/add/", "/admin/redirects/import/"


@pytest.fixture
def admin(dortmund, client_for, staff):
    return client_for(dortmund, staff(dortmund, "Administration"))


@pytest.mark.parametrize(
    "target",
    ["https://boese.example/", "http://duesseldorf.test/", "https://dortmund.test.boese.example/"],
)
def test_a_redirect_to_another_host_is_refused_at_its_field(dortmund, admin, target) -> None:
    page = admin.post(ADD, {"old_path": "/alt/", "redirect_link": target}).content.decode()

    assert "ist ein anderer Auftritt" in page
    assert 'value="/alt/"' in page
    with tenant_context(dortmund):
        assert not Redirect.objects.exists()


def test_a_redirect_to_the_own_host_is_kept(dortmund, admin) -> None:
    own = f"http://{dortmund.canonical_domain}/aktuelles/"

    admin.post(ADD, {"old_path": "/alt/", "redirect_link": own})

    with tenant_context(dortmund):
        assert Redirect.objects.get().redirect_link == own


def test_a_list_that_is_not_there_is_no_fault_of_the_server(admin) -> None:
    """Wagtail reads two fields before it looks whether they are there. Mend: guards.py."""
    answer = admin.post(f"{IMPORT}process/", headers={"x-requested-with": "XMLHttpRequest"})

    assert answer.status_code == 403


def test_a_chooser_without_a_form_makes_nothing(admin) -> None:
    assert admin.post("/admin/snippets/choose/news/topic/create/").status_code == 404

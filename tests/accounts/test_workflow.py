"""An author submits, the editors hear of it by mail, and one of them approves."""

from collections.abc import Callable

import pytest
from django.core import mail
from django.test import Client
from django.urls import reverse

from tests.adminsite.helpers import draft
from verbund.accounts.models import User
from verbund.pages.models import HomePage, StandardPage
from verbund.tenancy.context import tenant_context
from verbund.tenancy.models import Tenant

Clients = Callable[..., Client]
Staff = Callable[[Tenant, str], User]


@pytest.fixture(params=["dortmund", "duesseldorf"])
def city(request: pytest.FixtureRequest) -> Tenant:
    return request.getfixturevalue(request.param)


@pytest.fixture
def submitted(city: Tenant, client_for: Clients, staff: Staff) -> StandardPage:
    """A page that its author has sent into the review by the button of its form."""
    author = staff(city, "Autor:in")
    with tenant_context(city):
        page = draft("Bitte lesen", author)
    response = client_for(city, author).post(
        reverse("wagtailadmin_pages:edit", args=[page.pk]),
        edit_form(page) | {"action-submit": "1"},
    )
    assert response.status_code == 302, response.context["form"].errors
    return page


def edit_form(page: StandardPage) -> dict[str, object]:
    return {
        "title": page.title,
        "slug": page.slug,
        "lead": "",
        "body-count": "0",
        "comments-TOTAL_FORMS": "0",
        "comments-INITIAL_FORMS": "0",
    }


def test_the_editors_and_admins_get_a_mail(submitted: StandardPage, city: Tenant) -> None:
    recipients = {address for message in mail.outbox for address in message.to}

    assert {f"editor@{city.schema_name}.test", f"admin@{city.schema_name}.test"} <= recipients
    assert f"author@{city.schema_name}.test" not in recipients


def test_the_mail_is_german_and_leads_to_the_city_itself(
    submitted: StandardPage, city: Tenant
) -> None:
    message = mail.outbox[0]

    assert "Bitte lesen" in message.subject
    assert "wartet auf Ihre Freigabe" in message.subject
    assert f"http://{city.canonical_domain}/admin/pages/{submitted.pk}/edit/" in message.body
    assert city.association in message.body
    assert message.from_email.endswith("<post@verbund.example>")


def test_an_editor_approves_by_the_link_and_the_page_is_public(
    submitted: StandardPage, city: Tenant, client_for: Clients, staff: Staff
) -> None:
    client = client_for(city, staff(city, "Redaktion"))
    with tenant_context(city):
        state = submitted.current_workflow_task_state
        action = reverse(
            "wagtailadmin_pages:workflow_action", args=[submitted.pk, "approve", state.pk]
        )
    mail.outbox.clear()

    page = client.get(reverse("wagtailadmin_pages:edit", args=[submitted.pk]))
    response = client.post(action, {"next": "/admin/"})

    assert page.status_code == 200
    assert response.status_code == 302
    with tenant_context(city):
        submitted.refresh_from_db()
        assert submitted.live
    assert [message.to for message in mail.outbox] == [[f"author@{city.schema_name}.test"]]


def test_the_author_can_not_approve_her_own_submission(
    submitted: StandardPage, city: Tenant, client_for: Clients, staff: Staff
) -> None:
    client = client_for(city, staff(city, "Autor:in"))
    with tenant_context(city):
        state = submitted.current_workflow_task_state
        action = reverse(
            "wagtailadmin_pages:workflow_action", args=[submitted.pk, "approve", state.pk]
        )

    client.post(action, {})

    with tenant_context(city):
        submitted.refresh_from_db()
        assert not submitted.live


def test_the_author_has_no_button_to_publish(
    city: Tenant, client_for: Clients, staff: Staff
) -> None:
    author = staff(city, "Autor:in")
    with tenant_context(city):
        page = draft("Entwurf", author)
        home = HomePage.objects.get(locale__language_code="de")
    client = client_for(city, author)

    response = client.post(
        reverse("wagtailadmin_pages:edit", args=[page.pk]),
        edit_form(page) | {"action-publish": "1"},
    )

    html = client.get(reverse("wagtailadmin_pages:edit", args=[page.pk])).content.decode()
    with tenant_context(city):
        page.refresh_from_db()
        assert not page.live
        assert not home.permissions_for_user(author).can_publish_subpage()
    assert response.status_code in {200, 302}
    assert 'name="action-publish"' not in html
    assert 'name="action-submit"' in html

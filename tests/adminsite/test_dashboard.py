"""*Zu tun*: what waits for whom, and the list behind each line."""

from collections.abc import Callable
from datetime import timedelta

from django.test import Client
from django.utils import timezone

from tests.adminsite.helpers import draft, submit
from verbund.accounts.models import User
from verbund.tenancy.context import tenant_context
from verbund.tenancy.models import Tenant

Clients = Callable[..., Client]
Staff = Callable[..., User]


def test_nothing_waits_in_a_new_site(dortmund: Tenant, client_for: Clients, staff: Staff) -> None:
    html = client_for(dortmund, staff(dortmund, "Redaktion")).get("/admin/").content.decode()

    assert "Zu tun" in html
    assert "Nichts wartet auf Sie." in html


def test_a_draft_waits_for_its_author(dortmund: Tenant, client_for: Clients, staff: Staff) -> None:
    author = staff(dortmund, "Autor:in")
    with tenant_context(dortmund):
        draft("Mein Entwurf", author)
    client = client_for(dortmund, author)

    home = client.get("/admin/").content.decode()
    listed = client.get("/admin/todo/drafts/").content.decode()

    assert "1 Entwurf von Ihnen" in home
    assert 'href="/admin/todo/drafts/"' in home
    assert "Mein Entwurf" in listed


def test_a_submission_waits_for_the_editors(
    dortmund: Tenant, client_for: Clients, staff: Staff
) -> None:
    author, editor = staff(dortmund, "Autor:in"), staff(dortmund, "Redaktion")
    with tenant_context(dortmund):
        submit(draft("Zur Freigabe", author), author)

    editors = client_for(dortmund, editor)
    authors = client_for(dortmund, author).get("/admin/").content.decode()

    assert "1 Seite wartet auf Ihre Freigabe" in editors.get("/admin/").content.decode()
    assert "Zur Freigabe" in editors.get("/admin/todo/review/").content.decode()
    assert "1 Einreichung wird geprüft" in authors
    assert "1 Entwurf von Ihnen" not in authors


def test_what_was_sent_back_waits_for_its_author(
    dortmund: Tenant, client_for: Clients, staff: Staff
) -> None:
    author, editor = staff(dortmund, "Autor:in"), staff(dortmund, "Redaktion")
    with tenant_context(dortmund):
        page = draft("Nochmal bitte", author)
        submit(page, author)
        page.current_workflow_task_state.reject(user=editor)
    client = client_for(dortmund, author)

    assert "1 Seite kam zur Überarbeitung zurück" in client.get("/admin/").content.decode()
    assert "Nochmal bitte" in client.get("/admin/todo/changes/").content.decode()


def test_a_scheduled_page_is_listed_apart_from_drafts(
    dortmund: Tenant, client_for: Clients, staff: Staff
) -> None:
    editor = staff(dortmund, "Redaktion")
    with tenant_context(dortmund):
        page = draft("Morgen", editor)
        page.go_live_at = timezone.now() + timedelta(days=1)
        page.save_revision(user=editor).publish()
    client = client_for(dortmund, editor)

    home = client.get("/admin/").content.decode()

    assert "1 Seite erscheint von selbst" in home
    assert "Entwurf von Ihnen" not in home
    assert "Morgen" in client.get("/admin/todo/scheduled/").content.decode()


def test_another_city_sees_nothing_of_it(
    dortmund: Tenant, duesseldorf: Tenant, client_for: Clients, staff: Staff
) -> None:
    author = staff(dortmund, "Autor:in")
    with tenant_context(dortmund):
        submit(draft("Nur in Dortmund", author), author)
    client = client_for(duesseldorf, staff(duesseldorf, "Redaktion"))

    assert "Nichts wartet auf Sie." in client.get("/admin/").content.decode()
    assert "Nur in Dortmund" not in client.get("/admin/todo/review/").content.decode()


def test_wagtails_own_panels_and_links_outside_are_gone(
    dortmund: Tenant, client_for: Clients, staff: Staff
) -> None:
    html = client_for(dortmund, staff(dortmund, "Administration")).get("/admin/").content.decode()

    assert "w-summary" not in html
    assert "guide.wagtail.org" not in html


def test_the_lists_are_closed_to_strangers(dortmund: Tenant, client_for: Clients) -> None:
    response = client_for(dortmund).get("/admin/todo/review/")

    assert response.status_code == 302
    assert response["Location"] == "/anmeldung/?next=/admin/todo/review/"

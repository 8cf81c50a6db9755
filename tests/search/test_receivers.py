"""Rows follow the pages: published, withdrawn, moved, renamed, restricted, deleted."""

from datetime import timedelta

from django.db import transaction
from django.utils import timezone
from wagtail.models import PageViewRestriction

from verbund.search.models import SearchRow
from verbund.tenancy.context import tenant_context


def paths() -> list[str]:
    return sorted(
        SearchRow.objects.filter(kind="page", title__startswith="Probe").values_list(
            "path", flat=True
        )
    )


def test_a_published_page_is_found_at_once(dortmund, publish, titles_at):
    publish(dortmund, "Probe Trommelkurs")

    assert titles_at(dortmund, "Trommelkurs") == ["Probe Trommelkurs"]


def test_a_draft_is_not_found(dortmund, publish, titles_at):
    page = publish(dortmund, "Probe Trommelkurs")
    with tenant_context(dortmund):
        page.title = "Probe Geheimplan"
        page.save_revision()

    assert titles_at(dortmund, "Geheimplan") == []
    assert titles_at(dortmund, "Trommelkurs") == ["Probe Trommelkurs"]


def test_a_draft_saved_in_memory_does_not_reach_the_row(dortmund, publish, titles_at):
    page = publish(dortmund, "Probe Trommelkurs")
    with tenant_context(dortmund):
        page.lead = "Geheimplan"
        revision = page.save_revision()
        page.refresh_from_db()
        page.save()
        assert revision.pk

    assert titles_at(dortmund, "Geheimplan") == []


def test_a_withdrawn_page_is_gone(dortmund, publish, titles_at):
    page = publish(dortmund, "Probe Trommelkurs")
    with tenant_context(dortmund):
        page.unpublish()

    assert titles_at(dortmund, "Trommelkurs") == []


def test_a_deleted_page_takes_those_below_along(dortmund, publish):
    page = publish(dortmund, "Probe oben")
    publish(dortmund, "Probe unten", below=page)
    with tenant_context(dortmund):
        page.delete()

    assert paths() == []


def test_a_new_slug_changes_all_addresses_below(dortmund, publish):
    page = publish(dortmund, "Probe oben")
    publish(dortmund, "Probe unten", below=page)
    with tenant_context(dortmund):
        page.refresh_from_db()
        page.slug = "anders"
        page.save()

    assert paths() == ["/anders/", "/anders/probe-unten/"]


def test_a_moved_page_has_its_new_address(dortmund, publish):
    old, new = publish(dortmund, "Probe alt"), publish(dortmund, "Probe neu")
    moved = publish(dortmund, "Probe Wanderer", below=old)
    publish(dortmund, "Probe Kind", below=moved)
    with tenant_context(dortmund):
        moved.refresh_from_db()
        moved.move(type(new).objects.get(pk=new.pk), "last-child")

    assert paths() == [
        "/probe-alt/",
        "/probe-neu/",
        "/probe-neu/probe-wanderer/",
        "/probe-neu/probe-wanderer/probe-kind/",
    ]


def test_a_restriction_hides_the_subtree_and_its_end_shows_it(dortmund, publish):
    page = publish(dortmund, "Probe oben")
    publish(dortmund, "Probe unten", below=page)
    with tenant_context(dortmund):
        restriction = PageViewRestriction.objects.create(page=page, restriction_type="login")
        assert paths() == []

        restriction.delete()

    assert paths() == ["/probe-oben/", "/probe-oben/probe-unten/"]


def test_a_page_moved_below_a_restricted_one_is_hidden(dortmund, publish):
    private, page = publish(dortmund, "Probe intern"), publish(dortmund, "Probe offen")
    with tenant_context(dortmund):
        PageViewRestriction.objects.create(page=private, restriction_type="login")
        page.refresh_from_db()
        page.move(type(page).objects.get(pk=private.pk), "last-child")

    assert paths() == []


def test_an_expired_page_is_not_found_before_the_worker_withdraws_it(dortmund, publish, titles_at):
    page = publish(dortmund, "Probe Trommelkurs", expire_at=timezone.now() + timedelta(days=1))
    assert titles_at(dortmund, "Trommelkurs") == [page.title]

    SearchRow.objects.filter(title=page.title).update(visible_until=timezone.now())

    assert titles_at(dortmund, "Trommelkurs") == []


def test_an_alias_is_found_once(dortmund, publish, titles_at):
    page = publish(dortmund, "Probe Trommelkurs")
    with tenant_context(dortmund):
        page.create_alias(update_slug="doppelt")

    assert titles_at(dortmund, "Trommelkurs") == ["Probe Trommelkurs"]


def test_a_rollback_takes_the_row_away(dortmund, publish, titles_at):
    with tenant_context(dortmund), transaction.atomic():
        publish(dortmund, "Probe Trommelkurs")
        transaction.set_rollback(True)

    assert titles_at(dortmund, "Trommelkurs") == []

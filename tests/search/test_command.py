"""`verbund search rebuild` and `status`."""

from io import StringIO

import pytest
from django.core.management import CommandError, call_command

from verbund.search.models import SearchRow


def run(*arguments: str) -> tuple[str, str]:
    out, progress = StringIO(), StringIO()
    call_command("search", *arguments, stdout=out, stderr=progress)
    return out.getvalue(), progress.getvalue()


@pytest.fixture
def published(dortmund, publish):
    publish(dortmund, "Trommelkurs")
    run("rebuild")


def test_status_finds_rows_in_order_after_a_rebuild(published, dortmund):
    out, _ = run("status")

    rows = SearchRow.objects.filter(tenant=dortmund).count()
    assert f"dortmund: {rows} rows, in order" in out
    assert "0 of them with differences" in out


def test_status_names_what_differs_and_a_rebuild_mends_it(published, dortmund):
    key = SearchRow.objects.get(title="Trommelkurs").object_key
    SearchRow.objects.filter(title="Trommelkurs").update(object_key="pages.standardpage:9999")
    SearchRow.objects.filter(tenant=dortmund, path="/impressum/").update(title="anders")

    out, _ = run("status", "--tenant", "dortmund")
    assert f"1 missing ({key}); 1 surplus (pages.standardpage:9999); 1 outdated (" in out

    run("rebuild", "--tenant", "dortmund")
    assert "in order" in run("status", "--tenant", "dortmund")[0]


def test_a_dry_run_changes_nothing(published):
    SearchRow.objects.all().delete()

    out, _ = run("rebuild", "--dry-run")

    assert "missing" in out
    assert SearchRow.objects.count() == 0


def test_a_rebuild_shows_its_progress_and_leaves_other_sites_alone(published, dortmund):
    rows = SearchRow.objects.filter(tenant=dortmund).count()
    SearchRow.objects.all().delete()

    out, progress = run("rebuild", "--tenant", "dortmund")

    assert f"dortmund: page, {rows} rows" in progress
    assert out.startswith(f"{rows} rows in 1 sites")
    assert set(SearchRow.objects.values_list("tenant", flat=True)) == {dortmund.pk}


def test_an_unknown_site_is_refused_with_those_that_are(db):
    with pytest.raises(CommandError, match="--tenant nirgends, use one of dortmund"):
        run("status", "--tenant", "nirgends")

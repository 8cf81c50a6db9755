"""Pages appear and end at their time, in each city, whatever fails beside them."""

import datetime as dt

from django.utils import timezone

from verbund.pages.jobs import publish_scheduled
from verbund.pages.models import StandardPage
from verbund.plugin.jobs import run_everywhere
from verbund.tenancy.context import tenant_context

from .making import home, make_page

AN_HOUR = dt.timedelta(hours=1)


def schedule(title: str, moment: dt.datetime) -> StandardPage:
    """A page that appears at a moment; one in the past stands for a moment that has come."""
    page = StandardPage(title=title, live=False, go_live_at=timezone.now() + AN_HOUR)
    parent = home()
    parent.add_child(instance=page)
    revision = page.save_revision(approved_go_live_at=moment)
    revision.publish() if moment > timezone.now() + AN_HOUR else None
    return page


def is_live(page: StandardPage) -> bool:
    return StandardPage.objects.get(pk=page.pk).live


def come(page: StandardPage) -> None:
    """Lets the moment come that the page waits for."""
    past = timezone.now() - AN_HOUR
    revision = page.latest_revision
    revision.approved_go_live_at = past
    revision.content["go_live_at"] = past.isoformat()
    revision.save()


def test_what_is_due_appears_and_what_is_not_waits(in_dortmund) -> None:
    due, later = schedule("Jetzt", timezone.now()), schedule("Später", timezone.now() + AN_HOUR)
    come(due)

    publish_scheduled()

    assert (is_live(due), is_live(later)) == (True, False)


def test_what_has_ended_goes(in_dortmund) -> None:
    page = make_page("Aufruf")
    StandardPage.objects.filter(pk=page.pk).update(expire_at=timezone.now() - AN_HOUR)

    publish_scheduled()

    page.refresh_from_db()
    assert (page.live, page.expired) == (False, True)


def test_an_item_that_fails_keeps_none_from_its_time(in_dortmund, caplog) -> None:
    broken, fine = schedule("Kaputt", timezone.now()), schedule("Heil", timezone.now())
    come(broken)
    come(fine)
    revision = broken.latest_revision
    revision.content["title"] = None
    revision.save()

    publish_scheduled()

    assert (is_live(broken), is_live(fine)) == (False, True)
    assert "could not be kept" in caplog.text


def test_the_worker_does_it_in_every_city(dortmund, duesseldorf) -> None:
    pages = {}
    for tenant in (dortmund, duesseldorf):
        with tenant_context(tenant):
            pages[tenant.schema_name] = schedule("Jetzt", timezone.now())
            come(pages[tenant.schema_name])

    failed = run_everywhere("pages.publish_scheduled")

    assert failed == []
    for tenant in (dortmund, duesseldorf):
        with tenant_context(tenant):
            assert is_live(pages[tenant.schema_name])

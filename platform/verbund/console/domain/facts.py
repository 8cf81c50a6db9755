"""Collects what the console shows of a site: one schema at a time, by the clock."""

from django.db.models import Max
from django.utils import timezone
from wagtail.models import Page

from verbund.accounts.models import User
from verbund.console.models import SiteFacts
from verbund.media.room import uploads_size
from verbund.pages.models import LegalPage
from verbund.tenancy.context import current_tenant


def collect() -> SiteFacts:
    """Writes the facts of the current tenant. Pages that came with the site don't count."""
    live = Page.objects.live().filter(depth__gt=1)
    written = live.not_type(LegalPage)
    people = User.objects.people().filter(is_active=True)
    facts, _created = SiteFacts.objects.update_or_create(
        tenant=current_tenant(),
        defaults={
            "collected": timezone.now(),
            "last_published": written.aggregate(last=Max("last_published_at"))["last"],
            "pages": live.count(),
            "staff": people.count(),
            "last_login": people.aggregate(last=Max("last_login"))["last"],
            "uploads": uploads_size(),
        },
    )
    return facts

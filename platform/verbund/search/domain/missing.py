"""Words that found nothing: counted by day, and of the people who typed them nothing at all."""

import datetime as dt
import re
from collections.abc import Iterable

from django.db import connection
from django.db.models import QuerySet
from django.utils import timezone

from verbund.tenancy.models import Tenant

from ..analysis.fold import fold
from ..models import SearchMiss

KEPT_DAYS = 60
MOST_NEW_A_DAY = 300  # words of a site; who types on at random fills nothing
WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")
SHORTEST, LONGEST = 3, 40
# An address or a number: then nothing of what was typed is kept.
PRIVATE = re.compile(r"@|(?:\d[\s/.()+-]*){4}|www\.|://")
YEAR = re.compile(r"\b(?:19|20)\d\d\b")


def count_missing(tenant: Tenant, text: str, words: Iterable[str]) -> None:
    """Counts those words of a search that may be kept.

    :param text: all that was typed. :param words: those of it that nothing was found for.
    """
    kept = sorted({one for word in words if (one := _kept(word))})
    if not kept or PRIVATE.search(YEAR.sub(" ", text)):
        return
    values = {
        "tenant": tenant.pk,
        "day": timezone.localdate(),
        "words": kept,
        "most": MOST_NEW_A_DAY,
    }
    with connection.cursor() as cursor:
        cursor.execute(_COUNT, values)


_COUNT = """
    INSERT INTO search_searchmiss (tenant_id, day, word, count)
    SELECT %(tenant)s, %(day)s, w, 1 FROM unnest(%(words)s::text[]) w
    WHERE (SELECT count(*) FROM search_searchmiss m
        WHERE m.tenant_id = %(tenant)s AND m.day = %(day)s) < %(most)s
    ON CONFLICT (tenant_id, day, word) DO UPDATE SET count = search_searchmiss.count + 1"""


def _kept(word: str) -> str:
    word = word.strip().lower()
    fits = SHORTEST <= len(word) <= LONGEST and WORD.fullmatch(word) and fold(word)
    return word if fits else ""


def outdated(tenant: Tenant) -> QuerySet[SearchMiss]:
    """What has been kept for long enough."""
    return SearchMiss.objects.filter(
        tenant=tenant, day__lt=timezone.localdate() - dt.timedelta(days=KEPT_DAYS)
    )

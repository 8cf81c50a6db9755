"""What is free of 500 articles with 20,000 bookings, against a count(*) of the same table."""

import time
from collections.abc import Callable

from django.db import connection
from django.test.utils import CaptureQueriesContext

from verbund.tenancy.context import tenant_context
from verbund.tenancy.models import Tenant

ARTICLES, UNITS, BOOKINGS = 500, 2000, 20_000
ROUNDS = 15

FILL = f"""
INSERT INTO resources_category (name, slug, "order") VALUES ('Bench', 'bench', 1);
INSERT INTO resources_article (uuid, name, slug, category_id, summary, text, shown, measures,
    accessories, instructions, buffer_before, buffer_after, in_network)
SELECT gen_random_uuid(), 'Ding ' || n, 'ding-' || n, (SELECT id FROM resources_category), '',
    '', true, '', '', '', 0, 30, false
FROM generate_series(1, {ARTICLES}) AS n;
INSERT INTO resources_unit (article_id, inventory_number, code, condition, status, shelf, note)
SELECT article.id, 'U' || n, 'C' || n, 'good', 'usable', '', ''
FROM generate_series(1, {UNITS}) AS n
JOIN resources_article AS article ON article.slug = 'ding-' || (n % {ARTICLES} + 1);
INSERT INTO resources_request (uuid, number, status, organisation_key, organisation_name,
    borrower, name, email, phone, language, occasion, publicity, note, staff_note, reason, total,
    deposit, created, changed)
VALUES (gen_random_uuid(), 'B', 'confirmed', '', '', 'member', 'B', 'b@b.example', '', 'de',
    'Bench', 'public', '', '', '', 0, 0, now(), now());
INSERT INTO resources_line (request_id, article_id, number, chosen, starts, ends, status, price,
    deposit, reason)
SELECT request.id, article.id, 1, '{{}}', now(), now() + interval '1 day', 'confirmed', 0, 0, ''
FROM resources_request AS request, resources_article AS article;
INSERT INTO resources_booking (line_id, unit_id, period, state)
SELECT line.id, unit.id, tstzrange(
    now() + make_interval(days => n * 7), now() + make_interval(days => n * 7 + unit.id::int % 6)
), 'confirmed'
FROM resources_unit AS unit
JOIN resources_line AS line ON line.article_id = unit.article_id
CROSS JOIN generate_series(0, {BOOKINGS // UNITS - 1}) AS n
WHERE unit.id % 6 > 0;
INSERT INTO resources_booking (line_id, unit_id, period, state)
SELECT line.id, unit.id, tstzrange(
    now() - make_interval(days => n * 7 + 7), now() - make_interval(days => n * 7 + 2)
), 'back'
FROM resources_unit AS unit
JOIN resources_line AS line ON line.article_id = unit.article_id
CROSS JOIN generate_series(0, {BOOKINGS // UNITS - 1}) AS n
WHERE unit.id % 6 = 0;
ANALYZE resources_booking; ANALYZE resources_unit; ANALYZE resources_article;
"""


def measure(schema: str) -> tuple[float, float]:
    """The quickest of some rounds each: availability, count(*)."""
    # Inside: they need Django set up.
    from plugins.resources.domain.availability import free_between
    from plugins.resources.domain.times import today, whole_days

    period = whole_days(today(), today())
    with tenant_context(Tenant.objects.get(schema_name=schema)), connection.cursor() as cursor:
        cursor.execute(FILL)
        with CaptureQueriesContext(connection) as asked:
            found = free_between(period)
        assert len(found) == ARTICLES
        assert len([one for one in asked if "resources_" in one["sql"]]) == 1
        return _quickest(lambda: free_between(period)), _quickest(_count)


def _count() -> None:
    with connection.cursor() as cursor:
        cursor.execute("SELECT count(*) FROM resources_booking")
        rows = cursor.fetchone()
    assert rows == (BOOKINGS,)


def _quickest(work: Callable[[], object]) -> float:
    times = []
    for _round in range(ROUNDS):
        start = time.perf_counter()
        work()
        times.append(time.perf_counter() - start)
    return min(times)

"""The demo's pools: rich, different in rules, safe to load twice, gone without a trace."""

from pathlib import Path

import pytest
from django.core import mail
from django.utils import timezone

from plugins.resources.domain.demo_file import DemoFileError, DemoPool, read_pool
from plugins.resources.domain.demo_stock import load_pool, unload_pool
from plugins.resources.models import Article, Booking, Kit, Request, Room, Unit

TENANTS = Path(__file__).resolve().parents[3] / "tenants"


def pool(city: str) -> DemoPool:
    found = read_pool(TENANTS / city)
    assert found is not None
    return found


def test_dortmund_has_a_full_house():
    found = pool("dortmund")

    assert sum(len(category.articles) for category in found.categories) >= 30
    assert len(found.rooms) == 4
    assert len(found.kits) >= 2
    assert {one.state for one in found.requests} == {"requested", "confirmed", "out", "done"}
    # Out for nine days, lent for five: overdue.
    assert any(one.state == "out" and one.in_days + one.days < 0 for one in found.requests)


def test_the_cities_differ_in_rules():
    rules = [pool(city).rules for city in ("dortmund", "duesseldorf", "moenchengladbach")]

    assert len({one[0].longest_days for one in rules}) == 3
    assert len({one[0].lead_days for one in rules}) == 3


def test_a_network_has_no_pool():
    assert read_pool(TENANTS / "netzwerk") is None


def test_an_unknown_word_in_the_file_is_named(tmp_path):
    (tmp_path / "content").mkdir()
    (tmp_path / "content" / "resources.toml").write_text('terms = "x"\npoint = []\n')

    with pytest.raises(DemoFileError, match="point"):
        read_pool(tmp_path)


def test_loaded_twice_it_is_there_once_and_goes_without_a_trace(in_dortmund):
    for _time in range(2):
        load_pool(in_dortmund, TENANTS / "moenchengladbach", timezone.now())

    assert Article.objects.count() == 7
    assert Unit.objects.filter(article__isnull=False).count() == 24
    assert Request.objects.count() == 2
    assert Booking.objects.count() == 8
    assert mail.outbox == []

    unload_pool(in_dortmund)
    for model in (Article, Room, Kit, Request, Unit, Booking):
        assert not model.objects.exists(), model

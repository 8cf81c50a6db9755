"""Limits count across tenants, processes and addresses, and say when they open again."""

import threading
from unittest import mock

import pytest
from django.core.cache import caches
from django.db import connection
from django.test import RequestFactory, override_settings

from verbund.common.client import address_key, client_address
from verbund.common.limits import Limit, TooMany
from verbund.tenancy.context import tenant_context
from verbund.tenancy.models import Counter

LIMIT = Limit("test", "3/10m")


def test_the_fourth_try_is_one_too_many_and_says_how_long(in_dortmund):
    for _try in range(3):
        LIMIT.hit("a")

    with pytest.raises(TooMany) as error:
        LIMIT.hit("a")

    assert 0 < error.value.retry_after <= 600
    LIMIT.hit("b")


def test_it_opens_when_it_said(in_dortmund):
    with mock.patch("time.time", return_value=1_800_000_000):
        for _try in range(3):
            LIMIT.hit("a")
        with pytest.raises(TooMany) as error:
            LIMIT.check("a")

    just_before = 1_800_000_000 + error.value.retry_after - 1
    with mock.patch("time.time", return_value=just_before), pytest.raises(TooMany):
        LIMIT.hit("a")
    with mock.patch("time.time", return_value=1_800_000_000 + error.value.retry_after):
        LIMIT.hit("a")


def test_it_counts_across_tenants(dortmund, duesseldorf):
    with tenant_context(dortmund):
        for _try in range(3):
            LIMIT.hit("a")
    with tenant_context(duesseldorf):
        with pytest.raises(TooMany):
            LIMIT.hit("a")
        LIMIT.reset("a")
        LIMIT.hit("a")


def test_what_is_over_goes_with_the_next(in_dortmund):
    with mock.patch("time.time", return_value=1_000):
        LIMIT.hit("long ago")
    assert Counter.objects.count() == 1

    LIMIT.hit("now")

    assert Counter.objects.count() == 1


def test_no_address_is_kept_in_plain_words(in_dortmund):
    LIMIT.hit("somebody@dortmund.example")

    assert "somebody" not in Counter.objects.get().key


def test_a_wrong_rate_names_itself():
    with pytest.raises(ValueError, match="often"):
        Limit("test", "often").hit("a")


def test_the_cache_keeps_numbers_alone(in_dortmund):
    cache = caches["limits"]
    with pytest.raises(TypeError, match="word"):
        cache.set("a", "word")
    with pytest.raises(ValueError, match="nothing"):
        cache.incr("nothing")
    cache.set("a", 5)
    assert cache.add("a", 9) is False
    assert cache.decr("a", 2) == 3
    assert cache.touch("a", 60)
    cache.delete_many(["a"])
    assert cache.get("a") is None


def test_threads_lose_no_count(own_database):
    cache = caches["limits"]
    cache.set("together", 0)

    def count():
        for _try in range(25):
            caches["limits"].incr("together")
        connection.close()

    threads = [threading.Thread(target=count) for _thread in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()

    assert cache.get("together") == 100


def _request(address, forwarded=""):
    return RequestFactory().get("/", REMOTE_ADDR=address, HTTP_X_FORWARDED_FOR=forwarded)


@pytest.mark.parametrize(
    ("address", "forwarded", "expected"),
    [
        ("198.51.100.7", "", "198.51.100.7"),
        ("198.51.100.7", "203.0.113.5", "198.51.100.7"),
        ("10.0.0.7", "203.0.113.5", "203.0.113.5"),
        ("10.0.0.7", "1.1.1.1, 203.0.113.5", "203.0.113.5"),
        ("10.0.0.7", "1.1.1.1, 203.0.113.5, 10.0.0.8", "203.0.113.5"),
        ("10.0.0.7", "nonsense", "10.0.0.7"),
        ("", "203.0.113.5", "203.0.113.5"),
    ],
)
def test_only_a_named_proxy_tells_the_client(address, forwarded, expected):
    with override_settings(VERBUND_PROXIES=["10.0.0.0/24"]):
        assert client_address(_request(address, forwarded)) == expected


def test_without_proxies_nothing_is_believed():
    with override_settings(VERBUND_PROXIES=[]):
        assert client_address(_request("10.0.0.7", "203.0.113.5")) == "10.0.0.7"


def test_an_ipv6_network_counts_as_one():
    one, two = _request("2001:db8:1:2::1"), _request("2001:db8:1:2:ffff::9")
    assert address_key(one) == address_key(two) == "2001:db8:1:2::/64"

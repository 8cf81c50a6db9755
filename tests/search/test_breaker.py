"""After some failures nobody asks for a while; then one tries."""

import pytest

from verbund.search.engines.elasticsearch.breaker import (
    FAILURES,
    LONGEST_REST,
    REST_SECONDS,
    Breaker,
    Resting,
)


class Fault(Exception):
    pass


class Clock:
    now = 0.0

    def __call__(self) -> float:
        return self.now


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def breaker(clock: Clock) -> Breaker:
    return Breaker(clock)


def fail(breaker: Breaker) -> None:
    with pytest.raises(Fault), breaker.closed(Fault):
        raise Fault


def rest(breaker: Breaker) -> None:
    for _time in range(FAILURES):
        fail(breaker)


def test_single_failures_change_nothing(breaker):
    for _time in range(2 * FAILURES):
        fail(breaker)
        with breaker.closed(Fault) as tries:
            assert not tries

    assert not breaker.is_open


def test_after_some_in_a_row_nobody_asks(breaker):
    rest(breaker)

    with pytest.raises(Resting), breaker.closed(Fault):
        raise AssertionError("Somebody asked.")


def test_after_a_rest_one_tries_and_the_others_wait_for_it(breaker, clock):
    rest(breaker)
    clock.now += REST_SECONDS

    with breaker.closed(Fault) as tries:
        assert tries
        with pytest.raises(Resting), breaker.closed(Fault):
            raise AssertionError("Somebody else asked.")

    assert not breaker.is_open


def test_each_failed_try_makes_the_rest_longer_up_to_a_limit(breaker, clock):
    rest(breaker)
    for _time in range(10):
        clock.now += LONGEST_REST
        fail(breaker)

    clock.now += LONGEST_REST - 1
    with pytest.raises(Resting), breaker.closed(Fault):
        raise AssertionError("Somebody asked.")


def test_an_error_of_ours_is_no_failure_and_the_next_may_try(breaker, clock):
    rest(breaker)
    clock.now += REST_SECONDS
    with pytest.raises(KeyError), breaker.closed(Fault):
        raise KeyError

    with breaker.closed(Fault) as tries:
        assert tries

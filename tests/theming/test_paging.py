"""Which numbers a pager shows, and where they lead."""

import pytest

from verbund.theming.paging import page_numbers, page_url


@pytest.mark.parametrize(
    ("page", "pages", "expected"),
    [
        (1, 1, [1]),
        (1, 3, [1, 2, 3]),
        (1, 9, [1, 2, 3, None, 9]),
        (3, 9, [1, 2, 3, 4, None, 9]),
        (5, 9, [1, None, 4, 5, 6, None, 9]),
        (4, 6, [1, 2, 3, 4, 5, 6]),
        (9, 9, [1, None, 8, 9]),
    ],
)
def test_numbers(page: int, pages: int, expected: list[int | None]) -> None:
    assert page_numbers(page, pages) == expected


@pytest.mark.parametrize(
    ("number", "query", "expected"),
    [(1, "", "?"), (2, "", "?seite=2"), (1, "jahr=2025", "?jahr=2025"), (3, "a=b", "?a=b&seite=3")],
)
def test_address(number: int, query: str, expected: str) -> None:
    assert page_url(number, query) == expected

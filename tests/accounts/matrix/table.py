"""Who may reach which address: the one table, of all areas."""

from tests.accounts.matrix.areas import (
    console,
    directory,
    inbox,
    library,
    login,
    members,
    news,
    pages,
    people,
    platform,
    pool,
    public,
    samples,
    site,
)
from tests.accounts.matrix.lines import Area, Line

SHOWN: tuple[Area, ...] = (
    pages.AREA,
    news.AREA,
    inbox.AREA,
    pool.AREA,
    directory.AREA,
    library.AREA,
    people.AREA,
    site.AREA,
    login.AREA,
    members.AREA,
    public.AREA,
    platform.AREA,
    console.AREA,
)
"""In the order of docs/roles.md."""
TABLE = (*SHOWN, samples.AREA)


def lines() -> list[Line]:
    return [line for area in TABLE for line in area.lines]


def by_address() -> dict[str, Line]:
    """Key of an address → its line."""
    return {address: line for line in lines() for address in line.addresses}

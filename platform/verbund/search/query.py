"""What is asked of the search and what it answers; every engine speaks these."""

import datetime as dt
from dataclasses import dataclass, field
from enum import StrEnum
from uuid import UUID

from django.utils.safestring import SafeString


class Sort(StrEnum):
    BEST = "best"
    NEWEST = "newest"


class Scope(StrEnum):
    """Whose rows are looked at: all that a site shows, or what it lets the network find."""

    OWN = "own"
    NETWORK = "network"


# German: what everybody here writes, and what is shown below hits in another language.
HOME_LANGUAGE = "de"
FACETS = ("site", "kind", "topic", "language", "year")
# A filter without values to count: what can be had on a day.
FILTERS = (*FACETS, "free")
PAGE_SIZE = 20


@dataclass(frozen=True, slots=True)
class After:
    """Where a page goes on: behind the first of these objects that is found, else at `place`."""

    objects: tuple[tuple[UUID, str], ...]
    place: int


@dataclass(frozen=True, slots=True)
class SearchQuery:
    """`tenants` is the scope, none finds nothing; `sites`, `kinds`, … are the reader's filters."""

    text: str
    tenants: tuple[UUID, ...]
    scope: Scope = Scope.OWN
    home: UUID | None = None  # the site that is searched from: all that it shows is found
    reader_language: str = "de"
    sites: tuple[UUID, ...] = ()
    kinds: tuple[str, ...] = ()
    topics: tuple[str, ...] = ()
    languages: tuple[str, ...] = ()
    years: tuple[int, ...] = ()
    free_on: dt.date | None = None
    sort: Sort = Sort.BEST
    page: int = 1
    page_size: int = PAGE_SIZE
    after: After | None = None  # instead of a number of a page
    correct: bool = True  # look for other spellings when a word is found nowhere
    synonyms: tuple[tuple[str, ...], ...] = ()  # groups of the network, beside the lists
    places: tuple[tuple[str, UUID], ...] = ()  # names of sites, which are found by them too
    ageing: tuple[str, ...] = ()  # kinds of which newer is better: news, not organisations
    explain: bool = False  # say of each hit why it is one

    @property
    def is_filtered(self) -> bool:
        chosen = (self.sites, self.kinds, self.topics, self.languages, self.years)
        return any(chosen) or self.free_on is not None


@dataclass(frozen=True, slots=True)
class Reason:
    """How a row meets a typed word: in which way (`ways.How`, empty: not at all), by what, where.

    `weight` is how much that counts against the word as typed in the title.
    """

    typed: str
    how: str = ""
    word: str = ""
    field: str = ""
    weight: float = 0.0


@dataclass(frozen=True, slots=True)
class Hit:
    """A found object; title and excerpt are safe HTML with <mark> around what was found."""

    object_key: str
    tenant: UUID
    kind: str
    language: str
    title: str
    title_html: SafeString
    excerpt: SafeString
    path: str
    topics: tuple[str, ...] = ()
    date: dt.date | None = None
    score: float = 0.0
    reasons: tuple[Reason, ...] = ()


@dataclass(frozen=True, slots=True)
class FacetCount:
    value: str
    count: int
    selected: bool = False


class Fallback(StrEnum):
    """Why the table answered, and not the engine that should have."""

    AWAY = "away"
    SLOW = "slow"
    BEHIND = "behind"


@dataclass(frozen=True, slots=True)
class SearchResult:
    """`suggestion` is a better spelling; `corrected` says that the hits are for it too.

    `capped`: there are more than `total`, the engine looked at the likeliest alone. `missing` are
    the words that nothing was found for, `rarest` is that of several which was found least.
    `others` are further spellings, as good as `suggestion`. `fallback` is for staff: the answer is
    right, but comes from elsewhere than it should.
    """

    total: int = 0
    capped: bool = False
    hits: tuple[Hit, ...] = ()
    facets: dict[str, tuple[FacetCount, ...]] = field(default_factory=dict)
    missing: tuple[str, ...] = ()
    rarest: str = ""
    suggestion: str = ""
    others: tuple[str, ...] = ()
    corrected: bool = False
    page: int = 1
    page_size: int = PAGE_SIZE
    fallback: Fallback | None = None

    @property
    def pages(self) -> int:
        return -(-self.total // self.page_size)

    @property
    def has_next(self) -> bool:
        return self.page < self.pages

"""Builds a tenant's rows anew while searches go on, and says where rows and objects differ."""

from collections.abc import Callable
from dataclasses import dataclass, field

from django.db.transaction import atomic

from verbund.tenancy.context import tenant_context
from verbund.tenancy.models import Tenant

from ..documents import all_entries, sources
from ..engines.base import Entry
from ..service import index

CHUNK = 100
Progress = Callable[[str, int], None]


@dataclass(frozen=True, slots=True)
class Drift:
    """How rows differ from what is public; all empty means that they agree."""

    rows: int = 0
    missing: tuple[str, ...] = ()
    surplus: tuple[str, ...] = ()
    outdated: tuple[str, ...] = ()

    @property
    def count(self) -> int:
        return len(self.missing) + len(self.surplus) + len(self.outdated)

    def __bool__(self) -> bool:
        return self.count > 0


@dataclass(slots=True)
class _Chunks:
    """Entries on their way into the index."""

    progress: Progress
    keys: set[str] = field(default_factory=set)
    waiting: list[Entry] = field(default_factory=list)

    def add(self, kind: str, entry: Entry) -> None:
        self.keys.add(entry.object_key)
        self.waiting.append(entry)
        if len(self.waiting) >= CHUNK:
            self.flush(kind)

    def flush(self, kind: str) -> None:
        index().put(self.waiting)
        self.waiting.clear()
        self.progress(kind, len(self.keys))


def rebuild_tenant(tenant: Tenant, progress: Progress = lambda kind, count: None) -> int:
    """Writes all rows of a tenant and removes what is public no more; the number of rows.

    Readers see the old rows until all is done.
    """
    with tenant_context(tenant), atomic():
        chunks = _Chunks(progress)
        for source in sources():
            for entry in all_entries(source):
                chunks.add(source.document.kind, entry)
            chunks.flush(source.document.kind)
        index().keep_only(tenant.uuid, chunks.keys)
    return len(chunks.keys)


def drift_of(tenant: Tenant) -> Drift:
    """Compares the rows of a tenant with its public objects; writes nothing."""
    with tenant_context(tenant):
        wanted = {entry.object_key: entry for source in sources() for entry in all_entries(source)}
    rows = {entry.object_key: entry for entry in index().entries(tenant.uuid)}
    both = wanted.keys() & rows.keys()
    return Drift(
        rows=len(rows),
        missing=tuple(sorted(wanted.keys() - rows.keys())),
        surplus=tuple(sorted(rows.keys() - wanted.keys())),
        outdated=tuple(sorted(key for key in both if wanted[key] != rows[key])),
    )

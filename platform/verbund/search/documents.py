"""From a published object to its entry in the index; the one place that says what is public."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from uuid import UUID

from django.apps import apps
from django.db.models import Model
from wagtail.models import Page

from verbund.pages.visibility import public_pages
from verbund.plugin.config import PluginConfig
from verbund.plugin.contributions import Indexable, SearchDocument
from verbund.plugin.gate import contributed
from verbund.tenancy.context import current_tenant

from .engines.base import Entry


@dataclass(frozen=True, slots=True)
class Source:
    """A model that is searched, with the label of the plugin it belongs to (empty: the core's)."""

    plugin: str
    document: SearchDocument

    @property
    def model(self) -> type[Model]:
        return apps.get_model(self.document.model)


@cache
def sources() -> tuple[Source, ...]:
    """All models that are searched, of plugins that are off too: their rows wait, unseen."""
    return tuple(
        Source(config.label if isinstance(config, PluginConfig) else "", document)
        for config, document in contributed("search_documents")
    )


def ageing_kinds() -> tuple[str, ...]:
    """Kinds of which newer objects are better."""
    found = (source.document.kind for source in sources() if source.document.ages)
    return tuple(dict.fromkeys(found))


def source_of(model: type[Model]) -> Source | None:
    return _by_searched_model().get(model)


@cache
def _by_searched_model() -> dict[type[Model], Source]:
    return {source.model: source for source in sources()}


def key_of(instance: Model) -> str:
    """Names an object within its tenant: `news.newspage:12`."""
    model = type(instance)
    if isinstance(instance, Page) and model is Page:
        return f"{_label_of_type(instance)}:{instance.pk}"
    return f"{model._meta.label_lower}:{instance.pk}"


def _label_of_type(page: Page) -> str:
    content_type = page.cached_content_type
    return f"{content_type.app_label}.{content_type.model}"


def entries(objects: Iterable[Model]) -> Iterator[Entry]:
    """Entries of those objects that are public, read anew from the database."""
    for model, keys in _by_model(objects).items():
        source = source_of(model)
        if source is not None:
            yield from _entries(source, keys)


def all_entries(source: Source) -> Iterator[Entry]:
    """Entries of all public objects of one model in the current tenant."""
    yield from _entries(source, None)


def _by_model(objects: Iterable[Model]) -> dict[type[Model], list[object]]:
    found: dict[type[Model], list[object]] = {}
    for instance in objects:
        model = instance.specific_class if isinstance(instance, Page) else type(instance)
        if model is not None:
            found.setdefault(model, []).append(instance.pk)
    return found


def _entries(source: Source, keys: list[object] | None) -> Iterator[Entry]:
    tenant = current_tenant()
    for instance in _public(source.model, keys):
        indexable = source.document.build(instance)
        if indexable is not None and indexable.path:
            yield _entry(tenant.uuid, source, instance, indexable)


def _public(model: type[Model], keys: list[object] | None) -> Iterable[Model]:
    """Live pages that nothing restricts, and no copies that follow another page."""
    objects = model._default_manager.all()
    if keys is not None:
        objects = objects.filter(pk__in=keys)
    if not issubclass(model, Page):
        return objects
    pages = public_pages(objects.filter(alias_of__isnull=True))
    return pages.select_related("locale", "content_type")


def _entry(tenant: UUID, source: Source, instance: Model, indexable: Indexable) -> Entry:
    return Entry(
        tenant=tenant,
        object_key=key_of(instance),
        plugin=source.plugin,
        kind=source.document.kind,
        language=indexable.language,
        title=indexable.title,
        path=indexable.path,
        summary=indexable.summary,
        body=indexable.body,
        topics=tuple(indexable.topics),
        keywords=tuple(indexable.keywords),
        date=indexable.date,
        network=indexable.network,
        visible_until=getattr(instance, "expire_at", None),
        free_days=tuple(sorted(set(indexable.free_days))),
    )

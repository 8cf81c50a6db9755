"""The index follows what is published, withdrawn, moved, renamed, restricted and deleted."""

from typing import Any

from django.db.models import Model
from django.db.models.signals import m2m_changed, post_delete, post_save, pre_save
from wagtail.models import Page, PageViewRestriction
from wagtail.signals import page_published, page_unpublished, post_page_move

from verbund.plugin.contributions import Receiver

from .documents import source_of
from .domain.indexing import (
    change_paths,
    index_object,
    index_objects,
    refresh_subtree,
    remove_object,
)


def _changed(instance: Model, **kwargs: Any) -> None:
    index_object(instance)


def _moved(instance: Page, url_path_before: str, url_path_after: str, **kwargs: Any) -> None:
    if url_path_before != url_path_after:
        refresh_subtree(instance)


def _remember_path(
    instance: Model, update_fields: frozenset[str] | None = None, **kwargs: Any
) -> None:
    """Before a page gets another slug: where it was."""
    may_move = update_fields is None or "url_path" in update_fields
    if isinstance(instance, Page) and instance.pk and may_move:
        old = Page.objects.filter(pk=instance.pk).values_list("url_path", flat=True).first()
        instance._search_old_url_path = old  # for _page_saved, below


def _saved(instance: Model, created: bool = False, raw: bool = False, **kwargs: Any) -> None:
    if isinstance(instance, Page):
        _page_saved(instance, created)
    elif not raw:
        _object_saved(instance, created)


def _page_saved(page: Page, created: bool) -> None:
    """A new live page is found at once; a new slug takes all addresses below along."""
    old = page.__dict__.pop("_search_old_url_path", None)
    if created and page.live:
        index_object(page)
    elif old and old != page.url_path:
        change_paths(_address(page, old), _address(page, page.url_path))


def _address(page: Page, url_path: str) -> str:
    """Where a page is or was, from the site's root."""
    current, page.url_path = page.url_path, url_path
    try:
        parts = page.get_url_parts()
        return parts[2] if parts and parts[2] else ""
    finally:
        page.url_path = current


def _object_saved(instance: Model, created: bool) -> None:
    """An object that is searched, or one that searched objects show (a topic's name)."""
    if source_of(type(instance)):
        index_object(instance)
    elif not created:
        index_objects(_showing(instance))


def _showing(instance: Model) -> list[Model]:
    """Searched objects with a relation to this one."""
    found: list[Model] = []
    for relation in instance._meta.related_objects:
        if source_of(relation.related_model):
            name = relation.field.name
            found += relation.related_model._default_manager.filter(**{name: instance})
    return found


def _relations_changed(instance: Model, action: str, **kwargs: Any) -> None:
    if action.startswith("post_") and not isinstance(instance, Page):
        index_object(instance)


def _deleted(instance: Model, **kwargs: Any) -> None:
    if isinstance(instance, Page) or source_of(type(instance)):
        remove_object(instance)


def _restriction_changed(instance: PageViewRestriction, **kwargs: Any) -> None:
    # A restriction that goes with its page has nothing left to show.
    page = Page.objects.filter(pk=instance.page_id).first()
    if page is not None:
        refresh_subtree(page)


def _restriction() -> type[Model]:
    return PageViewRestriction


receivers: tuple[Receiver, ...] = (
    Receiver("page_published", page_published, _changed),
    Receiver("page_unpublished", page_unpublished, _changed),
    Receiver("page_moved", post_page_move, _moved),
    Receiver("before_save", pre_save, _remember_path),
    Receiver("saved", post_save, _saved),
    Receiver("relations_changed", m2m_changed, _relations_changed),
    Receiver("deleted", post_delete, _deleted),
    Receiver("restricted", post_save, _restriction_changed, sender=_restriction),
    Receiver("opened", post_delete, _restriction_changed, sender=_restriction),
)

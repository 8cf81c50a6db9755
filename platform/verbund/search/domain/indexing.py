"""Keeps a tenant's rows true, in the transaction of whoever changed the object."""

from collections.abc import Iterable

from django.db.models import Model
from wagtail.models import Page

from verbund.tenancy.context import current_tenant

from ..documents import entries, key_of, source_of
from ..service import index


def index_object(instance: Model) -> None:
    """Writes the row of a public object, takes away that of any other."""
    index_objects([instance])


def index_objects(instances: Iterable[Model]) -> None:
    searched = [instance for instance in instances if _is_searched(instance)]
    if not searched:
        return
    found = list(entries(searched))
    public = {entry.object_key for entry in found}
    gone = {key for key in map(_specific_key, searched) if key not in public}
    index().put(found)
    index().remove(current_tenant().uuid, gone)


def remove_object(instance: Model) -> None:
    """Takes away the row of an object that is being deleted."""
    index().remove(current_tenant().uuid, [key_of(instance)])


def refresh_subtree(page: Page) -> None:
    """Brings the rows of a page and all below it up to date: it moved, or was restricted."""
    index_objects(page.get_descendants(inclusive=True).select_related("content_type"))


def change_paths(old: str, new: str) -> None:
    """All rows below an address follow it."""
    if old and new and old != new:
        index().change_paths(current_tenant().uuid, old, new)


def _is_searched(instance: Model) -> bool:
    model = instance.specific_class if isinstance(instance, Page) else type(instance)
    return model is not None and source_of(model) is not None


def _specific_key(instance: Model) -> str:
    if isinstance(instance, Page):
        return f"{instance.specific_class._meta.label_lower}:{instance.pk}"
    return key_of(instance)

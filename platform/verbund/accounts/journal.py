"""The log of who did what in a tenant: Wagtail's own, with our actions and a set time.

Its rows lie in the tenant's schema beside Wagtail's own (pages published, things deleted), so
that one list shows all of it: `verbund.accounts.journal_report`.
"""

from datetime import timedelta
from typing import TYPE_CHECKING, Any

from django.conf import settings
from django.contrib.contenttypes.models import ContentType
from django.db.models import Model, Q, QuerySet
from django.utils import timezone
from django.utils.translation import gettext, override
from wagtail.log_actions import registry
from wagtail.models import ModelLogEntry

from verbund.accounts.models import User
from verbund.tenancy.context import current_tenant

if TYPE_CHECKING:
    from django_stubs_ext import StrOrPromise


def record(
    action: str,
    instance: Model | None = None,
    *,
    user: User | None = None,
    title: "StrOrPromise" = "",
    **data: Any,
) -> None:
    """Writes down that ``user`` did ``action`` (an `Act`) to ``instance``.

    :param instance: what it was done to; without one it is the site itself.
    :param user: default is whoever works in the admin in this request; nobody in a job.
    :param title: what people read as its name; default is the instance's own text.
    :param data: JSON that the action's sentence is made of. Never a secret; people by name
        only where `forget_person` finds them again: as ``title``, or under ``person``.
    :raises django.core.exceptions.ValidationError: the action is not registered.
    """
    # A name is kept in the words of the site, whatever language its admin reads.
    with override(settings.LANGUAGE_CODE):
        name = str(title) or (str(instance) if instance else current_tenant().association)
    registry.log(instance or current_tenant(), action, user=user, title=name, data=data)


def forget_person(user: User) -> int:
    """Takes a person's name and address out of the log; what was done stays.

    Returns how many lines were changed. Call it before her row is emptied or deleted.
    """
    names = {str(user), user.email, user.get_full_name()} - {""}
    with override(settings.LANGUAGE_CODE):
        nobody = gettext("Deleted person")
    changed = 0
    for entry in ModelLogEntry.objects.filter(_about(user, names)):
        entry.label = nobody if entry.label in names else entry.label
        entry.data = {
            key: nobody if key == "person" and value in names else value
            for key, value in entry.data.items()
        }
        ModelLogEntry.objects.bulk_update([entry], ["label", "data"])
        changed += 1
    return changed


def outdated(days: int | None = None) -> "list[QuerySet[Any]]":
    """The lines that are older than the set time, one query for each of Wagtail's logs."""
    keep = settings.VERBUND_JOURNAL_DAYS if days is None else days
    before = timezone.now() - timedelta(days=keep)
    return [model.objects.filter(timestamp__lt=before) for model in registry.get_log_entry_models()]


def drop_outdated() -> int:
    """Deletes them; returns how many."""
    return sum(lines.delete()[0] for lines in outdated())


def _about(user: User, names: set[str]) -> Q:
    people = ContentType.objects.get_for_model(User)
    return (
        Q(content_type=people, object_id=str(user.pk))
        | Q(label__in=names)
        | Q(data__person__in=list(names))
    )

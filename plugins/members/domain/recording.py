"""Every change of an entry goes through here: it is written down, and all outputs hear of it."""

from collections.abc import Iterator
from contextlib import contextmanager

from django.utils import timezone

from plugins.members.domain.differences import differences
from plugins.members.domain.printed_lists import ask_for_whole_lists
from plugins.members.domain.state import State, state_of
from plugins.members.domain.writing import write_state
from plugins.members.enums import ChangeWay
from plugins.members.models import Change, Organisation, StatusChange


@contextmanager
def recorded(
    organisation: Organisation, way: ChangeWay, by: str = "", *, lists: bool = True
) -> Iterator[None]:
    """Writes down what the block changes; saving at the end tells the search of it.

    Without ``lists`` the caller asks for the printed lists, once for many entries.
    """
    before = state_of(organisation) if organisation.pk else {}
    yield
    after = state_of(organisation)
    fields = differences(before, after)
    if not fields:
        return
    Change.objects.create(organisation=organisation, way=way, by=by, fields=fields)
    if before.get("status") != after["status"]:
        _note_status(organisation, after["status"], by)
    organisation.refresh_from_db(fields=["version"])
    organisation.version += 1
    organisation.save(update_fields=["version", "changed_at"])
    if lists:
        ask_for_whole_lists()


def change_entry(
    organisation: Organisation, state: State, way: ChangeWay, by: str = "", *, lists: bool = True
) -> Organisation:
    """Gives an entry new values, of a part of its fields or of all; a new one is made.

    :raises ValidationError: a value that is none. The caller's transaction takes back the rest.
    """
    with recorded(organisation, way, by, lists=lists):
        write_state(organisation, state)
    return organisation


def _note_status(organisation: Organisation, status: str, by: str) -> None:
    day = timezone.localdate()
    StatusChange.objects.create(organisation=organisation, status=status, day=day, by=by)

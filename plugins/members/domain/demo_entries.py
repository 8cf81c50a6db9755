"""Makes and removes the demo's entries, each as staff would have entered it."""

import datetime as dt
import uuid
from dataclasses import dataclass
from pathlib import Path

from django.utils import timezone

from plugins.members.domain.beginnings import homes, make_directory
from plugins.members.domain.demo_file import DemoEntry, Logo, read_entries
from plugins.members.domain.demo_waiting import make_waiting
from plugins.members.domain.lists import make_lists, slug_of
from plugins.members.domain.names import bare_name
from plugins.members.domain.people import link_accounts
from plugins.members.domain.recording import change_entry
from plugins.members.enums import ChangeWay
from plugins.members.models import Organisation
from verbund.plugin import Tenant, image_for, plugin_settings

# Keys of demo entries are made from tenant and name (version 5), those of staff are random (4).
_DEMO_VERSION = 5


@dataclass(frozen=True)
class _Picture:
    file: Path
    alt: str
    credit: str


def load_entries(tenant: Tenant, folder: Path, now: dt.datetime) -> None:
    """Makes what is missing; an entry that is there keeps what staff made of it."""
    entries = read_entries(folder)
    if not entries:
        return
    make_lists(plugin_settings("members").quarters)
    for home in homes():
        make_directory(home)
    known = set(Organisation.objects.values_list("uuid", flat=True))
    for entry in entries:
        if _key(tenant, entry) not in known:
            _make(tenant, entry, folder, timezone.localdate(now))
    link_accounts()


def unload_entries(tenant: Tenant) -> None:
    """Removes demo entries alone; lists and main pages stay."""
    keys = Organisation.objects.values_list("pk", "uuid")
    for pk in [pk for pk, key in keys if key.version == _DEMO_VERSION]:
        Organisation.objects.get(pk=pk).delete()


def _key(tenant: Tenant, entry: DemoEntry) -> uuid.UUID:
    return uuid.uuid5(tenant.uuid, slug_of(bare_name(entry.name)))


def _make(tenant: Tenant, entry: DemoEntry, folder: Path, today: dt.date) -> None:
    state = entry.state(tenant.name, today)
    state["logo"] = image_for(_picture(entry.logo, folder)).pk if entry.logo else None
    organisation = Organisation(uuid=_key(tenant, entry))
    change_entry(organisation, state, ChangeWay.DEMO, "Demo")
    if entry.waiting:
        make_waiting(organisation, entry.waiting)


def _picture(logo: Logo, folder: Path) -> _Picture:
    return _Picture(folder / "media" / logo.file, logo.alt, logo.credit)

"""Entries as staff make them, in the tenant that is entered."""

import datetime as dt
from typing import Any

from django.utils import timezone

from plugins.members.domain.recording import change_entry
from plugins.members.enums import ChangeWay, ContactKind, ListKind, Status
from plugins.members.models import Organisation

CONSENT = {"consent_by": "Vorstand", "consent_on": "2026-01-15", "consent_way": "form"}
TICKS = {"web": "on_web", "list": "in_list", "network": "in_network"}
EVERYWHERE = ("web", "list", "network")


def consent(*places: str) -> dict[str, Any]:
    """For these places and no other."""
    ticks = {tick: place in places for place, tick in TICKS.items()}
    return {**ticks, **(CONSENT if places else {})}


def contact(kind: ContactKind, value: str, *places: str, label: str = "") -> dict[str, Any]:
    return {"kind": kind.value, "value": value, "label": label, **consent(*places)}


def address(*places: str, **values: Any) -> dict[str, Any]:
    usual = {"street": "Weg 1", "postcode": "44147", "city": "Teststadt"}
    return {**usual, **values, **consent(*places)}


def entry(name: str, **values: Any) -> Organisation:
    """A member that the public sees; terms by list: topics=["bildung"], languages=["ta"]."""
    kinds = {
        "topics": ListKind.TOPIC,
        "languages": ListKind.LANGUAGE,
        "quarters": ListKind.QUARTER,
        "groups": ListKind.GROUP,
        "backgrounds": ListKind.BACKGROUND,
    }
    terms = {kinds[key]: values.pop(key) for key in list(values) if key in kinds}
    texts = values.pop("texts", {})
    state = {
        "name": name,
        "status": Status.MEMBER,
        "shown": True,
        "in_network": True,
        "confirmed_on": timezone.localdate().isoformat(),
        "terms": terms,
        "texts": {"de": {"summary": values.pop("summary", "")}, **texts},
        **values,
    }
    return change_entry(Organisation(), state, ChangeWay.ADMIN, "Test")


def months_ago(number: int) -> str:
    return (timezone.localdate() - dt.timedelta(days=31 * number)).isoformat()

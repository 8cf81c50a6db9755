"""All that the current tenant holds of an e-mail address, as a ZIP to hand out."""

import io
import json
import zipfile
from dataclasses import dataclass
from datetime import datetime

from django.core.serializers.json import DjangoJSONEncoder
from django.template.loader import render_to_string
from django.utils import timezone
from django.utils.text import get_valid_filename
from django.utils.translation import gettext

from verbund.accounts.journal import record
from verbund.accounts.journal_actions import Act
from verbund.plugin.contributions import PersonalData, PersonalRecord
from verbund.plugin.gate import contributed
from verbund.tenancy.context import current_tenant


@dataclass(frozen=True)
class Part:
    """What one app or plugin holds."""

    source: PersonalData
    records: tuple[PersonalRecord, ...]


def sources() -> list[PersonalData]:
    """Everybody's, of plugins that are off as well: what is hidden is still held."""
    found = [source for _config, source in contributed("personal_data")]
    return sorted(found, key=lambda source: source.order)


def collect(email: str) -> list[Part]:
    """What is held of this address, without the parts that hold nothing."""
    email = email.strip().lower()
    parts = [Part(source, tuple(source.export(email))) for source in sources()]
    return [part for part in parts if part.records]


def archive(email: str, parts: list[Part]) -> bytes:
    """A ZIP: `lesen.html` for people, `daten.json` for programs, and the files.

    That it was made stands in the log; for whom does not.
    """
    now = timezone.localtime()
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as file:
        file.writestr("daten.json", _as_json(email, parts, now))
        file.writestr("lesen.html", _as_page(email, parts, now))
        for name, content in _files(parts):
            file.writestr(name, content)
    record(Act.EXPORTED, what=gettext("data of one person"))
    return packed.getvalue()


def _as_json(email: str, parts: list[Part], now: datetime) -> str:
    data = {
        "site": current_tenant().association,
        "address": email,
        "made": now,
        "data": {
            part.source.name: [
                {"title": str(one.title), **_plain(one.data)} for one in part.records
            ]
            for part in parts
        },
    }
    return json.dumps(data, cls=DjangoJSONEncoder, ensure_ascii=False, indent=2)


def _plain(data: dict[str, object]) -> dict[str, object]:
    # Labels may be translations that wait for a language.
    return {str(label): value for label, value in data.items()}


def _as_page(email: str, parts: list[Part], now: datetime) -> str:
    context = {"email": email, "parts": parts, "made": now, "tenant": current_tenant()}
    return render_to_string("privacy/read_me.html", context)


def _files(parts: list[Part]) -> list[tuple[str, bytes]]:
    return [
        (f"dateien/{part.source.name}-{number}-{get_valid_filename(name)}", content)
        for part in parts
        for number, one in enumerate(part.records, 1)
        for name, content in one.files
    ]


def as_dict(part: Part) -> dict[str, object]:
    """For a command's output: files by their names alone."""
    records = [
        {"title": str(one.title), **_plain(one.data), "files": [name for name, _ in one.files]}
        for one in part.records
    ]
    return {"source": part.source.name, "records": records}

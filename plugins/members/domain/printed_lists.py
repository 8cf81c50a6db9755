"""Printed lists that are kept until the data changes; the worker makes them.

What is outdated is never handed out: it might tell what somebody has taken back since.
"""

import hashlib
import json

from django.conf import settings
from django.http import QueryDict
from django.utils import timezone, translation

from plugins.members.domain import queries
from plugins.members.domain.filters import Selection, read_selection
from plugins.members.domain.publication import standing_of
from plugins.members.domain.selecting import select
from plugins.members.enums import Where
from plugins.members.models import DirectoryPage, PrintedList
from plugins.members.printing import list_pdf
from verbund.plugin import current_tenant, enqueue

MOST = 60
JOB = "members.print_list"


def kept_list(page: DirectoryPage, language: str, selection: Selection) -> bytes | None:
    """The list as it is to be now, if it has been made."""
    found = PrintedList.objects.filter(key=_key(language, selection)).first()
    if found is None or found.version != version_of(page):
        return None
    return bytes(found.pdf)


def ask_for_list(language: str, selection: Selection) -> None:
    """Has the worker make it."""
    enqueue(JOB, language=language, query=selection.query)


def ask_for_whole_lists() -> None:
    """Has the worker make the lists of all entries, which others link to."""
    for language in current_tenant().languages:
        enqueue(JOB, language=language, query="")


def make_list(language: str, query: str) -> bool:
    """Makes what is missing or outdated; False where nothing was to do."""
    page = queries.directory_in(language)
    selection = read_selection(QueryDict(query))
    if page is None or kept_list(page, language, selection) is not None:
        return False
    with translation.override(language):
        version = version_of(page)
        catalogue = select(selection, Where.LIST).catalogue
        entries = queries.entries(Where.LIST, catalogue.found)
        tenant = current_tenant()
        pdf = list_pdf(entries, catalogue, page, tenant, timezone.localdate())
    PrintedList.objects.update_or_create(
        key=_key(language, selection), defaults={"version": version, "pdf": pdf}
    )
    forget_the_oldest()
    return True


def forget_the_oldest() -> None:
    """Selections are without number; the lists made last are kept."""
    kept = PrintedList.objects.order_by("-made_at").values_list("pk", flat=True)[:MOST]
    PrintedList.objects.exclude(pk__in=list(kept)).delete()


def version_of(page: DirectoryPage) -> str:
    """Changes with all that the list is made of."""
    tenant = current_tenant()
    state = [
        standing_of(Where.LIST),
        queries.version_of_lists(),
        [page.title, page.url, tenant.association, tenant.base_url, tenant.brand, tenant.contact],
        settings.LANGUAGE_CODE,
    ]
    return hashlib.sha256(json.dumps(state, default=str, sort_keys=True).encode()).hexdigest()


def _key(language: str, selection: Selection) -> str:
    return hashlib.sha256(f"{language}?{selection.query}".encode()).hexdigest()

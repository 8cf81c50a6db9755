"""Where an address stands in texts: pages are the association's own, their authors change them."""

import re
from collections.abc import Iterator

from django.contrib.contenttypes.models import ContentType
from django.db.models import TextField
from django.db.models.functions import Cast
from django.utils.translation import gettext_lazy as _
from wagtail.models import Page, Revision

from verbund.plugin.contributions import Erasure, Kept, PersonalData, PersonalRecord


def _pages(email: str) -> list[Page]:
    """Pages of whose newest or public version the text holds the address; older ones count too."""
    # A whole address: what stands before and after it is no part of another one.
    alone = rf"(^|[^a-z0-9._%+-]){re.escape(email)}($|[^a-z0-9.-]|[.]($|[^a-z0-9]))"
    held = (
        Revision.objects.annotate(text=Cast("content", TextField()))
        .filter(base_content_type=ContentType.objects.get_for_model(Page), text__iregex=alone)
        .values_list("object_id", flat=True)
    )
    return list(Page.objects.filter(pk__in={int(key) for key in held}).order_by("path"))


def export(email: str) -> Iterator[PersonalRecord]:
    for page in _pages(email):
        data = {str(_("address of the page")): page.full_url, str(_("public")): page.live}
        yield PersonalRecord(page.title, data)


def erase(email: str, dry_run: bool) -> Erasure:
    reason = _("The address stands in its text or in an older version. Change the page yourself.")
    return Erasure(kept=tuple(Kept(page.title, reason) for page in _pages(email)))


personal_data = (PersonalData("pages", _("Pages"), export, erase, order=40),)

"""How much a site's uploads may take, where operators have set a limit."""

from typing import Any

from django.core.exceptions import ValidationError
from django.db.models import Sum
from django.template.defaultfilters import filesizeformat
from django.utils.translation import gettext as _
from wagtail.documents import get_document_model
from wagtail.images import get_image_model

from verbund.tenancy.context import current_tenant


def uploads_size() -> int:
    """Bytes of all pictures and files of the current site."""
    models = (get_image_model(), get_document_model())
    sums = [model.objects.aggregate(size=Sum("file_size"))["size"] for model in models]
    return sum(size or 0 for size in sums)


def check_room(file: Any) -> None:
    """:raises ValidationError: with this file the site would have more than it may."""
    quota = current_tenant().quota
    if quota is None or uploads_size() + file.size <= quota:
        return
    text = _("The site's room for uploads (%(room)s) is full. Delete something, or ask for more.")
    raise ValidationError(text % {"room": filesizeformat(quota)}, code="no_room")

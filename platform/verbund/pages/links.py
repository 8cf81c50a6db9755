"""Links that editors set: to a page of the site or to an address, kept in the reader's language."""

from collections.abc import Iterable
from typing import Any

from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _
from wagtail import blocks

from verbund.common.richtext import is_safe_target
from verbund.pages.site import reader_url
from verbund.theming.site import Link


class AddressBlock(blocks.CharBlock):
    """An address: of another site, a mail, a telephone, or a path of this site."""

    def __init__(self, required: bool = False, **kwargs: Any) -> None:
        kwargs.setdefault("help_text", _("https://…, mailto:…, tel:… or a path of this site."))
        super().__init__(required=required, max_length=500, search_index=False, **kwargs)

    def clean(self, value: Any) -> Any:
        cleaned = super().clean(value)
        if cleaned and not is_safe_target(cleaned):
            text = _("“%(url)s” is no address: begin with https://, mailto:, tel: or /.")
            raise ValidationError(text, params={"url": cleaned})
        return cleaned

    def get_prep_value(self, value: Any) -> Any:
        """No form has seen what code or a copy brings: an address that could act is dropped."""
        prepared = super().get_prep_value(value)
        return prepared if not prepared or is_safe_target(prepared) else ""


class LinkBlock(blocks.StructBlock):
    """A page of the site or another address, and what the link says."""

    title = blocks.CharBlock(label=_("text of the link"), max_length=80)
    page = blocks.PageChooserBlock(label=_("page"), required=False)
    url = AddressBlock(label=_("or an address"))

    class Meta:
        label = _("Link")
        icon = "link"

    def clean(self, value: Any) -> Any:
        cleaned = super().clean(value)
        if bool(cleaned["page"]) == bool(cleaned["url"]):
            raise blocks.StructBlockValidationError(
                {"page": ValidationError(_("Choose a page or give an address, one of the two."))}
            )
        return cleaned


def links_of(values: Iterable[Any]) -> list[Link]:
    """Links as components take them; one to a page that is not public any more is left out."""
    return [link for value in values if (link := link_of(value)) is not None]


def link_of(value: Any) -> Link | None:
    page = value["page"]
    if page is None:
        return Link(value["title"], reader_url(value["url"])) if value["url"] else None
    url = page.url if page.live else None
    return Link(value["title"], reader_url(url)) if url else None

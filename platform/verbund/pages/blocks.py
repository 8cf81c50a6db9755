"""Blocks of a page's body; each has a template made of the theme's components."""

from typing import Any

from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _
from wagtail import blocks
from wagtail.documents.blocks import DocumentChooserBlock
from wagtail.images.blocks import ImageChooserBlock

from verbund.plugin.gate import contributed

LINK_STARTS = ("https://", "http://", "mailto:", "tel:", "/", "#")
TEXT_FEATURES = ["bold", "italic", "ol", "ul", "link", "document-link"]


class LinkBlock(blocks.StructBlock):
    """A page of the site or another address, and what the link says."""

    title = blocks.CharBlock(label=_("text of the link"), max_length=80)
    page = blocks.PageChooserBlock(label=_("page"), required=False)
    url = blocks.CharBlock(
        label=_("or an address"),
        required=False,
        max_length=500,
        help_text=_("https://…, mailto:…, tel:… or a path of this site like /suche/"),
    )

    class Meta:
        label = _("Link")
        icon = "link"

    def clean(self, value: Any) -> Any:
        cleaned = super().clean(value)
        if bool(cleaned["page"]) == bool(cleaned["url"]):
            raise blocks.StructBlockValidationError(
                {"page": ValidationError(_("Choose a page or give an address, one of the two."))}
            )
        if cleaned["url"] and not cleaned["url"].startswith(LINK_STARTS):
            text = _("“%(url)s” is no address: begin with https://, mailto:, tel: or /.")
            raise blocks.StructBlockValidationError(
                {"url": ValidationError(text, params={"url": cleaned["url"]})}
            )
        return cleaned


class HeadingBlock(blocks.StructBlock):
    text = blocks.CharBlock(label=_("text"), max_length=120)
    level = blocks.ChoiceBlock(
        label=_("level"),
        choices=[("2", _("Heading")), ("3", _("Subheading"))],
        default="2",
    )

    class Meta:
        label = _("Heading")
        icon = "title"
        template = "pages/blocks/heading.html"


class TextBlock(blocks.RichTextBlock):
    def __init__(self, **kwargs: Any) -> None:
        super().__init__(features=TEXT_FEATURES, **kwargs)

    class Meta:
        label = _("Text")
        icon = "pilcrow"
        template = "pages/blocks/text.html"


class QuoteBlock(blocks.StructBlock):
    text = blocks.TextBlock(label=_("quotation"))
    attribution = blocks.CharBlock(label=_("who said it"), required=False, max_length=120)

    class Meta:
        label = _("Quotation")
        icon = "openquote"
        template = "pages/blocks/quote.html"


class ImageBlock(blocks.StructBlock):
    image = ImageChooserBlock(label=_("picture"))
    caption = blocks.CharBlock(label=_("caption"), required=False, max_length=250)

    class Meta:
        label = _("Picture")
        icon = "image"
        template = "pages/blocks/image.html"


class GalleryBlock(blocks.StructBlock):
    images = blocks.ListBlock(ImageChooserBlock(), label=_("pictures"), min_num=2, max_num=12)
    caption = blocks.CharBlock(label=_("caption"), required=False, max_length=250)

    class Meta:
        label = _("Gallery")
        icon = "image"
        template = "pages/blocks/gallery.html"


class DownloadBlock(blocks.StructBlock):
    document = DocumentChooserBlock(label=_("file"))
    title = blocks.CharBlock(
        label=_("title"), required=False, max_length=120, help_text=_("Empty: the file's own.")
    )

    class Meta:
        label = _("File")
        icon = "doc-full"


class DownloadsBlock(blocks.StructBlock):
    items = blocks.ListBlock(DownloadBlock(), label=_("files"), min_num=1)

    class Meta:
        label = _("Downloads")
        icon = "download"
        template = "pages/blocks/downloads.html"


class DateBlock(blocks.StructBlock):
    start = blocks.DateTimeBlock(label=_("begins"))
    end = blocks.DateTimeBlock(label=_("ends"), required=False)
    title = blocks.CharBlock(label=_("what"), max_length=120)
    text = blocks.CharBlock(label=_("about it"), required=False, max_length=250)
    place = blocks.CharBlock(label=_("where"), required=False, max_length=160)
    url = blocks.URLBlock(label=_("more at"), required=False)

    class Meta:
        label = _("Date")
        icon = "calendar"

    def clean(self, value: Any) -> Any:
        cleaned = super().clean(value)
        if cleaned["end"] and cleaned["end"] < cleaned["start"]:
            raise blocks.StructBlockValidationError(
                {"end": ValidationError(_("The end lies before the beginning."))}
            )
        return cleaned


class DatesBlock(blocks.StructBlock):
    items = blocks.ListBlock(DateBlock(), label=_("dates"), min_num=1)

    class Meta:
        label = _("Dates")
        icon = "date"
        template = "pages/blocks/dates.html"


class ContactBlock(blocks.StructBlock):
    title = blocks.CharBlock(label=_("heading"), max_length=80, default=_("Contact"))
    name = blocks.CharBlock(label=_("who"), required=False, max_length=120)
    phone = blocks.CharBlock(label=_("telephone"), required=False, max_length=40)
    mail = blocks.EmailBlock(label=_("e-mail"), required=False)
    hours = blocks.CharBlock(label=_("when to reach"), required=False, max_length=160)

    class Meta:
        label = _("Contact")
        icon = "user"
        template = "pages/blocks/contact.html"


class CallToActionBlock(blocks.StructBlock):
    text = blocks.CharBlock(label=_("sentence"), max_length=200)
    link = LinkBlock(label=_("button"))

    class Meta:
        label = _("Call to action")
        icon = "arrow-right"
        template = "pages/blocks/call_to_action.html"


class AccordionItemBlock(blocks.StructBlock):
    title = blocks.CharBlock(label=_("question"), max_length=160)
    content = blocks.RichTextBlock(label=_("answer"), features=TEXT_FEATURES)

    class Meta:
        label = _("Question and answer")
        icon = "help"


class AccordionBlock(blocks.StructBlock):
    items = blocks.ListBlock(AccordionItemBlock(), label=_("entries"), min_num=1)

    class Meta:
        label = _("Questions and answers")
        icon = "list-ul"
        template = "pages/blocks/accordion.html"


class TeasersBlock(blocks.StructBlock):
    title = blocks.CharBlock(label=_("heading"), required=False, max_length=120)
    pages = blocks.ListBlock(blocks.PageChooserBlock(), label=_("pages"), min_num=1, max_num=6)

    class Meta:
        label = _("Teasers")
        icon = "doc-full-inverse"
        template = "pages/blocks/teasers.html"


SIMPLE_BLOCKS = (
    ("heading", HeadingBlock),
    ("text", TextBlock),
    ("quote", QuoteBlock),
    ("image", ImageBlock),
    ("contact", ContactBlock),
    ("downloads", DownloadsBlock),
    ("call_to_action", CallToActionBlock),
)


def _column() -> blocks.StreamBlock:
    return blocks.StreamBlock([(name, block()) for name, block in SIMPLE_BLOCKS], min_num=1)


class TwoColumnsBlock(blocks.StructBlock):
    def __init__(self, local_blocks: Any = None, **kwargs: Any) -> None:
        columns = (("left", _column()), ("right", _column()))
        super().__init__(local_blocks or columns, **kwargs)

    class Meta:
        label = _("Two columns")
        icon = "table"
        template = "pages/blocks/two_columns.html"


def body_blocks() -> list[tuple[str, blocks.Block]]:
    """Blocks of a page's body, the plugins' at the end."""
    own = [
        *SIMPLE_BLOCKS,
        ("gallery", GalleryBlock),
        ("dates", DatesBlock),
        ("accordion", AccordionBlock),
        ("teasers", TeasersBlock),
        ("two_columns", TwoColumnsBlock),
    ]
    return [*((name, block()) for name, block in own), *contributed_blocks("body")]


def contributed_blocks(where: str) -> list[tuple[str, blocks.Block]]:
    """Blocks that the core's parts and plugins add to this place, on or off."""
    found = [one for _config, one in contributed("blocks") if one.where == where]
    return [(one.name, one.block()) for one in sorted(found, key=lambda one: one.order)]

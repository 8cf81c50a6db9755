"""Blocks of a page's body; each has a template made of the theme's components."""

from typing import Any

from django.core.exceptions import ValidationError
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from wagtail import blocks
from wagtail.documents.blocks import DocumentChooserBlock
from wagtail.images.blocks import ImageChooserBlock

from verbund.common.text import plain_text
from verbund.media.renditions import prefetch_renditions
from verbund.pages.links import AddressBlock, LinkBlock, link_of
from verbund.pages.site import reader_url
from verbund.pages.teasers import teasers_of
from verbund.plugin.blocks import contributed_blocks

TEXT_FEATURES = ["bold", "italic", "ol", "ul", "link", "document-link"]


class Composed(blocks.StructBlock):
    """A block whose template passes `arguments` to a component of the theme."""

    def get_context(self, value: Any, parent_context: Any = None) -> dict[str, Any]:
        context = super().get_context(value, parent_context=parent_context)
        return {**context, "arguments": self.arguments(value)}

    def arguments(self, value: Any) -> dict[str, Any]:
        """The component's arguments; as the fields are named unless a block says otherwise."""
        return dict(value)


class HeadingBlock(blocks.StructBlock):
    text = blocks.CharBlock(label=_("text"), max_length=120)
    level = blocks.ChoiceBlock(
        label=_("level"),
        choices=[("2", _("Heading")), ("3", _("Subheading"))],
        default="2",
        search_index=False,
    )

    class Meta:
        label = _("Heading")
        icon = "title"
        template = "pages/blocks/heading.html"


class TextBlock(blocks.RichTextBlock):
    def __init__(self, **kwargs: Any) -> None:
        super().__init__(features=TEXT_FEATURES, **kwargs)

    def get_searchable_content(self, value: Any) -> list[str]:
        """As plain text; Wagtail's own would join the words around a line break."""
        return [plain_text(value.source)]

    class Meta:
        label = _("Text")
        icon = "pilcrow"
        template = "pages/blocks/text.html"


class QuoteBlock(Composed):
    text = blocks.TextBlock(label=_("quotation"))
    attribution = blocks.CharBlock(label=_("who said it"), required=False, max_length=120)

    class Meta:
        label = _("Quotation")
        icon = "openquote"
        template = "pages/blocks/quote.html"


class ImageBlock(Composed):
    image = ImageChooserBlock(label=_("picture"))
    caption = blocks.CharBlock(label=_("caption"), required=False, max_length=250)

    class Meta:
        label = _("Picture")
        icon = "image"
        template = "pages/blocks/image.html"


class GalleryBlock(Composed):
    images = blocks.ListBlock(ImageChooserBlock(), label=_("pictures"), min_num=2, max_num=12)
    caption = blocks.CharBlock(label=_("caption"), required=False, max_length=250)

    class Meta:
        label = _("Gallery")
        icon = "image"
        template = "pages/blocks/gallery.html"

    def arguments(self, value: Any) -> dict[str, Any]:
        images = [image for image in value["images"] if image is not None]
        prefetch_renditions(images, "card", "half")
        return {"images": [{"image": image} for image in images], "caption": value["caption"]}


class DownloadBlock(blocks.StructBlock):
    document = DocumentChooserBlock(label=_("file"))
    title = blocks.CharBlock(
        label=_("title"), required=False, max_length=120, help_text=_("Empty: the file's own.")
    )

    class Meta:
        label = _("File")
        icon = "doc-full"


class DownloadsBlock(Composed):
    items = blocks.ListBlock(DownloadBlock(), label=_("files"), min_num=1)

    class Meta:
        label = _("Downloads")
        icon = "download"
        template = "pages/blocks/downloads.html"

    def arguments(self, value: Any) -> dict[str, Any]:
        files = [item for item in value["items"] if item["document"] is not None]
        return {"items": [download(item["document"], item["title"]) for item in files]}


class DateBlock(blocks.StructBlock):
    start = blocks.DateTimeBlock(label=_("begins"))
    end = blocks.DateTimeBlock(label=_("ends"), required=False)
    title = blocks.CharBlock(label=_("what"), max_length=120)
    text = blocks.CharBlock(label=_("about it"), required=False, max_length=250)
    place = blocks.CharBlock(label=_("where"), required=False, max_length=160)
    url = AddressBlock(label=_("more at"))

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


class DatesBlock(Composed):
    items = blocks.ListBlock(DateBlock(), label=_("dates"), min_num=1)

    class Meta:
        label = _("Dates")
        icon = "date"
        template = "pages/blocks/dates.html"

    def arguments(self, value: Any) -> dict[str, Any]:
        return {"items": [date_item(item) for item in value["items"]]}


class ContactBlock(Composed):
    title = blocks.CharBlock(label=_("heading"), max_length=80, default=_("Contact"))
    name = blocks.CharBlock(label=_("who"), required=False, max_length=120)
    phone = blocks.CharBlock(label=_("telephone"), required=False, max_length=40)
    mail = blocks.EmailBlock(label=_("e-mail"), required=False, search_index=False)
    hours = blocks.CharBlock(label=_("when to reach"), required=False, max_length=160)

    class Meta:
        label = _("Contact")
        icon = "user"
        template = "pages/blocks/contact.html"


class CallToActionBlock(Composed):
    text = blocks.CharBlock(label=_("sentence"), max_length=200)
    link = LinkBlock(label=_("button"))

    class Meta:
        label = _("Call to action")
        icon = "arrow-right"
        template = "pages/blocks/call_to_action.html"

    def arguments(self, value: Any) -> dict[str, Any]:
        link = link_of(value["link"])
        return {"text": value["text"], "title": link.title, "url": link.url} if link else {}


class AccordionItemBlock(blocks.StructBlock):
    title = blocks.CharBlock(label=_("question"), max_length=160)
    content = blocks.RichTextBlock(label=_("answer"), features=TEXT_FEATURES)

    class Meta:
        label = _("Question and answer")
        icon = "help"


class AccordionBlock(Composed):
    items = blocks.ListBlock(AccordionItemBlock(), label=_("entries"), min_num=1)

    class Meta:
        label = _("Questions and answers")
        icon = "list-ul"
        template = "pages/blocks/accordion.html"

    def arguments(self, value: Any) -> dict[str, Any]:
        return {"items": list(value["items"])}


class TeasersBlock(blocks.StructBlock):
    title = blocks.CharBlock(label=_("heading"), required=False, max_length=120)
    pages = blocks.ListBlock(blocks.PageChooserBlock(), label=_("pages"), min_num=1, max_num=6)

    class Meta:
        label = _("Teasers")
        icon = "doc-full-inverse"
        template = "pages/blocks/teasers.html"

    def get_context(self, value: Any, parent_context: Any = None) -> dict[str, Any]:
        context = super().get_context(value, parent_context=parent_context)
        level = 3 if value["title"] else 2
        return {**context, "items": teasers_of(value["pages"]), "level": level}


def date_item(value: Any) -> dict[str, Any]:
    """A date as the component `dates` takes it, in local time."""
    return {
        **value,
        "start": timezone.localtime(value["start"]),
        "end": timezone.localtime(value["end"]) if value["end"] else None,
        "url": reader_url(value["url"]) if value["url"] else "",
    }


def download(document: Any, title: str = "") -> dict[str, Any]:
    """A file as the component `downloads` takes it, with type and size."""
    return {
        "title": title or document.title,
        "url": document.url,
        "type": document.file_extension.upper(),
        "size": document.get_file_size(),
    }


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

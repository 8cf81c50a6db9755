"""Sections of a home page: what the association is, what one can do here, who helps."""

from typing import Any

from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from wagtail import blocks
from wagtail.images.blocks import ImageChooserBlock

from verbund.pages.blocks import Composed, DateBlock, body_blocks, contributed_blocks, date_item
from verbund.pages.links import AddressBlock, LinkBlock, links_of
from verbund.pages.site import reader_url

LOGO_SPEC = "max-480x96|format-webp"
OPENINGS = {"hero", "search_hero"}
"""Sections that bring the page's heading of the first level."""


class SectionBlock(blocks.StructBlock):
    """A section of a home page; its number makes its id."""

    def get_context(self, value: Any, parent_context: Any = None) -> dict[str, Any]:
        context = super().get_context(value, parent_context=parent_context)
        return {**context, "section_id": f"teil-{context.get('number') or 1}"}


class CounterBlock(blocks.StructBlock):
    number = blocks.CharBlock(label=_("number"), max_length=12)
    label = blocks.CharBlock(label=_("of what"), max_length=60)
    note = blocks.CharBlock(
        label=_("as of"), max_length=60, help_text=_("Each number has its date.")
    )
    url = AddressBlock(label=_("source"))

    class Meta:
        label = _("Number")
        icon = "order"


class HeroBlock(Composed):
    title = blocks.CharBlock(
        label=_("sentence"), max_length=70, help_text=_("What the association is for.")
    )
    lead = blocks.TextBlock(label=_("lead"), max_length=400)
    actions = blocks.ListBlock(LinkBlock(), label=_("actions"), max_num=2, default=[])
    counters = blocks.ListBlock(CounterBlock(), label=_("numbers"), max_num=3, default=[])

    class Meta:
        label = _("Opening")
        icon = "title"
        template = "pages/sections/hero.html"

    def arguments(self, value: Any) -> dict[str, Any]:
        return {
            **value,
            "actions": links_of(value["actions"]),
            "counters": [counter_item(one) for one in value["counters"]],
        }


class NumbersBlock(SectionBlock):
    title = blocks.CharBlock(label=_("heading"), max_length=60)
    items = blocks.ListBlock(CounterBlock(), label=_("numbers"), min_num=1, max_num=4)

    class Meta:
        label = _("Numbers")
        icon = "order"
        template = "pages/sections/numbers.html"

    def get_context(self, value: Any, parent_context: Any = None) -> dict[str, Any]:
        context = super().get_context(value, parent_context=parent_context)
        return {**context, "items": [counter_item(one) for one in value["items"]]}


def counter_item(value: Any) -> dict[str, Any]:
    """A number as the component `counters` takes it."""
    return {**value, "url": reader_url(value["url"]) if value["url"] else ""}


class SignpostGroupBlock(blocks.StructBlock):
    title = blocks.CharBlock(label=_("question"), max_length=60)
    links = blocks.ListBlock(LinkBlock(), label=_("links"), min_num=1, max_num=5)

    class Meta:
        label = _("Question")
        icon = "help"


class SignpostBlock(SectionBlock):
    groups = blocks.ListBlock(SignpostGroupBlock(), label=_("questions"), min_num=2, max_num=3)

    class Meta:
        label = _("Signpost")
        icon = "list-ul"
        template = "pages/sections/signpost.html"

    def get_context(self, value: Any, parent_context: Any = None) -> dict[str, Any]:
        context = super().get_context(value, parent_context=parent_context)
        groups = [
            {"title": group["title"], "links": links_of(group["links"])}
            for group in value["groups"]
        ]
        return {**context, "groups": groups}


class NextDatesBlock(SectionBlock):
    title = blocks.CharBlock(label=_("heading"), max_length=60, default=_("Next dates"))
    text = blocks.CharBlock(label=_("about it"), required=False, max_length=160)
    items = blocks.ListBlock(DateBlock(), label=_("dates"), min_num=1, max_num=6)

    class Meta:
        label = _("Next dates")
        icon = "date"
        template = "pages/sections/dates.html"

    def get_context(self, value: Any, parent_context: Any = None) -> dict[str, Any]:
        """Those that are to come, the next one first; a section without any is not there."""
        context = super().get_context(value, parent_context=parent_context)
        to_come = [one for one in value["items"] if (one["end"] or one["start"]) > timezone.now()]
        to_come.sort(key=lambda one: one["start"])
        return {**context, "items": [date_item(one) for one in to_come]}


class PartnerBlock(blocks.StructBlock):
    name = blocks.CharBlock(label=_("name"), max_length=80)
    url = blocks.URLBlock(label=_("website"), required=False)
    logo = ImageChooserBlock(label=_("logo"), required=False)

    class Meta:
        label = _("Partner")
        icon = "group"


class PartnersBlock(SectionBlock):
    title = blocks.CharBlock(label=_("heading"), max_length=60, default=_("Supported by"))
    items = blocks.ListBlock(PartnerBlock(), label=_("partners"), min_num=1)

    class Meta:
        label = _("Partners and funders")
        icon = "group"
        template = "pages/sections/partners.html"

    def get_context(self, value: Any, parent_context: Any = None) -> dict[str, Any]:
        context = super().get_context(value, parent_context=parent_context)
        items = [
            {"name": one["name"], "url": one["url"], "logo": _logo(one["logo"])}
            for one in value["items"]
        ]
        return {**context, "items": items}


class TextSectionBlock(SectionBlock):
    title = blocks.CharBlock(label=_("heading"), max_length=120)

    def __init__(self, local_blocks: Any = None, **kwargs: Any) -> None:
        own = (("body", blocks.StreamBlock(body_blocks(), label=_("text"))),)
        super().__init__(local_blocks or own, **kwargs)

    class Meta:
        label = _("Text section")
        icon = "pilcrow"
        template = "pages/sections/text.html"


def _logo(image: Any) -> str:
    return image.get_rendition(LOGO_SPEC).url if image is not None else ""


def home_blocks() -> list[tuple[str, blocks.Block]]:
    """Sections of a home page, the plugins' at the end."""
    own = [
        ("hero", HeroBlock),
        ("signpost", SignpostBlock),
        ("dates", NextDatesBlock),
        ("text", TextSectionBlock),
        ("numbers", NumbersBlock),
        ("partners", PartnersBlock),
    ]
    return [*((name, block()) for name, block in own), *contributed_blocks("home")]

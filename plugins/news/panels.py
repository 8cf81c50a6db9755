"""The editor's form of an item, from what it is about to what is optional."""

from django.forms import CheckboxSelectMultiple
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, InlinePanel, MultiFieldPanel, Panel


def news_panels() -> list[Panel]:
    return [
        FieldPanel("lead"),
        FieldPanel("image"),
        _topics(),
        FieldPanel("body"),
        FieldPanel("author_line"),
        FieldPanel("date"),
        _related(),
    ]


def press_panels() -> list[Panel]:
    return [
        FieldPanel("lead"),
        MultiFieldPanel(
            [FieldPanel("embargo_until"), FieldPanel("expire_at", heading=_("Public until"))],
            heading=_("When it is public"),
        ),
        FieldPanel("body"),
        InlinePanel("downloads", label=_("File"), heading=_("Files for the press")),
        MultiFieldPanel(
            [
                FieldPanel("contact_name"),
                FieldPanel("contact_phone"),
                FieldPanel("contact_mail"),
                FieldPanel("contact_hours"),
            ],
            heading=_("Contact for the press"),
        ),
        FieldPanel("about_us"),
        FieldPanel("image"),
        _topics(),
        FieldPanel("date"),
        _related(),
    ]


def placing_panels() -> list[Panel]:
    return [
        MultiFieldPanel(
            [FieldPanel("pinned"), FieldPanel("in_network")], heading=_("Where it stands")
        )
    ]


def _topics() -> Panel:
    return FieldPanel("topics", widget=CheckboxSelectMultiple)


def _related() -> Panel:
    return InlinePanel(
        "related_items",
        label=_("Related item"),
        heading=_("Related items"),
        max_num=3,
        help_text=_("Up to three. Without a choice: the newest of the same topic."),
    )

"""The form of an entry in the admin: six tabs, each about one thing."""

from typing import Any

from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import (
    FieldPanel,
    HelpPanel,
    InlinePanel,
    MultiFieldPanel,
    ObjectList,
    TabbedInterface,
)
from wagtail.admin.panels import FieldRowPanel as Row

from plugins.members.admin_forms import EntryForm, OfferForm
from plugins.members.enums import ListKind


class OffersPanel(InlinePanel):
    """Rows with a form of their own: see there."""

    def get_form_options(self) -> dict[str, Any]:
        options: dict[str, Any] = super().get_form_options()
        options["formsets"][self.relation_name]["form"] = OfferForm
        return options


def _fields(*names: str) -> list[Any]:
    return [FieldPanel(name) for name in names]


CONSENT = MultiFieldPanel(
    [
        Row(_fields("on_web", "in_list", "in_network")),
        Row(_fields("consent_by", "consent_on", "consent_way")),
    ],
    heading=_("Consent to publication"),
    help_text=_(
        "Without a tick this stands nowhere outside: no page, no list, no data. "
        "With a tick say who allowed it, and when."
    ),
)

ENTRY = ObjectList(
    [
        FieldPanel("name"),
        Row(_fields("short_name", "slug")),
        Row(_fields("native_name", "native_language")),
        FieldPanel("logo"),
        InlinePanel(
            "texts",
            label=_("Text"),
            heading=_("What the organisation says of itself"),
            help_text=_("One for each language. Where one is missing the German one is shown."),
            panels=_fields(
                "language", "summary", "description", "for_whom", "opening_hours", "access"
            ),
        ),
        *_fields(*(EntryForm.name_of(kind) for kind in ListKind if kind != ListKind.OFFER)),
        OffersPanel(
            "offers",
            label=_("Offer"),
            heading=_("Offers"),
            panels=[*_fields("kind", "title"), Row(_fields("when", "cost")), FieldPanel("spoken")]
            + _fields("language"),
        ),
        Row(_fields("legal_form", "founded")),
        Row(_fields("register_court", "register_number")),
    ],
    heading=_("Entry"),
)
CONTACT = ObjectList(
    [
        HelpPanel(template="members/admin/consent_help.html"),
        InlinePanel(
            "contacts",
            label=_("Contact"),
            heading=_("Contacts"),
            panels=[Row(_fields("kind", "value", "label")), CONSENT],
        ),
    ],
    heading=_("Contact and consent"),
)
PLACE = ObjectList(
    [
        InlinePanel(
            "addresses",
            label=_("Address"),
            heading=_("Address"),
            max_num=1,
            panels=[
                FieldPanel("street"),
                Row(_fields("postcode", "city")),
                *_fields("note", "precision"),
                CONSENT,
            ],
        )
    ],
    heading=_("Place"),
)
MEMBERSHIP = ObjectList(
    [
        FieldPanel("status"),
        Row(_fields("member_since", "member_until")),
        *_fields("shown", "in_network"),
        Row(_fields("confirmed_on", "confirmed_by")),
    ],
    heading=_("Membership"),
)
PEOPLE = ObjectList(
    [
        InlinePanel(
            "responsibles",
            label=_("Responsible person"),
            heading=_("Who may act for the organisation"),
            help_text=_("Known by e-mail address. Nothing of this is ever public."),
            panels=[Row(_fields("email", "name"))],
        )
    ],
    heading=_("People"),
)
INTERNAL = ObjectList(_fields("notes", "seen_version"), heading=_("Internal"))

EDIT_HANDLER = TabbedInterface(
    [ENTRY, CONTACT, PLACE, MEMBERSHIP, PEOPLE, INTERNAL], base_form_class=EntryForm
)

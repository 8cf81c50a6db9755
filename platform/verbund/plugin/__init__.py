"""The plugin API: all that a plugin may import stands in ``__all__`` and in docs/plugin-api.md.

Names are loaded when first used: a plugin's apps.py is read before Django's app registry is
ready, and models and blocks are not importable by then.
"""

from importlib import import_module
from typing import TYPE_CHECKING, Any

_HOMES = {
    "verbund.plugin.config": ("PluginConfig", "PluginSettings"),
    "verbund.api.auth": ("needs_scope",),
    "verbund.api.domain.answers": ("once",),
    "verbund.api.errors": ("FieldErrors",),
    "verbund.api.fields": ("only_text",),
    "verbund.common.richtext": ("clean_rich_text",),
    "verbund.pages.forms": ("PageForm", "free_slug"),
    "verbund.plugin.contributions": (
        "AccountSection",
        "ActingOrganisation",
        "AdminView",
        "ApiScope",
        "ContentBlock",
        "DemoContent",
        "Erasure",
        "FirstStep",
        "Indexable",
        "Job",
        "Kept",
        "MenuItem",
        "NewButton",
        "OrganisationSource",
        "Panel",
        "PersonalData",
        "PersonalRecord",
        "Receiver",
        "Retention",
        "RoleDefinition",
        "RolePermissions",
        "SearchDocument",
        "Seed",
        "Snippet",
        "TodoItem",
    ),
    "verbund.plugin.jobs": ("enqueue",),
    "verbund.plugin.organisations": (
        "find_organisations",
        "open_to_partners",
        "organisation_of",
        "organisations_of",
    ),
    "verbund.plugin.settings": ("plugin_settings",),
    "verbund.accounts.journal": ("record",),
    "verbund.accounts.models": ("User",),
    "verbund.accounts.roles": ("Role",),
    "verbund.tenancy.context": ("current_tenant", "tenant_context"),
    "verbund.tenancy.models": ("Tenant",),
    "verbund.common.fields": ("MigrationLightStreamField",),
    "verbund.common.dates": ("german_date", "german_datetime"),
    "verbund.common.text": ("plain_text",),
    "verbund.media.forms": ("PictureField",),
    "verbund.media.models": ("Document", "Image"),
    "verbund.mailing.letters": ("Letter", "send_letter"),
    "verbund.mailing.signals": ("mail_given_up",),
    "verbund.member_area.access": ("member_of",),
    "verbund.member_area.domain.login": ("invite_member",),
    "verbund.member_area.models": ("MemberAccount",),
    "verbund.member_area.signals": ("member_leaves",),
    "verbund.member_area.views.home": ("render_area",),
    "verbund.common.client": ("address_key",),
    "verbund.common.limits": ("Limit", "TooMany", "in_words"),
    "verbund.tenancy.tokens": ("BadToken", "ExpiredToken", "TenantSigner"),
    "verbund.pages.base": ("BasePage", "MainPage", "render_page"),
    "verbund.pages.blocks": ("body_blocks",),
    "verbund.pages.checks": ("ContentProblem",),
    "verbund.pages.meta": ("json_ld",),
    "verbund.pages.paging": ("Paging", "paginate"),
    "verbund.pages.parts": ("PagePart",),
    "verbund.pages.translations": ("active_language", "for_reader"),
    "verbund.pages.visibility": ("private_paths", "public_pages"),
    "verbund.onboarding.content": ("DatedFront", "DatedText", "read_dated"),
    "verbund.onboarding.demo_media": ("document_for", "image_for"),
    "verbund.onboarding.domain.page_content": ("stream_of",),
    "verbund.printing.coverage": ("printable",),
    "verbund.printing.typesetting": ("PrintingError", "typeset"),
    "verbund.search.objects": ("FoundObjects", "find_objects"),
    "verbund.theming.pictures": ("filter_specs",),
}
_HOME_OF = {name: module for module, names in _HOMES.items() for name in names}

__all__ = sorted(_HOME_OF)  # noqa: PLE0605  # one list of names, above

if TYPE_CHECKING:
    from verbund.accounts.journal import record
    from verbund.accounts.models import User
    from verbund.accounts.roles import Role
    from verbund.api.auth import needs_scope
    from verbund.api.domain.answers import once
    from verbund.api.errors import FieldErrors
    from verbund.api.fields import only_text
    from verbund.common.client import address_key
    from verbund.common.dates import german_date, german_datetime
    from verbund.common.fields import MigrationLightStreamField
    from verbund.common.limits import Limit, TooMany, in_words
    from verbund.common.richtext import clean_rich_text
    from verbund.common.text import plain_text
    from verbund.mailing.letters import Letter, send_letter
    from verbund.mailing.signals import mail_given_up
    from verbund.media.forms import PictureField
    from verbund.media.models import Document, Image
    from verbund.member_area.access import member_of
    from verbund.member_area.domain.login import invite_member
    from verbund.member_area.models import MemberAccount
    from verbund.member_area.signals import member_leaves
    from verbund.member_area.views.home import render_area
    from verbund.onboarding.content import DatedFront, DatedText, read_dated
    from verbund.onboarding.demo_media import document_for, image_for
    from verbund.onboarding.domain.page_content import stream_of
    from verbund.pages.base import BasePage, MainPage, render_page
    from verbund.pages.blocks import body_blocks
    from verbund.pages.checks import ContentProblem
    from verbund.pages.forms import PageForm, free_slug
    from verbund.pages.meta import json_ld
    from verbund.pages.paging import Paging, paginate
    from verbund.pages.parts import PagePart
    from verbund.pages.translations import active_language, for_reader
    from verbund.pages.visibility import private_paths, public_pages
    from verbund.plugin.config import PluginConfig, PluginSettings
    from verbund.plugin.contributions import (
        AccountSection,
        ActingOrganisation,
        AdminView,
        ApiScope,
        ContentBlock,
        DemoContent,
        Erasure,
        FirstStep,
        Indexable,
        Job,
        Kept,
        MenuItem,
        NewButton,
        OrganisationSource,
        Panel,
        PersonalData,
        PersonalRecord,
        Receiver,
        Retention,
        RoleDefinition,
        RolePermissions,
        SearchDocument,
        Seed,
        Snippet,
        TodoItem,
    )
    from verbund.plugin.jobs import enqueue
    from verbund.plugin.organisations import (
        find_organisations,
        open_to_partners,
        organisation_of,
        organisations_of,
    )
    from verbund.plugin.settings import plugin_settings
    from verbund.printing.coverage import printable
    from verbund.printing.typesetting import PrintingError, typeset
    from verbund.search.objects import FoundObjects, find_objects
    from verbund.tenancy.context import current_tenant, tenant_context
    from verbund.tenancy.models import Tenant
    from verbund.tenancy.tokens import BadToken, ExpiredToken, TenantSigner
    from verbund.theming.pictures import filter_specs


def __getattr__(name: str) -> Any:
    try:
        home = _HOME_OF[name]
    except KeyError:
        raise AttributeError(f"{name} is not part of the plugin API.") from None
    return getattr(import_module(home), name)


def __dir__() -> list[str]:
    return __all__

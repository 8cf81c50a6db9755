"""What a plugin, or a part of the core, can add: one frozen dataclass a kind.

Each kind is found in one file of the package, under one name (see ``KINDS``), and the platform
asks for it in one place. docs/plugin-api.md explains all of them.
"""

import datetime as dt
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal

if TYPE_CHECKING:
    from django.db.models import Model
    from django.dispatch import Signal
    from django.http import HttpRequest, HttpResponse
    from django.urls import URLPattern
    from django_stubs_ext import StrOrPromise
    from wagtail.blocks import Block
    from wagtail.models import Page
    from wagtail.snippets.views.snippets import SnippetViewSet

    from verbund.member_area.models import MemberAccount
    from verbund.tenancy.models import Tenant


@dataclass(frozen=True)
class MenuItem:
    """An entry of the admin's menu, shown to those who have the permission."""

    name: str
    label: "StrOrPromise"
    url: Callable[[], str]
    permission: str
    icon: str = "folder-open-inverse"
    order: int = 500


@dataclass(frozen=True)
class Snippet:
    """Content that is no page: topics, categories. Its views are refused while it is off."""

    viewset: "type[SnippetViewSet]"


@dataclass(frozen=True)
class AdminView:
    """A page of the admin at ``/admin/<plugin>/<path>``, for those with the permission."""

    name: str
    path: str
    view: "Callable[..., HttpResponse]"
    permission: str


@dataclass(frozen=True)
class TodoItem:
    """A line of *Zu tun*: how many, of what, and where the filtered list is."""

    label: "StrOrPromise"
    count: int
    url: str
    urgent: bool = False


@dataclass(frozen=True)
class Panel:
    """Adds lines to *Zu tun* on the dashboard; ``items`` runs once a visit."""

    name: str
    items: "Callable[[HttpRequest], Sequence[TodoItem]]"
    order: int = 500


@dataclass(frozen=True)
class NewButton:
    """A big button on the dashboard ("New item")."""

    name: str
    label: "StrOrPromise"
    url: "Callable[[HttpRequest], str | None]"
    order: int = 500


@dataclass(frozen=True)
class ContentBlock:
    """A block that editors can put into a page: into its ``body`` or the ``home`` sections.

    ``first`` gives the value with which a new home page of the tenant has this section, None
    for one that begins without it.
    """

    name: str
    block: "Callable[[], Block]"
    where: Literal["body", "home"] = "body"
    order: int = 500
    first: "Callable[[Tenant], dict[str, Any] | None]" = field(default=lambda tenant: None)


@dataclass(frozen=True)
class Indexable:
    """What the search keeps of one object.

    ``path`` starts at the site's root and includes the language's prefix; ``body`` is plain
    text; ``date`` is shown, and "newest first" sorts by it; ``keywords`` are found, not shown;
    ``network`` says whether the network's search finds it or the site's own alone; ``free_days``
    are the days on which it can be had, for kinds with ``has_free_days``.
    """

    title: str
    path: str
    language: str
    summary: str = ""
    body: str = ""
    topics: tuple[str, ...] = ()
    date: dt.date | None = None
    keywords: tuple[str, ...] = ()
    network: bool = True
    free_days: tuple[dt.date, ...] = ()


@dataclass(frozen=True)
class SearchDocument:
    """How objects of one model are searched; ``build`` gives None for what is not public.

    ``has_free_days`` offers readers who found such objects the filter by a free day; ``ages``
    says that newer ones are better, as of news and not of organisations.
    """

    kind: str
    label: "StrOrPromise"
    model: str
    build: "Callable[[Any], Indexable | None]"
    has_free_days: bool = False
    ages: bool = False


@dataclass(frozen=True)
class Receiver:
    """Hears a signal, in tenants that have the plugin on."""

    name: str
    signal: "Signal"
    handle: Callable[..., None]
    sender: "Callable[[], type[Model] | None]" = field(default=lambda: None)


@dataclass(frozen=True)
class Job:
    """Work in the background, for one tenant at a time; ``cron`` runs it in every tenant.

    ``run`` is called inside the tenant, in a transaction, with the arguments of ``enqueue``.
    A ``shared`` one keeps a table of the public schema: by the clock only, once for all tenants.
    One that is not ``atomic`` gets no transaction: it makes its own.
    """

    name: str
    run: Callable[..., object]
    cron: str | None = None
    shared: bool = False
    atomic: bool = True


@dataclass(frozen=True)
class Seed:
    """What a new tenant gets from this plugin; safe to run again."""

    name: str
    run: "Callable[[Tenant], None]"
    order: int = 500


@dataclass(frozen=True)
class FirstStep:
    """Something to do before a new site is worth opening; the admin's list shows it.

    :param why: in a sentence; ``url`` gives the page where it is done ("": only others can).
    :param done: asked inside the site, whenever the list is shown.
    :param must: without it the site can't be opened.
    """

    name: str
    title: "StrOrPromise"
    why: "StrOrPromise"
    url: Callable[[], str]
    done: Callable[[], bool]
    must: bool = False
    shown: Callable[[], bool] = field(default=lambda: True)
    order: int = 500


@dataclass(frozen=True)
class RolePermissions:
    """Permissions ("app.codename") that a role of the tenant gets from this plugin."""

    role: Literal["Administration", "Redaktion", "Autor:in"]
    permissions: tuple[str, ...]


@dataclass(frozen=True)
class RoleDefinition:
    """A role of the plugin's own, such as *Verzeichnis*; provisioning and sync make its group.

    ``name`` is the group's, in German, and never changed; ``description`` says in a sentence
    what such a person does. ``permissions`` are "app.codename"; ``pages`` and ``collections``
    are codenames (change_page, add_image …): those of pages hold for the pages that ``below``
    gives and all under them, without it for the whole site; those of collections for the whole
    library. Who has the role may open the admin, and *Administration* may do what any role may.
    """

    name: str
    description: "StrOrPromise"
    permissions: tuple[str, ...] = ()
    pages: tuple[str, ...] = ()
    below: "Callable[[], Iterable[Page]] | None" = None
    collections: tuple[str, ...] = ()
    order: int = 500


@dataclass(frozen=True)
class ApiScope:
    """Something that a program may write with a key; ``name`` ("news:write") is never changed."""

    name: str
    label: "StrOrPromise"
    order: int = 500


@dataclass(frozen=True)
class AccountSection:
    """A part of /konto/ for people of member organisations, below /konto/<name>/.

    :param name: its word in the address, German and unique.
    :param urlpatterns: makes the addresses, called once; each view is called for members alone,
        with ``request.member``. The first one, "", is the section's start.
    :param todo: what waits for this member, for the start page of the area.
    :param summary: its part of the start page, "" for none.
    :param shown: whether this member has to do with it; the addresses stay open.
    """

    name: str
    label: "StrOrPromise"
    urlpatterns: "Callable[[], list[URLPattern]]"
    todo: "Callable[[HttpRequest], Sequence[TodoItem]]" = field(default=lambda request: ())
    summary: "Callable[[HttpRequest], str]" = field(default=lambda request: "")
    shown: "Callable[[HttpRequest], bool]" = field(default=lambda request: True)
    order: int = 500


@dataclass(frozen=True)
class ActingOrganisation:
    """An organisation as other plugins see it: enough to lend to it and to match it with others.

    ``key`` never changes; ``status`` is "member", "supporting", "listed", "applicant" or
    "former"; topics, languages and quarters are short names as addresses have them.
    ``contact_email`` is for letters to the organisation and never published.
    """

    key: str
    name: str
    status: str
    topics: tuple[str, ...] = ()
    languages: tuple[str, ...] = ()
    quarters: tuple[str, ...] = ()
    contact_email: str = ""


@dataclass(frozen=True)
class OrganisationSource:
    """A plugin that knows organisations and who may act for them.

    :param of_account: those that a member may act for. :param find: those whose name holds a
        text. :param get: the one of a key. :param open_to_partners: those that want proposals.
    """

    name: str
    of_account: "Callable[[MemberAccount], Sequence[ActingOrganisation]]"
    find: "Callable[[str], Sequence[ActingOrganisation]]"
    get: "Callable[[str], ActingOrganisation | None]"
    open_to_partners: "Callable[[], Sequence[ActingOrganisation]]"
    order: int = 500


@dataclass(frozen=True)
class PersonalRecord:
    """One thing that is held of a person: a title, labelled values (JSON), files (name, bytes)."""

    title: "StrOrPromise"
    data: dict[str, Any] = field(default_factory=dict)
    files: tuple[tuple[str, bytes], ...] = ()


@dataclass(frozen=True)
class Kept:
    """What is not erased, why, and until when (None: as long as the reason holds)."""

    title: "StrOrPromise"
    reason: "StrOrPromise"
    until: dt.date | None = None


@dataclass(frozen=True)
class Erasure:
    """What goes, a line each, and what stays."""

    gone: tuple["StrOrPromise", ...] = ()
    kept: tuple[Kept, ...] = ()


@dataclass(frozen=True)
class PersonalData:
    """What an app holds of people, found by e-mail address (in small letters).

    :param export: all of it. :param erase: ``erase(email, dry_run)`` erases, or with
        ``dry_run`` only says what it would; the answer is the same.
    """

    name: str
    label: "StrOrPromise"
    export: "Callable[[str], Iterable[PersonalRecord]]"
    erase: Callable[[str, bool], Erasure]
    order: int = 500


@dataclass(frozen=True)
class Retention:
    """How long a kind of data is kept: ``count`` says how many are over it, ``drop`` deletes."""

    name: str
    label: "StrOrPromise"
    days: int
    why: "StrOrPromise"
    count: Callable[[], int]
    drop: Callable[[], int]
    order: int = 500


@dataclass(frozen=True)
class DemoContent:
    """Fills a demo tenant from its folder in tenants/; ``unload`` removes what ``load`` made."""

    name: str
    load: "Callable[[Tenant, Path, dt.datetime], None]"
    unload: "Callable[[Tenant], None]"
    order: int = 500


KINDS: dict[str, tuple[str, type]] = {
    "menu_items": ("admin", MenuItem),
    "snippets": ("admin", Snippet),
    "admin_views": ("admin", AdminView),
    "role_permissions": ("admin", RolePermissions),
    "roles": ("roles", RoleDefinition),
    "panels": ("dashboard", Panel),
    "new_buttons": ("dashboard", NewButton),
    "content_blocks": ("blocks", ContentBlock),
    "search_documents": ("search", SearchDocument),
    "receivers": ("receivers", Receiver),
    "jobs": ("jobs", Job),
    "seeds": ("onboarding", Seed),
    "first_steps": ("onboarding", FirstStep),
    "demo_content": ("demo", DemoContent),
    "account_sections": ("konto", AccountSection),
    "organisations": ("organisations", OrganisationSource),
    "personal_data": ("privacy", PersonalData),
    "retentions": ("privacy", Retention),
    "api_scopes": ("api", ApiScope),
}
"""Attribute → (file that holds it, type of its members)."""

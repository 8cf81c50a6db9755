"""What a theme must know about a site: the shape that the pages app fills on each request."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Link:
    title: str
    url: str
    lang: str = ""
    current: bool = False


@dataclass(frozen=True)
class NavItem:
    """An entry of the menu; `current` is this page, `open` one that this page is below."""

    title: str
    url: str
    current: bool = False
    open: bool = False
    children: tuple["NavItem", ...] = ()
    icon: str = ""


@dataclass(frozen=True)
class Language:
    """A language of the site, labelled in itself; its URL is this page in it, or its home."""

    code: str
    label: str
    url: str
    dir: str = "ltr"
    current: bool = False


@dataclass(frozen=True)
class Hours:
    days: str
    times: str


@dataclass(frozen=True)
class Contact:
    name: str = ""
    lines: tuple[str, ...] = ()
    phone: str = ""
    mail: str = ""
    hours: tuple[Hours, ...] = ()
    access: str = ""


@dataclass(frozen=True)
class SiteContext:
    """The variable `site` of every public page."""

    name: str
    claim: str = ""
    home_url: str = "/"
    logo: str = ""
    navigation: tuple[NavItem, ...] = ()
    languages: tuple[Language, ...] = ()
    search_url: str = ""
    account: Link | None = None
    network_link: Link | None = None
    service_links: tuple[Link, ...] = ()
    city_links: tuple[Link, ...] = ()
    legal_links: tuple[Link, ...] = ()
    contact: Contact | None = None
    demo: bool = False

"""The read API at /api/v1/members: what the website tells of the entries, as JSON."""

from datetime import date, datetime
from typing import Annotated, Any
from uuid import UUID

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponseRedirect
from ninja import Query, Router, Schema
from pydantic import Field, StringConstraints

from plugins.members.cards import entry_url
from plugins.members.domain import queries, subscriptions
from plugins.members.domain.filters import LETTERS, Selection
from plugins.members.domain.published import PublicTerm, Published
from plugins.members.domain.selecting import select
from plugins.members.enums import ContactKind, ListKind, Where
from plugins.members.models import DirectoryPage
from verbund.plugin import BadToken, current_tenant, only_text

router = Router()

Word = Annotated[str, StringConstraints(max_length=60), only_text]
Token = Annotated[str, StringConstraints(max_length=512), only_text]
Text = Annotated[str, StringConstraints(max_length=200), only_text]


class TermOut(Schema):
    slug: str
    name: str


class ContactOut(Schema):
    kind: ContactKind
    value: str
    label: str


class AddressOut(Schema):
    street: str
    postcode: str
    city: str


class OfferOut(Schema):
    kind: str
    title: str
    when: str
    cost: str
    languages: list[str]


class MemberOut(Schema):
    """An entry as lists give it; contacts and address as far as the website may tell them."""

    id: UUID
    name: str
    short_name: str
    native_name: str
    summary: str
    language: str = Field(description="In which language the summary is.")
    url: str = Field(description="With the site's host.")
    member: bool
    topics: list[TermOut]
    languages: list[TermOut]
    quarters: list[TermOut]
    offers: list[TermOut]
    contacts: list[ContactOut]
    address: AddressOut | None
    confirmed: date | None
    updated: datetime


class MemberDetailOut(MemberOut):
    description: str
    for_whom: str
    opening_hours: str
    accessibility: str
    offered: list[OfferOut]
    founded: int | None


class MemberList(Schema):
    count: int
    items: list[MemberOut]
    next: str | None


class MemberParameters(Schema):
    q: Text = Field("", description="As in the search of the page.")
    topic: list[Word] = Field([], max_length=30)
    language: list[Word] = Field([], max_length=30, description="A language that is spoken.")
    quarter: list[Word] = Field([], max_length=30)
    offer: list[Word] = Field([], max_length=30)
    letter: Word = ""
    page: int = Field(1, ge=1, le=100_000)
    page_size: int = Field(20, ge=1, le=100)

    @property
    def selection(self) -> Selection:
        lists = {
            ListKind.TOPIC: self.topic,
            ListKind.LANGUAGE: self.language,
            ListKind.QUARTER: self.quarter,
            ListKind.OFFER: self.offer,
        }
        chosen = {kind: tuple(dict.fromkeys(words)) for kind, words in lists.items() if words}
        letter = self.letter if self.letter in LETTERS else ""
        return Selection(self.q.strip(), chosen, letter)


@router.get("", response=MemberList, summary="Mitgliedsorganisationen, von A bis Z")
def list_members(request: HttpRequest, parameters: Query[MemberParameters]) -> dict[str, Any]:
    page = _directory()
    catalogue = select(parameters.selection, Where.WEB).catalogue
    keys = [] if catalogue.unknown else catalogue.found
    start = (parameters.page - 1) * parameters.page_size
    end = start + parameters.page_size
    entries = queries.entries(Where.WEB, keys[start:end])
    return {
        "count": len(keys),
        "items": [_item(entry, page) for entry in entries],
        "next": _next(request, parameters.page) if end < len(keys) else None,
    }


@router.post("abo/{token}", summary="Keine E-Mails über Änderungen mehr (RFC 8058)")
def end_subscription(request: HttpRequest, token: Token) -> dict[str, bool]:
    """What a mail program sends for the reader: no form, no cookie; safe to send twice."""
    try:
        found = subscriptions.to_end(token)
    except BadToken as error:
        raise Http404("This site has no such subscription.") from error
    if found is not None:
        subscriptions.end(found)
    return {"ended": True}


@router.get("abo/{token}", include_in_schema=False)
def show_subscription(request: HttpRequest, token: Token) -> HttpResponseRedirect:
    """Mail programs without one-click open the address instead: there a person is asked."""
    return HttpResponseRedirect(_directory().sub_url("ended", token=token))


@router.get("{member_id}", response=MemberDetailOut, summary="Eine Mitgliedsorganisation")
def get_member(request: HttpRequest, member_id: UUID) -> dict[str, Any]:
    page = _directory()
    entry = queries.entry_of(member_id, Where.WEB)
    if entry is None:
        raise Http404("No such organisation.")
    return {**_item(entry, page), **_more(entry)}


def _directory() -> DirectoryPage:
    """:raises Http404: the site has no public main page of the directory."""
    page = queries.open_directory(settings.LANGUAGE_CODE)
    if page is None:
        raise Http404("There is no public directory here.")
    return page


def _next(request: HttpRequest, page: int) -> str:
    query = request.GET.copy()
    query["page"] = str(page + 1)
    return f"{current_tenant().base_url}{request.path}?{query.urlencode()}"


def _item(entry: Published, page: DirectoryPage) -> dict[str, Any]:
    place = entry.place if entry.place and entry.place.is_full else None
    return {
        "id": entry.uuid,
        "name": entry.name,
        "short_name": entry.short_name,
        "native_name": entry.native_name,
        "summary": entry.text.summary,
        "language": entry.text.language,
        "url": current_tenant().base_url + entry_url(page, entry.slug),
        "member": entry.is_member,
        "topics": _terms(entry.topics),
        "languages": _terms(entry.languages),
        "quarters": _terms(entry.quarters),
        "offers": _terms(entry.offer_kinds),
        "contacts": [
            {"kind": one.kind, "value": one.value, "label": one.label} for one in entry.contacts
        ],
        "address": place
        and {"street": place.street, "postcode": place.postcode, "city": place.city},
        "confirmed": entry.confirmed_on,
        "updated": entry.changed_at,
    }


def _more(entry: Published) -> dict[str, Any]:
    text = entry.text
    return {
        "description": text.description,
        "for_whom": text.for_whom,
        "opening_hours": text.opening_hours,
        "accessibility": text.access,
        "founded": entry.founded,
        "offered": [
            {
                "kind": offer.kind.slug,
                "title": offer.title,
                "when": offer.when,
                "cost": offer.cost,
                "languages": list(offer.spoken),
            }
            for offer in entry.offers
        ],
    }


def _terms(terms: tuple[PublicTerm, ...]) -> list[dict[str, str]]:
    return [{"slug": term.slug, "name": term.name} for term in terms]

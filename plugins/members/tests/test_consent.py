"""What nobody allowed is nowhere: each unconsented value is a marker, looked for everywhere."""

import re
import string
import zlib

import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from plugins.members.domain.printed_lists import make_list
from plugins.members.enums import ContactKind, Where
from plugins.members.models import PrintedList
from plugins.members.tests.factories import EVERYWHERE, address, contact, entry
from plugins.members.urls import urlpatterns
from verbund.search.models import SearchRow
from verbund.tenancy.context import tenant_context

pytestmark = pytest.mark.usefixtures("db")
KINDS = (ContactKind.EMAIL, ContactKind.PHONE, ContactKind.WEBSITE, ContactKind.PERSON)
# Where each output may take a contact from; the others may show what is in any of them.
OF_LIST = ("/mitglieder/liste.csv",)
OF_WEB = (
    "/mitglieder/", "/mitglieder/?q=Verein", "/mitglieder/?thema=bildung",
    "/mitglieder/?buchstabe=V", "/mitglieder/feed/", "/mitglieder/verein/",
    "/mitglieder/verein/kontakt.vcf", "/mitglieder/verein/qr.svg", "/tr/mitglieder/",
    "/tr/mitglieder/verein/", "/suche/?q=Verein", "/api/v1/search?q=Verein", "/api/v1/members",
    "/api/v1/members?q=Verein", "/sitemap.xml", "/", "/mitglieder/liste.pdf",
    "/mitglieder/verein/fehler-melden/", "/mitglieder/verein/gehoert-uns/",
    "/mitglieder/aufnahme/", "/mitglieder/abo/", "/mitglieder/gesendet/",
)  # fmt: skip
markers = st.text(string.ascii_lowercase, min_size=12, max_size=12).map(lambda text: f"q{text}")
places = st.sets(st.sampled_from(EVERYWHERE))


def value_of(kind: ContactKind, marker: str) -> str:
    """A value of a kind with the marker in it; of a number its digits are the marker."""
    digits = "".join(str(ord(letter) % 10) for letter in marker)
    return {
        ContactKind.EMAIL: f"{marker}@verein.test",
        ContactKind.PHONE: f"0999 {digits}",
        ContactKind.WEBSITE: f"https://{marker}.test",
        ContactKind.PERSON: f"Frau {marker}",
    }[kind]


def sign_of(kind: ContactKind, marker: str) -> str:
    """What of the value is looked for."""
    return value_of(kind, marker).removeprefix("0999 ") if kind == ContactKind.PHONE else marker


def text_of(pdf: bytes) -> str:
    """All streams of a document unpacked; links stand there as they are."""
    parts = [pdf]
    for stream in re.findall(rb"stream\r?\n(.*?)\r?\nendstream", pdf, re.S):
        try:
            parts.append(zlib.decompress(stream))
        except zlib.error:
            parts.append(stream)
    return b"\n".join(parts).decode("latin-1")


@settings(
    max_examples=6,
    deadline=None,
    # A shorter marker would tell nothing, and each example is twenty pages and a document.
    phases=[Phase.explicit, Phase.generate],
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
@given(data=st.data())
def test_an_unconsented_value_is_nowhere(client_for, dortmund, data):
    unique = st.lists(markers, min_size=6, max_size=6, unique=True)
    *words, note, street = data.draw(unique)
    allowed = {kind: data.draw(places) for kind in KINDS}
    where = data.draw(places)
    signs = {sign_of(kind, word): allowed[kind] for kind, word in zip(KINDS, words, strict=True)}
    signs |= {street: where, note: set()}
    with tenant_context(dortmund):
        made = entry(
            "Verein",
            topics=["bildung"],
            notes=note,
            responsibles=[{"email": f"{note}@person.test", "name": note}],
            contacts=[
                contact(kind, value_of(kind, word), *allowed[kind])
                for kind, word in zip(KINDS, words, strict=True)
            ],
            address=address(*where, street=street),
        )
        make_list("de", "")
        printed = text_of(bytes(PrintedList.objects.get().pdf))
        rows = repr(list(SearchRow.objects.filter(tenant=dortmund).values()))
    client = client_for(dortmund)

    shown = {path: client.get(path).content.decode("latin-1") for path in (*OF_WEB, *OF_LIST)}
    member = client.get(f"/api/v1/members/{made.uuid}").content.decode()

    for sign, may in signs.items():
        web = {path for path in OF_WEB if sign in shown[path]}
        web |= {"member"} if sign in member else set()
        on_paper = {path for path in OF_LIST if sign in shown[path]}
        assert Where.WEB in may or web - {"/mitglieder/liste.pdf"} == set(), (sign, web)
        assert Where.LIST in may or not (on_paper or sign in printed), sign
        assert sign not in rows
    with tenant_context(dortmund):
        made.delete()
        PrintedList.objects.all().delete()


def test_what_is_allowed_is_there(client_for, dortmund):
    """So that the test above looks in the right places."""
    with tenant_context(dortmund):
        made = entry(
            "Verein",
            contacts=[contact(kind, value_of(kind, "qmarker"), *EVERYWHERE) for kind in KINDS],
            address=address(*EVERYWHERE, street="Qstreet"),
        )
        make_list("de", "")
        printed = text_of(bytes(PrintedList.objects.get().pdf))
    client = client_for(dortmund)

    paths = ("/mitglieder/verein/", "/mitglieder/verein/kontakt.vcf", "/mitglieder/liste.csv")
    pages = [client.get(path).content.decode() for path in paths]
    pages.append(client.get(f"/api/v1/members/{made.uuid}").content.decode())

    assert [page.count("qmarker@verein.test") > 0 for page in pages] == [True] * 4
    assert ["Qstreet" in page for page in pages] == [True] * 4
    assert "mailto:qmarker@verein.test" in printed


@pytest.mark.parametrize("precision", ["quarter", "request"])
def test_a_street_is_told_only_where_the_whole_address_may_be(client_for, dortmund, precision):
    with tenant_context(dortmund):
        entry("Verein", address=address(*EVERYWHERE, street="Qstreet", precision=precision))
        make_list("de", "")
        printed = text_of(bytes(PrintedList.objects.get().pdf))
    client = client_for(dortmund)

    pages = [client.get(path).content.decode("latin-1") for path in (*OF_WEB, *OF_LIST)]

    assert not any("Qstreet" in page for page in pages)
    assert "Qstreet" not in printed


def test_every_address_of_the_plugin_is_looked_at():
    """A new one below the main page has to be added to the lists above."""
    looked_at = {"list", "feed", "entry", "vcard", "qr", "csv", "pdf", "report", "claim"}
    looked_at |= {"apply", "subscribe", "sent"}
    # Behind a link that one person alone has, in a mail.
    by_mail = {"applied", "subscribed", "ended", "ask", "edit"}

    assert {pattern.name for pattern in urlpatterns} == looked_at | by_mail

"""What visitors get may be kept by any cache: no cookie, no token, one page for all."""

import gzip

import pytest
from wagtail.models import PageViewRestriction

from verbund.tenancy.context import tenant_context

from .making import make_page

PATHS = ["/", "/impressum/", "/suche/?q=verband", "/aktuelles/", "/sitemap.xml", "/tr/"]


@pytest.mark.parametrize("path", PATHS)
def test_a_page_for_everybody(path: str, dortmund, client_for) -> None:
    response = client_for(dortmund).get(path)

    assert response.status_code == 200
    assert dict(response.cookies) == {}
    assert b"csrf" not in response.content
    assert response.headers["Vary"] == "Accept-Encoding"
    assert response.headers["Cache-Control"].startswith("public, max-age=60")


@pytest.mark.parametrize("path", PATHS)
def test_what_a_cache_has_already_is_not_sent_again(path: str, dortmund, client_for) -> None:
    client = client_for(dortmund)
    known = client.get(path).headers["ETag"]

    response = client.get(path, headers={"If-None-Match": known})

    assert (response.status_code, response.content) == (304, b"")
    assert response.headers["ETag"] == known
    assert response.headers["Vary"] == "Accept-Encoding"


def test_browsers_that_unpack_get_less(dortmund, client_for) -> None:
    client = client_for(dortmund)
    plain = client.get("/")

    packed = client.get("/", headers={"Accept-Encoding": "br, gzip"})

    assert packed.headers["Content-Encoding"] == "gzip"
    assert gzip.decompress(packed.content) == plain.content
    assert packed.headers["Content-Length"] == str(len(packed.content))
    assert packed.headers["ETag"] == plain.headers["ETag"]


def test_staff_get_a_page_that_nobody_keeps(dortmund, client_for, staff) -> None:
    client = client_for(dortmund, staff(dortmund, "Redaktion"))

    response = client.get("/", headers={"Accept-Encoding": "gzip"})

    assert response.headers["Cache-Control"] == "private, no-store"
    assert "ETag" not in response.headers
    assert "Content-Encoding" not in response.headers


def test_an_error_is_not_kept(dortmund, client_for) -> None:
    response = client_for(dortmund).get("/gibt-es-nicht/")

    assert response.status_code == 404
    assert response.headers["Cache-Control"] == "private, no-store"


def test_a_page_with_a_password_asks_for_it_in_the_theme(dortmund, client_for) -> None:
    with tenant_context(dortmund):
        page = make_page("Intern", lead="Geheime Sache", show_in_menus=True)
        PageViewRestriction.objects.create(page=page, restriction_type="password", password="sesam")
    client = client_for(dortmund)

    asked = client.get("/intern/")
    text = asked.content.decode()
    action = text.split('action="/_util/')[1].split('"')[0]
    wrong = client.post(f"/_util/{action}", {"password": "falsch", "return_url": "/intern/"})
    right = client.post(f"/_util/{action}", {"password": "sesam", "return_url": "/intern/"})
    opened = client.get("/intern/")

    assert "csrfmiddlewaretoken" in text
    assert "Geheime Sache" not in text
    assert "no-store" in asked.headers["Cache-Control"]
    assert wrong.status_code == 200
    assert "Fehler:" in wrong.content.decode()
    assert right.headers["Location"] == "/intern/"
    assert "Geheime Sache" in opened.content.decode()
    assert "private" in opened.headers["Cache-Control"]


def test_a_page_for_accounts_leads_to_the_login(dortmund, client_for, staff) -> None:
    with tenant_context(dortmund):
        page = make_page("Intern", lead="Geheime Sache")
        make_page("Protokoll", page, lead="Geheime Sache")
        PageViewRestriction.objects.create(page=page, restriction_type="login")
    visitor, editor = client_for(dortmund), client_for(dortmund, staff(dortmund, "Redaktion"))

    sent = visitor.get("/intern/protokoll/")
    form = visitor.get(sent.headers["Location"])

    assert sent.headers["Location"] == "/anmeldung/?next=/intern/protokoll/"
    assert 'name="login"' in form.content.decode()
    assert "no-store" in form.headers["Cache-Control"]
    assert "Geheime Sache" in editor.get("/intern/protokoll/").content.decode()


def test_private_pages_are_in_no_menu(dortmund, client_for) -> None:
    with tenant_context(dortmund):
        page = make_page("Intern", show_in_menus=True)
        make_page("Protokoll", page, show_in_menus=True)
        PageViewRestriction.objects.create(page=page, restriction_type="login")

    text = client_for(dortmund).get("/").content.decode()

    assert "Intern" not in text
    assert "Protokoll" not in text


def test_a_strong_tag_of_the_stylesheet_is_weak_once_it_is_packed(dortmund, client_for) -> None:
    client = client_for(dortmund, HTTP_ACCEPT_ENCODING="gzip")
    address = client_for(dortmund).get("/").content.decode().split('rel="stylesheet" href="')[1]
    path = address.split('"')[0]

    packed = client.get(path)
    again = client.get(path, headers={"If-None-Match": packed.headers["ETag"]})

    assert packed.headers["ETag"].startswith('W/"')
    assert "immutable" in packed.headers["Cache-Control"]
    assert again.status_code == 304

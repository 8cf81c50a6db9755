"""Pages by address and language: translated where they are, German with a notice elsewhere."""

import pytest

from verbund.tenancy.context import tenant_context

from .making import fill_home, make_page, translate, translate_home


def test_a_page_is_at_its_address(dortmund, client_for) -> None:
    with tenant_context(dortmund):
        make_page("Über uns")

    response = client_for(dortmund).get("/uber-uns/")

    assert response.status_code == 200
    assert "<h1>Über uns</h1>" in response.content.decode()
    assert response.headers["Content-Language"] == "de"


def test_another_city_has_it_not(dortmund, duesseldorf, client_for) -> None:
    with tenant_context(dortmund):
        make_page("Über uns")

    assert client_for(duesseldorf).get("/uber-uns/").status_code == 404


def test_a_translation_is_below_its_language(dortmund, client_for) -> None:
    with tenant_context(dortmund):
        page = make_page("Über uns")
        translate_home("tr", "Ana sayfa")
        translate(page, "tr", "Hakkımızda", "hakkimizda")

    text = client_for(dortmund).get("/tr/hakkimizda/").content.decode()

    assert '<html lang="tr" dir="ltr">' in text
    assert "<h1>Hakkımızda</h1>" in text
    assert 'class="note"' not in text


def test_arabic_reads_from_the_right(dortmund, client_for) -> None:
    with tenant_context(dortmund):
        translate_home("ar", "الصفحة الرئيسية")

    text = client_for(dortmund).get("/ar/").content.decode()

    assert '<html lang="ar" dir="rtl">' in text


@pytest.mark.parametrize("has_home", [True, False], ids=["with a home", "without a home"])
def test_a_missing_translation_is_the_german_page_with_a_notice(
    has_home: bool, dortmund, client_for
) -> None:
    with tenant_context(dortmund):
        make_page("Über uns")
        if has_home:
            translate_home("ar", "الصفحة الرئيسية")

    text = client_for(dortmund).get("/ar/uber-uns/").content.decode()

    assert '<html lang="ar" dir="rtl">' in text
    assert '<div lang="de" dir="ltr">' in text
    assert "<h1>Über uns</h1>" in text
    assert 'class="note"' in text
    assert '<link rel="canonical" href="http://dortmund.test/uber-uns/">' in text


def test_the_german_address_below_a_language_leads_to_the_translation(dortmund, client_for) -> None:
    with tenant_context(dortmund):
        page = make_page("Über uns")
        translate_home("tr", "Ana sayfa")
        translate(page, "tr", "Hakkımızda", "hakkimizda")

    response = client_for(dortmund).get("/tr/uber-uns/")

    assert (response.status_code, response.headers["Location"]) == (302, "/tr/hakkimizda/")


@pytest.mark.parametrize("path", ["/uk/", "/uk/uber-uns/", "/xx/", "/de/", "/uk/suche/"])
def test_a_language_that_the_site_lacks_is_not_there(path: str, dortmund, client_for) -> None:
    with tenant_context(dortmund):
        make_page("Über uns")

    response = client_for(dortmund).get(path)

    assert response.status_code == 404
    assert '<html lang="de"' in response.content.decode()


def test_the_menu_keeps_a_reader_in_her_language(dortmund, client_for) -> None:
    with tenant_context(dortmund):
        translated = make_page("Über uns", show_in_menus=True)
        make_page("Kontakt", show_in_menus=True)
        translate_home("tr", "Ana sayfa")
        translate(translated, "tr", "Hakkımızda", "hakkimizda")

    text = client_for(dortmund).get("/tr/").content.decode()

    assert '<a href="/tr/hakkimizda/">Hakkımızda</a>' in text
    assert '<a href="/tr/kontakt/">Kontakt</a>' in text
    assert 'href="/kontakt/"' not in text
    assert 'href="/tr/suche/"' in text


def test_languages_link_this_page_in_each(dortmund, client_for) -> None:
    with tenant_context(dortmund):
        page = make_page("Über uns")
        translate_home("tr", "Ana sayfa")
        translate(page, "tr", "Hakkımızda", "hakkimizda")

    text = client_for(dortmund).get("/uber-uns/").content.decode()

    assert '<a href="/tr/hakkimizda/" lang="tr" hreflang="tr" dir="ltr">Türkçe</a>' in text
    assert '<a href="/ar/uber-uns/" lang="ar" hreflang="ar" dir="rtl">العربية</a>' in text


def test_the_header_and_cookies_of_a_browser_choose_no_language(dortmund, client_for) -> None:
    client = client_for(dortmund, HTTP_ACCEPT_LANGUAGE="tr")
    client.cookies["django_language"] = "tr"

    assert client.get("/").headers["Content-Language"] == "de"


def test_a_page_whose_end_has_come_is_gone_before_the_worker_takes_it(dortmund, client_for) -> None:
    with tenant_context(dortmund):
        page = make_page("Aufruf", show_in_menus=True)
        type(page).objects.filter(pk=page.pk).update(expire_at="2020-01-01T00:00Z")

    assert client_for(dortmund).get("/aufruf/").status_code == 404


@pytest.mark.parametrize("slug", ["suche", "admin", "tr", "documents"])
def test_a_reserved_address_is_refused_at_its_field(slug: str, in_dortmund) -> None:
    from django.core.exceptions import ValidationError

    with pytest.raises(ValidationError) as refused:
        make_page("Suche", slug=slug)

    assert list(refused.value.message_dict) == ["slug"]


def test_a_home_page_nobody_filled_still_says_whose_it_is(dortmund, client_for) -> None:
    with tenant_context(dortmund):
        make_page("Über uns", show_in_menus=True)
        fill_home()

    text = client_for(dortmund).get("/").content.decode()

    assert "<h1>Verband Dortmund</h1>" in text
    assert text.count("<h1") == 1
    assert ">Über uns<svg" in text


def test_the_frame_speaks_the_readers_language(dortmund, client_for) -> None:
    text = client_for(dortmund).get("/tr/impressum/").content.decode()

    assert "İçeriğe geç" in text
    assert "Bu sayfanın Türkçe çevirisi henüz yok." in text

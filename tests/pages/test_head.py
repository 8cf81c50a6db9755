"""The head of a page: what search engines and messengers read."""

import json
import re

from verbund.pages.models import StandardPage
from verbund.tenancy.context import tenant_context

from .making import fill_home, make_page, picture, translate, translate_home


def links(text: str, rel: str) -> list[str]:
    return re.findall(rf'<link rel="{rel}"[^>]*>', text)


def test_title_description_and_address(dortmund, client_for) -> None:
    with tenant_context(dortmund):
        make_page("Über uns", lead="Wer wir sind.")

    text = client_for(dortmund).get("/uber-uns/?utm_source=x").content.decode()

    assert "<title>Über uns – VDO</title>" in text
    assert '<meta name="description" content="Wer wir sind.">' in text
    assert '<link rel="canonical" href="http://dortmund.test/uber-uns/">' in text
    assert '<meta property="og:url" content="http://dortmund.test/uber-uns/">' in text
    assert '<meta property="og:site_name" content="VDO">' in text


def test_each_live_translation_is_named_with_german_as_default(dortmund, client_for) -> None:
    with tenant_context(dortmund):
        page = make_page("Über uns")
        translate_home("tr", "Ana sayfa")
        translate_home("ar", "الصفحة الرئيسية")
        translate(page, "tr", "Hakkımızda", "hakkimizda")
        draft = translate(page, "ar", "من نحن", "man-nahnu")
        StandardPage.objects.filter(pk=draft.pk).update(live=False)

    text = client_for(dortmund).get("/tr/hakkimizda/").content.decode()

    assert links(text, "alternate") == [
        '<link rel="alternate" hreflang="de" href="http://dortmund.test/uber-uns/">',
        '<link rel="alternate" hreflang="tr" href="http://dortmund.test/tr/hakkimizda/">',
        '<link rel="alternate" hreflang="x-default" href="http://dortmund.test/uber-uns/">',
    ]
    assert links(text, "canonical") == [
        '<link rel="canonical" href="http://dortmund.test/tr/hakkimizda/">'
    ]


def test_a_page_in_one_language_names_no_other(dortmund, client_for) -> None:
    with tenant_context(dortmund):
        make_page("Über uns")

    text = client_for(dortmund).get("/uber-uns/").content.decode()

    assert links(text, "alternate") == []


def test_the_picture_for_sharing_has_an_absolute_address(dortmund, client_for) -> None:
    with tenant_context(dortmund):
        make_page("Über uns", image=picture())

    text = client_for(dortmund).get("/uber-uns/").content.decode()

    found = re.search(r'<meta property="og:image" content="([^"]+)">', text)
    assert found is not None
    assert found[1].startswith("http://dortmund.test/media/images/baum")
    assert found[1].endswith(".jpg")
    assert '<meta property="og:image:alt" content="Ein Baum">' in text


def test_the_home_page_says_who_the_association_is(dortmund, client_for) -> None:
    with tenant_context(dortmund):
        dortmund.association = "</script><b>Verband & Co"
        dortmund.save()
        fill_home(("hero", {"title": "Eine Stimme", "lead": "Viele Vereine."}))

    text = client_for(dortmund).get("/").content.decode()

    found = re.search(r'<script type="application/ld\+json">(.*?)</script>', text, re.S)
    assert found is not None
    data = json.loads(found[1])
    assert data["@type"] == "NGO"
    assert data["name"] == "</script><b>Verband & Co"
    assert data["url"] == "http://dortmund.test/"
    assert data["address"]["postalCode"] == "44147"
    assert '<meta name="description" content="Viele Vereine.">' in text


def test_titles_are_escaped(dortmund, client_for) -> None:
    with tenant_context(dortmund):
        make_page('"><script>alert(1)</script>', slug="boese")

    text = client_for(dortmund).get("/boese/").content.decode()

    assert "<script>alert" not in text

"""Legal pages made from what the association says of itself and what is switched on."""

import pytest
from django.core.exceptions import ValidationError

from verbund.pages.models import LegalPage
from verbund.plugin.gate import plugins
from verbund.plugin.switching import disable_plugin
from verbund.tenancy.context import tenant_context

from .making import home, make_page


def text_of(client, path: str) -> str:
    response = client.get(path)
    assert response.status_code == 200
    return response.content.decode()


def test_the_imprint_names_who_is_responsible(dortmund, client_for) -> None:
    text = text_of(client_for(dortmund), "/impressum/")

    assert "<h1>Impressum</h1>" in text
    for said in ("§ 5", "Testverband e. V.", "Teststraße 1", "44147 Teststadt", "Vorstand"):
        assert said in text
    assert "§ 18 Abs. 2 Medienstaatsvertrag (MStV): Redaktion" in text


def test_the_privacy_notice_says_what_the_site_really_does(dortmund, client_for) -> None:
    text = text_of(client_for(dortmund), "/datenschutz/")

    assert "Dafür wird kein Cookie gesetzt." in text
    assert "datenschutz@stadt.test" in text
    assert "findet auch die Suche von Kompetenznetzwerk" in text
    assert "<b>Aktuelles</b>" in text


def test_the_privacy_notice_follows_the_plugins(dortmund, client_for) -> None:
    for plugin in plugins():
        disable_plugin(dortmund, plugin.label)

    text = text_of(client_for(dortmund), "/datenschutz/")

    assert "Was diese Seite sonst bietet" not in text


def test_the_accessibility_statement_names_gaps_and_whom_to_turn_to(dortmund, client_for) -> None:
    dortmund.legal |= {
        "accessibility_tested": "2026-01-15",
        "accessibility_gaps": ["Alte PDF-Dateien sind nicht lesbar."],
    }
    dortmund.save()

    text = text_of(client_for(dortmund), "/barrierefreiheit/")

    assert "Do, 15. Januar 2026" in text
    assert "<li>Alte PDF-Dateien sind nicht lesbar.</li>" in text
    assert "mailto:barrierefrei@stadt.test" in text
    assert "Ombudsstelle" in text


def test_each_says_when_it_was_changed(dortmund, client_for) -> None:
    assert "Letzte Änderung: " in text_of(client_for(dortmund), "/impressum/")


def test_every_footer_links_them(dortmund, client_for) -> None:
    with tenant_context(dortmund):
        make_page("Seite", home())

    text = text_of(client_for(dortmund), "/seite/")

    for path in ("/impressum/", "/datenschutz/", "/barrierefreiheit/"):
        assert f'<a href="{path}">' in text


def test_a_german_legal_page_stays_german_below_another_language(dortmund, client_for) -> None:
    text = text_of(client_for(dortmund), "/en/impressum/")

    assert '<html lang="en" dir="ltr">' in text
    assert '<div lang="de" dir="ltr">' in text
    assert "Angaben gemäß § 5" in text
    assert "Vertreten durch: Vorstand" in text


def test_each_kind_is_there_once_at_its_address(in_dortmund) -> None:
    LegalPage.objects.get(kind="impressum").delete()
    home().add_child(instance=LegalPage(title="Wer wir sind", kind="impressum"))

    with pytest.raises(ValidationError) as refused:
        home().add_child(instance=LegalPage(title="Noch eins", kind="impressum"))

    assert LegalPage.objects.get(kind="impressum").url == "/impressum/"
    assert "kind" in refused.value.message_dict

"""Whom the press asks: the release's own words first."""

import pytest

from plugins.news.domain.press import about_us, press_contact
from plugins.news.models import PressReleasePage
from plugins.news.settings import NewsSettings
from verbund.plugin import Tenant

pytestmark = pytest.mark.usefixtures("in_dortmund")
TENANT = Tenant(
    contact={
        "building": "Haus der Vielfalt",
        "street": "Beispielstraße 12",
        "postcode": "44147",
        "city": "Dortmund",
        "phone": "0231 0",
        "email": "info@stadt.example",
        "press_phone": "0231 30",
    }
)
SETTINGS = NewsSettings(press_office="Pressestelle", press_hours="Mo bis Fr", about_us="Wir sind …")


def test_empty_fields_come_from_the_association():
    contact = press_contact(PressReleasePage(), TENANT, SETTINGS)

    assert contact.name == "Pressestelle"
    assert contact.lines == ("Haus der Vielfalt", "Beispielstraße 12", "44147 Dortmund")
    assert (contact.phone, contact.mail) == ("0231 30", "info@stadt.example")
    assert contact.hours == "Mo bis Fr"


def test_the_releases_own_words_win():
    release = PressReleasePage(contact_name="Büro", contact_phone="0231 99", about_us="Kurz.")

    contact = press_contact(release, TENANT, SETTINGS)

    assert (contact.name, contact.phone) == ("Büro", "0231 99")
    assert about_us(release, SETTINGS) == "Kurz."


def test_without_phone_and_mail_nobody_is_reachable():
    contact = press_contact(PressReleasePage(), Tenant(contact={}), NewsSettings())

    assert not contact.reachable
    assert contact.lines == ()


def test_the_usual_words_about_us():
    assert about_us(PressReleasePage(), SETTINGS) == "Wir sind …"

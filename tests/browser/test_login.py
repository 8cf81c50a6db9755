"""Staff log in: by passkey, with a code of an app, locked out, with a new password by mail.

Members log in by the link of a mail, or by its number on another device.
"""

import re
from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from tests.browser.factors import code_of, give_authenticator
from tests.browser.mails import count_mails, newest_mail
from tests.demo_site import PASSWORD, DemoSite

pytestmark = pytest.mark.browser


def log_out(window: Page, demo_site: DemoSite) -> None:
    window.context.clear_cookies()
    window.goto(demo_site.address("duesseldorf", "/anmeldung/"))


def test_a_passkey_replaces_the_password(
    window: Page, demo_site: DemoSite, log_in: Callable[..., None]
) -> None:
    give_authenticator(window)
    log_in(window, "autor@duesseldorf.example")
    window.goto(demo_site.address("duesseldorf", "/anmeldung/sicherheit/"))
    window.get_by_role("link", name="Passkey hinzufügen").click()
    window.get_by_label("Name").fill("Mein Telefon")
    window.get_by_label("Ohne Passwort anmelden").check()
    window.get_by_role("button", name="Hinzufügen").click()
    expect(window.get_by_role("heading", level=1, name="Notfall-Codes")).to_be_visible()

    log_out(window, demo_site)
    window.get_by_role("button", name="Mit Passkey anmelden").click()

    expect(window).to_have_url(demo_site.address("duesseldorf", "/admin/"))


def test_a_code_of_an_app_is_asked_for_after_the_password(
    window: Page, demo_site: DemoSite, log_in: Callable[..., None]
) -> None:
    log_in(window, "redaktion@duesseldorf.example")
    window.goto(demo_site.address("duesseldorf", "/anmeldung/sicherheit/app/"))
    secret = window.locator("code").inner_text()
    window.get_by_label("Code").fill(code_of(secret))
    window.get_by_role("button", name="Einschalten").click()
    expect(window.get_by_role("heading", level=1, name="Notfall-Codes")).to_be_visible()
    spare = window.locator(".spare-codes li").first.inner_text()

    log_out(window, demo_site)
    window.get_by_label("E-Mail-Adresse").fill("redaktion@duesseldorf.example")
    window.get_by_label("Passwort", exact=True).fill(PASSWORD)
    window.get_by_role("button", name="Anmelden", exact=True).click()
    expect(window).to_have_url(demo_site.address("duesseldorf", "/anmeldung/code/"))
    window.goto(demo_site.address("duesseldorf", "/admin/"))
    assert "/anmeldung/" in window.url, "the password alone lets in nobody"

    window.goto(demo_site.address("duesseldorf", "/anmeldung/code/"))
    window.get_by_label("Code").fill("000000")
    window.get_by_role("button", name="Anmelden").first.click()
    expect(window.get_by_text("Falscher Code").first).to_be_visible()
    window.get_by_label("Code").fill(spare)
    window.get_by_role("button", name="Anmelden").first.click()

    expect(window).to_have_url(demo_site.address("duesseldorf", "/admin/"))


def test_too_many_wrong_passwords_lock_and_say_how_long(window: Page, demo_site: DemoSite) -> None:
    window.goto(demo_site.address("moenchengladbach", "/anmeldung/"))
    for _try in range(11):
        window.get_by_label("E-Mail-Adresse").fill("autor@moenchengladbach.example")
        window.get_by_label("Passwort", exact=True).fill("falsch geraten")
        window.get_by_role("button", name="Anmelden", exact=True).click()

    expect(window.get_by_role("alert")).to_contain_text(
        re.compile(r"Zu viele Versuche. Bitte versuchen Sie es in \d+ (Minuten|Sekunden)")
    )


def test_a_new_password_comes_by_mail(window: Page, demo_site: DemoSite) -> None:
    window.goto(demo_site.address("moenchengladbach", "/anmeldung/"))
    window.get_by_role("link", name="Passwort vergessen?").click()
    window.get_by_label("E-Mail").fill("redaktion@moenchengladbach.example")
    window.get_by_role("button", name="Passwort zurücksetzen").click()
    expect(window.get_by_text("ist eine Mail mit einem Link unterwegs")).to_be_visible()

    newest_mail(window, demo_site, "Neues Passwort für")
    window.locator("main a[href*='/anmeldung/passwort/neu/']").click()
    for field in window.locator("input[type=password]").all():
        field.fill("lampe fluss teppich")
    window.get_by_role("button", name="Passwort ändern").click()
    window.goto(demo_site.address("moenchengladbach", "/anmeldung/"))
    window.get_by_label("E-Mail-Adresse").fill("redaktion@moenchengladbach.example")
    window.get_by_label("Passwort", exact=True).fill("lampe fluss teppich")
    window.get_by_role("button", name="Anmelden", exact=True).click()

    expect(window).to_have_url(demo_site.address("moenchengladbach", "/admin/"))


def test_a_member_logs_in_by_the_link_of_a_mail(
    open_window: Callable[..., Page], demo_site: DemoSite
) -> None:
    window = open_window(width=360)
    older = count_mails(window, demo_site, "Ihr Link zum Konto")
    window.goto(demo_site.address("dortmund", "/konto/"))
    window.get_by_label("E-Mail-Adresse").fill("verein@dortmund.example")
    window.get_by_role("button", name="Link schicken").click()
    expect(window.get_by_role("heading", level=1)).to_have_text("Sehen Sie in Ihre Mails")

    newest_mail(window, demo_site, "Ihr Link zum Konto", older)
    window.locator("main a[href*='/konto/link/']").click()
    window.get_by_role("button", name="Anmelden").click()

    expect(window).to_have_url(demo_site.address("dortmund", "/konto/"))
    expect(window.get_by_text("angemeldet als Erika Muster")).to_be_visible()
    window.get_by_role("link", name="Anmeldungen").click()
    expect(window.get_by_text("hier", exact=True)).to_be_visible()
    window.get_by_role("button", name="Abmelden").click()
    expect(window.get_by_role("button", name="Link schicken")).to_be_visible()


def test_a_member_types_the_number_on_another_device(
    open_window: Callable[..., Page], demo_site: DemoSite
) -> None:
    asking, reading = open_window(), open_window()
    older = count_mails(reading, demo_site, "Ihr Link zum Konto")
    older = count_mails(reading, demo_site, "Ihr Link zum Konto")
    asking.goto(demo_site.address("duesseldorf", "/konto/"))
    asking.get_by_label("E-Mail-Adresse").fill("verein@duesseldorf.example")
    asking.get_by_label("E-Mail-Adresse").press("Enter")

    newest_mail(reading, demo_site, "Ihr Link zum Konto", older)
    [number] = re.findall(r"\b\d{3} \d{3}\b", reading.locator("main").inner_text())
    asking.get_by_label("Zahl aus der Mail").fill(number)
    asking.get_by_label("Zahl aus der Mail").press("Enter")

    expect(asking).to_have_url(demo_site.address("duesseldorf", "/konto/"))

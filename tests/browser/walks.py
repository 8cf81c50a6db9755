"""Ways through the pages of logins, /anmeldung/ and /konto/, that stop at each of them.

Which page one sees there depends on what one did before; so these are walks and no addresses.
Each leaves its account as it was.
"""

from collections.abc import Iterator

from playwright.sync_api import Page, expect

from tests.browser.factors import code_of
from tests.browser.mails import count_mails, newest_mail
from tests.demo_site import PASSWORD, DemoSite

WRONG = "falsch geraten"
RESET = "Neues Passwort für"
LINK = "Ihr Link zum Konto"


def fill_login(window: Page, email: str, password: str = PASSWORD) -> None:
    window.get_by_label("E-Mail-Adresse").fill(email)
    window.get_by_label("Passwort", exact=True).fill(password)
    window.get_by_role("button", name="Anmelden", exact=True).click()


def walk_staff(window: Page, demo_site: DemoSite, site: str) -> Iterator[str]:
    """Each page of /anmeldung/, by its name."""
    email = f"admin@{site}.example"
    yield from _before_the_login(window, demo_site, site, email)
    fill_login(window, email)
    window.wait_for_url(demo_site.address(site, "/admin/"))
    yield from _setting_up(window, demo_site, site)
    yield from _second_factor(window, demo_site, site, email)
    yield from _taking_away(window, demo_site, site)


def _before_the_login(window: Page, demo_site: DemoSite, site: str, email: str) -> Iterator[str]:
    older = count_mails(window, demo_site, RESET)
    window.goto(demo_site.address(site, "/anmeldung/geschlossen/"))
    yield "geschlossen"
    window.goto(demo_site.address(site, "/anmeldung/passwort/vergessen/"))
    yield "passwort-vergessen"
    window.get_by_label("E-Mail").fill(email)
    window.get_by_role("button", name="Passwort zurücksetzen").click()
    yield "passwort-gesendet"
    newest_mail(window, demo_site, RESET, older)
    window.locator("main a[href*='/anmeldung/passwort/neu/']").click()
    yield "passwort-neu"
    for field in window.locator("input[type=password]").all():
        field.fill("passwort1234")
    window.get_by_role("button", name="Passwort ändern").click()
    yield "passwort-neu-fehler"
    window.goto(demo_site.address(site, "/anmeldung/passwort/neu/1-falsch/"))
    yield "passwort-link-falsch"
    window.goto(demo_site.address(site, "/anmeldung/passwort/neu/"))
    yield "passwort-neu-fertig"
    window.goto(demo_site.address(site, "/anmeldung/"))
    yield "anmelden"
    fill_login(window, email, WRONG)
    yield "anmelden-fehler"


def _setting_up(window: Page, demo_site: DemoSite, site: str) -> Iterator[str]:
    window.goto(demo_site.address(site, "/anmeldung/sicherheit/"))
    yield "sicherheit-leer"
    for path in ("bestaetigen", "passwort", "abmelden", "sitzungen", "sicherheit/passkeys"):
        window.goto(demo_site.address(site, f"/anmeldung/{path}/"))
        yield path.replace("/", "-")
    window.goto(demo_site.address(site, "/anmeldung/sicherheit/app/"))
    yield "app"
    window.get_by_label("Code").fill("000000")
    window.get_by_role("button", name="Einschalten").click()
    yield "app-fehler"
    window.get_by_label("Code").fill(code_of(window.locator("code").inner_text()))
    window.get_by_role("button", name="Einschalten").click()
    yield "codes"
    window.goto(demo_site.address(site, "/anmeldung/sicherheit/codes/neu/"))
    yield "codes-neu"
    window.goto(demo_site.address(site, "/anmeldung/sicherheit/passkeys/neu/"))
    yield "passkey-neu"
    window.get_by_label("Name").fill("Mein Telefon")
    window.get_by_label("Ohne Passwort anmelden").check()
    window.get_by_role("button", name="Hinzufügen").click()
    window.wait_for_url("**/sicherheit/")
    yield "passkeys-einer"
    for path in ("sicherheit", "code/bestaetigen", "passkey/bestaetigen"):
        window.goto(demo_site.address(site, f"/anmeldung/{path}/"))
        yield path.replace("/", "-")


def _second_factor(window: Page, demo_site: DemoSite, site: str, email: str) -> Iterator[str]:
    window.context.clear_cookies()
    window.goto(demo_site.address(site, "/anmeldung/"))
    fill_login(window, email)
    window.wait_for_url("**/anmeldung/code/")
    yield "code"
    window.get_by_label("Code").fill("000000")
    window.get_by_role("button", name="Anmelden").first.click()
    yield "code-fehler"
    window.get_by_role("button", name="Mit einem Passkey").click()
    window.wait_for_url("**/admin/")


def _taking_away(window: Page, demo_site: DemoSite, site: str) -> Iterator[str]:
    window.goto(demo_site.address(site, "/anmeldung/sitzungen/"))
    yield "sitzungen-zwei"
    window.goto(demo_site.address(site, "/anmeldung/sicherheit/app/aus/"))
    yield "app-aus"
    window.locator("main form button").click()
    for name in ("umbenennen", "entfernen"):
        window.goto(demo_site.address(site, "/anmeldung/sicherheit/passkeys/"))
        window.locator("main").get_by_role("link", name=name.capitalize()).click()
        yield f"passkey-{name}"
    window.locator("main form button").click()
    window.wait_for_url("**/passkeys/")
    yield "passkeys-entfernt"


def walk_member(window: Page, demo_site: DemoSite, site: str) -> Iterator[str]:
    """Each page of /konto/ that the platform has, by its name."""
    older = count_mails(window, demo_site, LINK)
    window.goto(demo_site.address(site, "/konto/"))
    yield "anmelden"
    window.locator("form").evaluate("form => form.noValidate = true")
    window.get_by_label("E-Mail-Adresse").fill("keine Adresse")
    window.get_by_role("button", name="Link schicken").click()
    yield "anmelden-fehler"
    window.get_by_label("E-Mail-Adresse").fill(f"verein@{site}.example")
    window.get_by_role("button", name="Link schicken").click()
    yield "zahl"
    window.get_by_label("Zahl aus der Mail").fill("000 000")
    window.get_by_label("Zahl aus der Mail").press("Enter")
    yield "zahl-fehler"
    newest_mail(window, demo_site, LINK, older)
    link = window.locator("main a[href*='/konto/link/']").get_attribute("href") or ""
    window.goto(link)
    yield "link"
    window.get_by_role("button", name="Anmelden").click()
    expect(window).to_have_url(demo_site.address(site, "/konto/"))
    yield "start"
    yield from _own(window, demo_site, site)
    window.goto(link)
    yield "link-vorbei"


def _own(window: Page, demo_site: DemoSite, site: str) -> Iterator[str]:
    for path in ("", "name", "adresse", "loeschen"):
        window.goto(demo_site.address(site, f"/konto/anmeldungen/{path}").rstrip("/") + "/")
        yield path or "anmeldungen"
    window.locator("form.form").evaluate("form => form.noValidate = true")
    window.locator("form.form button").click()
    yield "loeschen-fehler"

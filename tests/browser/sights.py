"""Which pages of the demo are looked at: one of each type, in both themes."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Sight:
    """A page of a site; `name` is its picture's and its test's."""

    site: str
    name: str
    path: str
    status: int = 200

    def __str__(self) -> str:
        return f"{self.site or 'localhost'}-{self.name}"


CITY = "dortmund"
PORTAL = "netzwerk"
CLUB = "tamilischer-kulturkreis-nordstadt"
# Two structures: the default theme of the cities and the portal's.
SIGHTS = (
    Sight(CITY, "home", "/"),
    Sight(CITY, "aktuelles", "/aktuelles/"),
    Sight(CITY, "aktuelles-leer", "/aktuelles/?jahr=1999"),
    Sight(CITY, "meldung", "/aktuelles/regionalkonferenz/"),
    Sight(CITY, "presse", "/aktuelles/antidiskriminierung-verlaesslich-foerdern/"),
    Sight(CITY, "seite", "/house-of-resources/"),
    Sight(CITY, "impressum", "/impressum/"),
    Sight(CITY, "datenschutz", "/datenschutz/"),
    Sight(CITY, "barrierefreiheit", "/barrierefreiheit/"),
    Sight(CITY, "suche", "/suche/"),
    Sight(CITY, "suche-treffer", "/suche/?q=Lautsprecher"),
    Sight(CITY, "suche-leer", "/suche/?q=Quietscheente"),
    Sight(CITY, "nicht-gefunden", "/gibt-es-nicht/", 404),
    Sight(CITY, "support-beendet", "/anmeldung/support/beendet/"),
    Sight(CITY, "support-vorbei", "/anmeldung/support/unbekannt/", 410),
    Sight(CITY, "arabisch", "/ar/aktuelles/almutamar-aliqlimi/"),
    Sight(CITY, "ohne-uebersetzung", "/tr/house-of-resources/"),
    Sight(CITY, "ressourcen", "/ressourcen/"),
    Sight(CITY, "ressourcen-artikel", "/ressourcen/beamer-mit-leinwand/"),
    Sight(CITY, "ressourcen-raum", "/ressourcen/raum/seminarraum-1/"),
    Sight(CITY, "ressourcen-set", "/ressourcen/set/vortrag/"),
    Sight("duesseldorf", "home", "/"),
    Sight("moenchengladbach", "home", "/"),
    Sight(PORTAL, "home", "/"),
    Sight(PORTAL, "aktuelles", "/aktuelles/"),
    Sight(PORTAL, "meldung", "/aktuelles/portal-ist-da/"),
    Sight(PORTAL, "presse", "/aktuelles/gute-arbeit-braucht-zeit/"),
    Sight(PORTAL, "seite", "/das-netzwerk/"),
    Sight(PORTAL, "impressum", "/impressum/"),
    Sight(PORTAL, "suche-treffer", "/suche/?q=Lautsprecheranlage+leihen"),
    Sight(PORTAL, "neues", "/suche/neues/"),
    Sight(PORTAL, "neues-leer", "/suche/neues/?jahr=1999"),
    Sight(PORTAL, "suche-leer", "/suche/?q=Quietscheente"),
    Sight(PORTAL, "nicht-gefunden", "/gibt-es-nicht/", 404),
    Sight("", "uebersicht", "/"),
    Sight("", "mails", "/mail/"),
)
DARK = ("home", "meldung", "suche-treffer")
# Ways in, for staff and for members; a form sets a cookie.
FORMS = (
    Sight(CITY, "anmelden", "/anmeldung/?next=/"),
    Sight(PORTAL, "anmelden", "/anmeldung/?next=/"),
    Sight(CITY, "ressourcen-korb", "/ressourcen/korb/"),
    Sight(CITY, "konto", "/konto/"),
    Sight(PORTAL, "konto", "/konto/"),
    Sight(CITY, "aufnahme", "/mitglieder/aufnahme/"),
    Sight(CITY, "abo", "/mitglieder/abo/"),
    Sight(CITY, "abo-falscher-link", "/mitglieder/abo/ja/unbekannt/", 410),
    Sight(CITY, "fehler-melden", f"/mitglieder/{CLUB}/fehler-melden/"),
    Sight(CITY, "gehoert-uns", f"/mitglieder/{CLUB}/gehoert-uns/"),
)

"""Settings of the site, its extensions, redirects and keys."""

from tests.accounts.matrix.lines import ADMINS, NOBODY, YES, Area, May, line, who

SAFETY = "accounts.securitysettings"

AREA = Area(
    "Einstellungen",
    (
        line(
            "Erweiterungen ein- und ausschalten und einstellen",
            ADMINS,
            "adminsite_extensions:index",
            "adminsite_extensions:settings",
            "adminsite_extensions:switch",
        ),
        line(
            "Erste Schritte: Rechtliches und Kontakt eintragen, Link zum Zeigen, Auftritt öffnen",
            ADMINS,
            "first_day:index",
            "first_day:profile",
            "first_day:preview",
            "first_day:open",
        ),
        line(
            "Sicherheit: zweiter Faktor für alle",
            ADMINS,
            f"wagtailsettings:edit({SAFETY})",
        ),
        line(
            "Vorschau dieser Einstellung (gibt es nicht)",
            NOBODY,
            f"wagtailsettings:preview_on_edit({SAFETY})",
        ),
        line(
            "Suchen ohne Treffer, andere Wörter dafür (nur im Portal des Netzwerks)",
            NOBODY,
            "search_words:index",
            "search_words:remove",
        ),
        line(
            "Einen API-Schlüssel anlegen",
            who(admin=YES, support=May.NO),
            "apikeys_admin:add",
        ),
        line(
            "API-Schlüssel ansehen und zurücknehmen",
            ADMINS,
            "apikeys_admin:index",
            "apikeys_admin:revoke",
        ),
        line(
            "Weiterleitungen anlegen, ändern, einlesen",
            ADMINS,
            "wagtailredirects:index",
            "wagtailredirects:index_results",
            "wagtailredirects:add",
            "wagtailredirects:edit",
            "wagtailredirects:delete",
            "wagtailredirects:start_import",
        ),
        line(
            "Eingelesene Weiterleitungen bestätigen (nur mit dem Formular des ersten Schritts)",
            NOBODY,
            "wagtailredirects:process_import",
        ),
    ),
)

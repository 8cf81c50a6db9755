"""What anybody may ask for, and what only a link opens."""

from tests.accounts.matrix.lines import ALL, NOBODY, Area, line

AREA = Area(
    "Öffentliches",
    (
        line(
            "Seiten, Suche, Feeds, Bilder und Dateien des Auftritts ansehen",
            ALL,
            "wagtail_serve",
            "search",
            "search_feed",
            "search_suggestions",
            "search_description",
            "media",
            "wagtaildocs_serve",
            "sitemap",
            "robots",
        ),
        line(
            "„Alles Neue“ aller Städte ansehen (nur im Portal des Netzwerks, dort alle)",
            NOBODY,
            "search_newest",
            "search_newest_feed",
        ),
        line(
            "Eine Seite oder Datei mit eigenem Passwort öffnen, wenn man es kennt",
            ALL,
            "wagtailcore_authenticate_with_password",
            "wagtaildocs_authenticate_with_password",
        ),
        line(
            "Über die Schnittstelle lesen, was öffentlich ist",
            ALL,
            "openapi",
            "api:search",
            "api:get_news",
            "api:list_members",
            "api:get_member",
            "api:list_resources",
        ),
        line(
            "E-Mails über das Verzeichnis abbestellen (nur mit dem Link aus der E-Mail)",
            ALL,
            "api:show_subscription",
            "api:end_subscription",
            only_to_read=True,
        ),
        line(
            "Über die Schnittstelle Meldungen lesen (schreiben nur Programme mit API-Schlüssel)",
            ALL,
            "api:list_news",
            "api:create_news",
            "api:list_dummies",
            "api:make_dummy",
            only_to_read=True,
        ),
        line("Übersicht aller Adressen der Schnittstelle", NOBODY, "api:api-root"),
        line(
            "Farben, Zeichen und Wörter der Oberfläche laden",
            ALL,
            "theming:style",
            "adminsite:colours",
            "wagtailadmin_sprite",
            "wagtailadmin_javascript_catalog",
        ),
        line(
            "Einen Auftritt in Vorbereitung ansehen (nur mit dem Link, der eine Woche gilt)",
            NOBODY,
            "preview",
        ),
        line("Fragen, ob der Auftritt läuft", ALL, "ready"),
    ),
)

"""Sample arguments for every component: what the gallery of the tests shows."""

import datetime as dt
from typing import Any

from django import forms
from django.utils.safestring import mark_safe

from tests.theming.conftest import tenant
from verbund.theming.site import Language, Link, NavItem

LINK = Link("Alle Meldungen", "/aktuelles/")
PICTURE = {
    "src": "/bild.webp",
    "srcset": "/bild-2.webp 800w",
    "width": 600,
    "height": 400,
    "alt": "Tisch",
}
CITY = tenant(palette="duesseldorf", name="Düsseldorf")
NOON = dt.datetime(2025, 4, 7, 10, 0, tzinfo=dt.UTC)
TEASER = {
    "title": "Konferenz <am> 7. April",
    "url": "/aktuelles/konferenz/",
    "date": dt.date(2025, 4, 7),
    "topic": "Netzwerk",
    "teaser": "Drei Städte, ein Tisch.",
    "image": PICTURE,
    "source": CITY,
}
PRESS = {
    "title": "Mitteilung",
    "url": "/presse/",
    "kind": "press",
    "kind_label": "Presse",
    "file": "PDF",
}
TEASERS = [TEASER, PRESS, {**TEASER, "lang": "ar", "title": "أمسية"}]


class Contact(forms.Form):
    name = forms.CharField(label="Name", help_text="Wie im Register.")
    kind = forms.ChoiceField(label="Art", choices=[("a", "Verein")], widget=forms.RadioSelect)
    note = forms.CharField(label="Notiz", required=False, widget=forms.Textarea)


def form() -> Contact:
    return Contact({"kind": "b"})


HIT = {
    "title": mark_safe("<mark>Anlage</mark>"),
    "url": "/a/",
    "kind": "Meldung",
    "source": CITY,
    "date": dt.date(2025, 4, 7),
    "note": "frei",
    "excerpt": mark_safe("eine <mark>Anlage</mark>"),
    "topics": ["Technik"],
    "lang": "tr",
    "why": ["„Anlage“, getroffen wie getippt, „Anlage“ im Titel: zählt 100 %."],
}
OPTION = {"value": "a", "label": "Dortmund", "count": 14, "checked": True}
NUMBER = {"number": "52", "label": "Mitgliedsvereine", "note": "Stand: 3. März", "url": "/m/"}
EVENT = {
    "start": NOON,
    "end": NOON,
    "title": "Treffen",
    "url": "/t/",
    "text": "Saal",
    "place": "Haus",
}

SAMPLES: dict[str, dict[str, Any]] = {
    "things": {
        "items": [
            {
                "title": "Beamer",
                "url": "/b/",
                "text": "hell",
                "image": PICTURE,
                "status": {"kind": "ok", "text": "2 von 3 frei"},
                "price": "kostenlos",
                "price_note": "andere Vereine 12 €",
                "add": {
                    "action": "/korb/",
                    "label": "In den Korb",
                    "fields": [{"name": "von", "value": "2025-04-07"}],
                },
            },
            {
                "title": "Stellwand",
                "gone": True,
                "when": "heute",
                "status": {"kind": "none", "text": "belegt"},
                "links": [{"title": "Andere Tage", "url": "/s/"}],
            },
        ]
    },
    "months": {
        "months": [
            {
                "title": "April 2025",
                "weeks": [
                    [None, {"number": 1, "state": "free", "text": "frei", "url": "/?von=1"}],
                    [{"number": 7, "state": "full", "text": "belegt"}, None],
                ],
            }
        ],
        "weekdays": [{"short": "Mo", "long": "Montag"}, {"short": "Di", "long": "Dienstag"}],
        "legend": [{"state": "full", "text": "belegt"}],
    },
    "accordion": {
        "items": [{"title": "Frage?", "content": mark_safe("<p>Ja.</p>")}],
        "open_first": True,
    },
    "action": {"title": "Mitmachen", "url": "/", "kind": "ghost", "icon": "mail"},
    "active_filters": {"items": [LINK], "clear_url": "/"},
    "agenda": {"items": [{"label": "10", "unit": "Uhr", "title": "Beginn", "text": "Kaffee"}]},
    "article": {"content": mark_safe("<p>Text</p>"), "aside": mark_safe("<p>Daneben</p>")},
    "article_head": {
        "title": "Titel",
        "topic": "Netzwerk",
        "topic_url": "/",
        "date": NOON,
        "minutes": 4,
        "lead": "Vorspann",
        "updated": NOON,
        "place": "Dortmund",
    },
    "brand": {},
    "card": TEASER,
    "chips": {
        "items": [{"title": "Alle", "url": "?", "current": True, "count": 3}],
        "label": "Thema",
    },
    "cities": {
        "items": [
            {
                "tenant": CITY,
                "name": "Düsseldorf",
                "url": "/",
                "association": "NDMO",
                "focus": "Ältere",
                "numbers": [NUMBER],
                "status": "ok",
                "status_text": "online",
            }
        ]
    },
    "city_band": {"tenant": CITY},
    "city_map": {"items": [{"name": "Dortmund", "lon": 7.466, "lat": 51.514}], "label": "Karte"},
    "columns": {"left": mark_safe("<p>links</p>"), "right": mark_safe("<p>rechts</p>")},
    "contact_card": {
        "title": "Fragen",
        "name": "Büro",
        "lines": ["Straße 1"],
        "phone": "0231 0",
        "id": "k",
        "mail": "a@b.example",
        "hours": "Mo",
        "link": LINK,
    },
    "counters": {"items": [NUMBER]},
    "crumbs": {"items": [LINK], "current": "Hier"},
    "cta": {"text": "Bis Freitag.", "title": "Anmelden", "url": "/"},
    "dates": {"items": [EVENT]},
    "day_list": {"groups": [{"date": dt.date(2025, 4, 7), "items": TEASERS}]},
    "deep": {"title": "Leihen", "lead": "Zuerst das Datum.", "id": "pool", "content": "Text"},
    "demo_marker": {},
    "did_you_mean": {"items": [LINK, LINK], "corrected": "Raum"},
    "downloads": {
        "items": [
            {"title": "Programm", "url": "/p.pdf", "type": "PDF", "size": 240_000, "note": "2025"}
        ]
    },
    "empty": {"title": "Noch nichts hier", "text": "Bald.", "actions": [LINK]},
    "subnav": {
        "label": "Konto",
        "items": [NavItem(title="Übersicht", url="/konto/", current=True)],
    },
    "site_bar": {"text": "Diese Seite ist ein Test.", "link": Link("Mehr", "/mehr/")},
    "support_bar": {"name": "Maria Muster", "reason": "Anruf", "ends": NOON, "url": "/ende/"},
    "entry_head": {
        "title": "Tamilischer Kulturkreis e. V.",
        "kicker": "Mitglied seit 2011",
        "place": "Innenstadt-Nord",
        "native": "தமிழ் பண்பாட்டு வட்டம்",
        "native_lang": "ta",
        "lead": "Sprache und Tanz.",
        "lead_lang": "en",
        "image": PICTURE,
    },
    "error_page": {
        "title": "Fehlt",
        "lead": "Weg.",
        "kicker": "Fehler 404",
        "drawing": True,
        "search": True,
    },
    "facet": {
        "title": "Stadt",
        "name": "stadt",
        "options": [OPTION, {**OPTION, "value": "b", "checked": False}],
        "open": True,
        "first": 1,
    },
    "facet_day": {
        "title": "Frei am",
        "name": "frei",
        "label": "An welchem Tag?",
        "value": dt.date(2025, 4, 7),
        "first": dt.date(2025, 4, 1),
        "open": True,
    },
    "facet_option": {"name": "stadt", **OPTION},
    "facts": {
        "title": "Auf einen Blick",
        "items": [{"label": "Wann", "value": "heute"}],
        "action": LINK,
        "text": mark_safe("<p>Kurz.</p>"),
        "tint": True,
        "id": "f",
    },
    "figure": {"image": PICTURE, "caption": "Ein Tisch", "credit": "Verbund"},
    "filter_bar": {"content": "", "action": "/suche/", "hidden": [{"name": "q", "value": "a"}]},
    "fold": {"title": "Auf der Karte wählen", "content": "Karte", "icon": "map", "open": True},
    "footer": {},
    "gallery": {
        "images": [{"image": PICTURE}, {"image": PICTURE, "alt": "Saal"}],
        "caption": "Das Haus",
    },
    "header": {"tall": True},
    "hero": {
        "title": "Viele Vereine",
        "lead": "Wir verbinden.",
        "actions": [LINK, LINK],
        "counters": [NUMBER],
    },
    "hits": {"items": [HIT]},
    "language_notice": {"language": "Türkçe", "url": "/"},
    "languages": {
        "items": [Language(code, code, "/") for code in ("de", "tr", "uk", "ar", "en", "fr", "pl")]
    },
    "letters": {
        "items": [
            {"title": "A", "url": "?buchstabe=A", "label": "A: 3", "current": True},
            {"title": "B"},
        ],
        "label": "A bis Z",
    },
    "menu": {"group": "wide"},
    "missing_piece": {},
    "note": {"kind": "bad", "title": "Halt.", "text": "So nicht."},
    "page_head": {"title": "Aktuelles", "lead": "Was los ist", "kicker": "Neues"},
    "pager": {"page": 3, "pages": 9, "query": "thema=jugend"},
    "partners": {
        "items": [{"name": "Stiftung", "url": "/", "logo": "/logo.webp"}, {"name": "Stadt"}]
    },
    "picture": {"image": PICTURE},
    "prose": {"content": mark_safe("<p>نص</p>"), "lang": "ar", "dir": "rtl"},
    "quote": {"text": "Wort", "attribution": "Vorstand"},
    "result_head": {
        "title": "3 Treffer",
        "sort": [Link("Beste", "?", current=True), LINK],
        "feed_url": "/f/",
        "mail_url": "/m/",
        "links": [{"title": "PDF", "url": "/liste.pdf", "icon": "file"}],
    },
    "rows": {
        "items": [
            {
                "title": "Verein",
                "url": "/",
                "text": "Tut gut.",
                "lang": "tr",
                "tags": ["Bildung"],
                "facts": [{"label": "Sprachen", "value": "Tamil"}],
            }
        ]
    },
    "search_field": {
        "action": "/suche/",
        "value": "raum",
        "placeholder": "Raum",
        "suggest": "/suche/vorschlaege/",
        "hidden": [{"name": "a", "value": "b"}],
    },
    "search_hero": {
        "title": "Was wird gesucht?",
        "suggest": "/suche/vorschlaege/",
        "action": "/suche/",
        "kicker": "Suche",
        "note": "1\n2",
        "scopes": [OPTION],
        "examples": [LINK],
    },
    "search_input": {"value": "raum", "suggest": "/suche/vorschlaege/"},
    "section": {
        "id": "neu",
        "title": "Neues",
        "content": mark_safe("<p>Text</p>"),
        "link": LINK,
        "links": [LINK],
        "note": "Stand",
        "tint": True,
    },
    "share": {"title": "Titel & mehr", "url": "http://a.example/b/"},
    "signpost": {
        "groups": [
            {"title": "Sie suchen?", "links": [LINK]},
            {"title": "Sie sind?", "links": [LINK]},
        ]
    },
    "source": {"tenant": CITY, "from_there": True},
    "status": {"kind": "wait", "text": "im Aufbau"},
    "steps": {"items": [{"title": "Anfragen", "text": "Ein Formular."}], "across": False},
    "table": {"caption": "Geräte", "columns": ["Stadt", "Gerät"], "rows": [["Dortmund", "Anlage"]]},
    "tabs": {
        "items": [{"title": "Alles", "url": "?", "count": 27, "current": True}],
        "label": "Art",
    },
    "tags": {"items": [LINK, {"title": "ohne Adresse"}]},
    "taken": {"tenant": CITY, "url": "/", "text": "übernommen"},
    "teasers": {"items": TEASERS, "layout": "front"},
    "with_filters": {"content": "Treffer", "filters": "Filter"},
    "tiles": {
        "rows": [[{"title": "Eving", "url": "?", "count": 3, "current": True}, None]],
        "columns": 2,
        "label": "Stadtteile",
    },
    "ways": {
        "items": [
            {"icon": "phone", "title": "0231 0", "url": "tel:02310"},
            {"icon": "pin", "title": "Markt 1", "note": "Haltestelle Markt"},
        ]
    },
    "wrap": {"content": "Text", "narrow": True},
    "year_select": {
        "action": "",
        "years": [2025, 2024],
        "value": 2025,
        "hidden": [{"name": "a", "value": "b"}],
    },
}
FORM_COMPONENTS = ("error_summary", "field", "field_notes", "pool_box")


def sample(component: str) -> dict[str, Any]:
    """The arguments of a component; forms are made anew, since errors belong to one."""
    if component == "error_summary":
        return {"form": form()}
    if component == "pool_box":
        return {"action": "/", "label": "Freies", "submit": "Zeigen", "fields": list(form())}
    if component in FORM_COMPONENTS:
        return {"field": form()["name"]}
    return SAMPLES[component]

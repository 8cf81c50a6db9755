"""Which column of a list becomes what: the fields there are, and what a header proposes."""

import re

from django.utils.translation import gettext_lazy as _

from plugins.members.fields import sort_key

# Field of an import → what staff choose it by. Those of `MANY` may come from several columns.
TARGETS = {
    "name": _("Name of the organisation"),
    "key": _("Number or key in your list"),
    "short_name": _("short name"),
    "native_name": _("name in its own language"),
    "legal_form": _("legal form"),
    "register_court": _("court of register"),
    "register_number": _("register number"),
    "founded": _("founded in"),
    "status": _("Membership"),
    "member_since": _("member since"),
    "member_until": _("member until"),
    "summary": _("in one or two sentences"),
    "description": _("what it does"),
    "for_whom": _("for whom"),
    "opening_hours": _("opening hours"),
    "access": _("accessibility of the place"),
    "topic": _("Topics"),
    "language": _("Languages"),
    "quarter": _("Quarters"),
    "group": _("Target groups"),
    "background": _("Backgrounds"),
    "offer": _("Offers"),
    "email": _("e-mail"),
    "phone": _("telephone"),
    "website": _("website"),
    "channel": _("social media"),
    "person": _("contact person"),
    "address": _("Address in one cell (street, postcode, place)"),
    "street": _("street and number"),
    "postcode": _("postcode"),
    "city": _("place"),
    "responsible": _("E-mail of the responsible person"),
    "consent_on": _("consent on"),
    "consent_by": _("consent by"),
    "consent_for": _("Consent for (website, list, network)"),
    "notes": _("internal notes"),
}
LISTED = ("topic", "language", "quarter", "group", "background", "offer")
REACHED = ("email", "phone", "website", "channel", "person")
MANY = frozenset((*LISTED, *REACHED, "responsible", "notes", "description"))

# Whole headers, as `sort_key` gives them: in lists of offices, old and new.
_KNOWN: dict[str, str] = {
    "name": "verein|vereinsname|name|name des vereins|name der organisation|organisation|"
    "organisationsname|mitglied|mitgliedsverein|mitgliedsorganisation|verband|trager|gruppe|"
    "initiative|association",
    "key": "nr|id|mitgliedsnummer|mitgliedsnr|mitglieds nr|mitglied nr|vereinsnummer|schlussel|key",
    "short_name": "kurzname|abkurzung|kurzel|kurzform",
    "native_name": "eigenname|name in eigener sprache|originalname",
    "legal_form": "rechtsform",
    "register_court": "registergericht|amtsgericht|gericht",
    "register_number": "registernummer|vr|vr nr|vr nummer|vereinsregister|register nr|registernr",
    "founded": "grundung|gegrundet|grundungsjahr|jahr der grundung|gegrundet am|grundungsdatum",
    "status": "status|mitgliedschaft|mitgliedsstatus",
    "member_since": "mitglied seit|beitritt|eintritt|eintrittsdatum|beitrittsdatum|seit",
    "member_until": "mitglied bis|austritt|austrittsdatum|bis",
    "summary": "kurzbeschreibung|kurz|in kurze|kurztext",
    "description": "beschreibung|tatigkeit|tatigkeiten|aktivitaten|ziele|zweck|vereinszweck|"
    "aufgaben|was wir tun|profil",
    "for_whom": "fur wen",
    "opening_hours": "offnungszeiten|sprechzeiten|burozeiten|zeiten",
    "access": "barrierefreiheit|barrierefrei|zuganglichkeit|zugang",
    "topic": "thema|themen|schwerpunkt|schwerpunkte|bereich|bereiche|arbeitsfelder|kategorie",
    "language": "sprache|sprachen|vereinssprache|vereinssprachen",
    "quarter": "stadtteil|stadtteile|bezirk|stadtbezirk|ortsteil|quartier",
    "group": "zielgruppe|zielgruppen",
    "background": "herkunft|herkunftsland|herkunftslander|land|community",
    "offer": "angebot|angebote|leistungen",
    "email": "e mail|email|mail|mailadresse|e mail adresse|email adresse|mail adresse",
    "phone": "tel|telefon|telefonnummer|tel nr|fon|rufnummer|mobil|handy|mobilnummer|telefon mobil",
    "website": "internet|homepage|webseite|website|web|www|url|internetadresse|link",
    "channel": "facebook|instagram|social media|soziale medien|youtube|tiktok",
    "person": "ansprechpartner|ansprechpartnerin|ansprechpartner in|ansprechperson|kontaktperson|"
    "kontakt|vorsitz|vorsitzende|vorsitzender|1 vorsitzende r|vorstand|leitung",
    "address": "adresse|anschrift|strasse plz ort|strasse plz u ort|anschrift plz ort|"
    "strasse hausnummer plz ort|vereinsanschrift|postanschrift",
    "street": "strasse|str|strasse nr|strasse hausnummer|strasse und hausnummer",
    "postcode": "plz|postleitzahl",
    "city": "ort|stadt|wohnort",
    "responsible": "verantwortlich|mail verantwortlich|e mail verantwortlich",
    "consent_on": "einwilligung|einwilligung am|einwilligung vom|dsgvo|datenschutz|zustimmung am",
    "consent_by": "einwilligung von|einwilligung durch|zustimmung von",
    "consent_for": "einwilligung fur|veroffentlichung|zustimmung fur",
    "notes": "bemerkung|bemerkungen|notiz|notizen|anmerkung|anmerkungen|kommentar|sonstiges|intern",
}
_BY_HEADER = {head: target for target, heads in _KNOWN.items() for head in heads.split("|")}
_NOISE = re.compile(r"\b(?:des vereins|der organisation|optional)\b")


def propose(headers: tuple[str, ...]) -> list[str]:
    """A field for each column, "" for those that nothing is known of; one field once."""
    proposed: list[str] = []
    for header in headers:
        target = _target_of(header)
        taken = target in proposed and target not in MANY
        proposed.append("" if taken else target)
    return proposed


def _target_of(header: str) -> str:
    key = sort_key(header)
    bare = " ".join(_NOISE.sub(" ", key).split())
    return _BY_HEADER.get(key) or _BY_HEADER.get(bare) or _by_words(bare)


def _by_words(key: str) -> str:
    """“Telefon (Büro)”: the first word that is known, unless it is too general."""
    words = key.split()
    if "plz" in words and "ort" in words:
        return "address" if {"strasse", "str", "anschrift"} & set(words) else ""
    first = _BY_HEADER.get(words[0], "") if words else ""
    return first if first in ("phone", "email", "website", "person", "notes") else ""


def wrong_mapping(mapping: list[str]) -> str:
    """What is wrong with a choice of fields, in a sentence; "" for nothing."""
    if "name" not in mapping:
        return str(_("Choose the column that holds the name of the organisation."))
    twice = next((one for one in mapping if one and one not in MANY and mapping.count(one) > 1), "")
    if twice:
        text = _("“%(field)s” is chosen for two columns; choose it once.")
        return str(text) % {"field": TARGETS[twice]}
    return ""

"""Single values of an older list: days, years, addresses, words, as offices write them."""

import datetime as dt
import re

from plugins.members.enums import LegalForm, Status
from plugins.members.fields import sort_key

_EXCEL_ZERO = dt.date(1899, 12, 30)
_GERMAN = re.compile(r"(\d{1,2})\.\s?(\d{1,2})\.\s?(\d{4}|\d{2})")
_MONTH = re.compile(r"(\d{1,2})[./](\d{4})")
_YEAR = re.compile(r"(18|19|20|21)\d{2}")
_WHOLE_ADDRESS = re.compile(
    r"(?P<street>[^\n]+?)[,;/\n ]+(?:D[- ])?(?P<code>\d{5})\s+(?P<city>\D.*)", re.S
)
_BETWEEN = re.compile(r"[,;\n|•]|\s/\s")
_FORMS = (
    (LegalForm.EV, "e v|ev|eingetragener verein|verein e v|e v gemeinnutzig|eingetragen"),
    (LegalForm.ASSOCIATION, "verein|nicht eingetragener verein|n e v|nicht eingetragen"),
    (LegalForm.GGMBH, "ggmbh|gemeinnutzige gmbh"),
    (LegalForm.COOPERATIVE, "eg|e g|genossenschaft"),
    (LegalForm.FOUNDATION, "stiftung"),
    (LegalForm.RELIGIOUS, "gemeinde|religionsgemeinschaft|kirchengemeinde|moscheegemeinde"),
    (LegalForm.INITIATIVE, "initiative|gruppe|ini"),
)
_STATUS = (
    (Status.APPLICANT, "applicant|antrag|bewerbung|beantragt|anwarter|interessent"),
    (Status.MEMBER, "member|mitglied|ja|aktiv|ordentliches mitglied|ordentlich|voll"),
    (Status.SUPPORTING, "supporting|fordermitglied|fordernd|forderer"),
    (Status.LISTED, "listed|kein mitglied|nein|nur eintrag|kooperation|partner|gelistet"),
    (Status.FORMER, "former|ehemalig|ehemaliges mitglied|ausgetreten|inaktiv|gekundigt"),
)
_BY_FORM = {word: form.value for form, words in _FORMS for word in words.split("|")}
_BY_STATUS = {word: status.value for status, words in _STATUS for word in words.split("|")}


def read_day(text: str) -> dt.date | None:
    """“3.5.98”, “05/2001”, “1998”, “2001-05-03”, or the number that Excel keeps of a day."""
    text = text.strip()
    try:
        if found := _GERMAN.fullmatch(text):
            day, month, year = (int(part) for part in found.groups())
            return dt.date(_four(year), month, day)
        if found := _MONTH.fullmatch(text):
            return dt.date(int(found[2]), int(found[1]), 1)
        if _YEAR.fullmatch(text):
            return dt.date(int(text), 1, 1)
        if re.fullmatch(r"\d{5}", text):
            return _EXCEL_ZERO + dt.timedelta(days=int(text))
        return dt.date.fromisoformat(text[:10])
    except ValueError:
        return None


def _four(year: int) -> int:
    """Two digits mean the last hundred years."""
    if year >= 100:
        return year
    return year + (1900 if year > 40 else 2000)


def read_year(text: str) -> int | None:
    """The first year in a text: “gegründet 1987”, "1987-04-01"."""
    day = read_day(text)
    if day is not None:
        return day.year
    found = _YEAR.search(text)
    return int(found[0]) if found else None


def read_address(text: str) -> dict[str, str] | None:
    """“Münsterstr. 9, 44145 Dortmund” in its parts; None for what has no postcode and place."""
    found = _WHOLE_ADDRESS.fullmatch(text.strip())
    if found is None:
        return None
    street = " ".join(found["street"].split()).strip(" ,;/")
    return {"street": street, "postcode": found["code"], "city": " ".join(found["city"].split())}


def read_postcode(text: str) -> str | None:
    """Five digits; a nought in front that a spreadsheet took away comes back."""
    digits = re.sub(r"^D[- ]", "", text.strip())
    if re.fullmatch(r"\d{4}", digits):
        return f"0{digits}"
    return digits if re.fullmatch(r"\d{5}", digits) else None


def parts_of(text: str) -> list[str]:
    """What a cell lists: “Kultur, Bildung; Sport”."""
    return [part.strip() for part in _BETWEEN.split(text) if part.strip()]


def legal_form_of(text: str) -> str | None:
    return _BY_FORM.get(sort_key(text))


def status_of(text: str) -> str | None:
    return _BY_STATUS.get(sort_key(text))


def is_yes(text: str) -> bool:
    return sort_key(text) in {"ja", "j", "x", "yes", "true", "1", "wahr"}

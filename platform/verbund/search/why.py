"""Why a hit stands where it stands, in words for staff: the parts of its score."""

import datetime as dt

from django.utils import timezone
from django.utils.translation import gettext, gettext_lazy

from verbund.theming.dates import day

from .engines.statement import FRESHNESS, OTHER_LANGUAGE
from .engines.ways import How
from .query import Hit, Reason, SearchQuery

WAYS = {
    How.WRITTEN: gettext_lazy("as it was typed"),
    How.INFLECTED: gettext_lazy("in another form"),
    How.COMPOUND: gettext_lazy("as a part of a longer word"),
    How.BEGINNING: gettext_lazy("as the beginning of a word"),
    How.PARTS: gettext_lazy("by its parts"),
    How.ABBREVIATION: gettext_lazy("as an abbreviation or what it stands for"),
    How.FAMILY: gettext_lazy("by a word of the same family"),
    How.SYNONYM: gettext_lazy("by another word for it"),
    How.SPELLING: gettext_lazy("in another spelling"),
    How.SITE: gettext_lazy("as the name of the site"),
}
FIELDS = {
    "title": gettext_lazy("in the title"),
    "topics": gettext_lazy("among the topics"),
    "keywords": gettext_lazy("among the keywords"),
    "summary": gettext_lazy("in the summary"),
    "body": gettext_lazy("in the text"),
}


def why(hit: Hit, query: SearchQuery) -> list[str]:
    """One line a word that was typed, then what else counts."""
    lines = [_reason(reason) for reason in hit.reasons]
    if hit.language != query.reader_language:
        lines.append(
            gettext("In another language than the reader’s: counts %(percent)d %%.")
            % {"percent": round(100 * OTHER_LANGUAGE)}
        )
    if hit.kind in query.ageing and hit.date:
        lines.append(
            gettext("Of %(day)s, and of this kind newer is better: counts %(percent)d %%.")
            % {"day": day(hit.date), "percent": round(100 * _freshness(hit.date))}
        )
    return lines


def _reason(reason: Reason) -> str:
    values = {"typed": reason.typed, "word": reason.word, "percent": round(100 * reason.weight)}
    if not reason.how:
        return gettext("“%(typed)s” does not stand there.") % values
    values["how"] = str(WAYS[How(reason.how)])
    if not reason.word:
        return gettext("“%(typed)s” is met %(how)s: counts %(percent)d %%.") % values
    values["where"] = str(FIELDS[reason.field])
    return (
        gettext("“%(typed)s” is met %(how)s, “%(word)s” %(where)s: counts %(percent)d %%.") % values
    )


def _freshness(date: dt.date) -> float:
    old, new = FRESHNESS[False]
    years = max(0, (timezone.localdate() - date).days) / 365
    return old + new / (1 + years)

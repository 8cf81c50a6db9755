"""Documents of realistic length and vocabulary: the demo's sentences, mixed anew for each."""

import random
import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache
from uuid import UUID

from verbund.search.engines.base import Entry
from verbund.server.environment import ROOT

TOPICS = ("Bildung", "Frauen", "Jugend", "Kultur", "Musik", "Sprache", "Teilhabe", "Sport")
KINDS = (("news", 6), ("organisation", 2), ("page", 1), ("resource", 1))
LANGUAGES = (("de", 8), ("tr", 1), ("uk", 1))
SENTENCES_OF_A_BODY = (6, 30)  # 500 to 3,000 letters
MARKUP = re.compile(r"[#*\[\]|>`]|\(http[^)]*\)|\(/[^)]*\)")


@cache
def sentences() -> tuple[str, ...]:
    files = sorted(ROOT.glob("tenants/*/content/news/*.md"))
    text = " ".join(_body(file.read_text(encoding="utf-8")) for file in files)
    found = re.split(r"(?<=[.!?]) +", " ".join(MARKUP.sub(" ", text).split()))
    return tuple(dict.fromkeys(one for one in found if 30 < len(one) < 300))


def _body(text: str) -> str:
    return text.split("+++", 2)[-1].split("---", 2)[-1]


@cache
def words() -> tuple[str, ...]:
    return tuple(
        sorted({word for one in sentences() for word in re.findall(r"[A-ZÄÖÜ]\w{4,}", one)})
    )


@dataclass(frozen=True, slots=True)
class Maker:
    """Makes the documents of any number of tenants; the same number, the same document."""

    today: date

    def entries(self, tenant: UUID, count: int) -> Iterator[Entry]:
        for number in range(count):
            yield self.entry(tenant, number)

    def entry(self, tenant: UUID, number: int, title: str = "") -> Entry:
        chance = random.Random(number)
        kind = _one(KINDS, chance)
        return Entry(
            tenant=tenant,
            object_key=f"pages.standardpage:{number}",
            kind=kind,
            language=_one(LANGUAGES, chance),
            title=title or " ".join(chance.sample(words(), chance.randint(2, 6))),
            path=f"/seite-{number}/",
            summary=chance.choice(sentences()),
            body=" ".join(chance.choices(sentences(), k=chance.randint(*SENTENCES_OF_A_BODY))),
            topics=tuple(chance.sample(TOPICS, chance.randint(0, 2))),
            date=self.today - timedelta(days=chance.randint(0, 2500)) if kind == "news" else None,
        )


def searches() -> list[str]:
    """What people type: one word mostly, two often, a part of a word, a wrong letter."""
    chance = random.Random(7)
    found = chance.sample(words(), 24)
    found += [" ".join(chance.sample(words(), 2)) for _number in range(12)]
    found += [word[: max(4, len(word) // 2)] for word in chance.sample(words(), 6)]
    found += [word[:2] + word[3:] for word in chance.sample(words(), 4)]
    return [*found, "Haus der Vielfalt", "Raum mieten", "Förderung beantragen", "Verein"]


def _one(choices: tuple[tuple[str, int], ...], chance: random.Random) -> str:
    names = [name for name, _share in choices]
    return chance.choices(names, [share for _name, share in choices])[0]

"""What a person typed, taken apart: words and what may stand for them, phrases, exclusions."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace

from . import compounds, german
from .languages import foreign_root, is_stopword, languages_of
from .lexemes import initials_of, is_abbreviation
from .synonyms import Phrase, distant_synonyms, equivalents, family, phrases_of, synonyms
from .tokens import Token, tokenize
from .wordlists import complete_words, word_set

QUOTED = re.compile(r"(?P<minus>(?<!\S)-)?[\"„“”«»](?P<phrase>[^\"„“”«»]+)[\"„“”«»]?")
EXCLUDED = re.compile(r"(?<!\S)-(?P<word>\w[\w-]*)")
YEAR = re.compile(r"(?:19|20)\d\d")
MOST_TERMS = 12
SOFT = 0.3
LONGEST_TEXT = 300
SHORTEST_PREFIX = 3
SHORTEST_BEGINNING = 5  # of a word that is complete
LONGEST_LOWER_ACRONYM = 5
LONGEST_RUN = 4  # words that a list may name together

Groups = Mapping[Phrase, tuple[Phrase, ...]]


@dataclass(frozen=True, slots=True)
class Term:
    """One thing that was asked for. A phrase has `words` in their order; a single word has one."""

    typed: str
    words: tuple[str, ...]
    roots: tuple[str, ...] = ()
    foreign_roots: tuple[str, ...] = ()
    parts: tuple[str, str] | None = None  # modifier and head of a compound
    initials: str = ""  # of the parts of a compound: what its abbreviation would be
    equivalents: tuple[Phrase, ...] = ()  # what an abbreviation stands for, and the other way
    family: tuple[str, ...] = ()
    synonyms: tuple[Phrase, ...] = ()
    distant_synonyms: tuple[Phrase, ...] = ()
    weight: float = 1.0  # less for words that say how and not what
    year: int | None = None
    prefix: bool = False
    acronym: bool = False
    quoted: bool = False

    @property
    def word(self) -> str:
        return self.words[0]


@dataclass(frozen=True, slots=True)
class Terms:
    """All that was asked; `fresh` says that newer is better."""

    terms: tuple[Term, ...] = ()
    excluded: tuple[Term, ...] = ()
    sequence: tuple[str, ...] = ()  # the unquoted words in their order, stopwords included
    fresh: bool = False


def parse(text: str, language: str = "de", groups: Iterable[Iterable[str]] = ()) -> Terms:
    """Never fails: what can't be understood is looked for as it is.

    `groups` are synonyms of the network, beside those of the lists.
    """
    text = text.replace("\x00", " ")[:LONGEST_TEXT]
    phrases, excluded, rest = _cut_out(text)
    tokens = tokenize(rest)
    own = _by_phrase(groups)
    wanted = [_phrase(phrase) for phrase in phrases] + _words(tokens, rest, language, own)
    terms = [term for term in wanted if term.words][:MOST_TERMS]
    fresh = any(term.word in word_set("de/newness.txt") for term in terms)
    if len(terms) > 1:
        terms = [term for term in terms if term.word not in word_set("de/newness.txt")] or terms
    return Terms(
        tuple(dict.fromkeys(terms)),
        tuple(term for term in map(_phrase, excluded) if term.words),
        tuple(token.word for token in tokens),
        fresh,
    )


def _by_phrase(groups: Iterable[Iterable[str]]) -> Groups:
    found: dict[Phrase, tuple[Phrase, ...]] = {}
    for group in groups:
        phrases = phrases_of(group)
        for phrase in phrases:
            others = tuple(other for other in phrases if other != phrase)
            found[phrase] = found.get(phrase, ()) + others
    return found


def _cut_out(text: str) -> tuple[list[str], list[str], str]:
    phrases: list[str] = []
    excluded: list[str] = []
    for match in QUOTED.finditer(text):
        (excluded if match["minus"] else phrases).append(match["phrase"])
    rest = QUOTED.sub(" ", text)
    excluded += [match["word"] for match in EXCLUDED.finditer(rest)]
    return phrases, excluded, EXCLUDED.sub(" ", rest)


def _phrase(text: str) -> Term:
    words = tuple(token.word for token in tokenize(text))
    return Term(text.strip(), words, quoted=True)


def _words(tokens: list[Token], text: str, language: str, own: Groups) -> list[Term]:
    """A term a word; words without a subject are left out unless there is nothing else."""
    terms: list[Term] = []
    skip = 0
    for index, token in enumerate(tokens):
        if skip:
            skip -= 1
            continue
        group = _hyphenated(tokens, index, text)
        skip = len(group) - 1
        is_last = index + skip == len(tokens) - 1 and not text[token.start :].endswith((" ", "."))
        terms.append(_term(group, text, language, own, is_last))
    kept = [term for term in terms if not _is_empty(term, language)]
    return _with_runs(kept or terms, own)


def _hyphenated(tokens: list[Token], index: int, text: str) -> list[Token]:
    token = tokens[index]
    if not token.joined:
        return [token]
    group = [token]
    while "".join(other.word for other in group) != token.joined:
        group.append(tokens[index + len(group)])
    return group


def _is_empty(term: Term, language: str) -> bool:
    return not term.acronym and _is_stopword(term.word, language)


def _is_stopword(word: str, language: str) -> bool:
    return is_stopword(word, language) or is_stopword(word, "de")


def _term(group: list[Token], text: str, language: str, own: Groups, is_last: bool) -> Term:
    typed = text[group[0].start : group[-1].end]
    word = group[0].joined or group[0].word
    parts = _query_parts(group, word)
    known = bool(parts) or compounds.is_known(word)
    year = int(word) if YEAR.fullmatch(word) else None
    return Term(
        typed=typed,
        words=(word,),
        roots=german.roots(word),
        foreign_roots=_foreign_roots(word, language, known),
        parts=parts,
        initials=initials_of(word) if parts else "",
        equivalents=(*_own(own, (word,)), *equivalents(word)),
        family=family(word),
        synonyms=synonyms(word),
        distant_synonyms=distant_synonyms(word),
        weight=SOFT if word in word_set("de/soft.txt") else 1.0,
        year=year,
        prefix=is_last
        and year is None
        and len(word) >= SHORTEST_PREFIX
        and word not in complete_words(),
        acronym=is_abbreviation(typed)
        or (not known and not _is_stopword(word, language) and _may_be_acronym(word)),
    )


def begin(term: Term) -> Term:
    """The term as the beginning of a word, where it is long enough and a single word."""
    single = len(term.words) == 1 and not term.quoted and term.year is None
    return replace(term, prefix=True) if single and len(term.word) >= SHORTEST_BEGINNING else term


def _own(own: Groups, phrase: Phrase) -> tuple[Phrase, ...]:
    """The network's synonyms, in any inflection of a single word."""
    if phrase in own or len(phrase) > 1:
        return own.get(phrase, ())
    wanted = set(german.roots(phrase[0]))
    same = (key for key in own if len(key) == 1 and wanted & set(german.roots(key[0])))
    return own.get(next(same, ()), ())


def _may_be_acronym(word: str) -> bool:
    """A short word that no list knows: mso."""
    return word.isalpha() and SHORTEST_PREFIX <= len(word) <= LONGEST_LOWER_ACRONYM


def _query_parts(group: list[Token], word: str) -> tuple[str, str] | None:
    if len(group) > 1:
        return "".join(token.word for token in group[:-1]), group[-1].word
    return compounds.split(word) or compounds.split(german.lemma(word))


def _foreign_roots(word: str, language: str, known: bool) -> tuple[str, ...]:
    """Roots in the reader's language, and in those of the script when no German word is meant."""
    languages = () if known else languages_of(word)
    wanted = dict.fromkeys((language, *languages))
    found = {foreign_root(word, code): None for code in wanted if code != "de"}
    return tuple(found)


def _with_runs(terms: list[Term], own: Groups) -> list[Term]:
    """Words that a list names together are one term: Leichte Sprache, häusliche Gewalt."""
    found: list[Term] = []
    index = 0
    while index < len(terms):
        lengths = range(min(LONGEST_RUN, len(terms) - index), 1, -1)
        runs = (_run(terms[index : index + length], own) for length in lengths)
        run = next(filter(None, runs), None)
        found.append(run or terms[index])
        index += len(run.words) if run else 1
    return found


def _run(terms: list[Term], own: Groups) -> Term | None:
    words = tuple(term.word for term in terms)
    whole = " ".join(words)
    same, similar = (*_own(own, words), *equivalents(whole)), synonyms(whole)
    if not (same or similar):
        return None
    typed = " ".join(term.typed for term in terms)
    return Term(typed, words, equivalents=same, synonyms=similar)

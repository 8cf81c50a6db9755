"""Makes the word lists in words/ that come from the dictionaries of simplemma.

`python -m verbund.search.analysis.compile`, some two minutes. Only who changes the lists needs
simplemma; a running site reads the finished files.
"""

import math
from collections import Counter, defaultdict
from collections.abc import Callable, Container, Iterator

import snowballstemmer
from simplemma.strategies.dictionaries.dictionary_factory import DefaultDictionaryFactory

from .fold import fold
from .wordlists import WORDS as FOLDER
from .wordlists import field_words

WORDS = FOLDER / "de"
# Endings of words from Latin and Greek: what stands before them makes a family.
FAMILY_ENDINGS = (
    *("alisch", "arisch", "ierung", "iell", "ieren", "ismus", "istisch", "ation", "ition", "itat"),
    *("ator", "itor", "ativ", "atur", "isch", "iker", "ell", "ion", "ist", "ant", "anz", "ent"),
    *("enz", "ik", "iv", "at", "ur", "al", "os", "ar", "ei", "eilich"),
)
SHORTEST_FAMILY = 4
MOST_IN_FAMILY = 8
LINKERS = ("", "s", "es", "n", "en", "er", "e", "ns")
# Not parts of compounds, though the dictionary has them as nouns or adjectives.
PARTICLES = frozenset(field_words("de/never-parts.txt"))
SHORT_PARTS = frozenset(field_words("de/short-parts.txt"))
SMALLEST_PART = 3
RARE_FORMS = (
    "est",
    "tet",
    "eret",
    "ster",
    "stem",
    "stes",
    "sten",
    "ste",
    "erem",
    "erer",
    "eres",
    "ere",
    "eren",
)

Counts = Counter[str]
Split = tuple[str, str]


def main() -> None:
    dictionary = {
        form: lemma
        for form, lemma in DefaultDictionaryFactory().get_dictionary("de").items()
        if form.isalpha() and lemma.isalpha() and len(form) > 2
    }
    adjectival = {
        form for form, lemma in dictionary.items() if form[0].islower() and not lemma.endswith("n")
    }
    nouns = {
        fold(lemma)
        for lemma in dictionary.values()
        if lemma[0].isupper() and not (lemma.endswith("e") and lemma.lower() in adjectival)
    }
    verbs = {
        fold(lemma)
        for lemma in dictionary.values()
        if lemma[0].islower() and lemma.endswith("n") and fold(lemma) not in PARTICLES
    }
    adjectives = {fold(lemma) for lemma in dictionary.values() if lemma[0].islower()} - verbs
    heads, modifiers = _productive_parts(nouns, verbs, adjectives)
    _write_parts(heads, modifiers)
    compounds = _compounds(nouns, heads, modifiers)
    _write_forms(dictionary, nouns, compounds)
    _write_known(nouns - compounds, verbs, adjectives)
    _write_families((nouns | verbs | adjectives) - compounds)
    _write_english()


def _modifier_bases(
    left: str, nouns: set[str], verbs: set[str], adjectives: set[str]
) -> Iterator[str]:
    """The words that `left` can be as the first part of a compound."""
    for linker in LINKERS:
        base = left.removesuffix(linker) if linker else left
        if (base != left or not linker) and len(base) >= SMALLEST_PART and base in nouns:
            yield base
    if left + "e" in nouns:
        yield left + "e"
    if left + "en" in verbs or left + "n" in verbs:
        yield left
    if left in adjectives:
        yield left


def _splits(
    word: str, heads: Container[str], bases_of: Callable[[str], Iterator[str]]
) -> Iterator[Split]:
    for cut in range(SMALLEST_PART, len(word) - SMALLEST_PART + 1):
        left, right = word[:cut], word[cut:]
        if right in heads and left not in PARTICLES and right not in PARTICLES:
            for base in bases_of(left):
                yield base, right


def _productive_parts(
    nouns: set[str], verbs: set[str], adjectives: set[str]
) -> tuple[Counts, Counts]:
    """How often each word is the head and the modifier of a compound of the dictionary."""

    def bases(left: str) -> Iterator[str]:
        return _modifier_bases(left, nouns, verbs, adjectives)

    splits = {
        word: found
        for word in nouns
        if 6 < len(word) < 25 and (found := set(_splits(word, nouns, bases)))
    }
    heads: Counter[str] = Counter(head for found in splits.values() for _, head in found)
    modifiers: Counter[str] = Counter(base for found in splits.values() for base, _ in found)
    best_heads: Counter[str] = Counter()
    best_modifiers: Counter[str] = Counter()
    for found in splits.values():
        base, head = max(found, key=lambda split: _weight(modifiers, heads, *split))
        best_heads[head] += 1
        best_modifiers[base] += 1
    return best_heads, best_modifiers


def _weight(modifiers: Counts, heads: Counts, base: str, head: str) -> float:
    return math.log(1 + modifiers[base]) + math.log(1 + heads[head]) + 0.2 * len(head)


def _is_part(word: str, count: int) -> bool:
    if len(word) == 3:
        return word in SHORT_PARTS
    return count >= (12 if len(word) == 4 else 4)


def _write_parts(heads: Counts, modifiers: Counts) -> None:
    lines = [
        f"{word} {heads[word]} {modifiers[word]}"
        for word in sorted(heads.keys() | modifiers.keys())
        if _is_part(word, heads[word] + modifiers[word])
    ]
    (WORDS / "parts.txt").write_text("\n".join(lines) + "\n", encoding="utf-8")
    print("parts", len(lines))


def _compounds(nouns: set[str], heads: Counts, modifiers: Counts) -> set[str]:
    kept_heads = {word for word, count in heads.items() if _is_part(word, count)}
    kept = {word for word, count in modifiers.items() if _is_part(word, count)}

    def bases(left: str) -> Iterator[str]:
        return _modifier_bases(left, kept, set(), set())

    return {word for word in nouns if len(word) > 6 and any(_splits(word, kept_heads, bases))}


def _write_forms(dictionary: dict[str, str], nouns: set[str], compounds: set[str]) -> None:
    """Inflected forms whose stem is not that of their lemma; the stemmer does the regular ones."""
    stem = snowballstemmer.stemmer("german").stemWord
    forms: dict[str, str] = {}
    for form, lemma in dictionary.items():
        short, long = fold(form), fold(lemma)
        if short == long or long in compounds or short.endswith(RARE_FORMS):
            continue
        if stem(short) in nouns and stem(short).startswith(long):
            continue  # "Kurse" is Kurs and not Kur, whatever the dictionary says
        if form[0].isupper() == lemma[0].isupper() and stem(short) != stem(long):
            forms.setdefault(short, long)
    lines = [f"{form} {lemma}" for form, lemma in sorted(forms.items())]
    (WORDS / "forms.txt").write_text("\n".join(lines) + "\n", encoding="utf-8")
    print("forms", len(lines))


def _write_known(nouns: set[str], verbs: set[str], adjectives: set[str]) -> None:
    """Short words that nobody types as the beginning of a longer one."""
    words = sorted(word for word in nouns | verbs | adjectives if 3 <= len(word) <= 7)
    (WORDS / "complete.txt").write_text("\n".join(words) + "\n", encoding="utf-8")
    print("complete", len(words))


def _write_families(words: set[str]) -> None:
    """Words of one root that the stemmer does not see as one: Polizei and Polizist."""
    stem = snowballstemmer.stemmer("german").stemWord
    endings = sorted(FAMILY_ENDINGS, key=len, reverse=True)
    families: defaultdict[str, set[str]] = defaultdict(set)
    for word in words:
        ending = next((ending for ending in endings if word.endswith(ending)), "")
        base = word.removesuffix(ending)
        if ending and len(base) >= SHORTEST_FAMILY:
            families[base] |= {word, base} & words
    kept = [
        " ".join(sorted(family))
        for family in families.values()
        if len({stem(word) for word in family}) > 1 and len(family) <= MOST_IN_FAMILY
    ]
    (WORDS / "families" / "latin.txt").write_text("\n".join(sorted(kept)) + "\n", "utf-8")
    print("families", len(kept))


def _write_english() -> None:
    """Irregular forms alone: children, midwives, taught."""
    stem = snowballstemmer.stemmer("english").stemWord
    forms = {
        form: lemma
        for form, lemma in DefaultDictionaryFactory().get_dictionary("en").items()
        if form.isascii() and form.isalpha() and form.islower() and lemma.isalpha()
        if len(lemma) > 2 and stem(form) != stem(lemma)
    }
    lines = [f"{form} {lemma}" for form, lemma in sorted(forms.items())]
    (FOLDER / "en" / "forms.txt").write_text("\n".join(lines) + "\n", encoding="utf-8")
    print("English forms", len(lines))


if __name__ == "__main__":
    main()

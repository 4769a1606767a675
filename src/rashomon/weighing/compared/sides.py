"""Words that tell two things apart: what rose and what fell, what is exported and what is imported, "no" and "not"."""

import re
from collections import defaultdict
from functools import cache, lru_cache
from itertools import product

from rashomon.lexicon.files import load
from rashomon.linking.dates.calendar import MONTHS
from rashomon.model import AmountSlot
from rashomon.readers.amounts import bound_before
from rashomon.readers.numerals import BELOW_TWENTY, DECADES, number_of
from rashomon.weighing.compared.measures import hold

Sides = frozenset[tuple[int, int]]
_WORD = re.compile(r"\w+")
_NOT_ONLY = r"(?! (?:only|just|merely|later|far|doubt|one else|(?:more|less|fewer) than)\b)(?!\. ?\d)"  # nor "No. 1"
_NO = re.compile(
    rf"\b(?:no|not|never)\b{_NOT_ONLY}|\b(?:without|neither|nor|none|nobody|nothing)\b|n[’']t\b", re.IGNORECASE
)
_COUNTED = re.compile(
    rf"(?<![\w.,-])(\d(?:[\d,]*\d)?(?:\.\d+)?|{'|'.join((*BELOW_TWENTY[2:], *DECADES))}) ([a-z]{{3,}})\b"
)
_DAY_OF = re.compile(rf"\b(?:{'|'.join(f'{m[:3].lower()}[a-z]*' for m in MONTHS if m)})\.? $")
"""What stands before the day of a month: "the Sept. 11 attacks"."""
_TURNED = re.compile(rf"\b(?:not|never|no)\b{_NOT_ONLY}|n[’']t\b", re.IGNORECASE)


@lru_cache(maxsize=4096)
def sides(words: str) -> Sides:
    """Stretch of text -> on which side of which pair of opposites.yaml it has words."""
    known = _known()
    return frozenset(known[word] for word in _WORD.findall(words.lower()) if word in known)


def are_apart(one: Sides, two: Sides) -> bool:
    """Whether two stretches have words of the two sides of one pair, each of one side only."""
    pairs = {pair for pair, _ in one} & {pair for pair, _ in two}
    return any({side for p, side in one if p == pair}.isdisjoint(s for p, s in two if p == pair) for pair in pairs)


def are_opposed(one: str, two: str) -> bool:
    """Whether two lemmas are verbs of opposite deeds: "raise" and "cut"."""
    return any({one, two} & first and {one, two} & second for first, second in _opposed() if one != two)


@cache
def _opposed() -> tuple[tuple[frozenset[str], frozenset[str]], ...]:
    return tuple((frozenset(first), frozenset(second)) for first, second in load("opposites.yaml")["verbs"])


def denies(words: str) -> bool:
    """Whether a stretch of text has a word of denial."""
    return _NO.search(words) is not None


def negates(words: str) -> bool:
    """Whether a statement is turned round: "would not", "has no plan"; not "without delay", not "not only"."""
    return _TURNED.search(words) is not None


def counted_apart(one: str, two: str) -> bool:
    """Whether two stretches of text count one thing by numbers that cannot both hold: "40 tanks", "sixty tanks"."""
    first, second = _counts(one), _counts(two)
    shared = first.keys() & second.keys()
    return any(all(hold(a, b) == "apart" for a, b in product(first[what], second[what])) for what in shared)


def _counts(words: str) -> dict[str, list[AmountSlot]]:
    """Stretch of text -> of each word behind a number the numbers before it, each as exact as it is told to be."""
    found: dict[str, list[AmountSlot]] = defaultdict(list)
    for match in _COUNTED.finditer(words.lower()):
        value = number_of(match[1])
        if value is not None and not _DAY_OF.search(words.lower()[: match.start()]):
            noun, bound = match[2].removesuffix("s"), bound_before(words, match.start())
            found[noun].append(AmountSlot(value, value, noun, match[0], bound=bound))
    return found


@cache
def _known() -> dict[str, tuple[int, int]]:
    pairs = enumerate(load("opposites.yaml")["apart"])
    return {word: (pair, side) for pair, lists in pairs for side, words in enumerate(lists) for word in words}

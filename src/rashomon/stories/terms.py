"""What a text is about, as weighted words and pairs of words. Works on the text alone: no parse."""

import math
import re
from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from functools import cache

from rashomon.lexicon.files import load

Vector = dict[str, float]

WORD = re.compile(r"[^\W_]+(?:[-'’][^\W_]+)*")
_LEAD = 600  # characters: title and first paragraphs say what a report is about
_LEAD_WEIGHT = 2.0
_NAME_WEIGHT = 3.0  # words with a capital: names tell look-alike events apart
_PAIR_WEIGHT = 2.2  # among the texts of one story
_PAIR_ALONE = 1.5  # of a pair by itself, whatever other texts hold; set with the two above by `bench/set_stories.py`
_COMMON = 200  # of 1,000 articles hold it: a word that tells nothing
_COUNTED = 1000


@cache
def _frequency() -> dict[str, int]:
    """How many of 1,000 articles hold a word; words that are not there are rarer than 3."""
    return {word: int(rate) for rate, words in load("frequency.yaml").items() for word in words.split()}


def folded(word: str) -> str:
    """Word as it stands -> lower case, without possessive and plural s."""
    low = word.lower().replace("’", "'").removesuffix("'s")
    return low[:-1] if len(low) > 4 and low.endswith("s") and not low.endswith("ss") else low


def is_common(word: str) -> bool:
    """Whether a folded word is so common that it tells nothing of a story."""
    return len(word) < 2 or _frequency().get(word, 0) >= _COMMON


def rarity(word: str, held: int = 0, among: int = 0) -> float:
    """Folded word, and how many of how many texts at hand hold it -> its weight, 1 for a word in every article."""
    return 1.0 + math.log((1 + _COUNTED + among) / (1 + _frequency().get(word, 0) + held))


def terms(text: str) -> Vector:
    """Text -> its words (names and the lead weigh more) and pairs of neighbouring words, with how much each occurs."""
    counts: defaultdict[str, float] = defaultdict(float)
    before = ""
    for match in WORD.finditer(text):
        word = folded(match[0])
        if is_common(word):
            before = ""
            continue
        weight = _LEAD_WEIGHT if match.start() < _LEAD else 1.0
        counts[word] += weight * (_NAME_WEIGHT if match[0][0].isupper() else 1.0)
        if before:
            counts[f"{before} {word}"] += weight
        before = word
    return dict(counts)


def vector(counts: Mapping[str, float]) -> Vector:
    """Terms of a text -> unit vector that hangs on no other text, so that adding articles changes no likeness."""
    weighed = {term: (1 + math.log(count)) * _rarity_alone(term) for term, count in counts.items()}
    length = math.sqrt(math.fsum(weight * weight for weight in weighed.values())) or 1.0
    return {term: weight / length for term, weight in weighed.items()}


def _rarity_alone(term: str) -> float:
    one, _, two = term.partition(" ")
    return _PAIR_ALONE * math.sqrt(rarity(one) * rarity(two)) if two else rarity(one)


def vectors(counted: Sequence[Mapping[str, float]]) -> list[Vector]:
    """Terms of a story's texts -> unit vectors: terms rare among them weigh more, a pair that one text has nothing."""
    held = Counter(term for counts in counted for term in counts)
    return [_unit(counts, held, len(counted)) for counts in counted]


def _unit(counts: Mapping[str, float], held: Mapping[str, int], among: int) -> Vector:
    vector: Vector = {}
    for term, count in counts.items():
        pair = " " in term
        if pair and held[term] < 2:
            continue
        weight = (1 + math.log(count)) * rarity(term, held[term], among)
        vector[term] = weight * (_PAIR_WEIGHT if pair else 1.0)
    length = math.sqrt(sum(weight * weight for weight in vector.values())) or 1.0
    return {term: weight / length for term, weight in vector.items()}

"""Two scenes of a story -> numbers by which they may be one happening: what a trained judge looks at."""

import math
from collections import Counter, defaultdict
from collections.abc import Callable, Sequence
from collections.abc import Set as AbstractSet
from functools import cache, cached_property
from typing import Any

import numpy as np

from rashomon.lexicon.files import load
from rashomon.stories.likeness import Likeness
from rashomon.stories.scenes import ROLES, Scene
from rashomon.stories.terms import rarity

_KIN = 0.25
"""Cosine from which on two different words may be one happening. With one lemma and the kin, 87 in 100 of the pairs
of ECB+ train that are one are looked at, and 18 in 100 of all; down to 0.1, or with all pairs, nothing more was won."""
_ROWS = 512  # scenes whose cosines with all others are held at a time
_FAR = 50  # words; two happenings further apart in one text are just far apart

NAMES = (
    "same lemma", "same words", "kin", "vectors", "sentence", "sentence, in this story", "near words",
    "parts", "shared parts", "parts differ", "without parts", *ROLES, "one is part of the other",
    "names", "names differ", "numbers", "same article", "same sentence", "distance", "verbs",
    "rarer", "commoner", "least spread", "most spread", "times an article", "together",
    "articles", "articles alike", "in leads", "tenses differ", "one denied", "quoted", "tell", "days",
)  # fmt: skip


class Stage:
    """Scenes of one story, with what is counted over all of them."""

    def __init__(self, scenes: Sequence[Scene], alike: Likeness, order: Sequence[str]) -> None:
        """Scenes, how alike the story's articles are (pairs of numbers), and the articles' ids in that numbering."""
        self.scenes = scenes
        self._alike = alike
        self._number = {name: number for number, name in enumerate(order)}
        self.articles = len({scene.article for scene in scenes})
        self.counts = Counter(scene.lemma for scene in scenes)
        self.holders: dict[str, set[str]] = defaultdict(set)
        self.sentences: dict[str, set[tuple[str, int]]] = defaultdict(set)
        words: dict[str, set[str]] = defaultdict(set)
        for scene in scenes:
            self.holders[scene.lemma].add(scene.article)
            self.sentences[scene.lemma].add((scene.article, scene.sentence))
            words[scene.article] |= scene.words
        held = Counter(word for found in words.values() for word in found)
        rare = {word: max(0.2, math.log((1 + self.articles) / (1 + n))) for word, n in held.items()}
        self._here = {word: round(1000 * weight * weight) for word, weight in rare.items()}

    @cached_property
    def _units(self) -> Any:
        """The scenes' vectors, of length one."""
        vectors = np.array([scene.vector for scene in self.scenes], dtype=np.float32)
        return vectors / np.maximum(np.linalg.norm(vectors, axis=1, keepdims=True), 1e-6)

    def pairs(self) -> Any:
        """-> [pairs, 2]: numbers of the scenes that may be one happening, the first less than the second."""
        names, lemmas = np.unique([scene.lemma for scene in self.scenes], return_inverse=True)
        kin = [_kin().get(str(name), frozenset()) for name in names]
        akin = np.array([[bool(name & other) for other in kin] for name in kin]) | np.eye(len(names), dtype=bool)
        found = [np.empty((0, 2), dtype=int)]
        for start in range(0, len(lemmas), _ROWS):
            rows = slice(start, start + _ROWS)
            near = np.round(self._units[rows] @ self._units.T, 3) >= _KIN
            may = np.argwhere(np.triu(near | akin[lemmas[rows]][:, lemmas], start + 1))
            found.append(may + np.array([start, 0]))
        return np.concatenate(found)

    def here(self, word: str) -> int:
        """Word -> how much it tells within this story: less where most articles have it."""
        return self._here[word]

    def alikeness(self, one: Scene, two: Scene) -> float:
        """Two scenes -> how alike their articles are."""
        first, second = sorted((self._number[one.article], self._number[two.article]))
        return 1.0 if first == second else self._alike.get((first, second), 0.0)

    def traits(self, pairs: Any) -> Any:
        """[pairs, 2] -> [pairs, traits], in the order of ``NAMES``."""
        rows = [self._traits(int(a), int(b)) for a, b in pairs]
        return np.array(rows, dtype=np.float32).reshape(len(rows), len(NAMES))

    def _traits(self, first: int, second: int) -> tuple[float, ...]:
        one, two = self.scenes[first], self.scenes[second]
        return (
            one.lemma == two.lemma,
            one.surface == two.surface,
            bool(_groups(one) & _groups(two)),
            round(float(self._units[first] @ self._units[second]), 3),
            shared(one.words, two.words, _rare),
            shared(one.words, two.words, self.here),
            shared(one.near, two.near, _rare),
            *_parts(one, two),
            shared(one.names, two.names, _rare),
            bool(one.names and two.names and not one.names & two.names),
            _agree(one.numbers, two.numbers),
            *_places(one, two),
            one.verb + two.verb,
            *self._spread(one, two),
            math.log(self.articles),
            self.alikeness(one, two),
            one.in_lead + two.in_lead,
            bool(one.tense and two.tense and one.tense != two.tense),
            one.denied != two.denied,
            one.quoted + two.quoted,
            one.tells + two.tells,
            _days(one, two),
        )

    def _spread(self, one: Scene, two: Scene) -> tuple[float, ...]:
        """Two scenes -> how rare their words are in the language and in the story, and whether they stand together."""
        rare = sorted((rarity(one.written), rarity(two.written)))
        held = sorted(len(self.holders[scene.lemma]) / self.articles for scene in (one, two))
        often = max(self.counts[scene.lemma] / len(self.holders[scene.lemma]) for scene in (one, two))
        mine, yours = self.sentences[one.lemma], self.sentences[two.lemma]
        # Two words that one sentence puts side by side are two happenings.
        together = 0.0 if one.lemma == two.lemma else len(mine & yours) / min(len(mine), len(yours))
        return (*rare, *held, often, together)


def _groups(scene: Scene) -> frozenset[int]:
    """Scene -> the numbers of the groups of words that its word stands in."""
    return _kin().get(scene.lemma, frozenset()) | _kin().get(scene.written, frozenset())


@cache
def _kin() -> dict[str, frozenset[int]]:
    groups = load("happenings.yaml")["kin"]
    return {word: frozenset(n for n, group in enumerate(groups) if word in group) for group in groups for word in group}


@cache
def _rare(word: str) -> int:
    """Word -> how much it tells in the language: its rarity, squared and in thousandths."""
    return round(1000 * rarity(word) ** 2)


def shared(one: AbstractSet[str], two: AbstractSet[str], weight: Callable[[str], int]) -> float:
    """Two sets of words and the square of what each weighs, a whole number -> their cosine.

    Whole numbers: the order in which a set gives its words must not change the sum.
    """
    both = one & two
    if not both:
        return 0.0
    mine, yours = (sum(map(weight, words)) for words in (one, two))
    return sum(map(weight, both)) / math.sqrt(mine * yours)


def _parts(one: Scene, two: Scene) -> tuple[float, ...]:
    """Two scenes -> how far those that take part are the same: in all, in each role, across."""
    mine, yours = one.all_parts, two.all_parts
    both = len(mine & yours)
    return (
        both / math.sqrt(len(mine) * len(yours)) if both else 0.0,
        both,
        bool(mine and yours and not both),
        (not mine) + (not yours),
        *(_agree(one.parts.get(role, frozenset()), two.parts.get(role, frozenset())) for role in ROLES),
        one.written in yours or two.written in mine,
    )


def _agree(one: AbstractSet[str], two: AbstractSet[str]) -> int:
    """Two sets -> 1 where they share something, -1 where they do not, 0 where one is empty."""
    return 0 if not one or not two else 1 if one & two else -1


def _places(one: Scene, two: Scene) -> tuple[float, ...]:
    if one.article != two.article:
        return (False, False, 0.0)
    return (True, one.sentence == two.sentence, min(_FAR, abs(one.at - two.at)) / _FAR)


def _days(one: Scene, two: Scene) -> int:
    """Two scenes -> 1 where days that stand with them can be one, -1 where they cannot, 0 where one has none."""
    if not one.days or not two.days:
        return 0
    return 1 if any(_meet(a, b) for a in one.days for b in two.days) else -1


def _meet(one: Any, two: Any) -> bool:
    return bool(one.earliest <= (two.latest or two.earliest) and two.earliest <= (one.latest or one.earliest))

"""How sure it is that the claims of several accounts that stand in one line tell one thing.

What joins claims looks for all that may tell a line's matter. This judge looks at each pair once more, whatever joined
it; its weights were fitted on lines that people read (training/sureness.py, bench/joins/). What it holds for unlikely
leaves the line, and what is only likely is no witness.
"""

from collections.abc import Iterator, Sequence
from collections.abc import Set as AbstractSet
from typing import NamedTuple

import numpy as np

from rashomon.model import Difference
from rashomon.weighing.alignment.also_told import how_sure
from rashomon.weighing.alignment.judged import NOTHING_SAID, Said, place
from rashomon.weighing.claims.matters import Matter, Weighed
from rashomon.weighing.claims.passages import Passage, Passages
from rashomon.weighing.claims.quotations import one_utterance, same_speaker
from rashomon.weighing.claims.told import Told
from rashomon.weighing.compared.likeness import Words
from rashomon.weighing.compared.measures import hold
from rashomon.weighing.standings.standing import differences

_WEIGHTS = (2.79, 0.08, 1.58, 1.27)
_BIAS = -0.15
_SURE = 0.75  # of pairs that stay together so, 93 in 100 tell one thing
_LIKELY = 0.6  # of pairs between the two, about 70; of those beneath, half
_LITERAL = 0.95  # of the words of each that the other's sentence has: from there on they tell it, and no judge
_JUDGED = 0.7  # where the judge of clauses tells (judged.py): likely, and not sure


class Traits(NamedTuple):
    """What the judge looks at in two claims.

    ``less``: how much of the words of one, by weight and to the letter, the other's sentence has, the smaller of both
    shares (0 to 1); ``around``: the weight of the words that their sentences share; ``numbers`` and ``days``: how many
    figures both give, and whether they name one weekday.
    """

    less: float
    around: float
    numbers: int
    days: bool

    @property
    def sure(self) -> float:
        """How sure it is that the two tell one thing, 0 to 1."""
        return how_sure(self, _WEIGHTS, _BIAS)


class Sureness:
    """The judge on a story's claims; it looks at each claim and each pair once.

    What is ``aligned`` by its slots is one thing without it: one act of one doer on one instrument, in whatever words.
    ``said`` is what the judge of clauses (judged.py) holds for one thing in other words: what stands in one line by it
    alone is likely at best.
    """

    def __init__(self, passages: Passages, aligned: Sequence[Sequence[Told]], said: Said = NOTHING_SAID) -> None:
        self._passages = passages
        self._said = said
        self._aligned = {one.claim.id: number for number, matter in enumerate(aligned) for one in matter}
        self._seen: dict[str, _Seen | None] = {}
        self._known: dict[tuple[str, str], float] = {}

    def of(self, one: Told, two: Told) -> float:
        """Two claims -> how sure it is that they tell one thing, 0 to 1; 1 where who said it, or a figure, tells."""
        pair = (one.claim.id, two.claim.id)
        if pair not in self._known:
            judged = self.traits(one, two)
            sure = 1.0 if judged is None else judged.sure
            if judged is not None and judged.less < _LITERAL:
                if self._is_said(one, two):
                    sure = _JUDGED
                elif pair in self._said.claims:
                    sure = min(sure, _JUDGED)
            self._known[pair] = self._known[pair[::-1]] = sure
        return self._known[pair]

    def _is_said(self, one: Told, two: Told) -> bool:
        """Whether the judge of clauses holds two claims for one thing."""
        seen = (self._of_claim(claim) for claim in (one, two))
        a, b = (place(x.passage) if x is not None else ("", -1) for x in seen)
        return (a, b) in self._said.clauses

    def traits(self, one: Told, two: Told) -> Traits | None:
        """Two claims -> what the judge looks at; None where nothing is to be judged."""
        first, second = self._of_claim(one), self._of_claim(two)
        aligned = self._aligned.get(one.claim.id, -1) == self._aligned.get(two.claim.id, -2)
        if first is None or second is None or aligned or _are_known_as_one(one, two):
            return None
        return Traits(
            less=min(first.passage.words.literal(second.around), second.passage.words.literal(first.around)),
            around=first.around.in_common(second.around),
            numbers=len(first.passage.contrasts.numbers & second.passage.contrasts.numbers),
            days=not first.passage.contrasts.days.isdisjoint(second.passage.contrasts.days),
        )

    def parts(self, matter: Sequence[Told], least: float) -> list[Matter]:
        """A matter -> its claims in groups: the surest two become one as long as their claims are so sure on average.

        The group of most accounts comes first; of two with as many, that of the claim that comes first.
        """
        groups: list[Matter] = [[one] for one in matter]
        sure = np.array([[self.of(one, two) for two in matter] for one in matter])
        while len(groups) > 1:
            sizes = np.array([len(group) for group in groups])
            mean = np.triu(sure / np.outer(sizes, sizes), 1)
            one, two = divmod(int(mean.argmax()), len(groups))
            if mean[one, two] < least:
                break
            groups[one] += groups.pop(two)
            sure[one] += sure[two]
            sure[:, one] += sure[:, two]
            sure = np.delete(np.delete(sure, two, 0), two, 1)
        ordered = [sorted(group, key=matter.index) for group in groups]
        return sorted(ordered, key=lambda group: (-len(_accounts(group)), matter.index(group[0])))

    def _of_claim(self, one: Told) -> "_Seen | None":
        if one.claim.id not in self._seen:
            passage = self._passages.claim(one)
            self._seen[one.claim.id] = None if passage is None else _Seen(passage, self._passages.around(one))
        return self._seen[one.claim.id]


class _Seen(NamedTuple):
    """What a claim says, and the words of its sentence."""

    passage: Passage
    around: Words


def coherent(matters: Weighed, sureness: Sureness, known: Sequence[Told]) -> Weighed:
    """Matters -> the same, cut in parts where their claims unlikely tell one thing; ``known`` are the readers' claims.

    A part of one account that no reader has a claim in was only ever sought for the line, and goes.
    """
    read = {one.claim.id for one in known}
    return [found for matter, parted in matters for found in _cut(matter, parted, sureness, read)]


def _cut(
    matter: Matter, parted: Sequence[Difference], sureness: Sureness, read: AbstractSet[str]
) -> Iterator[tuple[Matter, tuple[Difference, ...]]]:
    """A matter and in what its accounts part -> it, or its parts; where they part it stays whole."""
    if parted or _is_known(matter) or any(found.conflict for found in differences(matter)):
        yield matter, tuple(parted)
        return
    first, *others = sureness.parts(matter, _LIKELY)
    yield first, ()
    for part in others:
        if len(_accounts(part)) > 1 or any(one.claim.id in read for one in part):
            yield part, ()


def likely_only(matter: Sequence[Told], sureness: Sureness) -> frozenset[str]:
    """A matter -> the ids of its claims of which it is likely, and not sure, that they tell what the others do."""
    if _is_known(matter):
        return frozenset()
    _, *others = sureness.parts(matter, _SURE)
    return frozenset(one.claim.id for part in others for one in part)


def _are_known_as_one(one: Told, two: Told) -> bool:
    """Whether who said it, what is quoted, or a figure tells that two claims are of one thing."""
    if one.claim.kind == two.claim.kind == "statement":
        return same_speaker(one, two) or one_utterance(one, two)
    return bool(
        one.amount and two.amount and one.is_figure and two.is_figure and hold(one.amount, two.amount) == "same"
    )


def _is_known(matter: Sequence[Told]) -> bool:
    """Whether nothing of a matter is to be judged: one account's, a particular of a person, a happening by its name."""
    return len(_accounts(matter)) == 1 or matter[0].is_only_named or bool(matter[0].term("particular"))


def _accounts(matter: Sequence[Told]) -> set[str]:
    return {one.claim.article for one in matter}

"""What somebody says is so, and somebody else says is not: two accounts, each of which gives the word of one of them.

"The mayor said the bridge had been closed", "police said the bridge was never closed", "police denied that it was".
Who is quoted need not be right, and neither account takes a side; but a reader of one would not know of the other.
"""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from itertools import combinations
from math import fsum

from rashomon.model import StoryEntity
from rashomon.weighing.alignment.cued import is_unsaid
from rashomon.weighing.alignment.in_common import (
    is_of_another_moment,
    is_of_something_open,
    stems,
    tell_of_two_places,
    tell_two,
    times_fit,
)
from rashomon.weighing.alignment.moments import of_one_moment
from rashomon.weighing.alignment.parts import fit, is_named, with_nouns
from rashomon.weighing.alignment.stances import Facing, against
from rashomon.weighing.alignment.tellings import Telling
from rashomon.weighing.alignment.values import Values, conflicts, elsewhere
from rashomon.weighing.claims.quotations import same_speaker
from rashomon.weighing.compared.words import Bag, bag

_CROWD = 300  # tellings of one deed; more of them tell nothing apart
_SCORE = 3.0
_MOST = 0.8  # of the weight of the telling words of what is denied


def disputed(
    told: Sequence[Telling], values: Mapping[Telling, Values], people: Mapping[str, StoryEntity]
) -> Iterator[Facing]:
    """Tellings, their values and a story's entities -> pairs of which one denies what the other tells."""
    holders: dict[str, list[Telling]] = defaultdict(list)
    for one in told:
        of_a_deed = not (one.axis or one.count is not None or one.rank or one.wished)
        if of_a_deed and one.time != "ahead" and not (one.statement is not None and is_unsaid(one.statement)):
            for key in stems(one):
                holders[key].append(one)
    pairs = {pair for held in holders.values() if len(held) <= _CROWD for pair in combinations(held, 2)}
    for a, b in pairs:
        if a.article != b.article and a.denied != b.denied and _are_two_speakers(a, b):
            found = _disputed(values[a], values[b], people)
            if found is not None:
                yield found


def _are_two_speakers(one: Telling, two: Telling) -> bool:
    """Whether two tellings are on the word of two, of whom one at least is quoted."""
    first, second = one.statement, two.statement
    if first is None or second is None:
        return first is not second
    return not same_speaker(first, second)


def _disputed(one: Values, two: Values, people: Mapping[str, StoryEntity]) -> Facing | None:
    a, b = one.of, two.of
    doer, thing = ((with_nouns(x, people), with_nouns(y, people)) for x, y in ((a.doer, b.doer), (a.thing, b.thing)))
    parts = fit(doer[0], doer[1], people), fit(thing[0], thing[1], people)
    if "apart" in parts or "same" not in parts or not times_fit(a, b) or elsewhere(one, two) or tell_two(a, b):
        return None
    if any(map(is_of_something_open, (a, b))) or any(map(is_of_another_moment, (a, b))) or tell_of_two_places(a, b):
        return None
    state = against(a, b)
    if state is None or conflicts(one, two)[0] or not of_one_moment(one, two, state):
        return None
    denial, telling = (a, b) if a.denied else (b, a)
    if not all(x.statement is None or x.is_whole for x in (a, b)) or _covered(denial, telling, people) < _MOST:
        return None
    return Facing(_SCORE + fsum(part == "same" for part in parts), a, b, (state,))


def _covered(denial: Telling, telling: Telling, people: Mapping[str, StoryEntity]) -> float:
    """How much of what is denied the other account tells, by the weight of its words.

    What is denied with a word more, only that word may be wrong: "did not arrive by train" is not against "arrived".
    """
    speaker = telling.statement.who("actor") if telling.statement is not None else ()
    known = telling.words.keys() | telling.doer.keys | telling.thing.keys | {f"@{entity}" for entity in speaker}
    words = _each_once(denial.words, people)
    whole = fsum(words.values())
    return fsum(weight for word, weight in words.items() if word in known) / whole if whole else 0.0


def _each_once(words: Bag, people: Mapping[str, StoryEntity]) -> Bag:
    """Words of a clause -> the same without a name's words beside whom it is for, and whom "the suspect" is for."""
    named = {key for key in words if key.startswith("@") and is_named(key, people)}
    names = bag(" ".join(people[key.removeprefix("@")].name for key in named))
    kept = {key: weight for key, weight in words.items() if key in named or not key.startswith("@")}
    return {key: weight for key, weight in kept.items() if key not in names}

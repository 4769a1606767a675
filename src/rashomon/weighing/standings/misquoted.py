"""One quotation that two accounts give in the same words but for a name, a number, a day, a tense or a "not".

"The Wendy Wasserman Schultz servers" here, "the Debbie Wasserman Schultz servers" there; "has a secret programme" in
the first report of a statement, "had a secret programme" in a later one: a slip, or a correction. What stands in
brackets is the account's own, and two spellings of one name, or two names of one state, are one.
"""

import re
from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher
from itertools import combinations
from typing import NamedTuple

from rashomon.lexicon.actors import find_actors
from rashomon.linking.dates.calendar import WEEKDAYS
from rashomon.model import Attribution, Difference, Span, Value
from rashomon.readers.numerals import number_of
from rashomon.stories.terms import is_common
from rashomon.weighing.claims.told import Told
from rashomon.weighing.compared.words import spelt_alike

_BRACKETED = re.compile(r"\[[^\]]*\]|\([^)]*\)")
_WORD = re.compile(r"\w+(?:['’.-]\w+)*")
_ALIKE = 3  # words that both have on either side of a name
_NOT = frozenset({"not", "no", "never"})
_ALIKE_IN_ALL = 6  # words that both have around a verb
_ALIKE_AT_AN_END = 4  # words behind the first word of a quotation, or before its last
_TENSES = frozenset(
    {("has", "had"), ("have", "had"), ("is", "was"), ("are", "were"), ("will", "would"), ("can", "could")}
)
_LONGEST = 2  # words of the name
_TURNING = 4  # words at most of both where one has a "not": "signed", "did not sign"
_SEEN = frozenset({"yesterday", "today", "tomorrow"})
_PARTS = frozenset({"morning", "afternoon", "evening", "night"})
_SEEN_AS = {"tonight": "today", "last night": "yesterday"} | {f"this {part}": "today" for part in _PARTS}
_SHOWN = 3  # words around the name


class _Word(NamedTuple):
    """A word as it is compared, and where it stands in its article; whether it is written as a name."""

    folded: str
    span: Span
    is_name: bool


def misquoted(matter: Sequence[Told]) -> Iterator[Difference]:
    """A matter's statements -> what two accounts have at one place of one quotation, by the slot in which they part."""
    quoting = [(one, words) for one in matter if one.claim.kind == "statement" for words in _quotations(one)]
    found: dict[str, set[Value]] = {}
    for (one, first), (two, second) in combinations(quoting, 2):
        if one.claim.article != two.claim.article:
            for slot, a, b in _parted(first, second):
                if slot != "tense" or (_is_direct(one) and _is_direct(two)):  # 'said that it "would last"': will last
                    found.setdefault(slot, set()).update({_value(one, first, a), _value(two, second, b)})
    yield from (Difference(slot, tuple(sorted(values)), conflict=True) for slot, values in sorted(found.items()))


def _is_direct(one: Told) -> bool:
    return isinstance(one.finding, Attribution) and one.finding.kind == "direct"


def _quotations(one: Told) -> Iterator[list[_Word]]:
    """Statement -> the words of each of its quotations, without those in brackets."""
    for quotation in one.quotations:
        inner = quotation.inner
        aside = [Span(m.start(), m.end()) for m in _BRACKETED.finditer(one.text, inner.start, inner.end)]
        places = (Span(m.start(), m.end()) for m in _WORD.finditer(one.text, inner.start, inner.end))
        yield [_word(one.text, place) for place in places if not any(place.meets(span) for span in aside)]


def _word(text: str, place: Span) -> _Word:
    written = place.of(text)
    folded = written.lower().replace(".", "").replace("’", "'")
    anybody = folded.startswith(("some", "any", "every", "nobody", "nothing"))
    name = written[0].isupper() and not written.isupper() and not anybody and not is_common(folded)
    return _Word(folded, place, name)


def _parted(one: Sequence[_Word], two: Sequence[_Word]) -> Iterator[tuple[str, slice, slice]]:
    """Words of two quotations -> in what, and where, one parts from the other between words that both have."""
    steps = SequenceMatcher(None, [w.folded for w in one], [w.folded for w in two], autojunk=False).get_opcodes()
    edge = ("edge", 0, 0, 0, 0)
    walk = [edge, *steps, edge]
    for before, here, after in zip(walk, walk[1:], walk[2:], strict=False):  # no step between two without a word
        a, b = slice(here[1], here[2]), slice(here[3], here[4])
        around = (before[2] - before[1], after[2] - after[1])
        kinds = {before[0], after[0]}
        if here[0] == "equal" or not kinds <= {"equal", "edge"} or kinds == {"edge"}:
            continue
        if (min(around) >= _ALIKE or ("edge" in kinds and max(around) >= _ALIKE_AT_AN_END)) and here[0] == "replace":
            if _are_two_numbers(one[a], two[b]):
                yield "amount", a, b
            elif _are_two_days(one[a], two[b]):
                yield "when", a, b
        if "edge" in kinds:
            continue
        if min(around) >= _ALIKE and _are_two_names(one[a], two[b]):
            yield "name", a, b
        elif min(around) >= _ALIKE and _is_one_turned(one[a], two[b]):
            yield "sense", a, b
        elif sum(around) >= _ALIKE_IN_ALL and _are_two_tenses(one[a], two[b]):
            yield "tense", a, b


def _are_two_numbers(one: Sequence[_Word], two: Sequence[_Word]) -> bool:
    """Whether each is one number, and these are two."""
    values = [number_of(" ".join(word.folded for word in words)) for words in (one, two)]
    return all(value is not None for value in values) and values[0] != values[1]


def _are_two_days(one: Sequence[_Word], two: Sequence[_Word]) -> bool:
    """Whether each only tells a day, both as seen from that of the saying or both by its name, and these are two."""
    first, second = _day(one), _day(two)
    return bool(first and second) and first != second and (first in _SEEN) == (second in _SEEN)


def _day(words: Sequence[_Word]) -> str:
    """Words -> the day that they tell and nothing else: "this morning" is today; "" where they tell more, or none."""
    told = " ".join(word.folded for word in words)
    whole, _, part = told.rpartition(" ")
    day = whole if part in _PARTS else told
    return _SEEN_AS.get(told) or (day if day in _SEEN or day.title() in WEEKDAYS else "")


def _is_one_turned(one: Sequence[_Word], two: Sequence[_Word]) -> bool:
    """Whether one of two stretches has a "not", and hardly anything else: in many words more than that is another."""
    return len(one) + len(two) <= _TURNING and _is_turned(one) != _is_turned(two)


def _is_turned(words: Sequence[_Word]) -> bool:
    return any(word.folded in _NOT or word.folded.endswith("n't") for word in words)


def _are_two_tenses(one: Sequence[_Word], two: Sequence[_Word]) -> bool:
    if not len(one) == len(two) == 1:
        return False
    return bool({(one[0].folded, two[0].folded), (two[0].folded, one[0].folded)} & _TENSES)


def _are_two_names(one: Sequence[_Word], two: Sequence[_Word]) -> bool:
    if not one or not two or max(len(one), len(two)) > _LONGEST or not all(word.is_name for word in (*one, *two)):
        return False
    first, second = (" ".join(word.folded for word in words) for words in (one, two))
    states = [{found.actor.state for found in find_actors(name.title())} - {""} for name in (first, second)]
    return not spelt_alike(first, second) and not states[0] & states[1]


def _value(one: Told, words: Sequence[_Word], at: slice) -> Value:
    shown = words[max(0, at.start - _SHOWN) : at.stop + _SHOWN]
    place = Span(shown[0].span.start, shown[-1].span.end)
    return Value(one.claim.article, " ".join(place.of(one.text).split()), place.start, place.end)

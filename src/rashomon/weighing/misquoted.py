"""One quotation that two accounts give in the same words but for a name: one of them misquotes, or the speaker slipped.

"The Wendy Wasserman Schultz servers" here, "the Debbie Wasserman Schultz servers" there. What stands in brackets is the
account's own, and two spellings of one name, or two names of one state, are one.
"""

import re
from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher
from itertools import combinations
from typing import NamedTuple

from rapidfuzz.distance import DamerauLevenshtein

from rashomon.lexicon.actors import find_actors
from rashomon.model import Difference, Span, Value
from rashomon.stories.terms import is_common
from rashomon.weighing.told import Told

_BRACKETED = re.compile(r"\[[^\]]*\]|\([^)]*\)")
_WORD = re.compile(r"\w+(?:['’.-]\w+)*")
_ALIKE = 3  # words that both have on either side of the name
_LONGEST = 2  # words of the name
_SPELT_ALIKE = 0.6  # of the letters: "Koran" and "Korean", and no other name
_SHOWN = 3  # words around the name


class _Word(NamedTuple):
    """A word as it is compared, and where it stands in its article; whether it is written as a name."""

    folded: str
    span: Span
    is_name: bool


def misquoted(matter: Sequence[Told]) -> Difference | None:
    """A matter's statements -> the names that stand at one place of one quotation; None where all quote alike."""
    quoting = [(one, words) for one in matter if one.claim.kind == "statement" for words in _quotations(one)]
    found: set[Value] = set()
    for (one, first), (two, second) in combinations(quoting, 2):
        if one.claim.article != two.claim.article:
            for a, b in _parted(first, second):
                found |= {_value(one, first, a), _value(two, second, b)}
    return Difference("name", tuple(sorted(found)), conflict=True) if found else None


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
    name = written[0].isupper() and not written.isupper() and not is_common(folded)
    return _Word(folded, place, name)


def _parted(one: Sequence[_Word], two: Sequence[_Word]) -> Iterator[tuple[slice, slice]]:
    """Words of two quotations -> where one has another name than the other between words that both have."""
    steps = SequenceMatcher(None, [w.folded for w in one], [w.folded for w in two], autojunk=False).get_opcodes()
    for before, here, after in zip(steps, steps[1:], steps[2:], strict=False):
        flanked = before[0] == after[0] == "equal" and min(before[2] - before[1], after[2] - after[1]) >= _ALIKE
        a, b = slice(here[1], here[2]), slice(here[3], here[4])
        if here[0] == "replace" and flanked and _are_two_names(one[a], two[b]):
            yield a, b


def _are_two_names(one: Sequence[_Word], two: Sequence[_Word]) -> bool:
    if max(len(one), len(two)) > _LONGEST or not all(word.is_name for word in (*one, *two)):
        return False
    first, second = (" ".join(word.folded for word in words) for words in (one, two))
    alike = DamerauLevenshtein.normalized_similarity(first, second) >= _SPELT_ALIKE
    states = [{found.actor.state for found in find_actors(name.title())} - {""} for name in (first, second)]
    return not alike and not states[0] & states[1]


def _value(one: Told, words: Sequence[_Word], at: slice) -> Value:
    shown = words[max(0, at.start - _SHOWN) : at.stop + _SHOWN]
    place = Span(shown[0].span.start, shown[-1].span.end)
    return Value(one.claim.article, " ".join(place.of(one.text).split()), place.start, place.end)

"""What a text names of a dated event, and the other events that the same words may mean."""

import re
from collections.abc import Iterable, Iterator, Mapping
from functools import cache

from rashomon.lexicon.actors import find_actors
from rashomon.lexicon.files import load
from rashomon.linking.dating.dated_event import DatedEvent
from rashomon.linking.dating.kinds import found_in

_BEGINS = re.compile(r"(?:^|[.!?:\n]|--|[-–—] |[“\"'‘])[\s“\"'‘]*$")
"""What stands before the first word of a sentence, whose capital says nothing."""
_BEFORE = 8
_MANY, _FEW = 12, 2
"""Events that may share a name which tells one of them, and words that are no name."""


def pieces_in(stretch: str, lower: str, states: set[str], event: DatedEvent, counted: Mapping[str, int]) -> int:
    """A stretch, itself in lower case, its states and an event told in it -> how many states and names tell it.

    So do several words in a row that few events have ("high seas"); not what many have ("United Nations"): ``counted``.
    """
    found: set[str] = set()
    for group in event.words[:-1]:
        found.update(states.intersection(group))
        for start, end in found_in(tuple(word for word in group if not is_state(word)), lower):
            words = lower[start:end]
            if _is_state_named(stretch[start:end]):
                continue  # its code is among the states
            rare = " " in words and counted[words] <= _FEW
            if rare or (_is_capital(stretch, start, end) and counted[words] <= _MANY):
                found.add(words)
    return sum(
        not any(words != other and words in other for other in found) for words in found
    )  # "Palin", "Sarah Palin"


def names_in(stretch: str, lower: str, event: DatedEvent, shared: frozenset[str] = frozenset()) -> bool:
    """A stretch, itself in lower case, and an event told in it -> whether it holds a proper name of the event's own.

    The name of a state or its people, its capital, and a title or creed with a capital are none: of those there are
    many such events.
    """
    return any(
        _is_name(stretch, *at)
        for group in event.words
        for at in found_in(tuple(word for word in group if not is_state(word)), lower)
        if event.tied or lower[slice(*at)] not in shared
    )


def _is_name(stretch: str, start: int, end: int) -> bool:
    words = stretch[start:end]
    if any(c.isdigit() for c in words):
        return True
    if not _is_capital(stretch, start, end):
        return False
    return not _is_state_named(words)


def _is_state_named(words: str) -> bool:
    """Whether words are the name of a state, its people or its capital."""
    return any(f.actor.kind == "state" and f.end - f.start == len(words) for f in find_actors(words))


def _is_capital(stretch: str, start: int, end: int) -> bool:
    """Whether words hold a capital that they do not owe to the beginning of a sentence, or to a title."""
    capitals = [w for w in stretch[start:end].split() if w[0].isupper() and w.lower() not in _no_names()]
    return bool(capitals) and not (len(capitals) == 1 and _is_common(stretch, start, capitals[0]))


def _is_common(stretch: str, start: int, word: str) -> bool:
    """Whether a word owes its capital to the beginning of a sentence, and is one of those that are no names."""
    first = stretch.startswith(word, start) and _BEGINS.search(stretch[max(0, start - _BEFORE) : start])
    return bool(first) and word.lower() in _common()


def namesakes(
    event: DatedEvent, words: str, states: frozenset[str], events: Iterable[DatedEvent]
) -> Iterator[DatedEvent]:
    """An event, the words for its happening, the states told with it and the events -> others those may mean."""
    lower = words.lower()
    for other in events:
        if other.id == event.id or other.recalled or not states.issubset(states_of(other)):
            continue
        told = (other.words[-1], *(tied.kind.told for tied in other.tied))
        if any(end == len(lower) for group in told for _, end in found_in(group, lower)):
            yield other


def is_deed(words: str) -> bool:
    """Words that tell a happening -> whether they name it: many a word with it is of a person, a thing or any deed."""
    return words.lower() not in _no_deeds()


@cache
def _no_deeds() -> frozenset[str]:
    return frozenset(str(word) for word in load("dated_kinds.yaml")["no happenings"])


@cache
def states_of(event: DatedEvent) -> frozenset[str]:
    """Event -> the states by whose codes its groups name them."""
    return frozenset(word for group in event.words[:-1] for word in group if is_state(word))


def is_state(word: str) -> bool:
    """Whether a word of a group is the code of a state."""
    return len(word) == 3 and word.isalpha() and word.isupper()


@cache
def _no_names() -> frozenset[str]:
    return frozenset(load("dated_kinds.yaml")["no names"])


@cache
def _common() -> frozenset[str]:
    return frozenset(load("dated_kinds.yaml")["common words"])

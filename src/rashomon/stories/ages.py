"""Ages that accounts tell of persons: "a 61-year-old man" in one of them is the only "Bo Aas, 61" of the others."""

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence

from rashomon.model import Entity, Reading, Span
from rashomon.readers.numerals import BELOW_TWENTY, DECADES, number_of
from rashomon.stories.forms import Local

_AGE = rf"\d{{1,3}}|(?i:(?:{'|'.join(DECADES)})(?:-[a-z]{{3,5}})?|{'|'.join(BELOW_TWENTY)})"
_TOLD = re.compile(rf"\b({_AGE})[- ]year[- ]old\b")
_BEFORE = re.compile(rf"\b({_AGE})[- ]year[- ]old(?: (?!(?:from|in|of|at|by|and|to|who|with)\b)[\w-]+){{0,3}} $")
_BEHIND = re.compile(r", (\d{1,3})(?=[,.;)])")
_AT_END = re.compile(r", (\d{1,3})$")  # the name finder takes the age for a part of the name
_REACH = 60  # characters before a name in which its age can begin
_OLDEST = 120


def by_age(readings: Sequence[Reading]) -> Iterator[tuple[Local, Local]]:
    """Readings of a story -> pairs: the only named person of an age, and somebody unnamed who is told to be as old."""
    surnames: dict[int, set[str]] = defaultdict(set)
    named: dict[int, Local] = {}
    unnamed: dict[int, list[Local]] = defaultdict(list)
    for reading in readings:
        for entity in reading.of(Entity):
            ages = _ages(reading, entity) if entity.kind in {"person", "unnamed"} else set()
            if len(ages) != 1:
                continue
            age, local = ages.pop(), (reading.article.id, entity.id)
            if entity.kind == "person":
                surnames[age].add(entity.name.split()[-1])
                named.setdefault(age, local)
            else:
                unnamed[age].append(local)
    for age, names in sorted(surnames.items()):
        if len(names) == 1:
            yield from ((named[age], other) for other in unnamed[age])


def _ages(reading: Reading, entity: Entity) -> set[int]:
    """Reading and one of its persons -> the ages that stand in the words for him, or right beside his name."""
    named = entity.kind == "person"
    return {age for span in entity.mentions for age, _ in told_ages(reading.text, span, named=named)}


def told_ages(text: str, span: Span, *, named: bool) -> Iterator[tuple[int, Span]]:
    """Text and words for a person in it, the name or others -> the ages that they tell or that stand right beside it.

    Each with the words from the age to the person, or from the person to the age.
    """
    found = [_TOLD.search(text, span.start, span.end)]
    if named:
        start = max(0, span.start - _REACH)
        found += [
            _BEFORE.search(text, start, span.start),
            _BEHIND.match(text, span.end),
            _AT_END.search(span.of(text)),
        ]
    for match, base in zip(found, (0, 0, 0, span.start), strict=False):
        age = number_of(match[1]) if match is not None else None
        if match is not None and age is not None and 0 < age < _OLDEST:
            start, end = base + match.start(1), base + match.end(1)
            yield int(age), Span(min(start, span.start), max(end, span.end))

"""Ages that accounts tell of persons: "a 61-year-old man" in one of them is the only "Bo Aas, 61" of the others."""

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence

from rashomon.model import Entity, Reading
from rashomon.stories.forms import Local

_TOLD = re.compile(r"\b(\d{1,3})[- ]year[- ]old\b")
_BEFORE = re.compile(r"\b(\d{1,3})[- ]year[- ]old(?: (?!(?:from|in|of|at|by|and|to|who|with)\b)[\w-]+){0,3} $")
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
    found = []
    for span in entity.mentions:
        found.append(_TOLD.search(span.of(reading.text)))
        if entity.kind == "person":
            found.append(_BEFORE.search(reading.text[max(0, span.start - _REACH) : span.start]))
            found.append(_BEHIND.match(reading.text[span.end : span.end + 8]))
            found.append(_AT_END.search(span.of(reading.text)))
    return {int(age[1]) for age in found if age is not None and 0 < int(age[1]) < _OLDEST}

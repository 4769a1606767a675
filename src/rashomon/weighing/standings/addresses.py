"""Blocks of a street at which accounts place one thing: "in the 12000 block of East 223rd Street", "the 12500 block".

An account that names two blocks of the street tells two things, and contradicts nobody; so do accounts that name a
street of two towns, or its east and its west.
"""

import re
from collections import defaultdict
from collections.abc import Mapping, Sequence
from functools import cache
from typing import NamedTuple

from rashomon.lexicon.files import load
from rashomon.model import Difference, Reading, Sentence, Slot, Span, StoryEntity, TextSlot, Value
from rashomon.weighing.claims.matters import Matter, Weighed
from rashomon.weighing.claims.unread import Unread, claimed

_WHERE = "where"


class _Block(NamedTuple):
    """A block of a street that a text names, with its side of town and the town where it is told."""

    street: str
    number: str
    side: str
    town: str
    span: Span


def addresses(readings: Sequence[Reading], people: Mapping[str, StoryEntity]) -> Weighed:
    """A story's readings and entities -> a matter for each street of which its accounts name two blocks."""
    told: dict[str, dict[str, list[_Block]]] = defaultdict(lambda: defaultdict(list))
    for reading in readings:
        for block in _blocks(reading.text):
            told[block.street][reading.article.id].append(block)
    by_name = {reading.article.id: reading for reading in readings}
    found: Weighed = []
    for _, accounts in sorted(told.items()):
        named = [block for blocks in accounts.values() for block in blocks]
        sole = {name: blocks[0] for name, blocks in accounts.items() if len({b.number for b in blocks}) == 1}
        one_street = all(len({getattr(b, part) for b in named} - {""}) < 2 for part in ("side", "town"))
        if one_street and len({block.number for block in sole.values()}) > 1:
            values = tuple(sorted(_value(by_name[name], block) for name, block in sole.items()))
            parted = Difference(_WHERE, values, conflict=True)
            found.append((_matter(parted, by_name, people), (parted,)))
    return found


def _blocks(text: str) -> list[_Block]:
    pattern, kinds = _pattern()
    return [
        _Block(
            f"{match['name'].lower()} {kinds[match['kind'].lower()]}",
            match["number"].replace(",", ""),
            (match["side"] or "")[:1].lower(),
            match["town"] or "",
            Span(match.start("number"), match.end("kind")),
        )
        for match in pattern.finditer(text)
    ]


@cache
def _pattern() -> tuple[re.Pattern[str], Mapping[str, str]]:
    """What names a block of a street, and the kind of street that each way to write it is for."""
    kinds = {form: kind for kind, forms in load("particulars.yaml")["streets"].items() for form in (kind, *forms)}
    kind = "|".join(sorted((form.title() for form in kinds), key=len, reverse=True))
    side = r"(?:(?P<side>North|South|East|West|[NSEW]\b)\.? )?"
    street = rf"{side}(?P<name>[A-Z0-9][\w’'-]*(?: [A-Z][\w’'-]*){{0,2}}?) (?P<kind>{kind})\b\.?"
    town = r"(?:,? in (?P<town>[A-Z][\w’'-]*(?: [A-Z][\w’'-]*)*))?"
    return re.compile(rf"\b(?:in|on|at|along) the (?P<number>\d[\d,]*)[- ]block of {street}{town}"), kinds


def _value(reading: Reading, block: _Block) -> Value:
    words = " ".join(block.span.of(reading.text).split())
    return Value(reading.article.id, words, block.span.start, block.span.end)


def _matter(parted: Difference, readings: Mapping[str, Reading], people: Mapping[str, StoryEntity]) -> Matter:
    """In what accounts part -> the claim of each that the thing was there."""
    words = " or ".join(f"“{words}”" for words in sorted({value.value for value in parted.values}))
    said = load("particulars.yaml")["slips"][_WHERE].format(words=words)
    matter = []
    for value in parted.values:
        reading, place = readings[value.article], Span(value.start, value.end)
        sentence = next((s.span for s in reading.of(Sentence) if s.span.meets(place)), place)
        slots: dict[str, Slot] = {"particular": TextSlot(said, place)}
        matter.append(claimed(Unread(reading, place, place, place, sentence), "background", slots, people))
    return matter

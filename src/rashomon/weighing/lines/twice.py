"""Lines that would say once more what another line says in the same words."""

import re
from collections import defaultdict
from collections.abc import Sequence

from rashomon.model import Line, Span
from rashomon.weighing.claims.antecedents import without_antecedent
from rashomon.weighing.claims.told import Told

_WHOSE = re.compile(r"^The text says(?: of [^:]*|, on the word of [^:]*)?: ")
_BY_ITSELF = ' .“”"'

Lined = Sequence[tuple[Sequence[Told], Line]]
"""Matters, each with the line that tells it."""


def told_once(lined: Lined) -> list[tuple[Sequence[Told], Line]]:
    """Matters with their lines -> the same without a clause of one text whose words stand in another line of its text.

    A clause that no reader has a finding for is told by its whole sentence where it has no words of its own. That
    sentence may stand in the record for another clause of it, or for what somebody says in it. A figure's line shows
    its sentence and tells no deed; and what somebody says is none in the text's own voice.
    """
    shown: dict[str, list[tuple[int, str]]] = defaultdict(list)
    whole: dict[str, set[str]] = defaultdict(set)
    alike: dict[str, list[Sequence[Told]]] = defaultdict(list)
    for number, (matter, line) in enumerate(lined):
        if line.kind == "event":
            alike[line.summary].append(matter)
        for article in line.told_in if line.kind != "figure" else ():
            if line.kind != "statement":
                shown[article].append((number if _is_unread(matter) else -1, _words(line)))
            elif _WHOSE.match(line.summary):
                whole[article].add(_words(line))
    kept, said = [], set[tuple[str, str, frozenset[Span]]]()
    for number, (matter, line) in enumerate(lined):
        article, words = line.claims[0].article, _words(line)
        if line.kind in {"statement", "event"} and len({claim.article for claim in line.claims}) == 1:
            told = (article, line.summary, frozenset(one.sentence for one in matter))
            if told in said:
                continue  # two things that one sentence says are shown by it once
            said.add(told)
        if line.kind == "event" and _is_part(matter, line, alike[line.summary]):
            continue
        if not _is_unread(matter) or not (words in whole[article] or _is_shown(number, words, shown[article])):
            kept.append((matter, line))
    return kept


def _is_part(matter: Sequence[Told], line: Line, alike: Sequence[Sequence[Told]]) -> bool:
    """Whether a line says what another does, by clauses that lie within those of the other.

    "That permits evaluation", of "cannot be measured in a manner that permits evaluation". ``alike`` are the matters
    whose lines say so, its own among them.
    """
    if any(one.finding is not None for one in matter) or any(found.conflict for found in line.differences):
        return False
    others = (other for other in alike if other is not matter)
    return any(all(any(_is_within(x, y) for y in other) for x in matter) for other in others)


def _is_within(one: Told, two: Told) -> bool:
    """Whether the words of one claim lie within those of another of its article, and are fewer."""
    same = one.claim.article == two.claim.article
    return same and one.evidence != two.evidence and two.evidence.covers(one.evidence)


def _is_shown(number: int, words: str, shown: Sequence[tuple[int, str]]) -> bool:
    """Whether longer words hold those of a line, or an earlier line has the same."""
    return any(words in other and (len(words) < len(other) or rank < number) for rank, other in shown)


def _is_unread(matter: Sequence[Told]) -> bool:
    """Whether one text alone tells a matter, and no reader has a finding for it."""
    return len({one.text for one in matter}) == 1 and all(one.finding is None for one in matter)


def _words(line: Line) -> str:
    """Line -> what it says, in whosever name."""
    return _WHOSE.sub("", without_antecedent(line.summary)).strip(_BY_ITSELF).lower()

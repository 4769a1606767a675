"""The dated lines of a record, in the order of their days."""

from collections.abc import Iterator, Sequence

from rashomon.model import Claim, Line, Moment
from rashomon.weighing.compared.days import Bounds, finest, place

_EVENTS = frozenset({"event", "background"})


def timeline(lines: Sequence[Line]) -> tuple[Moment, ...]:
    """Lines in the record's order -> their dated places, in an order that certain precedence never contradicts.

    ``days.place`` tells the order; on the same days the lines stand as in the record. A line whose day is disputed
    stands there once for each day that an account gives, with whose day it is. No line with a day is left out.
    """
    moments = [(place(m.earliest, m.latest), number, m) for number, line in enumerate(lines) for m in _moments(line)]
    return tuple(moment for _, _, moment in sorted(moments, key=lambda found: found[:2]))


def _moments(line: Line) -> Iterator[Moment]:
    given = [(claim, days) for claim in line.claims if (days := _days(line, claim))]
    if not any(difference.slot == "when" and difference.conflict for difference in line.differences):
        if line.earliest or line.latest:
            yield _moment(line, (line.earliest, line.latest), [claim for claim, _ in given])
        return
    kept = finest([(claim.article, days) for claim, days in given])
    for days in sorted(dict.fromkeys(days for _, days in kept), key=lambda one: place(*one)):
        yield _moment(line, days, [c for c, own in given if own == days and (c.article, own) in kept], disputed=True)


def _days(line: Line, claim: Claim) -> Bounds | None:
    """The days that a claim gives its line: one of another kind tells another time (said is not happened)."""
    slot = claim.when
    alike = claim.kind == line.kind or {claim.kind, line.kind} <= _EVENTS
    return (slot.earliest, slot.latest) if alike and slot and (slot.earliest or slot.latest) else None


def _moment(line: Line, days: Bounds, claims: Sequence[Claim], *, disputed: bool = False) -> Moment:
    slots = [slot for claim in claims if (slot := claim.when)]
    return Moment(
        line=line.id,
        earliest=days[0],
        latest=days[1],
        text=line.summary,
        disputed=disputed,
        of=line.dating,
        articles=tuple(dict.fromkeys(claim.article for claim in claims)),
        words=tuple(dict.fromkeys(" ".join(slot.text.split()) for slot in slots)),
    )

"""A deed's clause with what the sentence tells besides: further deeds of its doer, victims, how it came about."""

from rashomon.model import Attribution, Event, Span, Time, Undertaking
from rashomon.weighing.claims.told import Told
from rashomon.weighing.compared.clauses import told_on, turned


def with_besides(one: Told) -> Span | None:
    """Claim -> its clause with what went with it, on no other day, and no finding of its text tells; None for none."""
    if one.clause is None or one.trigger is None:
        return None
    span = told_on(one.reading, one.trigger, one.clause, _told_elsewhere(one))
    return Span(span.start, with_its_turn(one, span.end))


def with_its_turn(one: Told, end: int) -> int:
    """Claim and the end of its words -> the end with what took it back: "offered to go [but withdrew the offer]"."""
    return turned(one.reading, one.trigger, end, _told_elsewhere(one)) if one.trigger is not None else end


def _told_elsewhere(one: Told) -> list[Span]:
    when, reading = one.claim.slots.get("when"), one.reading
    taken = [f.span for f in reading.of(Time) if f.earliest and (when is None or f.span != when.span)]
    taken += [f.trigger for f in reading.of(Event)] + [f.cue for f in reading.of(Undertaking)]
    return taken + [cue for f in reading.of(Attribution) for cue in f.cue]

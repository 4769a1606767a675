"""A deed's clause with what the sentence tells besides: further deeds of its doer, victims, how it came about."""

from rashomon.model import Attribution, Event, Span, Time, Undertaking
from rashomon.weighing.claims.told import Told
from rashomon.weighing.compared.clauses import told_on


def with_besides(one: Told) -> Span | None:
    """Claim -> its clause with what went with it, on no other day, and no finding of its text tells; None for none."""
    if one.clause is None or one.trigger is None:
        return None
    when, reading = one.claim.slots.get("when"), one.reading
    taken = [f.span for f in reading.of(Time) if f.earliest and (when is None or f.span != when.span)]
    taken += [f.trigger for f in reading.of(Event)] + [f.cue for f in reading.of(Undertaking)]
    taken += [cue for f in reading.of(Attribution) for cue in f.cue]
    return told_on(reading, one.trigger, one.clause, taken)

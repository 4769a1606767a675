"""The dated lines of a record, in the order of their days."""

import datetime as dt
from collections.abc import Iterator, Sequence

from rashomon.model import DateSlot, Line, Moment

_LONGEST = dt.timedelta(days=366)  # a longer interval is no place on a timeline


def timeline(lines: Sequence[Line]) -> tuple[Moment, ...]:
    """Lines -> their dated places, earliest first; a line whose day is disputed stands there once for each day."""
    moments = sorted((moment for line in lines for moment in _moments(line)), key=_order)
    return tuple(moments)


def _order(moment: Moment) -> tuple[dt.date, dt.date, str, str]:
    return (moment.earliest or dt.date.max, moment.latest or dt.date.max, moment.line, moment.text)


def _moments(line: Line) -> Iterator[Moment]:
    disputed = any(difference.slot == "when" and difference.conflict for difference in line.differences)
    if not disputed:
        if line.earliest and line.latest and line.latest - line.earliest <= _LONGEST:
            yield Moment(line.id, line.earliest, line.latest, line.summary)
        return
    slots = (claim.slots.get("when") for claim in line.claims)
    days = {(slot.earliest, slot.latest): slot.text for slot in slots if isinstance(slot, DateSlot) and slot.earliest}
    for (earliest, latest), text in sorted(days.items(), key=str):
        yield Moment(line.id, earliest, latest, f"{line.summary} (“{text}”)", disputed=True)

"""Days that other articles of the story give to what this one tells -> what that says of the day of publication."""

import datetime as dt
from collections.abc import Iterator

from rashomon.linking.dating.pointing import FAR, POINTING, pointing
from rashomon.linking.dating.solver import Constraint, agree, bounded
from rashomon.linking.dating.undated import Undated
from rashomon.model import DayElsewhere


def constraints(text: Undated) -> Iterator[Constraint]:
    """Article -> a bound for each happening whose day another account gives, none of them sure.

    Days that do not go together show that not all of the happenings are the same: none is used.
    """
    told = sorted(text.reading.of(DayElsewhere), key=lambda one: one.day)
    found = [c for one in told for c in _on_its_day(text, one)]
    if found and agree(found, told[0].day - FAR, told[-1].day + FAR):
        yield from found


def _on_its_day(text: Undated, one: DayElsewhere) -> Iterator[Constraint]:
    why = f"{text.quoted(one.span)}: another account ({one.article}) gives it the day {one.day}"
    pointed = next((e for e in text.expressions if e.rule in POINTING and e.span.meets(one.span)), None)
    if pointed is not None:
        yield pointing(pointed, [(one.day, one.day)], why, sure=False)
    else:
        yield bounded(f"{why}, and it is told as past", [(one.day, dt.date.max)], sure=False)

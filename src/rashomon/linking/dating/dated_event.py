"""A dated public event, and the place of a text that tells it."""

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

from rashomon.linking.dating.kinds import Tied
from rashomon.linking.dating.solver import Witness

_ONE_STORY = dt.timedelta(100)
"""Between the first and last of the events that the same words may mean, where they are of one story."""
_SEVERAL = 2
_SHORT = 2
"""Days between the first and the last day of a happening that can be known by its weekday."""


@dataclass(frozen=True)
class DatedEvent:
    """A public event with known days, the words that tell it, and where its day is documented.

    ``words``: groups of alternatives, each of which a sentence must meet; the last names the happening itself, as do
    the kinds in ``tied``, whose words must be told of what the group before the last names.
    ``recalled``: whether only its anniversaries date an article.
    ``called``: words for it that do not say whether it has happened ("the referendum").
    ``numbered``: whether it is the adoption of a resolution; ``elected``: whether it is an election or referendum of a
    table; ``gathered``: whether it is one of the gatherings of a body; ``owned``: whether it is of the user's own file.
    ``needs``: at least one of these must stand in the article as well. ``instrument``: the accord (a key of
    instruments.yaml) that a deed must be about to be this event.
    ``checked``: the work that its day was held against, or "" where that was not done.
    """

    id: str
    name: str
    first: dt.date
    last: dt.date
    source: str
    words: tuple[tuple[str, ...], ...]
    needs: tuple[str, ...] = ()
    instrument: str = ""
    tied: tuple[Tied, ...] = ()
    called: tuple[str, ...] = ()
    checked: str = ""
    recalled: bool = False
    numbered: bool = False
    elected: bool = False
    gathered: bool = False
    owned: bool = False

    @property
    def days(self) -> str:
        """Its day, or first and last day, as words."""
        return f"{self.first}" if self.first == self.last else f"{self.first} to {self.last}"

    @cached_property
    def weekdays(self) -> frozenset[str]:
        """The weekdays of its first and last day, by their number, where it was short."""
        short = (self.last - self.first).days <= _SHORT
        return frozenset(str(day.isoweekday()) for day in (self.first, self.last)) if short else frozenset()

    @property
    def grounds(self) -> str:
        """Where its day is documented, and what it was held against: many days were written down from memory."""
        return f"{self.source}; day {f'checked against {self.checked}' if self.checked else 'not checked'}"


@dataclass(frozen=True)
class Told:
    """A dated event in a stretch of text, and the offsets of the words that name the happening.

    ``whole``: whether all of its words stand in the stretch, none only around it. ``done``: whether they say that it
    happened, and do not merely call it by its name. ``by_name``: whether a proper name of the event's own is among its
    words, beside those of states.
    """

    event: DatedEvent
    start: int
    end: int
    whole: bool = True
    done: bool = True
    by_name: bool = True
    pieces: int = 0

    @property
    def named(self) -> str:
        """The event's name with its day, its source and what the day was held against."""
        return f"{self.event.name} ({self.event.days}; {self.event.grounds})"

    @property
    def weight(self) -> int:
        """How much says that it is this event, in the points of `sureness`.

        Three for a name of its own in the same sentence, or more than one name or two states; one for a state and kind.
        """
        event = self.event
        if event.owned or event.numbered or event.gathered or self.pieces > _SEVERAL:
            return 3
        if self.by_name:
            return 3 if self.whole or self.pieces == _SEVERAL else 2
        return 2 if self.pieces == _SEVERAL or (event.elected and len(event.words) > _SEVERAL) else 1


def witness(told: Sequence[Told], *, checked: bool = False, counted: bool = False) -> Witness:
    """Dated events that the same words may mean -> what they are worth.

    ``checked``: whether one fell on the weekday told, which of seven others would not. ``counted``: whether a text
    places its news by it, as it does by what everybody knows.
    """
    weight = min(t.weight for t in told)
    if max(t.event.first for t in told) - min(t.event.first for t in told) > _ONE_STORY and not told[0].by_name:
        weight = max(1, weight - 1)  # what came several times may have come once more
    fell = checked and all(t.event.weekdays for t in told)
    return Witness(frozenset(t.event.id for t in told), weight + (fell or counted))

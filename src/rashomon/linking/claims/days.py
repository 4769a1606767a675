"""Deeds without a day in the text -> the known public event that their own clause tells, and its days."""

from collections.abc import Iterable
from typing import Any

from rashomon.lexicon.instruments import Instrument
from rashomon.linking.dating.almanac import almanac, met_by
from rashomon.linking.dating.dated_event import DatedEvent, Told
from rashomon.model import DateSlot, Event, Published, Reading, Span, Undertaking
from rashomon.text.grammar import head_of, span_of

KNOWN = "known public event: "
"""What the words of a date begin with where they are ours and not the text's."""
_OTHER_CLAUSE = frozenset({"advcl", "relcl", "ccomp", "parataxis", "conj", "csubj"})
_LONG_AGO = 800
"""Days; what is that much older than the article may have happened again since."""


class PublicDays:
    """The days of public events that an article's findings tell; make one per reading.

    Narrow on purpose: the words for the happening must be the finding's own, its clause must name those who take part,
    the event must lie before publication and not long before, and it must be the only one that fits.
    """

    def __init__(self, reading: Reading, dated_events: str) -> None:
        self._reading = reading
        self._almanac = almanac(dated_events)
        known = reading.published
        self._published = known if isinstance(known, Published) else None

    def of(self, found: Event | Undertaking, instrument: Instrument | None, within: DateSlot | None) -> DateSlot | None:
        """Finding, the instrument it is about, and the days of its own time -> the days of its event, if it is known.

        A time of its own is only made narrower, and only where its words belong to the happening ("last week's forum").
        """
        if self._published is None or found.status != "happened":
            return None
        cue = found.trigger if isinstance(found, Event) else found.cue
        stretch = clause_of(self._reading, cue)
        words = stretch.of(self._reading.doc.text)
        named = f"{words} ({instrument.key}, {instrument.full})" if instrument else words
        told = self._almanac.told_in(named, 0, len(named), "")
        about = instrument.key if instrument else ""
        told = [t for t in told if t.event.instrument in {"", about} and not (t.event.gathered or t.event.elected)]
        fitting = {t.event.id: t.event for t in told if self._fits(t, found, stretch, cue, within)}
        if len(fitting) != 1:
            return None
        (event,) = fitting.values()
        place = next(t for t in told if t.event.id == event.id)
        at = Span(stretch.start + place.start, min(stretch.start + place.end, stretch.end))
        return DateSlot(event.first, event.last, f"{KNOWN}{event.name} ({event.source})", at)

    def _fits(self, told: Told, found: Event | Undertaking, stretch: Span, cue: Span, within: DateSlot | None) -> bool:
        event, at = told.event, Span(stretch.start + told.start, stretch.start + told.end)
        known = self._published
        if known is None or event.first > known.latest or (known.earliest - event.last).days > _LONG_AGO:
            return False
        if within is not None:
            return self._narrows(event, at, within)
        return at.meets(cue) and self._done_by(event, found)

    def _narrows(self, event: DatedEvent, at: Span, within: DateSlot) -> bool:
        if within.span is None or within.earliest is None or within.latest is None or within.earliest == within.latest:
            return False
        inside = within.earliest <= event.first and event.last <= within.latest
        time, happening = (head_of(self._reading.doc, span) for span in (within.span, at))
        return inside and time.dep_ in {"poss", "compound", "amod", "nmod"} and time.head == happening

    def _done_by(self, event: DatedEvent, found: Event | Undertaking) -> bool:
        """Whether those who did it are those whom the event names first."""
        mutual = isinstance(found, Event) and found.type == "CONSULT"
        actors = found.actor if isinstance(found, Event) else found.parties
        parties = (*actors, *found.recipient) if mutual and isinstance(found, Event) else actors
        if not parties or len(event.words) < 2:
            return not parties and len(event.words) > 1
        words = " ".join(p.of(self._reading.text) for p in parties)
        return met_by(words, event.words[0])


def clause_of(reading: Reading, cue: Span) -> Span:
    """Reading and the words of a deed -> its own clause without those below it; a noun's phrase with all on it."""
    head = head_of(reading.doc, cue)
    dropped = {t.i for c in head.children if c.dep_ in _OTHER_CLAUSE for t in c.subtree}
    after = {t.i for c in head.children if c.lower_ in {"after", "before", "following", "since"} for t in c.subtree}
    return span_of(_unbroken(head, (t for t in head.subtree if t.i not in dropped | after)))


def _unbroken(head: Any, tokens: Iterable[Any]) -> list[Any]:
    """Tokens around a head -> the unbroken run of them that holds it."""
    kept = {t.i: t for t in tokens}
    first = last = head.i
    while first - 1 in kept:
        first -= 1
    while last + 1 in kept:
        last += 1
    return [kept[i] for i in range(first, last + 1)]

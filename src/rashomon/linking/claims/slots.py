"""Findings -> the slots of their claims."""

import re
from collections.abc import Iterable

from rashomon.lexicon.instruments import Instrument
from rashomon.linking.claims.days import PublicDays, clause_of
from rashomon.linking.claims.instruments import Instruments
from rashomon.linking.claims.measures import Measures
from rashomon.linking.claims.sayings import said_at
from rashomon.linking.claims.times import time_slot
from rashomon.linking.claims.words import other_in, topic_of
from rashomon.linking.hops import named_by
from rashomon.linking.refer import Referents
from rashomon.model import (
    Amount,
    AmountSlot,
    Attribution,
    DateSlot,
    Entity,
    EntitySlot,
    Event,
    Hop,
    Published,
    Reading,
    Sentence,
    Slot,
    Span,
    Status,
    TextSlot,
    Undertaking,
    hull,
)
from rashomon.text.grammar import head_of, phrase, span_of, tense

_ON_MEASURES = frozenset({"sanction", "relief", "limit"})
"""Kinds of undertaking whose object is a measure, whatever accord their clause names besides."""
_FORTNIGHT = 14
_YEAR = re.compile(r"\b\d{4}\b")
_NOT = re.compile(r"\b(?:not|never|neither|nor|no)\b|n[’']t\b", re.IGNORECASE)


class Slots:
    """What each finding of one reading gives for who, what, when, where and how much."""

    def __init__(self, reading: Reading, who: Referents, dated_events: str = "") -> None:
        self._text = reading.text
        self._reading = reading
        self._who = who
        self._sentences = [s.span for s in reading.of(Sentence)]
        self._instruments = Instruments(reading)
        self._measures = Measures(reading, who)
        self._public = PublicDays(reading, dated_events)

    def statement(self, found: Attribution, speaker: Hop) -> dict[str, Slot]:
        """Attribution and the innermost hop of its chain -> who said what to whom, when, and how."""
        slots: dict[str, Slot] = {
            "what": self._content(found),
            "act": TextSlot(found.act),
            "kind": TextSlot(found.kind),
        }
        if found.source:
            own = speaker.span == found.source[0]
            several = tuple(e.id for e in named_by(self._reading, self._who, found.source[0])) if own else ()
            entities = (speaker.entity,) if speaker.entity else several
            shown = speaker.name if entities or not own else found.source[0].of(self._text)
            slots["actor"] = EntitySlot(entities, shown, found.source[0])
        if found.addressee is not None:
            heard = named_by(self._reading, self._who, found.addressee)  # "the Chile Radio audience" is not Chile
            words = found.addressee.of(self._text)
            slots["addressee"] = EntitySlot(
                tuple(e.id for e in heard), " and ".join(e.name for e in heard) or words, found.addressee
            )
        if found.denied:
            slots["denied"] = TextSlot("denied", found.cue[0] if found.cue else None)
        slots |= self._around(found, speaker)
        return slots | self._when(said_at(self._reading, found))

    def event(self, found: Event, told_in: Attribution | None = None) -> dict[str, Slot]:
        """Event, and the statement it is told in -> its type, mode and status, who did it to whom, when and where."""
        slots: dict[str, Slot] = {
            "type": TextSlot(found.type, found.trigger), "status": TextSlot(self._status(found, told_in))
        }  # fmt: skip
        if found.mode:
            slots["mode"] = TextSlot(found.mode)
        slots["trigger"] = TextSlot(found.trigger.of(self._text), found.trigger)
        slots |= self._parties(found.actor, found.recipient)
        if found.place is not None:
            slots["where"] = TextSlot(found.place.of(self._text), found.place)
        about = self._instruments.of(clause_of(self._reading, found.trigger)) if found.mode == "withdraw" else None
        return slots | self._days(found, about[0] if about else None, told_in)

    def undertaking(self, found: Undertaking, told_in: Attribution | None = None) -> dict[str, Slot]:
        """Undertaking, and the statement it is told in -> its kind, parties, terms, figure, times and status."""
        slots: dict[str, Slot] = {
            "type": TextSlot(found.kind, found.cue), "status": TextSlot(self._status(found, told_in))
        }  # fmt: skip
        slots["what"] = TextSlot(found.what.of(self._text), found.what)
        slots |= self._parties(found.parties, found.toward)
        amount = next(
            (a for a in self._reading.of(Amount) if found.amount is not None and a.span.meets(found.amount)), None
        )
        if amount is not None:
            slots["amount"] = amount_slot(self._text, amount)
        if found.condition is not None:
            slots["condition"] = TextSlot(found.condition.of(self._text), found.condition)
        about = self._about(found)
        if about is not None:
            slots["instrument"] = TextSlot(about[0].short, about[1])
        slots |= self._measures.of(found, named=about is not None)
        return slots | self._days(found, about[0] if about else None, told_in)

    def figure(self, amount: Amount, limit: Undertaking | None, told_in: Attribution | None = None) -> dict[str, Slot]:
        """Amount, the limit that sets it, and the statement it is told in -> how much of what, and who set it."""
        slots: dict[str, Slot] = {"amount": amount_slot(self._text, amount)}
        if amount.of is not None:
            slots["what"] = TextSlot(amount.of.of(self._text), amount.of)
        if limit is not None:
            slots |= {"type": TextSlot(limit.kind, limit.cue), **self._parties(limit.parties, limit.toward)}
        if told_in is not None and _denies(told_in, self._text) and self._is_in_a_clause(amount, told_in):
            slots["status"] = TextSlot("denied", told_in.cue[0])
        return slots | self._said(told_in)

    def _is_in_a_clause(self, amount: Amount, told_in: Attribution) -> bool:
        """Whether a verb of what is said governs an amount: "denied paying 12 euros", not "denied coaching the 12"."""
        noun = head_of(self._reading.doc, amount.span)
        known = any(c.lower_ in {"the", "these", "those"} for c in noun.lefts)
        verbs = (t for t in noun.ancestors if t.pos_ in {"VERB", "AUX"})
        return not known and any(c.start <= t.idx < c.end for t in verbs for c in told_in.content)

    def _status(self, found: Event | Undertaking, told_in: Attribution | None) -> Status:
        """Event or undertaking, and the statement it is told in -> its status; what somebody denies is denied."""
        if found.status == "happened" and self._is_ahead(found, told_in):
            return "planned"
        denied = told_in is not None and found.status == "happened" and _denies(told_in, self._text)
        return "denied" if denied else found.status

    def is_old(self, slots: dict[str, Slot]) -> bool:
        """Slots of an event -> whether it lies weeks before the article, by the day that is known of it."""
        when, published = slots.get("when"), self._reading.published
        if not isinstance(when, DateSlot) or when.latest is None or not isinstance(published, Published):
            return False
        return (published.earliest - when.latest).days > _FORTNIGHT

    def _about(self, found: Undertaking) -> tuple[Instrument, Span] | None:
        """Undertaking -> the instrument that it is about: of its terms or its clause, or whose terms it tells.

        "The JCPOA, which offered relief": the relief is the JCPOA's.
        """
        if found.kind in _ON_MEASURES:
            return None
        own = self._instruments.of(found.what) or self._instruments.of(clause_of(self._reading, found.cue))
        verb = head_of(self._reading.doc, found.cue)
        if own is None and verb.dep_ == "relcl" and not found.parties:
            return self._instruments.of(span_of([*phrase(verb.head, loose=True), verb.head]))
        return own

    def _days(
        self, found: Event | Undertaking, about: Instrument | None, told_in: Attribution | None
    ) -> dict[str, Slot]:
        """Deed -> when it happened, by a time of its own or by the public event that it tells; and when it was said.

        A time outside what is said ("said on Monday") is not one of a deed that is told within it.
        """
        within = self._own_days(found, told_in)
        known = self._public.of(found, about, within)
        said = self._said(told_in)
        was = found.status == "happened" and not self._is_ahead(found, told_in)
        if was and within is not None and self._lies_after(within, said.get("said")):
            within = DateSlot(None, None, within.text, within.span)
        when = known or within
        return ({"when": when} if when is not None else {}) | said

    def _own_days(self, found: Event | Undertaking, told_in: Attribution | None) -> DateSlot | None:
        """Deed, and the statement it is told in -> the days of its own time, None where it has none."""
        time = found.time
        if time is None or (told_in is not None and not any(c.covers(time) for c in told_in.content)):
            return None
        return time_slot(self._reading, time)

    def _is_ahead(self, found: Event | Undertaking, told_in: Attribution | None) -> bool:
        """Whether a verb in the present tells what is to be on a day to come: "they meet on Monday"."""
        days = self._own_days(found, told_in)
        cue = found.trigger if isinstance(found, Event) else found.cue
        coming = days is not None and self._lies_after(days, self._said(told_in).get("said"))
        return coming and tense(head_of(self._reading.doc, cue)) == "present"

    def _lies_after(self, when: DateSlot, said: Slot | None) -> bool:
        """Whether days for a thing that happened all lie after it was told or printed: then they are not its days.

        Days that are written out with their year stand by themselves, whatever the day of print.
        """
        if _YEAR.search(when.text):
            return False
        published = self._reading.published
        ends = [said.latest] if isinstance(said, DateSlot) else []
        ends += [published.latest] if isinstance(published, Published) else []
        return any(when.earliest is not None and end is not None and when.earliest > end for end in ends)

    def _said(self, told_in: Attribution | None) -> dict[str, Slot]:
        """The statement that something is told in -> when that was made, where the text tells it."""
        span = said_at(self._reading, told_in) if told_in is not None and told_in.stated else None
        return {"said": time_slot(self._reading, span)} if span is not None else {}

    def _around(self, found: Attribution, speaker: Hop) -> dict[str, Slot]:
        """Attribution -> the sentence of its cue, and what a content speaks of that begins in the middle of things."""
        slots: dict[str, Slot] = {}
        if not found.cue:
            return slots
        sentence = next((s for s in self._sentences if s.covers(found.cue[0])), None)
        if sentence is not None:
            slots["sentence"] = TextSlot(" ".join(sentence.of(self._text).split()), sentence)
        topic = topic_of(self._reading, found)
        if topic is not None:
            slots["topic"] = TextSlot(" ".join(topic.of(self._text).split()), topic)
        elif found.kind != "direct" and speaker.kind != "unresolved" and (pronoun := other_in(found, self._text)):
            meant = self._who.at(pronoun)
            heard = self._who.at(found.addressee) if found.addressee else None
            known = isinstance(meant, Entity) and meant.kind == "person" and meant != heard
            if isinstance(meant, Entity) and known and speaker.entity != meant.id and speaker.name != meant.name:
                slots["topic"] = TextSlot(meant.name, pronoun)
        return slots

    def _content(self, found: Attribution) -> TextSlot:
        words = " ".join(s.of(self._text) for s in found.content)
        return TextSlot(" ".join(words.split()).removeprefix("that "), hull(found.content))

    def _parties(self, actors: tuple[Span, ...], recipients: tuple[Span, ...]) -> dict[str, Slot]:
        given = {"actor": actors, "recipient": recipients}
        return {name: self._entities(spans) for name, spans in given.items() if spans}

    def _entities(self, spans: Iterable[Span]) -> EntitySlot:
        """Words -> the entities behind them with their names, or none and the words themselves."""
        listed = list(spans)
        found = list(dict.fromkeys(e for span in listed for e in self._who.all_at(span)))
        words = " and ".join(span.of(self._text) for span in listed)
        return EntitySlot(tuple(e.id for e in found), " and ".join(e.name for e in found) or words, hull(listed))

    def _when(self, span: Span | None) -> dict[str, Slot]:
        return {"when": time_slot(self._reading, span)} if span is not None else {}


def amount_slot(text: str, amount: Amount) -> AmountSlot:
    """Text and an amount in it -> the slot of a claim that gives it."""
    of = amount.of.of(text) if amount.of else None
    words = amount.span.of(text)
    return AmountSlot(
        amount.value, amount.high, amount.unit, words, amount.per, of, amount.bound, amount.span, amount.also
    )


def _denies(told_in: Attribution, text: str) -> bool:
    """Whether a statement denies what it tells; "has not said that" denies nothing."""
    return told_in.denied and not any(_NOT.search(span.of(text)) for span in told_in.cue)

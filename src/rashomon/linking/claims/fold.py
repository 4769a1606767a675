"""Findings -> claims: what was found, on somebody's word."""

import re
from collections.abc import Iterator, Mapping
from typing import TypeVar

from rashomon.linking.chains import Chains
from rashomon.linking.claims.slots import Slots
from rashomon.linking.claims.words import is_only_judged, is_presupposed
from rashomon.linking.refer import Referents
from rashomon.linking.voices import voiced
from rashomon.model import (
    Amount,
    Attribution,
    Claim,
    ClaimKind,
    Entity,
    Event,
    Reading,
    Sentence,
    Slot,
    Span,
    Syntax,
    TextSlot,
    Time,
    Undertaking,
    hashed,
)
from rashomon.registry import stage
from rashomon.settings import Settings

_INNER = frozenset({"belief", "intention"})
_TIMES = frozenset({"second", "minute", "hour", "day", "week", "month", "year", "decade", "century"})
_KNOWN_FEW = re.compile(r"(?i)\b(?:the|these|those|both|his|her|their|our) (?:other )?$")
_NEAR = 16  # characters before an amount in which it is told that they are known
_FEW = 10
_NAMELESS = re.compile(
    r"(?i)(?:not )?(?:to )?(?:(?:remain|stay|be(?: kept)?|being) (?:anonymous|unnamed|nameless)"
    r"|(?:be(?:ing)? )?(?:named|identified|quoted)(?: by (?:\w+ )?name)?(?:$|,| (?:because|for|due|citing|since)\b)"
    r"|giv(?:e|ing) (?:his|her|their|a) (?:\w+ ){0,2}(?:sur)?names?\b)"
)
F = TypeVar("F", Event, Undertaking)


@stage(needs=[Syntax, Sentence, Amount, Attribution, Event, Undertaking, Entity, Time], gives=[Claim])
def fold_claims(reading: Reading, settings: Settings) -> Iterator[Claim]:
    """Reading with its findings -> one claim for each stated attribution, event, undertaking and figure, in that order.

    What lies in an attribution's content is claimed on that speaker's word, all else on the outlet's own.
    """
    folder = _Folder(reading, settings)
    yield from folder.statements()
    yield from folder.events()
    yield from folder.undertakings()
    yield from folder.figures()


class _Folder:
    def __init__(self, reading: Reading, settings: Settings) -> None:
        self.reading = reading
        self.who = Referents(reading)
        self.chains = Chains(reading, self.who)
        self.slots = Slots(reading, self.who, settings.dated_events)
        self.attributions = reading.of(Attribution)
        self.by_id = {a.id: a for a in self.attributions}
        self.voiced = voiced(reading)
        self.sentences = [s.span for s in reading.of(Sentence)]

    def statements(self) -> Iterator[Claim]:
        for found in (a for a in self.attributions if a.stated):
            chain = self.chains.of(found.id)
            if found.act in _INNER and chain[-1].kind == "unresolved":
                continue  # what somebody thinks or means says nothing without whom
            slots = self.slots.statement(found, chain[-1])
            if not _withholds_a_name(slots):
                yield self._claim("statement", found.id, _evidence(found), slots, found.id)

    def events(self) -> Iterator[Claim]:
        for found in self.reading.of(Event):
            within = self.within(found.trigger)
            slots = self.slots.event(found, self._told_in(within))
            kind: ClaimKind = "background" if found.background or self.slots.is_old(slots) else "event"
            yield self._claim(kind, found.id, (found.sentence,), slots, within)

    def undertakings(self) -> Iterator[Claim]:
        for found in self.reading.of(Undertaking):
            within = self.within(found.cue)
            slots = self.slots.undertaking(found, self._told_in(within))
            if not _withholds_a_name(slots):
                yield self._claim("undertaking", found.id, (found.evidence,), slots, within)

    def figures(self) -> Iterator[Claim]:
        telling = [a for a in self.voiced if not is_only_judged(self.reading, a)]
        limits = [u for u in self.reading.of(Undertaking) if u.kind == "limit"]
        for amount in self.reading.of(Amount):
            if amount.unit in _TIMES or not amount.unit or self._counts_sayers(amount) or self._counts_nobody(amount):
                continue
            limit = next((u for u in limits if u.evidence.covers(amount.span)), None)
            sentence = next((s for s in self.sentences if s.covers(amount.span)), None)
            if sentence is None:
                continue
            evidence = (limit.evidence if limit else sentence,)
            name = hashed(self.reading.article.id, "figure", amount.span)
            within = self.within(amount.span, telling)
            slots = self.slots.figure(amount, limit, self._told_in(within))
            yield self._claim("figure", name, evidence, slots, within)

    def _counts_sayers(self, amount: Amount) -> bool:
        """Whether an amount only tells how many say something ("two people familiar with the talks said")."""
        return any(s.covers(amount.span) for a in self.attributions for s in a.source)

    def _counts_nobody(self, amount: Amount) -> bool:
        """Whether an amount only says who is meant: "one man", and "the two men" who are known."""
        if amount.unit != "people" or amount.bound != "exactly":
            return False
        known = _KNOWN_FEW.search(self.reading.text, max(0, amount.span.start - _NEAR), amount.span.start)
        return amount.value == amount.high == 1 or (amount.high < _FEW and known is not None)

    def within(self, span: Span, telling: list[Attribution] | None = None) -> str | None:
        """Words -> the innermost attribution (of some, or of all) in whose content they lie, and that vouches for them.

        "They pledged to keep the deal reached in May": that it was reached, the author says.
        """
        holding = [
            (c.end - c.start, a.id)
            for a in (self.voiced if telling is None else telling)
            for c in a.content
            if c.covers(span) and not is_presupposed(self.reading, span, c)
        ]
        return min(holding)[1] if holding else None

    def _told_in(self, within: str | None) -> Attribution | None:
        return self.by_id.get(within) if within is not None else None

    def _claim(
        self, kind: ClaimKind, finding: str, evidence: tuple[Span, ...], slots: dict[str, Slot], within: str | None
    ) -> Claim:
        article = self.reading.article.id
        inside = None if within == finding else within
        return Claim(
            hashed(article, "claim", kind, finding),
            article,
            kind,
            finding,
            evidence,
            self.chains.of(within),
            slots,
            inside,
        )


def _withholds_a_name(slots: Mapping[str, Slot]) -> bool:
    """Whether what somebody says or refuses is only that his name be printed: "declined to be identified"."""
    what = slots.get("what")
    return isinstance(what, TextSlot) and _NAMELESS.match(what.text) is not None


def _evidence(found: Attribution) -> tuple[Span, ...]:
    """Attribution -> its source, cue and content as they stand, in text order, none inside another."""
    spans = sorted({*found.source, *found.cue, *found.content, *found.relay})
    return tuple(s for s in spans if not any(o != s and o.covers(s) for o in spans))

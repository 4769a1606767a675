"""Matters, and clauses of two accounts that tell one thing -> the matters with these in them, and in what they part."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from collections.abc import Set as AbstractSet
from itertools import combinations

import msgspec

from rashomon.linking.claims.times import time_slot
from rashomon.model import (
    Difference,
    EntitySlot,
    Reading,
    Slot,
    Span,
    StoryEntity,
)
from rashomon.stories.joining import Likely
from rashomon.stories.scenes import whose
from rashomon.stories.weave import Woven
from rashomon.text.grammar import is_passive
from rashomon.weighing.alignment.align import rank
from rashomon.weighing.alignment.facing import facing
from rashomon.weighing.alignment.figures_apart import figures_apart, part_in_a_figure
from rashomon.weighing.alignment.lengths import lengths
from rashomon.weighing.alignment.noun_figures import matters_of, noun_figures
from rashomon.weighing.alignment.stances import Facing, stance, stance_slot
from rashomon.weighing.alignment.tellings import Telling, tellings
from rashomon.weighing.alignment.values import Values
from rashomon.weighing.claims.matters import Matter, Weighed
from rashomon.weighing.claims.told import Told
from rashomon.weighing.claims.unread import Unread, claimed
from rashomon.weighing.standings.nearness import days_meet
from rashomon.weighing.standings.standing import differences


def faced(
    matters: Sequence[Matter], readings: Sequence[Reading], woven: Woven, told: Sequence[Told], likely: Likely
) -> Weighed:
    """A story's matters, readings, entities and claims -> the matters, each with what its accounts tell against it.

    Where two accounts tell one thing in two lines, these become one; a clause that no line has joins that of the
    other; a pair that no line has is a matter of its own. No account tells in one matter by two lines. ``likely`` is
    how likely the story's words for happenings are for one.
    """
    people = {entity.id: entity for entity in woven.entities}
    who = whose(woven.entities, readings)
    statements: dict[str, list[Told]] = defaultdict(list)
    for one in told:
        if one.claim.kind == "statement":
            statements[one.claim.article].append(one)
    clauses = [t for reading in _once(readings) for t in tellings(reading, who, statements[reading.article.id])]
    joined = _Joined(matters, people)
    for pair in facing(clauses, people, likely):
        joined.add(pair)
    joined.apart += lengths([one for one in clauses if not one.disowned], people)
    kept = joined.all()
    parting = {value for _, parted in kept for found in parted for value in found.values}
    pairs = list(noun_figures(_once(readings), who, likely))
    figures = list(matters_of(pairs, statements, parting, people))
    given = {(v.article, v.start, v.end) for _, parted in figures for found in parted for v in found.values}
    return [*((m, parted) for m, parted in kept if parted or not _is_told_by(m, given)), *figures]


def _once(readings: Sequence[Reading]) -> list[Reading]:
    """Readings -> the first of each text: a copy tells nothing by itself."""
    return list({reading.text: reading for reading in reversed(readings)}.values())[::-1]


class _Joined:
    """Matters into which pairs of tellings are put one after the other."""

    def __init__(self, matters: Sequence[Matter], people: Mapping[str, StoryEntity]) -> None:
        self.matters: list[Matter] = [list(matter) for matter in matters]
        self.parted: list[list[Difference]] = [[] for _ in matters]
        self.people = people
        self.homes: dict[tuple[str, int, int, bool], int] = {}
        self.tellings: dict[int, list[Telling]] = defaultdict(list)
        self.moved: dict[int, int] = {}
        self.deeds: dict[str, list[tuple[Span, int]]] = defaultdict(list)
        self.figures: dict[str, list[tuple[Span, int]]] = defaultdict(list)
        self.told: set[tuple[str, int, int]] = set()
        self.apart: list[Facing] = []
        self.spoken: dict[str, int] = {}
        for number, matter in enumerate(self.matters):
            for one in matter:
                if one.claim.kind == "statement":
                    self.spoken.setdefault(one.claim.finding, number)
                elif one.claim.kind == "figure" and one.amount is not None and one.amount.span is not None:
                    self.figures[one.claim.article].append((one.amount.span, number))
                elif (cue := one.trigger) is not None and one.term("status") in {"", "happened", "planned"}:
                    self.deeds[one.claim.article].append((cue, number))

    def add(self, pair: Facing) -> None:
        """One pair of tellings -> nothing; they have one matter now, unless what they stand in forbids it."""
        first, second = self._home(pair.one), self._home(pair.two)
        if (
            pair.one.count is None
            and (said := self._spoken_in(pair.one)) is not None
            and said == self._spoken_in(pair.two)
        ):
            first = second = said  # two tellings of one statement, which has its line
        if first is not None and first == second:
            home = first
        else:
            homes = [number for number in (first, second) if number is not None]
            guests = [t for t, number in ((pair.one, first), (pair.two, second)) if number is None]
            if not homes and not pair.differences and self._share_a_line(pair.one, pair.two):
                return  # their sentences are told together already
            parts = [*(self.matters[number] for number in homes), *([_told(t, self.people)] for t in guests)]
            quoting = [any(one.utterances for one in self.matters[number]) for number in homes]
            quoting += [t.statement is not None and bool(t.statement.utterances) for t in guests]
            if sum(quoting) > 1:
                return  # two utterances, each with its own words, are two lines
            if not may_be_joined(parts, {difference.slot for difference in pair.differences}):
                self.apart += [pair] if part_in_a_figure(pair) else []
                return
            home = self._join(homes, [one for part in parts for one in part])
        for telling in (pair.one, pair.two):
            self.homes[_place(telling)] = home
            self.tellings[home].append(telling)
        if any(known.slot in {d.slot for d in pair.differences} for known in self.parted[home]) and first == second:
            self.apart += [pair] if part_in_a_figure(pair) and pair.one.count is None else []
            return  # the same clauses, under another word of theirs, or one figure of three accounts
        self.told |= {(article, span.start, span.end) for article, span in pair.figures}
        self.parted[home] += [self._with_others(difference, pair.one, home) for difference in pair.differences]

    def _with_others(self, difference: Difference, telling: Telling, home: int) -> Difference:
        """What two tellings part in -> the same with what other tellings of their matter give for it."""
        if difference.slot != stance_slot(telling):
            return difference
        known = {value.article for value in difference.values}
        others = [t for t in self.tellings[home] if t.article not in known]
        added = [stance(t) for t in others if (t.axis, bool(t.deeds & telling.deeds)) == (telling.axis, True) or
                 (t.axis and t.axis == telling.axis)]  # fmt: skip
        return msgspec.structs.replace(difference, values=tuple(sorted({*difference.values, *added})))

    def _share_a_line(self, one: Telling, two: Telling) -> bool:
        """Whether a matter has the words of both."""
        return any(
            all(any(_holds(claim, t) for claim in matter) for t in (one, two)) for matter in self.matters if matter
        )

    def _home(self, telling: Telling) -> int | None:
        """The matter that has a telling: that of its deed, else of its figure, or of the statement that it makes up."""
        if _place(telling) in self.homes:
            return self._at(self.homes[_place(telling)])
        place = Span(telling.verb.idx, telling.verb.idx + len(telling.verb))
        for cue, number in self.deeds[telling.article]:
            if cue.meets(place) or cue.meets(telling.mark):
                return self._at(number)
        if telling.count is not None:
            at = telling.count.amount.span
            return next(
                (self._at(n) for span, n in self.figures[telling.article] if at is not None and span.meets(at)), None
            )
        return self._spoken_in(telling) if telling.is_whole else None

    def _spoken_in(self, telling: Telling) -> int | None:
        """The matter of the statement that something is told in."""
        number = self.spoken.get(telling.statement.claim.finding) if telling.statement is not None else None
        return None if number is None else self._at(number)

    def _join(self, homes: Sequence[int], matter: Matter) -> int:
        """The places of matters and the one that they make with what is added -> its place."""
        if not homes:
            self.matters.append([])
            self.parted.append([])
        home = homes[0] if homes else len(self.matters) - 1
        for other in homes[1:]:
            self.parted[home] += self.parted[other]
            self.tellings[home] += self.tellings.pop(other, [])
            self.matters[other], self.parted[other] = [], []
            self.moved[other] = home
        self.matters[home] = sorted(matter, key=rank)
        return home

    def _at(self, number: int) -> int:
        while number in self.moved:
            number = self.moved[number]
        return number

    def all(self) -> Weighed:
        kept = [(matter, tuple(parted)) for matter, parted in zip(self.matters, self.parted, strict=True) if matter]
        parting = {value for _, parted in kept for found in parted for value in found.values}
        kept += figures_apart(self.apart, parting, self.people)
        amounts = (d for matter, parted in kept if not matter[0].is_event for d in parted if d.slot == "amount")
        told = {(v.article, v.start, v.end) for d in amounts for v in d.values}
        return [(matter, parted) for matter, parted in kept if parted or not _is_told_by(matter, told | self.told)]


def _is_of_a_figure(telling: Telling) -> bool:
    """Whether a telling is of how a figure moved: one that gives it."""
    return telling.axis == "direction" and telling.doer.is_open and any(t.like_num for t in telling.tokens)


def _place(telling: Telling) -> tuple[str, int, int, bool]:
    """What a telling is known again by: its verb, and what it counts or ranks."""
    special = telling.count is not None or bool(telling.rank)
    return (telling.article, telling.verb.i, telling.mark.start if special else -1, special)


def _holds(one: Told, telling: Telling) -> bool:
    """Whether a claim's evidence has the verb of a telling."""
    at = telling.verb.idx
    return one.claim.article == telling.article and any(e.start <= at < e.end for e in one.claim.evidence)


def _is_told_by(matter: Matter, told: AbstractSet[tuple[str, int, int]]) -> bool:
    """Whether a matter is of nothing but figures in which the accounts of other matters part."""
    spans = [(one.claim.article, one.amount.span) for one in matter if one.claim.kind == "figure" and one.amount]
    return len(spans) == len(matter) and all(span and (name, span.start, span.end) in told for name, span in spans)


def may_be_joined(parts: Sequence[Matter], slots: set[str]) -> bool:
    """Whether matters can be one: no account tells in two of them, and joined they part in nothing but some slots."""
    accounts = [{one.claim.article for one in part} for part in parts]
    if any(a & b for a, b in combinations(accounts, 2)):
        return False
    dated = [[one for one in part if one.claim.kind != "statement"] for part in parts]
    days_meet_all = all(days_meet(x, y) for a, b in combinations(dated, 2) for x in a for y in b)
    if "when" not in slots and not days_meet_all:
        return False
    whole = sorted((one for part in parts for one in part), key=rank)
    known = {found.slot for part in parts for found in differences(part) if found.conflict}
    expected = known | slots | {"sense"}
    expected |= {"amount"} if "direction" in slots else {"recipient"} if "amount" in slots else set()
    return {found.slot for found in differences(whole) if found.conflict} <= expected


def _told(telling: Telling, people: Mapping[str, StoryEntity]) -> Told:
    """A telling that no line has -> its claim, on the word of whom it is told."""
    reading = telling.reading
    slots: dict[str, Slot] = {}
    if telling.subject is not None and not telling.subject.covers(telling.mark):
        slots["actor"] = EntitySlot(meant(telling), telling.subject.of(reading.text), telling.subject)
    if telling.count is not None:
        slots["amount"] = telling.count.amount
    days = Values(telling).days
    if len(days) == 1 and days[0].earliest == days[0].latest:
        slots["when"] = time_slot(reading, days[0].span)
    verb = Span(telling.verb.idx, telling.verb.idx + len(telling.verb))
    clause = Unread(reading, telling.mark, verb, telling.span, telling.sentence, telling.statement)
    is_figure = telling.count is not None or _is_of_a_figure(telling)
    return claimed(clause, "figure" if is_figure else "event", slots, people)


def meant(telling: Telling) -> tuple[str, ...]:
    """Telling -> whom its "who" or "that" is for, where the story knows that one: "a group that organized …"."""
    relative = telling.verb.dep_ == "relcl" and telling.statement is None and not is_passive(telling.verb)
    known = [key.removeprefix("@") for key in telling.doer.entities] if relative else []
    return tuple(known) if len(known) == 1 else ()

"""Matters, and clauses of two accounts that tell one thing -> the matters with these in them, and in what they part."""

from collections import defaultdict
from collections.abc import Mapping, Sequence

from rashomon.linking.chains import own_chain
from rashomon.model import (
    Claim,
    ClaimKind,
    Difference,
    EntitySlot,
    Reading,
    Slot,
    Span,
    StoryEntity,
    TextSlot,
    hashed,
)
from rashomon.stories.scenes import whose
from rashomon.stories.weave import Woven
from rashomon.weighing.align import rank
from rashomon.weighing.clauses import clause_of
from rashomon.weighing.facing import Facing, facing
from rashomon.weighing.tellings import Telling, tellings
from rashomon.weighing.told import Told

Matter = list[Told]


def faced(
    matters: Sequence[Matter], readings: Sequence[Reading], woven: Woven, told: Sequence[Told]
) -> list[tuple[Matter, tuple[Difference, ...]]]:
    """A story's matters, readings, entities and claims -> the matters, each with what its accounts tell against one another.

    Where two accounts tell one thing in two lines, these become one; a clause that no line has joins that of the other; a
    pair that no line has is a matter of its own. Of an account that a line has already none is added.
    """
    people = {entity.id: entity for entity in woven.entities}
    who = whose(woven.entities, readings)
    statements: dict[str, list[Told]] = defaultdict(list)
    for one in told:
        if one.claim.kind == "statement":
            statements[one.claim.article].append(one)
    clauses = [t for reading in _once(readings) for t in tellings(reading, who, statements[reading.article.id])]
    joined = _Joined(matters, people)
    for pair in facing(clauses, people):
        joined.add(pair)
    return joined.all()


def _once(readings: Sequence[Reading]) -> list[Reading]:
    """Readings -> the first of each text: a copy tells nothing by itself."""
    return list({reading.text: reading for reading in reversed(readings)}.values())[::-1]


class _Joined:
    """Matters into which pairs of tellings are put one after the other."""

    def __init__(self, matters: Sequence[Matter], people: Mapping[str, StoryEntity]) -> None:
        self.matters: list[Matter] = [list(matter) for matter in matters]
        self.parted: list[list[Difference]] = [[] for _ in matters]
        self.people = people
        self.homes: dict[Telling, int] = {}
        self.moved: dict[int, int] = {}
        self.deeds: dict[str, list[tuple[Span, int]]] = defaultdict(list)
        self.spoken: dict[str, int] = {}
        for number, matter in enumerate(self.matters):
            for one in matter:
                if one.claim.kind == "statement":
                    self.spoken.setdefault(one.claim.finding, number)
                elif (cue := _cue(one)) is not None and one.term("status") in {"", "happened", "planned"}:
                    self.deeds[one.claim.article].append((cue, number))

    def add(self, pair: Facing) -> None:
        """One pair of tellings -> nothing; they have one matter now, unless what they stand in forbids it."""
        first, second = self._home(pair.one), self._home(pair.two)
        if first is None and second is None:
            self.matters.append([_told(pair.one, self.people), _told(pair.two, self.people)])
            self.parted.append([])
            first = second = len(self.matters) - 1
        elif first is None or second is None:
            home, guest = (second, pair.one) if first is None else (first, pair.two)
            if home is None or any(one.claim.article == guest.article for one in self.matters[home]):
                return
            self.matters[home].append(_told(guest, self.people))
            first = second = home
        elif first != second and not self._merge(first, second):
            return
        self.homes[pair.one] = self.homes[pair.two] = self._at(first)
        self.parted[self._at(first)] += pair.differences

    def _home(self, telling: Telling) -> int | None:
        """The matter that has a telling: that of its deed, else that of the statement whose whole content it is."""
        if telling in self.homes:
            return self._at(self.homes[telling])
        place = Span(telling.verb.idx, telling.verb.idx + len(telling.verb))
        for cue, number in self.deeds[telling.article]:
            if cue.meets(place) or cue.meets(telling.mark):
                return self._at(number)
        if telling.statement is not None and telling.is_whole:
            number = self.spoken.get(telling.statement.claim.finding)
            return None if number is None else self._at(number)
        return None

    def _merge(self, first: int, second: int) -> bool:
        """Two matters -> whether they could be made one: no account tells in both."""
        one, two = self.matters[first], self.matters[second]
        if {x.claim.article for x in one} & {x.claim.article for x in two}:
            return False
        one += two
        self.parted[first] += self.parted[second]
        self.matters[second], self.parted[second] = [], []
        self.moved[second] = first
        return True

    def _at(self, number: int) -> int:
        while number in self.moved:
            number = self.moved[number]
        return number

    def all(self) -> list[tuple[Matter, tuple[Difference, ...]]]:
        return [
            (sorted(matter, key=rank), tuple(parted))
            for matter, parted in zip(self.matters, self.parted, strict=True)
            if matter
        ]


def _is_of_a_figure(telling: Telling) -> bool:
    """Whether a telling is of how a figure moved: one that gives it."""
    return telling.axis == "direction" and any(t.like_num for t in telling.tokens)


def _cue(one: Told) -> Span | None:
    """The words that tell a deed: of a claim without a finding, those of its slot."""
    if one.cue is not None:
        return one.cue
    slot = one.claim.slots.get("trigger")
    return slot.span if slot is not None else None


def _told(telling: Telling, people: Mapping[str, StoryEntity]) -> Told:
    """A telling that no line has -> its claim, on the word of whom it is told."""
    reading, statement = telling.reading, telling.statement
    article = reading.article.id
    kind: ClaimKind = "figure" if telling.count is not None or _is_of_a_figure(telling) else "event"
    name = hashed(article, "telling", telling.mark)
    slots: dict[str, Slot] = {
        "trigger": TextSlot(telling.mark.of(reading.text), telling.mark),
        "what": TextSlot(telling.span.of(reading.text), telling.span),
    }
    if telling.subject is not None:
        slots["actor"] = EntitySlot((), telling.subject.of(reading.text), telling.subject)
    if telling.count is not None:
        slots["amount"] = telling.count.amount
    chain = statement.claim.chain if statement is not None else own_chain(reading)
    within = statement.claim.finding if statement is not None else None
    claim = Claim(hashed(article, "claim", "telling", name), article, kind, name, (telling.span,), chain, slots, within)
    verb = Span(telling.verb.idx, telling.verb.idx + len(telling.verb))
    return Told(claim, reading.text, None, telling.sentence, quoted=False, clause=clause_of(reading, verb), people=people)

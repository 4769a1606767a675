"""A story's claims -> which accord, truce, sanctions, tariffs or limits each is about, under whatever name."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from typing import NamedTuple

from rashomon.lexicon.instruments import accord_key
from rashomon.linking.claims.measures import IMPOSED
from rashomon.model import EntitySlot, StoryEntity, TextSlot
from rashomon.weighing.claims.told import Told

Parties = frozenset[str]
_POINTING = frozenset({"the", "this", "that", "these", "those", "its", "their", "his", "her", "both", "such"})
_OF_NO_STATE = ("IGO", "NGO", "MNC", "INT")


class Instrument(NamedTuple):
    """What makes an instrument itself: its kind, its name, and by or between whom and on whom it is.

    ``name`` is a key ("JCPOA", "rivera"), or what an accord without a name is about ("trade accord"); "" where its kind
    and parties are all.
    """

    kind: str
    name: str
    by: Parties = frozenset()
    on: Parties = frozenset()

    @property
    def is_known(self) -> bool:
        """Whether it can be no other: it has a name, or all its parties are told."""
        if self.kind in IMPOSED:
            return bool(self.by and self.on)
        return len(self.by) > 1 or (self.kind == "accord" and not self.by)

    def may_be(self, known: "Instrument") -> bool:
        """Whether it may be one that is known, of which it tells less."""
        alike = self.kind == known.kind and self.name == known.name
        return alike and self.by <= known.by and self.on <= known.on


def instrument_of(one: Told) -> Instrument | None:
    """Claim -> the instrument that it is about, as far as it tells itself; None where it is about none."""
    named, measure = one.claim.slots.get("instrument"), one.claim.slots.get("measure")
    if isinstance(named, TextSlot):
        return Instrument("accord", accord_key(named.text))
    if not isinstance(measure, TextSlot):
        return None
    kind = measure.text if measure.text in {*IMPOSED, "truce"} else "accord"
    name = measure.text if kind == "accord" else ""
    return Instrument(kind, name, _parties(one, "measure_by"), _parties(one, "measure_on"))


def settled(lines: Mapping[str, Sequence[Told]]) -> dict[str, Instrument]:
    """Claims by the id of their line -> by claim id the instrument that each is about; what is about none is left out.

    A claim that points at what it leaves parties out of ("the sanctions") means what the same article tells more of,
    else what the same line does, where that can be only one; else it stays by itself, as bare "sanctions" do.
    """
    told = {
        one.claim.id: (line, one, found)
        for line, held in lines.items()
        for one in held
        if (found := instrument_of(one))
    }
    by_article: dict[str, set[Instrument]] = defaultdict(set)
    by_line: dict[str, set[Instrument]] = defaultdict(set)
    for line, one, found in told.values():
        if found.is_known:
            by_article[one.claim.article].add(found)
            by_line[line].add(found)
    return {
        claim: _meant(found, by_article[one.claim.article], by_line[line]) if _is_loose(one, found) else found
        for claim, (line, one, found) in told.items()
    }


def _is_loose(one: Told, found: Instrument) -> bool:
    """Whether a claim leaves parties of its instrument out and yet points at it, or tells on whom it is."""
    if found.is_known:
        return False
    slot = one.claim.slots["measure"]
    words = slot.span.of(one.text).lower().replace("’", "'") if slot.span else ""
    return bool(found.on) or words.split()[0] in _POINTING or "'s " in words or "s' " in words


def _meant(loose: Instrument, *known: set[Instrument]) -> Instrument:
    for ones in known:
        fitting = [one for one in ones if loose.may_be(one)]
        if len(fitting) == 1:
            return fitting[0]
    return loose


def _parties(one: Told, slot: str) -> Parties:
    found = one.claim.slots.get(slot)
    return frozenset(party_of(e, one.people) for e in found.entities) if isinstance(found, EntitySlot) else frozenset()


def party_of(entity: str, people: Mapping[str, StoryEntity]) -> str:
    """Entity -> the state that it is, governs or acts for, by its code; else the entity itself."""
    found = people.get(entity)
    code = found.code if found else None
    return code[:3] if code and not code.startswith(_OF_NO_STATE) else entity

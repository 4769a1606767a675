"""Deeds about sanctions, tariffs, truces and accords that have no name -> what is meant, and between whom."""

import re
from functools import cache
from typing import Any

from rashomon.lexicon.files import load
from rashomon.linking.refer import Referents
from rashomon.model import Entity, EntitySlot, Reading, Slot, Span, TextSlot, Undertaking, hull
from rashomon.text.grammar import head_of, phrase, span_of, tokens_in

IMPOSED = frozenset({"sanctions", "tariffs", "limits"})
"""Measures that one side imposes on another; the rest bind all their parties."""
_IMPOSING = frozenset({"sanction", "relief", "extension", "suspension"})
_BINDING = frozenset({"agreement", "extension", "amendment", "confirmation", "resumption"})
_SIDES = frozenset({"poss", "amod", "compound", "nmod"})
_ON = frozenset({"on", "against", "upon", "over", "for", "to"})
_ABLE = frozenset({"state", "organization", "person", "group"})
_RELENTING = re.compile(r"to (?:lift|ease|remove|end|waive|relax|scrap|drop|suspend)\b")
"""Terms of a demand, pledge or refusal that only who has imposed a measure can fulfil."""
_Side = tuple[Entity, Span]
"""Who stands on one side of a measure, and the words that say so."""


class Measures:
    """The measures that one reading's undertakings are about; make one per reading."""

    def __init__(self, reading: Reading, who: Referents) -> None:
        self._reading = reading
        self._who = who

    def of(self, found: Undertaking, *, named: bool) -> dict[str, Slot]:
        """Undertaking, and whether its accord has a name -> slots of the measure: which, by or between whom, on whom.

        ``named`` accords have their own slot: of them nothing is given here. None if it is about nothing such.
        """
        if found.kind == "limit":
            return self._limits(found)
        noun = self._noun(found)
        if noun is None or named:
            return {}
        kind = _kinds().get(noun.lemma_.lower(), "")
        by, on = self._imposed(found, noun) if kind in IMPOSED else (self._parties(found, noun), [])
        what = kind or _about(noun)
        if not what or (not kind and len(by) < 2):
            return {}
        slots: dict[str, Slot] = {"measure": TextSlot(what, span_of([t for t in phrase(noun) if t.i <= noun.i]))}
        given = {"measure_by": by, "measure_on": on}
        return slots | {name: _slot(entities, spans) for name, (entities, spans) in _held(given).items()}

    def _limits(self, found: Undertaking) -> dict[str, Slot]:
        """Limit -> slots of all the limits that one side sets another; none where it names only one side."""
        sides = {"measure_by": self._all(found.parties), "measure_on": self._all(found.toward)}
        slots: dict[str, Slot] = {name: _slot(*held) for name, held in _held(sides).items()}
        return {"measure": TextSlot("limits", found.cue), **slots} if len(slots) == len(sides) else {}

    def _noun(self, found: Undertaking) -> Any:
        """Undertaking -> the noun for what it is about: of its terms or its cue."""
        for stretch in (found.what, found.cue):
            nouns = (t for t in tokens_in(self._reading.doc, stretch) if t.pos_ in {"NOUN", "PROPN"})
            noun = next((t for t in nouns if t.lemma_.lower() in _kinds()), None)
            if noun is not None:
                return noun
        return None

    def _imposed(self, found: Undertaking, noun: Any) -> tuple[list[_Side], list[_Side]]:
        own = self._sides(noun)
        on = self._behind(noun, _ON)
        by = self._behind(noun, frozenset({"by", "from"}))
        if found.kind in _IMPOSING:
            doers = self._all(found.parties)
            by = [*doers, *by] or own
            verb = head_of(self._reading.doc, found.cue)
            # "imposed tariffs on goods from Peru"
            behind = self._behind(verb, _ON | {"from"}) if verb.pos_ == "VERB" else []
            on = on or behind or self._all(found.toward) or (own if doers else [])
        elif _RELENTING.match(found.what.of(self._reading.text)):
            by = by or own or self._all(found.toward if found.kind == "demand" else found.parties)
        by = by or own
        imposers = {entity.id for entity, _ in by}
        return by, [side for side in on if side[0].id not in imposers]

    def _parties(self, found: Undertaking, noun: Any) -> list[_Side]:
        """Undertaking and the noun of its accord -> the parties, as the noun tells them; else who binds himself."""
        between = self._behind(noun, frozenset({"between", "among"}))
        if between:
            return between
        partners = [*self._behind(noun, frozenset({"with"})), *self._all(found.toward)]
        doers = self._all(found.parties) if found.kind in _BINDING else []
        if found.kind == "breach-claim":
            doers = self._all(found.parties) if partners else []
        joined = _each_once([*self._sides(noun), *doers, *partners])
        return joined if len(joined) > 1 else []

    def _sides(self, noun: Any) -> list[_Side]:
        """Noun -> the states and bodies that stand before it by name: "US sanctions", "Kenya's truce"."""
        children = [c for c in noun.children if c.dep_ in _SIDES and c.i < noun.i and c.pos_ != "PRON"]
        return [side for child in children for side in self._at(span_of(phrase(child)))]

    def _behind(self, noun: Any, prepositions: frozenset[str]) -> list[_Side]:
        """Noun and prepositions -> who stands behind them: "sanctions on Iran", "a truce between Chad and Sudan"."""
        for child in noun.children:
            if child.dep_ == "prep" and child.lower_ in prepositions:
                found = [side for p in child.children if p.dep_ == "pobj" for side in self._named(p)]
                if found:
                    return found
        return []

    def _named(self, noun: Any) -> list[_Side]:
        """Noun that something is imposed on -> who it is, or whose: "imports from Peru", "$3 of Chinese goods"."""
        own = self._at(span_of(phrase(noun, loose=True)))
        sides = [side for side in own if side[0].kind in _ABLE]
        if sides:
            return sides
        from_whom = (p for c in noun.children if c.lower_ in {"from", "of"} for p in c.children if p.dep_ == "pobj")
        return [side for p in from_whom for side in self._named(p)] or self._sides(noun)

    def _all(self, spans: tuple[Span, ...]) -> list[_Side]:
        return _each_once([side for span in spans for side in self._at(span)])

    def _at(self, span: Span) -> list[_Side]:
        return [(entity, span) for entity in self._who.all_at(span) if entity.kind != "place"]


def _each_once(sides: list[_Side]) -> list[_Side]:
    first: dict[str, _Side] = {}
    for side in sides:
        first.setdefault(side[0].id, side)
    return list(first.values())


def _held(given: dict[str, list[_Side]]) -> dict[str, tuple[list[Entity], list[Span]]]:
    """Slot names and sides -> those that have any, with each entity once."""
    once = {name: _each_once(sides) for name, sides in given.items()}
    return {name: ([e for e, _ in sides], [s for _, s in sides]) for name, sides in once.items() if sides}


def _slot(entities: list[Entity], spans: list[Span]) -> EntitySlot:
    return EntitySlot(tuple(e.id for e in entities), " and ".join(e.name for e in entities), hull(spans))


def _about(noun: Any) -> str:
    """Noun of an accord -> what it is about, and that it is one: "trade accord"; "" where nothing tells."""
    before = [c for c in noun.children if c.i < noun.i and c.dep_ in {"compound", "amod"}]
    told = [c.lemma_.lower() for c in before if c.pos_ == "NOUN" or c.lower_ in load("accords.yaml")["about"]]
    return " ".join([*told, "accord"])


@cache
def _kinds() -> dict[str, str]:
    """-> lemma of a noun to the record's word for its measure; "" for an accord, which its parties must tell."""
    measures = {lemma: kind for kind, lemmas in load("accords.yaml")["measures"].items() for lemma in lemmas}
    return dict.fromkeys(load("accords.yaml")["bonds"], "") | measures

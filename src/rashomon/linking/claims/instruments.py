"""Deeds about an accord -> which instrument it is, by its own words or by those it points back to."""

import re
from typing import NamedTuple

from rashomon.lexicon.instruments import Instrument, Naming, accords_by_place, instrument_in, instruments_in
from rashomon.model import Entity, Reading, Sentence, Span

_BACK = re.compile(
    r"\b(?:the|that|this|said) "
    r"(?:(?:hard-fought|hard-won|landmark|historic|milestone|fragile|whole|entire|same|(?:19|20)\d\d) )?"
    r"(?:agreement|deal|accord|pact|treaty|instrument)\b"
    r"(?! (?:with|on|of|to|between|it|they|he|she|that|reached|made|signed|struck|for)\b)",
    re.IGNORECASE,
)
_OWN = re.compile(r"^ (?:it|they|he|she|that|which|reached|made|signed|struck|with|between|for|on)\b")
_NEAR = 3
"""Sentences back within which "the agreement" may mean an instrument that is named there."""


class _Named(NamedTuple):
    """An instrument as a sentence names it."""

    sentence: int
    start: int
    end: int
    naming: Naming


class Instruments:
    """The accords that one article speaks of; make one per reading."""

    def __init__(self, reading: Reading) -> None:
        self._text = reading.text
        self._sentences = [s.span for s in reading.of(Sentence)]
        fully = instruments_in(self._text)
        self._strict = {n.naming.instrument.key for n in fully}
        people = _names_of_actors(reading)
        by_place = (n for n in accords_by_place(self._text) if not people & set(self._text[n.start : n.end].split()))
        placed = [n for n in by_place if not any(n.start < o.end and o.start < n.end for o in fully)]
        self._fulls = {n.naming.instrument.key: n.naming.instrument for n in (*reversed(placed), *reversed(fully))}
        self._named: list[_Named] = []
        for at, sentence in enumerate(self._sentences):
            inside = [n for n in (*fully, *placed) if sentence.start <= n.start < sentence.end]
            self._named += [_Named(at, n.start, n.end, Naming(n.naming.instrument, loose=False)) for n in inside]
            found = instrument_in(sentence.of(self._text))
            if found is not None and found.loose:
                self._named.append(_Named(at, sentence.start, sentence.start, found))

    def of(self, stretch: Span) -> tuple[Instrument, Span] | None:
        """Words of a deed -> the instrument that they name or point back to, with the words; None where it is open."""
        inside = [n for n in self._named if n.end > n.start and stretch.covers(Span(n.start, n.end))]
        if inside:
            first = min(inside, key=lambda n: (n.start, -n.end))
            known = self._fulls[first.naming.instrument.key]
            return (known if known.key.islower() else first.naming.instrument), Span(first.start, first.end)
        words = stretch.of(self._text)
        found = instrument_in(words)
        if found is not None and found.loose:
            return self._loosely(found, stretch)
        back = _BACK.search(words)
        if back is None:
            return None
        meant = self._before(stretch)
        return (meant, Span(stretch.start + back.start(), stretch.start + back.end())) if meant else None

    def _loosely(self, found: Naming, stretch: Span) -> tuple[Instrument, Span] | None:
        """A general name means the instrument only where the article names it fully, and says nothing else of it."""
        known = found.instrument.key in self._strict
        return (found.instrument, stretch) if known and not _OWN.match(self._text[stretch.end :][:12]) else None

    def _before(self, stretch: Span) -> Instrument | None:
        """The only instrument named shortly before, fully or as the article names it elsewhere."""
        here = next((i for i, s in enumerate(self._sentences) if s.meets(stretch)), 0)
        near = [n for n in self._named if here - _NEAR <= n.sentence <= here and n.start <= stretch.start]
        keys = {n.naming.instrument.key for n in near if not n.naming.loose or n.naming.instrument.key in self._strict}
        return self._fulls.get(keys.pop()) if len(keys) == 1 else None


def _names_of_actors(reading: Reading) -> frozenset[str]:
    """Reading -> the words of the names of its people, states and bodies: an accord called by one is theirs, no name.

    What stands for nothing but the accord itself ("the Rivera accord") is a name of nobody.
    """
    nouns = re.compile(r" (?:treaty|accords?|agreement|pact|protocol|deal)\b", re.IGNORECASE)
    known = set()
    for entity in reading.of(Entity):
        alone = [m for m in entity.mentions if not nouns.match(reading.text, m.end)]
        if alone and entity.kind in {"person", "state", "organization", "outlet"}:
            known |= {word for name in (entity.name, *entity.names) for word in name.split() if word[:1].isupper()}
    return frozenset(known)

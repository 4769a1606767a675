"""Attributions -> chains: on whose word, outermost first: outlet <- credited origin <- relay(s) <- source."""

import re
from typing import Any

from rashomon.lexicon.actors import actor_named
from rashomon.lexicon.files import load
from rashomon.lexicon.lines import credited
from rashomon.linking.hops import hop_of, is_withheld
from rashomon.linking.refer import Referents
from rashomon.model import Attribution, Block, Hop, Reading, Span
from rashomon.readers.attributions.draft import noun_span
from rashomon.readers.attributions.relays import is_outlet
from rashomon.text.grammar import head_of

_POINTS_BACK = frozenset({"the", "that", "this", "same"})


class Chains:
    """The chains of one reading; make one per reading and ask it often."""

    def __init__(self, reading: Reading, who: Referents) -> None:
        self._reading = reading
        self._who = who
        self.own = _own(reading)
        self._of: dict[str, tuple[Hop, ...]] = {}
        self._carry: tuple[Attribution, tuple[Hop, ...]] | None = None
        self._documents: dict[str, tuple[Hop, ...]] = {}
        for attribution in sorted(
            reading.of(Attribution), key=lambda a: min(*a.cue, *a.content) if a.cue else min(a.content)
        ):
            self._of[attribution.id] = (*self.own, *self._behind(attribution))

    def of(self, attribution: str | None) -> tuple[Hop, ...]:
        """Id of an attribution, or None for the author's own word -> its chain, outermost first."""
        return self._of.get(attribution, self.own) if attribution else self.own

    def _behind(self, attribution: Attribution) -> tuple[Hop, ...]:
        if not attribution.source:
            return (Hop(load("chains.yaml")["nameless_source"], "unresolved"),)
        relays = tuple(hop_of(self._reading, self._who, (span,)) for span in attribution.relay)
        last = self._last(attribution)
        if not relays and self._points_back(attribution):
            assert self._carry is not None
            relays = self._carry[1]
        if relays:
            self._carry = (attribution, relays)
        elif last[-1].kind not in {"person", "unnamed", "unresolved", "government"}:
            self._carry = None
        named = [h for h in (*relays, *last) if h.name not in {own.name for own in self.own}]
        return tuple(dict.fromkeys(named)) or last

    def _points_back(self, attribution: Attribution) -> bool:
        """Whether the source is the unnamed one of the attribution before, whose words came through a relay.

        A relay is carried on for somebody without a name only: he exists in this text by the relay's word alone.
        """
        if self._carry is None:
            return False
        before, now = self._hop(self._carry[0]), self._hop(attribution)
        if before.kind != "unnamed" or now.kind not in {"unnamed", "unresolved"}:
            return False
        if before.entity is not None and before.entity == now.entity:
            return True
        words = attribution.source[0].of(self._reading.text)
        return now.entity is None and words.split()[0].lower() in _POINTS_BACK and is_withheld(words)

    def _hop(self, attribution: Attribution) -> Hop:
        return hop_of(self._reading, self._who, attribution.source)

    def _last(self, attribution: Attribution) -> tuple[Hop, ...]:
        """The source's own hop; behind a document stands whoever made it, also when it is named again."""
        hop = self._hop(attribution)
        if attribution.act != "document":
            return (hop,)
        head = head_of(self._reading.doc, attribution.source[0])
        maker = _maker(self._reading, head)
        if maker is not None:
            made = hop_of(self._reading, self._who, (maker,))
            document = Hop(_without(self._reading.text, hop, maker), "document", None, hop.span)
            self._documents[head.lemma_.lower()] = (document, made)
            return (document, made)
        if head.lemma_.lower() in self._documents and any(c.lower_ in _POINTS_BACK for c in head.children):
            return self._documents[head.lemma_.lower()]
        return (hop,)


def _own(reading: Reading) -> tuple[Hop, ...]:
    """Reading -> the hops of everything in it: its outlet, and the one whose text its credit or dateline says it is."""
    outlet = Hop(reading.article.outlet or load("chains.yaml")["nameless_outlet"], "outlet")
    blocks = [block for block in reading.of(Block) if block.kind in {"credit", "dateline"}]
    origins = [hop for block in blocks if (hop := _credit(reading, block)) is not None]
    return (outlet, *(hop for hop in origins[:1] if hop.name != outlet.name))


def _credit(reading: Reading, block: Block) -> Hop | None:
    words = block.span.of(reading.text)
    name = credited(words)
    if name is None:
        return None
    start = block.span.start + words.rindex(name)
    return Hop(name, "outlet", None, Span(start, start + len(name)))


def _maker(reading: Reading, document: Any) -> Span | None:
    """Head noun of a document -> the words for who made it: "statement by X", "X's report", "editorial in X"."""
    for child in document.children:
        if child.dep_ == "poss" or (child.dep_ == "compound" and child.pos_ == "PROPN" and _is_listed(reading, child)):
            return noun_span(child)
        if child.dep_ == "prep" and child.lower_ == "in":
            for noun in child.children:
                if noun.dep_ == "pobj" and is_outlet(reading, noun_span(noun)):
                    return noun_span(noun)
        if child.dep_ == "prep" and child.lower_ in {"by", "from", "of"}:
            for noun in child.children:
                if noun.dep_ == "pobj" and any(t.pos_ == "PROPN" for t in noun.subtree):
                    return noun_span(noun)
    return None


def _is_listed(reading: Reading, name: Any) -> bool:
    """Whether a name before a noun is a listed outlet's ("a Reuters report")."""
    named = actor_named(noun_span(name).of(reading.text))
    return named is not None and named.kind == "outlet"


def _without(text: str, document: Hop, maker: Span) -> str:
    """Document as a text names it, and the words for its maker -> its name without them."""
    span = document.span
    if span is None:
        return document.name
    before, behind = Span(span.start, max(span.start, maker.start)), Span(maker.end, max(span.end, maker.end))
    words = re.sub(r"^(?:['’]s?)?\s+", "", behind.of(text))
    if maker.start <= span.start or words:  # "the minister's statement", "a Reuters report"
        return f"{before.of(text)}{words}".strip() or document.name
    return re.sub(r"\s+(?:by|from|of|in)$", "", before.of(text).strip())

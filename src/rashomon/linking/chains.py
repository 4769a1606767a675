"""Attributions -> chains: on whose word, outermost first: outlet <- credited origin <- relay(s) <- source."""

import re
from typing import Any

import msgspec

from rashomon.lexicon.actors import actor_named
from rashomon.lexicon.files import load
from rashomon.lexicon.lines import credited
from rashomon.linking.going_on import are_the_speakers, means_the_speaker, speaks_on, what_reads
from rashomon.linking.hops import hop_of, is_document, is_withheld, maker_of, outlet_kind
from rashomon.linking.refer import Referents
from rashomon.model import Attribution, Block, Entity, Hop, Reading, Span
from rashomon.readers.attributions.draft import noun_span
from rashomon.readers.attributions.relays import is_outlet
from rashomon.text.grammar import head_of

_BESIDE = re.compile(r",? and (?!its )")
_POINTS_BACK = frozenset({"the", "that", "this", "same"})
_ANOTHER = frozenset({"new", "latest", "other", "previous", "earlier", "last", "first", "second"})
_MADE = frozenset({"by", "from", "of", "in", "on"})
_SENT = frozenset({"report", "dispatch", "account", "news"})
_TOLD = frozenset({"told", "tells"})
_TIMES = frozenset({"DATE", "TIME"})  # "Monday's report" is no maker's
_PERSONS = frozenset({"person", "unnamed", "unresolved"})


class Chains:
    """The chains of one reading; make one per reading and ask it often."""

    def __init__(self, reading: Reading, who: Referents) -> None:
        self._reading = reading
        self._who = who
        self.own = own_chain(reading)
        self._of: dict[str, tuple[Hop, ...]] = {}
        self._carry: tuple[Attribution, Hop, tuple[Hop, ...]] | None = None
        self._before: tuple[Attribution, Hop] | None = None
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
            return (nameless(),)
        relays = tuple(hop for span in attribution.relay for hop in self._hops((span,), relays=True))
        heard = [h for h in relays if h.kind == "organization" and h.span == attribution.addressee]
        relays = tuple(h for h in relays if h not in heard) or self._hearing(attribution)  # no news agency by its name
        hop = self._hop(attribution)
        made = "document" in {attribution.act, hop.kind}
        last = self._hops(attribution.source, hop, relays=False) if made else (hop,)
        if self._carry is not None and not relays and self._goes_on(attribution, hop):
            relays = self._carry[2]
        if relays:
            self._carry = (attribution, hop, relays)
        elif last[-1].kind not in {"person", "unnamed", "unresolved", "government"}:
            self._carry = None
        self._before = (attribution, hop)
        own = {hop.name for hop in self.own}
        inwards = {(h.name, h.entity): h for h in reversed((*relays, *last)) if h.name not in own}
        return tuple(reversed(inwards.values())) or last

    def _hearing(self, attribution: Attribution) -> tuple[Hop, ...]:
        """The hop of an outlet that is told something, and known from elsewhere in the text as one: "told the Post"."""
        heard, text = attribution.addressee, self._reading.text
        told = attribution.cue and attribution.cue[0].of(text).lower() in _TOLD
        if heard is None or not told or min(attribution.content).of(text).startswith("to "):
            return ()
        known = self._who.at(heard)
        listed = actor_named(known.name) if isinstance(known, Entity) else None
        outlet = listed is not None and listed.kind == "outlet"  # and no press, to which all is told
        return (hop_of(self._reading, self._who, (heard,)),) if outlet else ()

    def _goes_on(self, attribution: Attribution, hop: Hop) -> bool:
        return self._points_back(attribution, hop) or self._speaks_on(attribution, hop)

    def _points_back(self, attribution: Attribution, now: Hop) -> bool:
        """Whether the source is the unnamed one of an attribution before, whose words came through a relay.

        He exists in this text by the relay's word alone, so that it is carried on over all that he says.
        """
        assert self._carry is not None
        before = self._carry[1]
        if before.kind != "unnamed" or now.kind not in {"unnamed", "unresolved"}:
            return False
        if before.entity is not None and before.entity == now.entity:
            return True
        words = attribution.source[0].of(self._reading.text)
        return now.entity is None and words.split()[0].lower() in _POINTS_BACK and is_withheld(words)

    def _speaks_on(self, attribution: Attribution, now: Hop) -> bool:
        """Whether the source is the one whose words a relay brought just before, and no other occasion is named."""
        assert self._carry is not None
        before, hop, _ = self._carry
        if self._before is None or self._before[0] != before or hop.entity is None or hop.entity != now.entity:
            return False
        return speaks_on(self._reading, before, attribution)

    def _hop(self, attribution: Attribution) -> Hop:
        """The source's own hop; "it" is the body that spoke before, "they" the two, where it can be no other."""
        if (document := what_reads(self._reading, attribution)) is not None:
            return document
        hop = hop_of(self._reading, self._who, attribution.source)
        if hop.kind != "unresolved" or self._before is None:
            return hop
        before, speaker = self._before
        joint = speaker.entity is None and " and " in speaker.name
        if joint and are_the_speakers(self._reading, before, attribution):
            return msgspec.structs.replace(speaker, span=hop.span)
        if speaker.kind in _PERSONS or not means_the_speaker(self._reading, self._who, before, attribution):
            return hop
        return msgspec.structs.replace(speaker, span=hop.span)

    def _hops(self, spans: tuple[Span, ...], hop: Hop | None = None, *, relays: bool) -> tuple[Hop, ...]:
        """Words for a source or relay -> its hop; behind a document stands whoever made it."""
        hop = hop or hop_of(self._reading, self._who, spans)
        head = head_of(self._reading.doc, spans[0])
        if not is_document(head) and (relays or hop.kind != "document"):
            return (hop,)
        maker = _maker(self._reading, head)
        around = next((span for span in spans if maker is not None and span.covers(maker)), None)
        if maker is not None and around is not None and _BESIDE.match(self._reading.text, maker.end, around.end):
            return (hop,)  # "a study by Aker University and the Oslo School" is of both
        if maker is not None and around is not None:
            made = maker_of(self._reading, self._who, maker)
            document = Hop(_without(self._reading.text, hop, maker), "document", None, hop.span)
            self._documents[head.lemma_.lower()] = (document, made)
            return (document, made)
        told = {c.lower_ for c in head.children}
        if head.lemma_.lower() in self._documents and told & _POINTS_BACK and not told & _ANOTHER:
            return self._documents[head.lemma_.lower()]
        return (hop,)


def own_chain(reading: Reading) -> tuple[Hop, ...]:
    """Reading -> the hops of everything in it: its outlet, and the one whose text its credit or dateline says it is."""
    outlet = Hop(reading.article.outlet or load("chains.yaml")["nameless_outlet"], "outlet")
    blocks = [block for block in reading.of(Block) if block.kind in {"credit", "dateline"}]
    origins = [hop for block in blocks if (hop := _credit(reading, block)) is not None]
    return (outlet, *(hop for hop in origins[:1] if hop.name != outlet.name))


def nameless() -> Hop:
    """The hop of words that the text lays to somebody and does not say to whom."""
    return Hop(load("chains.yaml")["nameless_source"], "unresolved")


def _credit(reading: Reading, block: Block) -> Hop | None:
    words = block.span.of(reading.text)
    name = credited(words)
    if name is None:
        return None
    start = block.span.start + words.rindex(name)
    known = actor_named(name) or actor_named(name.title())  # "(REUTERS)"
    listed = known.name if known else name
    return Hop(listed, outlet_kind(listed), None, Span(start, start + len(name)))


def _maker(reading: Reading, document: Any) -> Span | None:
    """Head noun of a document -> the words for who made it: "statement by X", "X's report", "editorial in X"."""
    for child in document.children:
        owner = child.dep_ == "poss" and child.ent_type_ not in _TIMES
        if owner or (child.dep_ == "compound" and child.pos_ == "PROPN" and _is_listed(reading, child)):
            return noun_span(child)
        nouns = [noun for noun in child.children if noun.dep_ == "pobj"]
        if child.dep_ == "acl" and child.tag_ == "VBN":
            nouns = [n for by in child.children if by.dep_ == "agent" for n in by.children if n.dep_ == "pobj"]
        elif child.dep_ != "prep" or child.lower_ not in _MADE:
            continue
        for noun in nouns:
            if child.lower_ == "from" and document.lemma_.lower() in _SENT and noun.ent_type_ in {"GPE", "LOC"}:
                continue  # "reports from Ashgabat", which somebody sent from there
            named = noun.pos_ == "PROPN" if child.lower_ == "of" else any(t.pos_ == "PROPN" for t in noun.subtree)
            if is_outlet(reading, noun_span(noun)) if child.lower_ in {"in", "on"} else named:
                return noun_span(noun)
    return None


def _is_listed(reading: Reading, name: Any) -> bool:
    """Whether a name before a noun is a listed outlet's or government's ("a Reuters report", "a Kremlin readout")."""
    if any(t.text == "/" for t in name.doc[name.head.left_edge.i : name.head.i]):
        return False  # "a Reuters/CNN poll": neither alone is its maker
    named = actor_named(noun_span(name).of(reading.text))
    return named is not None and (named.kind == "outlet" or named.naming == "seat")


def _without(text: str, document: Hop, maker: Span) -> str:
    """Document as a text names it, and the words for its maker -> its name without them."""
    span = document.span
    if span is None:
        return document.name
    before, behind = Span(span.start, max(span.start, maker.start)), Span(maker.end, max(span.end, maker.end))
    words = re.sub(r"^(?:['’]s?)?\s+|,.*", "", behind.of(text))  # what is listed behind the maker names other makers
    made = re.sub(
        r"(?:\s+(?:\w+ed|\w+en|sent|made|read|put out))?\s+(?:by|from|of|in|on)$", "", before.of(text).strip()
    )
    if maker.start <= span.start or words:  # "the minister's statement", "a Reuters report", "a letter from him to us"
        return _with_its_article(f"{made} {words}".strip()) or document.name
    return made


def _with_its_article(name: str) -> str:
    """Name of a document without its maker's -> with "an" before a vowel: "a Reuters analysis" is an analysis."""
    return re.sub(r"^([Aa])n? (?=(\w))", lambda m: f"{m[1]}{'n' if m[2].lower() in 'aeiou' else ''} ", name)

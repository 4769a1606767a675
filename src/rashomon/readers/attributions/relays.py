"""Drafts -> the further hops that their words pass through: who carried, heard or cited what the source said."""

from collections.abc import Iterator
from typing import Any

from rashomon.lexicon.actors import find_actors
from rashomon.lexicon.cues import lemma_of
from rashomon.lexicon.files import load
from rashomon.model import Reading, Span
from rashomon.readers.attributions.draft import Draft, noun_span
from rashomon.readers.attributions.sayers import of_noun
from rashomon.text.grammar import head_of

_CITING = frozenset({"cite", "quote"})


def is_outlet(reading: Reading, span: Span) -> bool:
    """Whether the head of the words is an outlet, by its name or by its trade."""
    head = head_of(reading.doc, span)
    if lemma_of(head) in load("chains.yaml")["outlet_nouns"]:
        return True
    end = span.start + len(span.of(reading.text).rstrip(".,"))
    found = [f for f in find_actors(span.of(reading.text)) if f.actor.kind == "outlet"]
    return any(span.start + f.end >= min(end, head.idx + len(head)) for f in found)


def passes_on(reading: Reading, draft: Draft) -> bool:
    """Whether the draft's source is one that passes on what others say: an outlet, or an office's account."""
    if draft.act not in {"speech", "document"} or not draft.source or draft.denied:
        return False
    if is_outlet(reading, draft.source[0]):
        return True
    return draft.reports and lemma_of(head_of(reading.doc, draft.source[0])) in load("chains.yaml")["relays"]


def with_relays(reading: Reading, draft: Draft) -> Draft:
    """Draft -> the same, with the outlets that it names as carrying, hearing or citing its source."""
    if draft.act not in {"speech", "document"} or not draft.source or draft.frame == "according":
        return draft
    cited = _cited(draft) if is_outlet(reading, draft.source[0]) else None
    if cited is not None:
        draft.relay = [*draft.relay, draft.source[0]]
        draft.source = list(of_noun(cited).spans)
        return draft
    heard = [draft.addressee] if draft.addressee is not None and is_outlet(reading, draft.addressee) else []
    draft.relay = [*draft.relay, *heard, *(s for s in _carried(draft.verb) if is_outlet(reading, s))]
    return draft


def _cited(draft: Draft) -> Any:
    """Whom an outlet cites for what it reports: "Reuters, citing a port official, reported that ..."."""
    hosts = [draft.verb, *(c for c in draft.verb.children if c.dep_ == "nsubj")]
    for clause in (c for host in hosts for c in host.children if lemma_of(c) in _CITING and c.tag_ == "VBG"):
        for noun in clause.children:
            if noun.dep_ == "dobj" and noun.pos_ in {"NOUN", "PROPN"}:
                return noun
    return None


def _carried(verb: Any) -> Iterator[Span]:
    """Who carries a saying: "in a statement carried by X", "in an interview with X"."""
    for place in (n for p in verb.children if p.dep_ == "prep" and p.lower_ in {"in", "to"} for n in p.children):
        for child in place.children:
            links = [child] if child.lower_ == "with" else [g for g in child.children if g.dep_ == "agent"]
            yield from (noun_span(n) for link in links for n in link.children if n.dep_ == "pobj")

"""Who stands between the article and the speech: who heard, carried, quoted or cited what the source said."""

from collections.abc import Iterator
from functools import cache
from itertools import pairwise
from typing import Any

from rashomon.lexicon.actors import find_actors
from rashomon.lexicon.cues import lemma_of, verb_cues
from rashomon.lexicon.files import load
from rashomon.model import Reading, Span, hull
from rashomon.readers.attributions.draft import Draft, noun_span, trimmed, without
from rashomon.readers.attributions.sayers import of_noun
from rashomon.text.grammar import conjuncts, head_of, span_of, tokens_in

_CITING = frozenset({"cite", "quote"})
_SAID = frozenset({"speech", "document"})
_HEARD = frozenset({"", "that", "quote"})
_ACCOUNTS = "according"
_PARTICIPLES = frozenset({"VBN", "VBD", "VBG"})


@cache
def listed(name: str) -> frozenset[str]:
    """Name of a plain list of the lexicon of chains ("aimed") -> its words."""
    return frozenset(load("chains.yaml")[name])


def is_outlet(reading: Reading, span: Span) -> bool:
    """Whether the head of the words is an outlet, by its name or by its trade."""
    head = head_of(reading.doc, span)
    if {lemma_of(head), head.lower_} & set(load("chains.yaml")["outlet_nouns"]):
        return True
    found = [f for f in find_actors(span.of(reading.text)) if f.actor.kind == "outlet"]
    return any(span.start + f.start <= head.idx < span.start + f.end for f in found)


def passes_on(reading: Reading, draft: Draft) -> bool:
    """Whether the draft's source is one that passes on what others say: an outlet, or an office's account."""
    if draft.act not in _SAID or not draft.source or draft.denied:
        return False
    if is_outlet(reading, draft.source[0]):
        return True
    return draft.reports and lemma_of(head_of(reading.doc, draft.source[0])) in listed("relays")


def with_relays(reading: Reading, draft: Draft) -> Draft:
    """Draft -> the same, with the outlets that it names as carrying, hearing or citing its source."""
    if draft.act not in _SAID or not draft.source:
        return draft
    seen = seen_by(reading, draft)
    if draft.frame == _ACCOUNTS:
        draft.relay = [*draft.relay, *seen]
        return draft
    cited = _cited(draft) if is_outlet(reading, draft.source[0]) else None
    if cited is not None:
        draft.relay = [*draft.relay, draft.source[0]]
        draft.source = list(of_noun(cited).spans)
        aside = span_of([cited.head, *cited.subtree])
        draft.cue = draft.cue if cited.head != draft.verb else [span_of([cited.head.head])]
        _cut(reading, draft, aside)
        return draft
    draft.relay = [*_closing(reading, draft), *(draft.relay or _quoted_by(draft))]
    draft.relay = [*draft.relay, *_heard(reading, draft), *_carried(reading, draft), *seen]
    return draft


def trails(reading: Reading, outer: Draft, inner: Draft) -> bool:
    """Whether a draft in the content of another only tells whose report it all is: "Beck said A, Reuters reported".

    Behind a quotation anybody's is: "The captain said: “A,” the navy's spokesman said".
    """
    if outer.act not in _SAID or not outer.content or outer.content == inner.source or not inner.source:
        return False
    told = [*inner.source, *inner.cue]
    first, last = min(told).start, max(s.end for s in told)
    behind_quotation = _is_behind_quotation(reading.text, outer, first)
    if not passes_on(reading, inner) and not behind_quotation:
        return False
    if any(c.start > first for c in inner.content) or lemma_of(head_of(reading.doc, inner.source[0])) == "report":
        return False
    end = max(c.end for c in outer.content)
    rest = tokens_in(reading.doc, Span(last, end)) if last < end else ()
    if behind_quotation:
        return not any(t.pos_ in {"VERB", "AUX"} for t in rest)  # "told reporters"
    parted = reading.text[:first].rstrip().endswith((",", "”", '"'))
    return parted and all(
        t.is_punct or t.ent_type_ in {"DATE", "TIME"} or t.dep_ == "prep" or t.idx < last for t in rest
    )


def _is_behind_quotation(text: str, outer: Draft, at: int) -> bool:
    """Whether a quotation that a cue announces with a colon ends in a comma right before a place."""
    colon = text[outer.start : outer.content[0].start].rstrip().endswith(":")
    return colon and text[:at].rstrip().endswith((",”", ',"'))


def carry(reading: Reading, outer: Draft, inner: Draft) -> None:
    """Drafts of which the second trails -> nothing; it is a relay of the first, whose content ends before it."""
    first = min(*inner.source, *inner.cue).start
    end = max(c.end for c in outer.content)
    outer.relay = [*inner.source, *outer.relay]
    _cut(reading, outer, Span(first, end))


def _cut(reading: Reading, draft: Draft, hole: Span) -> None:
    """Draft and words that are not of its content -> nothing; its content is without them, unless nothing is left."""
    draft.content = trimmed(without(draft.content, [hole]), reading.text) or draft.content


def _outlet_at(reading: Reading, noun: Any) -> Span | None:
    """Noun -> the words for the outlet that it is or works for: "the BBC", "CNN's Jake Moss", "Jane Doe of CNN".

    What is one of many is none: "the press", "on television", "on social media".
    """
    if is_outlet(reading, noun_span(noun)):
        return noun_span(noun) if _is_one(noun) else None
    after = noun.doc[noun.i + 1 : noun.i + 2] if noun.pos_ == "PROPN" else ()
    owners = [c for c in noun.children if c.dep_ == "poss"]
    owners += [c for of in after if of.lower_ == "of" for c in of.children if c.dep_ == "pobj"]
    owner = next((c for c in owners if is_outlet(reading, noun_span(c))), None)
    staff = bool({lemma_of(t) for t in (noun, *noun.children)} & listed("staff"))
    if owner is not None and (staff or "PROPN" in {owner.pos_, noun.pos_}):
        return noun_span(owner)  # and not "the agency's watchdog"
    return _named_before(reading, noun, sure=not staff) if staff or noun.ent_type_ == "PERSON" else None


def _named_before(reading: Reading, noun: Any, *, sure: bool) -> Span | None:
    """Noun -> the outlet named before it in its phrase: "a [BBC] reporter"; no part of a person's name is one."""
    phrase = noun_span(noun)
    for found in find_actors(phrase.of(reading.text)):
        name = Span(phrase.start + found.start, phrase.start + found.end)
        mine = any(t.ent_type_ == "PERSON" for t in tokens_in(reading.doc, name))
        if found.actor.kind == "outlet" and not mine and not (sure and found.actor.uncertain):
            return name
    return None


def _is_one(outlet: Any) -> bool:
    """Whether a noun for outlets says which: "state television", "the Oslo press", "the paper"."""
    if outlet.pos_ == "PROPN":
        return True
    beside = [c for c in outlet.children if c.dep_ in {"amod", "compound", "nmod", "poss"}]
    if outlet.lower_ not in listed("crowds"):
        return bool(beside) or any(c.dep_ in {"det", "appos"} for c in outlet.children)
    return any(c.text[:1].isupper() or c.lower_ in listed("telling") for c in beside)


def _is_place(reading: Reading, prep: Any, noun: Any) -> bool:
    """Whether one can say something on or in an outlet so called: "on ABC", "in The Times", but not "in Sabah"."""
    words = noun_span(noun).of(reading.text)
    unsure = any(f.actor.uncertain for f in find_actors(words))
    return not unsure or words.lower().startswith("the ") or (prep.lower_ == "on" and noun.is_upper)


def _cited(draft: Draft) -> Any:
    """Whom an outlet cites for what it reports: "Reuters, citing a port official, reported that ..."."""
    verb = draft.verb
    hosts = (verb, *(c for c in verb.children if c.dep_ in {"nsubj", "ccomp"}))
    clauses = [(host, c) for host in hosts for c in host.children] + [(verb.head, verb)]
    for host, clause in clauses:
        if lemma_of(clause) in _CITING and clause.tag_ == "VBG" and clause.dep_ != "pcomp":
            for noun in clause.children:
                told = noun.dep_ == "dobj" and noun.pos_ in {"NOUN", "PROPN"}
                if told and (host.dep_ != "ccomp" or _is_aside(noun, host)):
                    return noun
    return None


def _is_aside(cited: Any, clause: Any) -> bool:
    """Whether what the parser hung on a reported clause is the reporter's citing: "Beck quit, citing her health"."""
    before = cited.head.i < min(
        (c.left_edge.i for c in clause.children if c.dep_ in {"mark", "nsubj", "nsubjpass"}), default=0
    )
    return before or lemma_of(cited) in listed("unnamed_heads")


def _heard(reading: Reading, draft: Draft) -> list[Span]:
    """The outlet that was told, or whose reporter was: "told Reuters", "told CNN's Jake Moss"."""
    if draft.addressee is None or draft.frame not in _HEARD or lemma_of(draft.verb) in listed("aimed"):
        return []
    outlet = _outlet_at(reading, head_of(reading.doc, draft.addressee))
    return [outlet] if outlet is not None else []


def _quoted_by(draft: Draft) -> list[Span]:
    """Who quotes the source: "X quoted Beck as saying", "Beck was quoted by X as saying"."""
    verb = draft.verb if lemma_of(draft.verb) in listed("quoting") else draft.verb.head.head
    told = any(p.dep_ == "pcomp" for c in verb.children if c.lower_ == "as" for p in c.children)
    if lemma_of(verb) not in listed("quoting") or not told:
        return []
    agents = [n for p, n in _behind(verb) if p.dep_ == "agent"]
    quoting = agents or [c for c in verb.children if c.dep_ == "nsubj"]
    spans = [s for s in map(noun_span, quoting) if not any(s.meets(o) for o in draft.source)]
    one = len(spans) > 1 and all(b.start == a.end + 1 for a, b in pairwise(spans))  # "State news agency NTB"
    return [hull(spans)] if one else spans


def _closing(reading: Reading, draft: Draft) -> list[Span]:
    """The outlet whose report closes the sentence: "X said A, Tass reported on Monday"; the content ends before it."""
    for clause in draft.verb.children:
        who = next((c for c in clause.children if c.dep_ == "nsubj"), None)
        if clause.dep_ not in {"ccomp", "parataxis"} or who is None or who.i < draft.verb.i or clause.i < who.i:
            continue
        cue, outlet = verb_cues().get(lemma_of(clause)), _outlet_at(reading, who)
        full = any(c.dep_ in {"ccomp", "dobj", "xcomp"} for c in clause.children)
        if outlet is None or cue is None or "that" not in cue.frames or full or who.left_edge.nbor(-1).text != ",":
            continue
        end = Span(who.left_edge.idx, max(c.end for c in draft.content))
        if end.start < end.end and any(c.start < end.start for c in draft.content):
            _cut(reading, draft, end)
            return [outlet]
    return []


def _carried(reading: Reading, draft: Draft) -> list[Span]:
    """Who carries the saying: "said on CNN", "in an interview with X", "speaking to X", "through a spokesman"."""
    said = [*draft.content, *draft.source]
    found = [_outlet_at(reading, n) for n in _ways(reading, draft)] + [noun_span(n) for n in _through(draft.verb)]
    return [s for s in dict.fromkeys(found) if s is not None and not any(c.covers(s) for c in said)]


def _ways(reading: Reading, draft: Draft) -> Iterator[Any]:
    known = verb_cues().get(lemma_of(draft.verb))
    matters = known.frames if known is not None else {}  # what "remarked on CNN" is about, and not where
    for prep, noun in _behind(draft.verb):
        if prep.lower_ in listed("places") and prep.lower_ not in matters and _is_place(reading, prep, noun):
            yield noun
        if lemma_of(noun) in listed("occasions"):
            yield from (n for p, n in _behind(noun) if p.lower_ in listed("ties"))
            yield from _by(noun)
            yield from (c for c in noun.children if c.dep_ == "compound" and _is_place(reading, prep, c))
    hosts = [draft.verb, *(c for c in draft.verb.children if c.dep_ == "nsubj")]
    for clause in (c for host in hosts for c in host.children):
        if clause.dep_ in {"advcl", "acl"} and clause.tag_ in {"VBG", "VBN"} and lemma_of(clause) in listed("talking"):
            yield from (n for p, n in _behind(clause) if p.lower_ in listed("ties"))


def _behind(host: Any) -> Iterator[tuple[Any, Any]]:
    """Verb or noun -> the prepositions that hang on it, each with its noun."""
    for prep in host.children:
        if prep.dep_ in {"prep", "agent", "dative"}:
            yield from ((prep, noun) for noun in prep.children if noun.dep_ == "pobj")


def _by(noun: Any) -> Iterator[Any]:
    """Noun -> by whom its words came out or were seen: "remarks carried live by X", "a memo obtained by X"."""
    for clause in noun.children:
        if clause.dep_ in {"acl", "relcl"} and clause.tag_ in _PARTICIPLES and lemma_of(clause) in listed("carrying"):
            yield from (n for p, n in _behind(clause) if p.lower_ in listed("ties"))


def seen_by(reading: Reading, draft: Draft) -> list[Span]:
    """Draft -> the outlets by which its source was seen or quoted; these words are no longer its source's."""
    source = draft.source[0]
    for host in tokens_in(reading.doc, source):
        found = {n: _and_others(reading, n, s) for n in _by(host) if (s := _outlet_at(reading, n)) is not None}
        if found:
            clause = next(c for c in host.children if next(iter(found)) in c.subtree)
            end = max(s.end for s in draft.source)
            hole = Span(clause.left_edge.idx, max(clause.left_edge.idx + 1, end))
            draft.source = trimmed(without(draft.source, [hole]), reading.text) or draft.source
            return list(found.values())
    return []


def _and_others(reading: Reading, outlet: Any, span: Span) -> Span:
    """Outlet by which a thing came out, and its words -> with the outlets named beside it: "the Post and CNN"."""
    beside = [noun_span(n) for n in conjuncts(outlet) if n != outlet]
    return hull([span, *beside]) if beside and all(is_outlet(reading, other) for other in beside) else span


def _through(verb: Any) -> Iterator[Any]:
    """Who speaks for the source: "said through a spokesman"."""
    for prep, noun in _behind(verb):
        if prep.lower_ == "through" and lemma_of(noun) in listed("unnamed_heads"):
            yield noun

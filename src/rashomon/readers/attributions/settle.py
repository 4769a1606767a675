"""Drafts -> attributions: nested ones dropped or turned into relays, kinds told by the quotation marks."""

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from typing import Any

from rashomon.model import Attribution, AttributionKind, Block, Quotation, Reading, Span, TimeExpression, hashed, hull
from rashomon.readers.attributions.draft import Draft, merged, trimmed, without
from rashomon.readers.attributions.endings import with_the_last
from rashomon.readers.attributions.relays import carry, passes_on, seen_by, trails, with_relays
from rashomon.readers.attributions.titles import is_title
from rashomon.readers.times.sayings import saying_of, time_with_preposition

_RELATIVE = re.compile(r",\s*(?:which|who|whom|whose)$|\s(?:--?|[–—])\s+\w+$")
_OPENING = frozenset({"that", "whether", "if", "how", "what", "why"})
_MARKS = frozenset(',;:.?!"”’)-–—')
_SAID = frozenset({"speech", "document"})


def settle(reading: Reading, drafts: list[Draft]) -> Iterator[Attribution]:
    """Reading and drafts -> attributions in text order; of nested drafts the outer stands, unless it only relays."""
    ordered = sorted(_with_whole_judgements(drafts), key=lambda d: (d.start, d.content[:1], d.frame))
    told = [d for d in ordered if d.content and not _is_in_another_clause(d, reading)]
    kept = [with_relays(reading, d) for d in _unnested(reading, told)]
    named = {s for d in kept if d.relay for s in d.source}
    kept = [d for d in kept if d.verb.tag_ != "VBG" or not named & set(d.content)]  # "citing X" names, it says nothing
    kept = list({(tuple(d.source), tuple(d.content)): d for d in reversed(kept)}.values())
    marks = sorted(q.span for q in reading.of(Quotation))
    for draft in sorted(kept, key=lambda d: (min(d.content), d.start)):
        found = _attribution(reading, draft, marks)
        if found.content:
            yield found


def _is_in_another_clause(draft: Draft, reading: Reading) -> bool:
    """Whether who speaks and his verb stand in a clause that has nothing to do with what was read as his words.

    Such words lie between the two, "They [asked him to sell less than] the books showed", or before them with more of
    the author's between and no mark: "[Aas was rude] to friends whom Vik holds dear".
    """
    if not (draft.source and draft.cue) or draft.frame == "turn":
        return False
    said, who, cue = hull(draft.content), hull(draft.source), hull(draft.cue)
    if any(said.meets(q.span) for q in reading.of(Quotation)):
        return False
    between = reading.text[said.end : who.start] if said.end <= who.start < cue.start else ""
    apart = any(c.isalnum() for c in between) and between.rstrip()[-1] not in _MARKS
    opened = said.of(reading.text).split()[0].lower() in _OPENING
    return (who.end <= said.start and said.end <= cue.start) or (apart and not opened)


def _with_whole_judgements(drafts: list[Draft]) -> list[Draft]:
    """Drafts -> those of "called the allegations a sham" as one: a noun that is judged is no cue."""
    judging = {d.verb: d for d in drafts if any(c.dep_ == "oprd" for c in d.verb.children)}
    judged = [d for d in drafts if d.verb.dep_ == "dobj" and d.verb.head in judging and d.content]
    for draft in judged:
        outer = judging[draft.verb.head]
        outer.content = [hull([*outer.content, *draft.cue, *draft.content])]
    return [d for d in drafts if d not in judged]


def _unnested(reading: Reading, drafts: list[Draft]) -> list[Draft]:
    dropped: set[int] = set()
    ordered = sorted(drafts, key=lambda d: d.start)
    starts = [d.start for d in ordered]
    for outer in drafts:
        ranges = ((bisect_left(starts, c.start), bisect_left(starts, c.end)) for c in outer.content)
        inner = [d for first, stop in ranges for d in ordered[first:stop] if d is not outer]
        if not inner or id(outer) in dropped:
            continue
        only = passes_on(reading, outer) and any(d.verb in _heads(outer) for d in inner if d.act in _SAID)
        carried = [d for d in inner if _reaches(d, outer)] if only else []
        if carried:
            seen = seen_by(reading, outer)
            for draft in carried:
                draft.relay = [*seen, *outer.source, *draft.relay]
            dropped.add(id(outer))
        else:
            for tail in (d for d in inner if trails(reading, outer, d)):
                carry(reading, outer, tail)
            dropped.update(id(d) for d in inner if outer.stated or d.frame != "noun")
    return [d for d in drafts if id(d) not in dropped]


def _reaches(inner: Draft, outer: Draft) -> bool:
    """Whether what the outer draft reports is just that the inner one was said: same clause or coordinated to it."""
    if inner.act not in _SAID or inner.frame == "noun":
        return False
    verb = inner.verb
    heads = _heads(outer)
    while verb not in heads and verb.dep_ in {"conj", "advcl", "xcomp", "pcomp", "prep"} and verb.head != verb:
        verb = verb.head
    return verb in heads


def _heads(outer: Draft) -> list[Any]:
    """The verbs of the clause that the draft reports."""
    return [outer.verb] if outer.frame == "according" else [c for c in outer.verb.children if c.dep_ == "ccomp"]


def _attribution(reading: Reading, draft: Draft, marks: list[Span]) -> Attribution:
    source = tuple(trimmed(without(merged(draft.source, reading.text), draft.cue), reading.text))
    source = tuple(with_the_last(reading.doc, span) for span in source)
    said = without(merged(draft.content, reading.text), [*source, *draft.cue, *_times_of(reading, draft)])
    ended = [_without_pronoun(span, reading.text) for span in trimmed(said, reading.text)]
    ended = trimmed(_bracketed(ended, reading.text), reading.text)
    content = tuple(s for s in ended if any(c.isalnum() for c in s.of(reading.text)))
    heard = draft.addressee
    heard = None if heard is not None and any(heard.meets(s) for s in (*content, *source)) else heard
    kind = "direct" if draft.frame in {"turn", "signed"} else _kind(reading.text, content, marks)
    stated = bool(source) and (draft.stated or kind == "direct") and not _cut_off(reading.text, draft.cue, content)
    stated = stated and not (kind == "indirect" and _is_headline_passive(reading, draft, content))
    stated = stated and not (kind == "direct" and content and is_title(reading.text, content[0]))
    stated = stated and not (kind != "direct" and _unmatched(content, reading.text))
    name = hashed(reading.article.id, "attribution", source, draft.cue, content)
    return Attribution(
        name, source, tuple(draft.cue), content, kind, draft.act, draft.denied,
        heard, tuple(dict.fromkeys(draft.relay)), stated,
    )  # fmt: skip


def _without_pronoun(span: Span, text: str) -> Span:
    """Piece of a content -> without a word that opens what is none of it: "stay[, which] hurt X", "go[ - days] on"."""
    found = _RELATIVE.search(span.of(text))
    return Span(span.start, span.start + found.start()) if found else span


def _bracketed(content: list[Span], text: str) -> list[Span]:
    """Pieces of a content -> without a bracket at an end whose partner stands outside, or all behind one that opens."""
    for at in _unmatched(content, text):
        last = content[-1]
        if (text[at] == ")" and at == last.end - 1) or (text[at] == "(" and last.start < at < last.end):
            content = [*content[:-1], Span(last.start, at)]
        elif text[at] == "(" and at == content[0].start:
            content = [Span(at + 1, content[0].end), *content[1:]]
    return content


def _unmatched(content: Sequence[Span], text: str) -> list[int]:
    """Pieces of a content -> where the round brackets stand whose partner is not in them."""
    opened: list[int] = []
    alone: list[int] = []
    for at in (at for span in content for at in range(span.start, span.end) if text[at] in "()"):
        if text[at] == "(":
            opened.append(at)
        elif opened:
            opened.pop()
        else:
            alone.append(at)
    return sorted(alone + opened)


def _cut_off(text: str, cue: list[Span], content: tuple[Span, ...]) -> bool:
    """Whether a semicolon parts a cue from all that was read as its content: another clause, and nobody's words."""
    last = max((c.end for c in content), default=0)
    return bool(content and cue) and last <= min(cue).start and ";" in text[last : min(cue).start]


def _is_headline_passive(reading: Reading, draft: Draft, content: tuple[Span, ...]) -> bool:
    """Whether a headline ends in what was done to somebody: "Woman killed, driver charged"; who says it says it now."""
    before = bool(content and draft.cue) and max(c.end for c in content) <= min(draft.cue).start
    if not before or draft.verb.tag_ not in {"VBD", "VBN"} or draft.verb.lemma_ == "say":
        return False
    titles = (block.span for block in reading.of(Block) if block.kind in {"title", "heading"})
    return any(title.covers(draft.cue[0]) for title in titles) and _is_bare_noun(draft.head or draft.verb)


def _is_bare_noun(head: Any) -> bool:
    """Whether a noun without article is no name, though it may have a capital: the text has it without, too."""
    if any(c.dep_ in {"det", "poss"} for c in head.children):
        return False
    return bool(head.pos_ == "NOUN") or any(t.pos_ == "NOUN" and t.text == head.lower_ for t in head.doc)


def _times_of(reading: Reading, draft: Draft) -> list[Span]:
    """The times of the saying itself at the head of its content: "said [on Tuesday] it had left"."""
    starts = [c for c in draft.content if any(cue.end <= c.start for cue in draft.cue)]
    near = (t for t in reading.of(TimeExpression) if any(c.meets(t.span) for c in starts))
    said = (t.span for t in near if saying_of(reading.doc, t.span, t.type) is not None)
    found = (time_with_preposition(reading.doc, span) for span in said)
    return [span for span in found if any(not reading.text[c.start : span.start].strip() for c in starts)]


def _kind(text: str, content: tuple[Span, ...], marks: list[Span]) -> AttributionKind:
    near = [m for m in marks if any(m.meets(c) for c in content)]
    if not near:
        return "indirect"
    left = without(list(content), near)
    return "mixed" if any(ch.isalnum() for s in left for ch in s.of(text)) else "direct"

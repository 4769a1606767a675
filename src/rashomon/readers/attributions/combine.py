"""Drafts by rule and drafts by the encoder -> drafts that each know what either knows."""

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import Any

from rashomon.lexicon.cues import lemma_of, words
from rashomon.model import Quotation, Reading, Sentence, Span
from rashomon.readers.attributions.draft import Draft, noun_span
from rashomon.readers.attributions.endings import breaks_off, with_its_phrase, with_its_verb, without_the_authors
from rashomon.readers.attributions.sayers import letter_got
from rashomon.readers.attributions.titles import without_titles
from rashomon.text.before_nouns import parts_adjectives
from rashomon.text.grammar import SUBJECTS, is_contact, is_passive, span_of, subject_behind_time, tokens_in

_STRUCTURAL = frozenset({"according", "quoted", "turn", "signed"})
"""Frames in which the grammar tells who says and who only passes on, which the encoder was never shown."""


_NOUNS = frozenset({"NOUN", "PROPN"})
_SOME_OF_THEM = re.compile(r"(?:among them|\w+ of them)\b[^,]+(?:, (?P<behind>.*))?$", re.IGNORECASE)
"""Some of those of whom a clause told, named behind its comma, and perhaps who speaks behind them."""


def combined(reading: Reading, ruled: list[Draft], tagged: list[Draft]) -> list[Draft]:
    """Both kinds of drafts -> the words as the encoder has them, grammar and lexicon as the rules have them.

    Where a draft by rule names a relay, stands in the passive or is of a frame that may only pass on, it stands as it
    is. What only one of them found stands too.
    """
    quotations = [q.span for q in reading.of(Quotation)]
    starts = [s.span.start for s in reading.of(Sentence) if _ends_before(reading.text, s.span.start)]
    fixed = [rule for rule in ruled if _is_structural(rule)]
    at = {place: rule for rule in ruled for place in _places(rule)}
    cues = [cue for draft in (*ruled, *tagged) for cue in draft.cue]
    out: list[Draft] = []
    met: set[int] = set()
    for draft in tagged:
        rules = [at[place] for place in _places(draft) if place in at]
        if any(_is_structural(rule) for rule in rules):
            continue
        met.update(id(rule) for rule in rules)
        content = without_titles(_untaken(draft, fixed), quotations, reading.text)
        content = with_its_verb(reading.doc, _to_its_sentence(reading.text, draft, content, quotations, starts))
        content = with_its_phrase(reading.doc, content, [*cues, *draft.source])
        own = _behind_some_of_them(reading.text, _of_its_owner(replace(draft, content=content)))
        told_of = rules and own.source and _SOME_OF_THEM.match(rules[0].source[0].of(reading.text))
        apart = told_of and own.source[0].start > rules[0].source[-1].end
        both = _joined(rules[0], own, quotations) if rules and not apart else own
        out.append(replace(both, content=without_the_authors(both.verb, both.content, reading.text)))
    return [*out, *(rule for rule in ruled if id(rule) not in met)]


def _ends_before(text: str, start: int) -> bool:
    """Whether a sentence ends before a place in a text, and no heading or list item without a full stop."""
    return text[:start].rstrip()[-1:] in {".", "?", "!"}


def _to_its_sentence(
    text: str, draft: Draft, content: list[Span], quotations: list[Span], starts: list[int]
) -> list[Span]:
    """Content without quoted words -> without what stands in sentences behind that of its cue, if that leaves any.

    ``starts`` are where sentences start behind a full stop.
    """
    later = bisect_right(starts, draft.start)
    if later == len(starts) or any(_meets(piece, quotations) for piece in content):
        return content
    kept = [Span(piece.start, min(piece.end, starts[later])) for piece in content if piece.start < starts[later]]
    return [piece.stripped(text) for piece in kept] or content


def _behind_some_of_them(text: str, draft: Draft) -> Draft:
    """Draft -> with the speaker alone for its source: "nine died, one of them a nurse, [a doctor] said"."""
    found = _SOME_OF_THEM.match(draft.source[0].of(text)) if len(draft.source) == 1 else None
    if found is None or not found["behind"] or not text[: draft.source[0].start].rstrip().endswith(","):
        return draft
    whole = draft.source[0]
    before = Span(whole.start, whole.start + found.start("behind")).stripped(text)
    near = bool(draft.content) and not text[draft.content[-1].end : whole.start].strip(" ,")
    content = [*draft.content[:-1], Span(draft.content[-1].start, before.end)] if near else draft.content
    return replace(draft, source=[Span(whole.start + found.start("behind"), whole.end)], content=content, head=None)


def _of_its_owner(draft: Draft) -> Draft:
    """Draft of what is written on a sign -> the sign's, and not of whoever bears it: "held [a banner] saying “No”".

    And of a noun of speech -> of whose it is, whatever stands before it: "Chile left upon [Aas's] remark that “…”".
    """
    if draft.verb.pos_ == "NOUN" and (owner := next((c for c in draft.verb.children if c.dep_ == "poss"), None)):
        elsewhere = owner.tag_ != "WP$" and not any(s.start <= owner.idx < s.end for s in draft.source)
        return replace(draft, source=[noun_span(owner)], head=owner) if elsewhere else draft
    verb, sign = draft.verb, draft.verb.head
    if verb.dep_ not in {"acl", "relcl"} or lemma_of(sign) not in words("signs"):
        return draft
    return replace(draft, source=[noun_span(sign)], cue=[span_of([verb])])


def _is_structural(rule: Draft) -> bool:
    return bool(rule.relay) or rule.frame in _STRUCTURAL or is_passive(rule.verb)


def _places(draft: Draft) -> Iterator[int]:
    """Draft -> the offsets of its cue's characters."""
    return (place for cue in draft.cue for place in range(cue.start, cue.end))


def _untaken(draft: Draft, fixed: list[Draft]) -> list[Span]:
    """Draft and what stands as it is -> its content without the pieces that another cue beside it has."""
    beside = [c for rule in fixed if not any(c.covers(draft.cue[0]) for c in rule.content) for c in rule.content]
    return [c for c in draft.content if not _meets(c, beside)]


def _joined(rule: Draft, draft: Draft, quotations: list[Span]) -> Draft:
    """Drafts of one cue, by rule and by the encoder, and what is quoted -> one of both.

    Of what the encoder has for content, a piece must be quoted or touch what the grammar has; what only falls short
    of that is made whole. Of "The bank, said Aas, was shut" the grammar alone knows which is which.
    """
    crossed = any(_meets(s, rule.content) for s in draft.source) or any(_meets(s, draft.content) for s in rule.source)
    if crossed and (rule.verb.dep_ == "parataxis" or rule.source == draft.source or _opens_with_that(rule)):
        return rule
    content = [c for c in draft.content if _meets(c, rule.content) or _meets(c, quotations)]
    content = content or draft.content or rule.content
    if 2 * _length(content) >= _length(rule.content) and all(any(r.covers(c) for r in rule.content) for c in content):
        content = rule.content
    if _tells_of_one_before(rule.verb) and any(c.end > span_of(rule.verb.subtree).end for c in content):
        content = rule.content  # "the man who police said [shot him] was arrested"
    if _runs_past_its_noun(rule.verb, content):
        content = rule.content
    if breaks_off(rule.verb.doc, content, rule.content):
        content = rule.content
    if rule.frame == "object-about":
        content = [_behind_hearer(piece, rule) for piece in content]
    has_owner = rule.frame == "noun"  # "the plan rests on [his] promise that"
    owned = has_owner or _is_own_subject(rule) or _is_of_who_is_so(rule)
    elsewhere = owned and not any(_meets(piece, rule.source[:1]) for piece in draft.source)
    elsewhere = elsewhere or _begins_within_a_phrase(rule, draft)
    wrong = elsewhere or _hangs_on(draft.head, rule.head) or letter_got(rule.verb) == rule.head is not None
    source = draft.source if draft.source and not wrong else rule.source
    return replace(rule, source=source, content=content, relay=list(rule.relay))


def _is_of_who_is_so(rule: Draft) -> bool:
    """Whether a relative clause is about whoever its noun says what he is: "[Aas] is a clerk who said"."""
    head = rule.head
    return head is not None and head.dep_ == "nsubj" and rule.verb.dep_ == "relcl" and head.head.is_ancestor(rule.verb)


def _opens_with_that(rule: Draft) -> bool:
    """Whether "that" opens the content: who is named in such a clause does not say it, but is told of in it."""
    first = tokens_in(rule.verb.doc, rule.content[0])[0] if rule.content and rule.head is not None else None
    return first is not None and first.dep_ == "mark" and first.lower_ == "that" and first.i > rule.verb.i


def _tells_of_one_before(verb: Any) -> bool:
    """Whether the subject or object of what is said stands before the verb: "[the man] police said shot him"."""
    said = [c for c in verb.children if c.dep_ == "ccomp"]
    if verb.dep_ != "relcl" or not said:
        return False
    own = any(c.dep_ in SUBJECTS for c in said[0].children)
    return not own or any(c.tag_ in {"WP", "WDT"} for clause in said for c in clause.children) or is_contact(verb)


def _runs_past_its_noun(cue: Any, content: list[Span]) -> bool:
    """Whether a content has the verb of which its noun is the subject: "his claim that he won [is false]".

    Or that of whoever a relative clause tells of: "the man, who says he won, [is wrong]".
    """
    noun = cue.head if cue.dep_ == "relcl" else cue
    verb = noun.head
    return noun.pos_ in _NOUNS and noun.dep_ in SUBJECTS and any(c.start <= verb.idx < c.end for c in content)


def _behind_hearer(piece: Span, rule: Draft) -> Span:
    """Piece of content -> what of it follows the words for who is spoken to: not "[the press on] the flood"."""
    starts = [c.start for c in rule.content if rule.addressee and rule.addressee.end <= c.start < piece.end]
    return Span(min(starts), piece.end) if starts and rule.addressee and piece.covers(rule.addressee) else piece


def _hangs_on(noun: Any, head: Any) -> bool:
    """Whether what the encoder has for the source only describes it: "documents seen by [the paper]"."""
    return head is not None and noun is not None and noun != head and head.is_ancestor(noun)


def _is_own_subject(rule: Draft) -> bool:
    """Whether the head of a source is the subject of its cue's own verb."""
    head = rule.head
    if head is None:
        return False
    return bool((head.dep_ == "nsubj" and head.head == rule.verb) or subject_behind_time(rule.verb) == head)


def _begins_within_a_phrase(rule: Draft, draft: Draft) -> bool:
    """Whether what the encoder has for a source begins behind a comma between adjectives: "the tall, [quiet clerk]"."""
    if rule.head is None or not draft.source or len(rule.source) != 1 or rule.source[0].end != draft.source[-1].end:
        return False
    first = tokens_in(rule.head.doc, draft.source[0])[0]
    return first.i > 0 and rule.source[0].start < first.idx and parts_adjectives(first.nbor(-1), rule.head)


def _meets(span: Span, others: Iterable[Span]) -> bool:
    return any(span.meets(other) for other in others)


def _length(spans: Iterable[Span]) -> int:
    return sum(map(len, spans))

"""What one account alone tells in its own voice, in a clause that no reader has a finding for.

No kind of event need know it: "Ohio cast 66 votes for its governor". Only whole sentences of the text count, and only
such as name somebody or something, give a number or a day, or tell of harm ("no one was hurt"): a record without them
would call an account silent that speaks, and one with every clause would be the text.
"""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any

from rashomon.model import Quotation, Sentence, Span, StoryEntity, hull
from rashomon.stories.happenings import is_grave
from rashomon.text.grammar import stands_apart, tokens_in
from rashomon.weighing.alignment.paraphrase import matter_of, without_line
from rashomon.weighing.claims.matters import Weighed
from rashomon.weighing.claims.passages import Passage, Passages
from rashomon.weighing.claims.told import Told
from rashomon.weighing.compared.clauses import coordinate
from rashomon.weighing.compared.sentences import words

_PRONOUNS = frozenset({"PRP", "PRP$"})


def told_alone(lined: Weighed, passages: Passages, people: Mapping[str, StoryEntity]) -> Weighed:
    """What has lines, a story's passages, and its entities -> a matter for each sentence that no line has.

    Copies of a text tell it together.
    """
    told: dict[str, list[Sequence[Span]]] = defaultdict(list)
    for one in (one for matter, _ in lined for one in matter):
        told[one.claim.article].append(one.claim.evidence)
    sentences: dict[tuple[str, Span], list[Passage]] = {}
    beside: dict[tuple[str, Span], list[Passage]] = {}
    for clause in without_line(lined, passages):
        passage = clause.passage
        if passage.statement is None and _is_a_sentence(passage.verb) and _is_concrete(passage):
            sentence = next(s.span for s in passage.reading.of(Sentence) if s.span.covers(passage.cue))
            if _is_somebodys(passage, sentence):
                continue  # a speaker's, in a text without the marks
            if not any(_cover_half(spans, sentence) for spans in told[passage.article]):
                sentences.setdefault((passage.reading.text, sentence), []).append(passage)
            elif _is_beside(passage.verb) and any(map(is_grave, passage.tokens)):
                beside.setdefault((passage.reading.text, passage.cue), []).append(passage)
    alone = [matter_of(clauses, people) for clauses in sentences.values()]
    alone += [[_for_itself(one) for one in matter_of(clauses, people)] for clauses in beside.values()]
    return [(matter, ()) for matter in alone]


def _for_itself(one: Told) -> Told:
    """Claim of a clause that stands beside another -> the same, told without the other."""
    return replace(one, coordinate=coordinate(one.reading, one.trigger) if one.trigger is not None else None)


def _cover_half(evidence: Sequence[Span], sentence: Span) -> bool:
    """Whether what a line has of a sentence, from first to last, is half of it, so that the line tells what it does."""
    inside = [span for span in evidence if span.meets(sentence)]
    if not inside:
        return False
    span = hull(inside)
    return 2 * (min(span.end, sentence.end) - max(span.start, sentence.start)) >= len(sentence)


def _is_somebodys(passage: Passage, sentence: Span) -> bool:
    """Whether a sentence has an "I" or "we" outside of quotation marks: who speaks, nothing tells."""
    quoted = [q.span for q in passage.reading.of(Quotation)]
    spoken = (t for t in tokens_in(passage.reading.doc, sentence) if t.lower_ in words("own") and t.tag_ in _PRONOUNS)
    return any(not any(q.start <= t.idx < q.end for q in quoted) for t in spoken)


def _is_a_sentence(verb: Any) -> bool:
    """Whether a clause is a sentence, or one that "and" joins to it, and no question."""
    first = verb
    while first.dep_ == "conj" and first.head != first:
        first = first.head
    return (first.dep_ == "ROOT" or stands_apart(first)) and not verb.sent.text.rstrip().endswith("?")


def _is_beside(verb: Any) -> bool:
    """Whether a clause with its own subject stands behind another: "they fought the fire, and [nobody was hurt]"."""
    return bool(verb.dep_ == "conj" and any(c.dep_ in {"nsubj", "nsubjpass"} for c in verb.children))


def _is_concrete(passage: Passage) -> bool:
    """Whether a clause names somebody or something, gives a number or a day, or tells of harm, rescue or justice."""
    known = not passage.words.are_few and any(token.pos_ == "PROPN" or token.like_num for token in passage.tokens)
    return known or any(map(is_grave, passage.tokens))

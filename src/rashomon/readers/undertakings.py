"""Parse, amounts and times -> what was pledged, agreed, demanded, refused, imposed, limited, left, or called broken."""

import re
from collections.abc import Iterator
from typing import Any

from rashomon.lexicon.frames import lexicon
from rashomon.model import Amount, Reading, Sentence, Span, Syntax, TimeExpression, Undertaking, hashed
from rashomon.readers.frames import Match, Matcher
from rashomon.readers.parties import party_spans
from rashomon.readers.politics import politics_of
from rashomon.readers.settings_of_deeds import Deeds
from rashomon.readers.vouching import is_condition
from rashomon.registry import stage
from rashomon.settings import Settings
from rashomon.text.grammar import head_of, is_mark, own_clause, phrase, span_of, tokens_in

_CONDITION = re.compile(
    r"\b(?:until|unless|in (?:exchange|return) for|as long as|provided that|on condition that|so long as)\b",
    re.IGNORECASE,
)
_CLAUSE_END = re.compile(r"[,;:.!?”\"]*\s*$|[;”\"]|, (?:but|and|which|who|he|she|it|they)\b")
_CLAUSES = frozenset({"xcomp", "ccomp", "acl"})
_TERMS_BEHIND = frozenset({"to", "from", "on", "with", "over", "of", "by", "for", "against", "into"})
_BEHIND_VERBS = frozenset({"on", "upon", "to"})
_TERMS_OF = {"confirmation": frozenset({"to", "in", "with", "by"}), "withdrawal": frozenset({"from", "of"})}


@stage(needs=[Syntax, Sentence, TimeExpression, Amount], gives=[Undertaking])
def read_undertakings(reading: Reading, settings: Settings) -> Iterator[Undertaking]:  # noqa: ARG001 - a stage's shape
    """Reading with parse, times and amounts -> its undertakings; whose word each is on is settled by the claims."""
    deeds = Deeds(reading)
    matcher = Matcher(lexicon("undertakings"), politics_of(reading))
    amounts = reading.of(Amount)
    for sentence in reading.of(Sentence):
        inside = [a for a in amounts if sentence.span.covers(a.span)]
        for match in sorted(matcher.matches(tokens_in(reading.doc, sentence.span)), key=lambda m: m.token.i):
            yield from _undertakings(reading, sentence.span, match, inside, deeds)


def _undertakings(
    reading: Reading, sentence: Span, match: Match, amounts: list[Amount], deeds: Deeds
) -> Iterator[Undertaking]:
    """A deed -> its undertaking, or one for each of the figures that a limit sets."""
    what = _terms(match)
    figures = [a for a in amounts if a.span.start >= match.token.idx and a.unit != "percent"]
    if match.frame.label == "limit":
        if not figures:
            return
        for figure in figures:
            terms = figure.of if figure.of is not None and not figure.span.covers(figure.of) else figure.span
            yield _undertaking(reading, sentence, match, terms, figure.span, deeds)
        return
    if is_condition(match.token) or (match.frame.parties == "accord" and deeds.status(match) == "hypothetical"):
        return  # "would retaliate if the tariffs take effect": that is the threat's condition
    if match.frame.label == "agreement" and match.token.head.lemma_.lower() == "fail" and match.token.dep_ == "xcomp":
        return  # "failed to agree on a truce" is no undertaking, but the event that it was not agreed on
    own = next((a.span for a in figures if what.covers(a.span)), None)
    yield _undertaking(reading, sentence, match, what, own, deeds)


def _undertaking(
    reading: Reading, sentence: Span, match: Match, what: Span, amount: Span | None, deeds: Deeds
) -> Undertaking:
    kind = match.frame.label
    condition = _condition(reading, sentence, match)
    if condition is not None and what.covers(condition) and what.start < condition.start:
        words = reading.text[what.start : condition.start].rstrip(" ,")
        what = Span(what.start, what.start + len(words))
    status = deeds.status(match)
    if status == "denied" and "not" in match.frame.tense:
        status = "happened"  # the "not" is what makes it a breach or a refusal
    elif kind == "breach-claim" and status == "hypothetical" and match.token.dep_ == "pcomp":
        status = "happened"  # "accused of violating": that it was done is the accusation
    elif match.frame.tense.startswith("will"):
        status = "planned"
    return Undertaking(
        id=hashed(reading.article.id, "undertaking", kind, match.trigger.start, what.start),
        kind=kind,  # type: ignore[arg-type]  # a test holds the file to the kinds
        evidence=sentence,
        cue=match.trigger,
        what=what,
        parties=() if match.frame.parties in {"instrument", "accord"} else party_spans(match.actors),
        toward=party_spans([t for t in match.recipients if t not in match.actors]),
        amount=amount,
        condition=condition,
        time=deeds.time(match),
        status=status,
    )


def _terms(match: Match) -> Span:
    """A deed -> the words for its terms: the clause, the object, or what the noun governs; else the cue's own."""
    token = match.token
    for child in sorted(token.children, key=lambda t: t.i):
        if (
            child.i > token.i
            and child.dep_ in {"prep", "dative"}
            and child.lower_ in _TERMS_OF.get(match.frame.label, _BEHIND_VERBS)
            and not match.object
            and not _is_time(child)
        ):
            return _governed_words(child) or match.trigger
        purpose = child.dep_ == "advcl" and child.tag_ == "VB" and (match.object is None or match.frame.complement)
        if child.i > token.i and (child.dep_ in _CLAUSES or purpose):
            return span_of(_trimmed(child))
        if child.i > token.i and child.dep_ == "prep":
            inner = next((g for p in child.children for g in p.subtree if g.dep_ == "acl" and g.tag_ == "VB"), None)
            if inner is not None and match.frame.complement & {"to", "that"}:
                return span_of(_trimmed(inner))
    if match.nominal:
        return span_of(phrase(token))
    holder = match.object
    if holder is None:
        further = [
            g for c in token.children if c.dep_ in {"prt", "advmod", "prep"} for g in (c, *c.children) if g.i > token.i
        ]
        named = (c for c in further if c.dep_ in {"prep", "dative"} and c.lower_ in _TERMS_BEHIND and not _is_time(c))
        return next((words for c in named if (words := _governed_words(c))), match.trigger)
    tokens = _trimmed(holder)
    if match.frame.subjects and token.left_edge.i > holder.i:  # "tariffs on Peru, which took effect on Monday"
        tokens = [t for t in tokens if t.i < token.left_edge.i]
    return span_of(tokens[:-1] if is_mark(tokens[-1]) else tokens)


def _is_time(preposition: Any) -> bool:
    """Whether a preposition only says when or how long: "on 3 June", "for a month"."""
    return any(p.dep_ == "pobj" and p.ent_type_ in {"DATE", "TIME"} for p in preposition.children)


def _governed_words(preposition: Any) -> Span | None:
    return next((span_of(_trimmed(p)) for p in preposition.children if p.dep_ in {"pobj", "pcomp"}), None)


def _trimmed(head: Any) -> list[Any]:
    """Head of a clause or noun -> its tokens, without the punctuation at their ends."""
    tokens = own_clause(head) if head.pos_ in {"VERB", "AUX"} else phrase(head)
    while len(tokens) > 1 and is_mark(tokens[-1]):
        tokens.pop()
    while len(tokens) > 1 and (tokens[0].is_punct or tokens[0].lower_ == "that"):
        tokens.pop(0)
    return tokens


def _condition(reading: Reading, sentence: Span, match: Match) -> Span | None:
    """The words of a condition that the deed's own clause governs, up to the end of that clause."""
    found = _CONDITION.search(reading.text, match.trigger.end, sentence.end)
    if found is None or not _belongs(head_of(reading.doc, Span(found.start(), found.start() + 2)), match.token):
        return None
    rest = reading.text[found.start() : sentence.end]
    end = _CLAUSE_END.search(rest)
    return Span(found.start(), found.start() + (end.start() if end else len(rest)))


def _belongs(token: Any, deed: Any) -> bool:
    """Whether a token hangs below the deed and no relative clause stands between."""
    while token != deed:
        if token.dep_ == "relcl" or token.head == token:
            return False
        token = token.head
    return True

"""What a text tells in its own voice: its clauses, with the words and parties by which another's are compared."""

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import takewhile
from typing import Any

from rashomon.lexicon.cues import verb_cues
from rashomon.lexicon.files import load
from rashomon.model import Attribution, Block, Event, Quotation, Reading, Sentence, Span, Syntax, Time
from rashomon.readers.times.tense import governing_verb
from rashomon.stories.scenes import Whose
from rashomon.text.grammar import (
    auxiliaries,
    ends_the_deed,
    head_of,
    is_finite,
    is_negated,
    is_passive,
    is_set_against,
    phrase,
    sharing_its_end,
    span_of,
    stands_apart,
    status_of,
    subjects,
    tense,
    tokens_in,
)
from rashomon.weighing.compared.aheads import is_ahead
from rashomon.weighing.compared.clauses import does_so, terms_of
from rashomon.weighing.compared.contrasts import Contrasts, contrasts
from rashomon.weighing.compared.heads import counted_noun
from rashomon.weighing.compared.wordings import kin
from rashomon.weighing.compared.words import Bag, weighed

_CLAUSES = frozenset({"ccomp", "advcl", "conj", "relcl", "parataxis", "csubj"})
_ENTITY = 3.0  # what somebody who is named weighs at least, by whatever word
_SPEAKERS = frozenset({"i", "we", "you"})  # somebody speaks here whom no mark of quotation tells
_DAY = frozenset({"morning", "afternoon", "evening", "night", "tomorrow"})
_UNSURE = frozenset({"if", "unless", "whether", "until"})
_SUPPOSED = frozenset({"would", "could", "may", "might"})
_AWAITING = frozenset({"until", "till", "before", "once"})
_UNTOLD = frozenset({"title", "heading", "caption", "credit", "promotion"})
_LEADING = frozenset({"by", "after", "spend", "begin", "start", "continue", "keep"})  # what follows them was done
_LIGHT = frozenset({"make", "hold", "pay", "take", "stage", "give"})
_FULL_STOP = re.compile(r"[.!?][”’\"')]*\s*$")  # headings that pass for text have none
_MONTH = 31  # days
_BOUNDS = frozenset({"since", "until", "till", "before", "after", "by", "through"})
_DEED_NOUNS = frozenset({"vote", "strike", "attack", "protest", "march", "visit", "talk", "riot", "shoot"})
"""What is done, by one word for the noun and the verb."""
_MAIN = frozenset({"ROOT", "conj"})
_DEEDS = frozenset({"happened", "planned", "denied"})


@dataclass(frozen=True, eq=False)
class PlainClause:
    """A clause that the outlet itself vouches for: not quoted, on nobody's word, under no "if" and no "may".

    ``kin`` are the verb's stem and the groups of words that can stand for it. ``words`` are all others; those who are
    named stand there as their entity, with a mark before it. ``subjects`` are the words and entities for who acts,
    ``actors`` the entities alone, ``others`` who is named elsewhere in the clause; ``contrasts`` are what another
    telling of the same must not have otherwise; ``subject`` is where its one subject stands: who acts or, in the
    passive, is acted on. ``day`` are the words for when it was, None where it has none for a month or less; ``is_main``
    tells that no clause is above it, ``is_lead`` that it stands in the sentence with which the article begins.
    """

    reading: Reading
    verb: Span
    span: Span
    sentence: Span
    kin: frozenset[str]
    words: Bag
    subjects: frozenset[str]
    actors: frozenset[str]
    others: frozenset[str]
    contrasts: Contrasts
    subject: Span | None
    is_state: bool
    is_denied: bool
    is_ahead: bool
    is_passive: bool
    is_main: bool
    is_lead: bool
    day: Span | None


def plain_clauses(reading: Reading, who: Whose) -> Iterator[PlainClause]:
    """Reading, and whom its words are for -> its clauses in text order; none of a reading without its parse."""
    if not reading.of(Syntax):
        return
    quoted = [q.span for q in reading.of(Quotation)]
    deeds = {event.trigger.start for event in reading.of(Event)}
    attributions = tuple(
        one for one in reading.of(Attribution) if one.stated or all(cue.start not in deeds for cue in one.cue)
    )  # "recalled its envoy" says nothing
    aside = [block.span for block in reading.of(Block) if block.kind in _UNTOLD]
    sentences = [s.span for s in reading.of(Sentence) if not any(span.meets(s.span) for span in aside)]
    whole = (s for s in sentences if is_finite(head_of(reading.doc, s)) and _FULL_STOP.search(s.of(reading.text)))
    lead = next(whole, None)
    times = _days_by_sentence(reading, sentences)
    for sentence in sentences:
        for verb in tokens_in(reading.doc, sentence):
            place = Span(verb.idx, verb.idx + len(verb))
            said = _is_said(attributions, place, is_deed=place.start in deeds)
            if _is_told(verb) and not said and not any(s.meets(place) for s in quoted):
                yield _clause(reading, who, sentence, verb, times.get(sentence, ()), is_lead=sentence == lead)


def _is_said(attributions: tuple[Attribution, ...], verb: Span, *, is_deed: bool) -> bool:
    """Whether a verb is what somebody says, or only the verb of saying of a statement that a record may print."""
    for one in attributions:
        if any(span.meets(verb) for span in one.cue):
            if one.stated and not is_deed:
                return True
        elif any(span.meets(verb) for span in one.content):
            return True
    return False


def _is_told(verb: Any) -> bool:
    """Whether a token is the verb of a clause that says what is, was or is to be."""
    if verb.pos_ not in {"VERB", "AUX"} or not verb.text.isalpha() or _is_name_of_a_deed(verb):
        return False
    if verb.lemma_.lower() in _speaking() and not (verb.lower_ == "said" and _is_hearsay(verb)):
        return False
    if does_so(verb) or (verb.lemma_ == "do" and not any(c.i > verb.i and c.dep_ != "neg" for c in verb.children)):
        return False  # "pledged to sign but did not": the verb stands before it
    finite = is_finite(verb) and verb.dep_ not in {"aux", "auxpass"}
    if not (finite or _is_by_the_way(verb)) or not is_told(verb):
        return False
    return not any(doer.lower_ in _SPEAKERS for doer in subjects(verb)) and not _says(verb) and not _may_be_said(verb)


def _is_hearsay(verb: Any) -> bool:
    """Whether a verb of speech only doubts what its infinitive tells of its subject: "Aas is said to have fled"."""
    told = (c for c in verb.children if c.dep_ == "xcomp")
    return is_passive(verb) and any(g.tag_ == "TO" for c in told for g in c.children)


def _is_name_of_a_deed(verb: Any) -> bool:
    """Whether a headline's noun passes for a verb: in "Peru vote on the pact in June" no state votes, or it "votes"."""
    doers = [c for c in verb.children if c.dep_ == "nsubj"]
    bare = verb.tag_ == "VBP" and len(doers) == 1 and doers[0].i == verb.i - 1 == verb.sent.start
    return bool(bare and doers[0].ent_type_ == "GPE" and doers[0].tag_ == "NNP" and verb.lemma_ in _DEED_NOUNS)


def _says(verb: Any) -> bool:
    """Whether a verb tells what somebody says, though no reader has found a statement there."""
    return verb.lemma_.lower() in verb_cues() and any(map(_is_clause, verb.children))


def _may_be_said(verb: Any) -> bool:
    """Whether a verb is, or could go on with, what somebody says: "Berg told police Ruiz had a gun and [shot] him"."""
    here = verb
    while here.dep_ in {"conj", "dep", "ccomp", "xcomp"} and not (here.dep_ == "conj" and _own_subject(here)):
        above = here.head
        if above.lemma_.lower() in verb_cues():
            return any(_is_clause(c) and above.i < c.i <= here.i for c in above.children)
        here = above
    return False


def _is_clause(complement: Any) -> bool:
    """Whether a complement tells what is, and is no infinitive: the parser takes "Ruiz had a gun" for one."""
    return complement.dep_ in {"ccomp", "xcomp"} and is_finite(complement)


def _own_subject(verb: Any) -> bool:
    return any(c.dep_ in {"nsubj", "nsubjpass"} for c in verb.children)


def _is_by_the_way(verb: Any) -> bool:
    """Whether a participle tells a deed beside one that was: "spent the week walking", "by sending troops"."""
    above = next((t for t in verb.ancestors if t.pos_ in {"VERB", "AUX"}), None)
    if verb.tag_ not in {"VBG", "VBN"} or (above is not None and status_of(above) != "happened"):
        return False
    if verb.dep_ in {"pcomp", "xcomp"}:
        return bool(verb.tag_ == "VBG" and verb.head.lemma_.lower() in _LEADING)
    return bool(verb.dep_ == "advcl")


def is_told(verb: Any) -> bool:
    """Whether the verb of a clause tells what was, is, is to be or is not, and under no "if"."""
    set_down = terms_of(verb) is not None and "would" in auxiliaries(verb)  # "under the accord, Chad would leave"
    return not _is_unsure(verb) and (set_down or status_of(verb) in _DEEDS)


def _is_unsure(verb: Any) -> bool:
    """Whether a clause only asks, sets a condition or tells how long something else lasts: "if", "whether", "until"."""
    above = [t for t in (verb, *verb.ancestors) if t.pos_ in {"VERB", "AUX"}]
    return any(c.lower_ in _UNSURE for t in above for c in t.children if c.dep_ in {"mark", "advmod"})


def is_awaited(verb: Any) -> bool:
    """Whether a clause tells what somebody waits or hopes for: "until they mend it", "I hope they mend it"."""
    until = any(c.lower_ in _AWAITING and c.dep_ == "mark" for c in verb.children)
    hoped = verb.dep_ == "ccomp" and verb.head.lemma_.lower() in load("contrasts.yaml")["in_mind"]
    supposed = not _SUPPOSED.isdisjoint(auxiliaries(verb.head))  # "it could take weeks before it was mended"
    return hoped or (until and is_finite(verb) and (supposed or tense(verb) == "present"))


@cache
def _speaking() -> frozenset[str]:
    groups = load("similar.yaml")["groups"]
    return frozenset(groups["say"]) | frozenset(groups["tell"])


def _clause(
    reading: Reading, who: Whose, sentence: Span, verb: Any, times: Sequence[Time], *, is_lead: bool
) -> PlainClause:
    doers = [counted_noun(doer) for doer in subjects(verb)]
    acting = {t.i for doer in doers for t in phrase(doer)}
    tokens = _tokens(verb, acting)
    named = {t.i: who.get((reading.article.id, t.idx), "") for t in tokens}
    words: Bag = {}
    for token in (t for t in tokens if t.i != verb.i):
        root, weight = weighed(token.text)
        entity = named[token.i]
        if _says_little(token) or (token.pos_ == "PROPN" and token.dep_ == "compound" and named.get(token.head.i)):
            continue  # of "Prime Minister Anna Berg" only whom it is
        if entity or root:
            key = entity or root
            words[key] = max(weight, words.get(key, 0.0), _ENTITY if entity else 0.0)
    return PlainClause(
        reading=reading,
        verb=span_of([verb]),
        span=span_of(t for t in tokens if verb.sent.start <= t.i < verb.sent.end),
        sentence=sentence,
        kin=kin(deed(verb)),
        words=words,
        subjects=frozenset(named.get(t.i) or weighed(t.text)[0] for t in doers) - {""},
        actors=frozenset(named[t.i] for t in doers if named.get(t.i)),
        others=frozenset(entity for i, entity in named.items() if entity and i not in acting),
        contrasts=contrasts(tokens, named),
        subject=_subject(verb),
        is_state=verb.lemma_ in {"be", "have"},
        is_denied=is_negated(verb),
        is_ahead=is_ahead(verb),
        is_passive=is_passive(verb),
        is_main=all(t.dep_ in _MAIN or stands_apart(t) for t in (verb, *verb.ancestors)),
        is_lead=is_lead,
        day=_day(reading, verb, times),
    )


def _subject(verb: Any) -> Span | None:
    """Verb -> the words for its subject, None where it has none or several."""
    own = subjects(verb)
    return span_of(phrase(own[0], loose=True)) if len(own) == 1 else None


def _days_by_sentence(reading: Reading, sentences: Sequence[Span]) -> dict[Span, list[Time]]:
    """Reading and sentences in text order -> the times of a month or less that each of them has."""
    starts = [sentence.start for sentence in sentences]
    found: dict[Span, list[Time]] = {}
    for time in reading.of(Time):
        if time.earliest and time.latest and (time.latest - time.earliest).days <= _MONTH:
            at = bisect_right(starts, time.span.start) - 1
            if at >= 0 and sentences[at].covers(time.span):
                found.setdefault(sentences[at], []).append(time)
    return found


def _day(reading: Reading, verb: Any, times: Sequence[Time]) -> Span | None:
    """Verb, and its sentence's times -> the words for its day or month, or its infinitive's ("is to go on Sunday")."""
    for time in times:
        head = head_of(reading.doc, time.span)
        governor = governing_verb(head)
        own = governor is not None and verb in {governor, governor.head if governor.dep_ == "xcomp" else governor}
        own = own or ends_the_deed(head, sharing_its_end(verb))
        if own and head.head.lower_ not in _BOUNDS and not is_set_against(head) and not _may_be_of_another(head, verb):
            return time.span
    return None


def _may_be_of_another(day: Any, verb: Any) -> bool:
    """Whether a day at a clause's end can be that of a deed within it, behind a place that is told more of.

    "He was jailed for helping men who raided the bank, which is in Larvik, on June 17".
    """
    behind = day.head if day.dep_ == "pobj" else day
    before = verb.doc[max(behind.i - 2, 0) : behind.i]
    if len(before) < 2 or before[1].text != ",":
        return False
    aside = next((t for t in (before[0], *before[0].ancestors) if t.dep_ in {"relcl", "appos"} and t.i > verb.i), None)
    within = list(takewhile(lambda t: t != verb, aside.ancestors)) if aside is not None else []
    deeds = {noun for named in load("happenings.yaml")["named"] for noun in named}
    return any(t.pos_ == "VERB" or t.lemma_.lower() in deeds for t in within)


def _says_little(token: Any) -> bool:
    """Whether a word is no part of a deed: how, and on which day, which all that tell of the day have in common."""
    return bool(token.pos_ == "ADV" or token.lower_ in _DAY or token.lower_.endswith("day"))


def _tokens(verb: Any, acting: set[int]) -> list[Any]:
    """Verb of a clause, and the words for who acts -> its words and these, without the clauses within it."""
    within = list(verb.subtree)
    inner = {
        t.i
        for c in within
        if c.i != verb.i and c.dep_ in _CLAUSES and c.pos_ in {"VERB", "AUX"} and is_finite(c)
        for t in c.subtree
    }
    kept = {t.i for t in within if t.i not in inner} | acting
    return [verb.doc[i] for i in sorted(kept)]


def deed(verb: Any) -> str:
    """Verb of a clause -> the lemma that tells its deed: of "made a visit" and "held a rally" the noun's."""
    lemma = str(verb.lemma_.lower())
    nouns = [c for c in verb.children if c.dep_ in {"dobj", "nsubjpass"}]
    return str(nouns[0].lemma_.lower()) if lemma in _LIGHT and nouns else lemma

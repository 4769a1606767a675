"""What an account tells, itself or on somebody's word, clause by clause: what kind of deed, of whom, done or not.

Two accounts of one thing share few words. Here a clause is known by its deed and by who or what it is about; what it
tells of them stands beside, to be held against another account's.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from typing import Any, Literal

import msgspec

from rashomon.lexicon.files import load
from rashomon.model import Block, Quotation, Reading, Sentence, Span, Syntax, TextSlot, hull
from rashomon.stories.scenes import Whose
from rashomon.text.grammar import (
    auxiliaries,
    is_at_least,
    is_denying,
    is_finite,
    is_negated,
    is_passive,
    span_of,
    subjects,
    tense,
    tokens_in,
)
from rashomon.weighing.alignment.axes import axis_of, between, is_only_wanted, kept_for, stands_so
from rashomon.weighing.alignment.cued import accused, is_in_mind, is_led_by_cue, is_refused, speaking
from rashomon.weighing.alignment.deed_nouns import called_off, deed_noun, host_of, met_by, parties_to
from rashomon.weighing.alignment.parts import NOBODY, Part, Parts
from rashomon.weighing.claims.told import Told
from rashomon.weighing.compared.aheads import leads_ahead
from rashomon.weighing.compared.counts import Count, counted, quantity, ranked, ranks
from rashomon.weighing.compared.heads import is_measure, is_of_each, own_tokens, subject_span
from rashomon.weighing.compared.plain_clauses import is_awaited
from rashomon.weighing.compared.shares import vote_shares
from rashomon.weighing.compared.wordings import Wording, axes, found, kinds, nouns_for, phrases, tallies, turning
from rashomon.weighing.compared.words import Bag

Time = Literal["past", "present", "ahead"]
_UNTOLD = frozenset({"title", "heading", "caption", "credit", "promotion"})
_UNSURE = frozenset({"if", "unless", "whether"})
_OPEN = frozenset({"may", "might", "could", "can", "should"})
_GOVERNED = frozenset({"xcomp", "pcomp", "ccomp"})
_TENSES: Mapping[str, Time] = {"future": "ahead", "past": "past", "present": "present"}
_LEADING = frozenset({"by", "after", "vote", "spend", "begin", "start", "continue", "keep", "manage", "have"})
"""What follows them was done."""
_OPINIONS = frozenset({"think", "feel", "believe", "expect", "suppose"})  # "did not feel they were": felt they were not
_WISHING = frozenset({"like", "love", "want", "wish", "hope", "prefer", "try", "seek", "aim", "strive", "negotiate"})
_REACH = 8  # words before a wording in which it is denied
_NEXT = 3  # words: "ruled out using"


@dataclass(frozen=True, eq=False)
class Telling:
    """A clause of an account: what kind of deed it tells, of whom, and whether it was.

    ``statement`` is the one it is told in, None where the outlet tells it itself; ``is_whole`` tells that it is the
    main clause of what is said there. ``deeds`` are the kinds of deed that its words can tell, ``axis`` and ``side``
    what of a pair of opposites (contrasts.yaml), ``doer`` who acts, ``thing`` what it is done to or of whom it is so.
    ``counts`` tells that people are counted for it, ``count`` how many, ``rank`` the place on a scale that it gives.
    ``tokens`` are its own words without the clauses within, ``mark`` the words that tell, and ``stance`` these with
    what denies or promises it.
    """

    reading: Reading
    statement: Told | None
    is_whole: bool
    verb: Any
    mark: Span
    tokens: tuple[Any, ...]
    sentence: Span
    deeds: frozenset[str]
    axis: str
    side: int
    denied: bool
    time: Time
    doer: Part
    thing: Part
    words: Bag
    subject: Span | None
    stance: Span
    counts: bool = False
    count: Count | None = None
    rank: int = 0
    wished: bool = False  # only wanted or tried: "would like to sign"
    off: bool = False  # of a noun's deed that was called off: "put off the visit"
    disowned: bool = False
    """Whether the source of its statement denies it."""

    @property
    def article(self) -> str:
        """The article that tells it."""
        return self.reading.article.id

    @cached_property
    def span(self) -> Span:
        """From its first to its last word, and the words that deny it."""
        whole = hull([span_of(self.tokens), self.stance])
        return whole if self.sentence.covers(whole) else span_of(self.tokens)


def tellings(reading: Reading, who: Whose, statements: Sequence[Told]) -> Iterator[Telling]:
    """Reading, whom its words are for, and its statements -> what it tells; none of a reading without its parse."""
    if not reading.of(Syntax):
        return
    aside = [block.span for block in reading.of(Block) if block.kind in _UNTOLD]
    quoted = [quotation.span for quotation in reading.of(Quotation)]
    parts = Parts(reading, who)
    for sentence in (s.span for s in reading.of(Sentence)):
        if any(span.meets(sentence) for span in aside):
            continue
        reader = _Reader(reading, parts, statements, quoted, sentence)
        yield from reader.all()


class _Reader:
    """One sentence and what is known of it."""

    def __init__(
        self, reading: Reading, parts: Parts, statements: Sequence[Told], quoted: Sequence[Span], sentence: Span
    ) -> None:
        self.reading, self.parts, self.sentence = reading, parts, sentence
        self.statements = [one for one in statements if _content(one).meets(sentence)]
        self.spoken = [one for one in statements if one.cue is not None and one.cue.meets(sentence)]
        self.quoted = quoted
        self.tokens = list(tokens_in(reading.doc, sentence))
        self.tallied = {hit.head.i for hit in found(self.tokens, tallies())}
        self.turned = {hit.head.i for hit in found(self.tokens, turning())}
        self.deeds = {hit.head.i: hit for hit in found(self.tokens, phrases())}

    def all(self) -> Iterator[Telling]:
        for hit in found(self.tokens, axes()):
            telling = self._telling(hit) if stands_so(hit) else None
            if telling is not None and not telling.disowned and _is_about(telling):
                yield telling
        for hit in found(self.tokens, tallies()):
            telling = self._telling(hit)
            count = counted(self.reading, telling.verb, hit, telling.tokens) if telling is not None else None
            if telling is None or count is None or telling.time == "ahead" or telling.disowned:
                continue
            if not telling.denied or not count.amount.value:
                yield replace(telling, axis="", deeds=frozenset({f"tally {hit.stands_for[0]}"}), count=count)
        yield from self._quantities()
        yield from self._shares()
        yield from self._ranks()
        for token in self.tokens:
            if token.pos_ == "VERB" and self._is_of_a_deed(token):
                phrase_of = self.deeds.get(token.i)
                telling = self._telling(Wording(("", 0), phrase_of.tokens if phrase_of else (token,)))
                if telling is not None:
                    yield from self._called_off(telling)
                    yield telling

    def _called_off(self, telling: Telling) -> Iterator[Telling]:
        """A telling by a verb that keeps a noun's deed from coming about -> that this was not done."""
        if (noun := called_off(telling.verb)) is not None:
            hosts, things = (self.parts.part(held, telling.statement) for held in parties_to(noun, telling.statement))
            doer = telling.doer if noun.dep_ == "dobj" else hosts
            deeds = kinds(noun.lemma_.lower())
            yield replace(telling, deeds=deeds, doer=doer, thing=things, denied=not telling.denied, off=True)

    def _is_of_a_deed(self, verb: Any) -> bool:
        """Whether a verb tells a deed of its own, and not only that somebody speaks."""
        place = Span(verb.idx, verb.idx + len(verb))
        if any(one.cue is not None and one.cue.meets(place) for one in self.spoken):
            return False
        return verb.i in self.deeds or not (verb.lemma_.lower() in speaking() or leads_ahead(verb))

    def _quantities(self) -> Iterator[Telling]:
        """The figures that it gives by name: "magnitude 7.1", "turnout reached 54.3 percent"."""
        for noun in self.tokens:
            if noun.lemma_.lower() not in {*load("contrasts.yaml")["quantities"], *load("contrasts.yaml")["tolls"]}:
                continue
            telling = self._telling(Wording(("", 0), (noun,)))
            count = quantity(self.reading, noun, telling.tokens) if telling is not None else None
            tally = load("contrasts.yaml")["tolls"].get(noun.lemma_.lower())
            if (
                telling is not None
                and count is not None
                and not is_of_each(noun)
                and telling.time != "ahead"
                and not (telling.denied or telling.disowned)
            ):
                thing = Part(nouns_for(noun.lemma_.lower()), frozenset(self.parts.qualities(noun)))
                name = f"tally {tally or noun.lemma_.lower()}"
                if tally:
                    people = msgspec.structs.replace(count.amount, unit="people")
                    count = replace(count, is_anybody=True, amount=people)
                yield replace(telling, deeds=frozenset({name}), thing=thing, count=count)

    def _shares(self) -> Iterator[Telling]:
        """The shares of the vote that it gives to somebody: "was re-elected with 57 percent of the vote"."""
        for verb, whose, count in vote_shares(self.reading, self.tokens):
            telling, one = self._telling(Wording(("", 0), (verb,))), self.parts.entity(whose)
            if one and telling is not None and telling.time != "ahead" and not (telling.denied or telling.disowned):
                share = replace(count, nouns=frozenset({one}))
                yield replace(telling, deeds=frozenset({f"tally votes {one}"}), thing=Part(share.nouns), count=share)

    def _ranks(self) -> Iterator[Telling]:
        """The places on a scale that it gives to something: the largest, the second, the first visit."""
        for word, scale, place, span in ranks(self.tokens):
            noun = ranked(word)
            telling = self._telling(Wording(("", 0), (word,))) if noun is not None else None
            if telling is None or telling.denied or telling.disowned:
                continue
            around = [t for t in noun.subtree if t.pos_ in {"NOUN", "PROPN", "ADJ"} and t.i not in {word.i, noun.i}]
            scope = {key for t in around for key in self.parts.keys(t)}
            own = self.parts.keys(noun) if noun is not word else frozenset()
            names = [t for c in noun.children if c.i < noun.i and c != word for t in c.subtree if t.text[0].isupper()]
            before = frozenset(key for name in names for key in (self.parts.keys(name) or {name.lower_}))
            thing = Part(own, frozenset(scope), before)
            tokens = tuple(t for t in noun.subtree if not t.is_space)
            ranked_one = self.parts.ranked(noun, telling.verb, telling.statement)
            if ranked_one is not None:
                deeds = frozenset({f"rank {scale}"})
                yield replace(telling, deeds=deeds, doer=ranked_one, thing=thing, rank=place, mark=span, tokens=tokens)

    def _telling(self, hit: Wording) -> Telling | None:
        head = hit.head
        inner = head.dep_ in {"acomp", "attr", "amod"}  # "were missing": its verb is the copula
        verb = next(
            (t for t in (head, *head.ancestors) if t.pos_ in {"VERB", "AUX"} and not (inner and t == head)), None
        )
        mark = span_of(hit.tokens)
        if verb is None or verb.dep_ in {"aux", "auxpass"} or not self._is_told(verb):
            return None
        statement = self._statement(mark)
        if any(span.meets(mark) for span in self.quoted) if statement is None else is_in_mind(statement):
            return None  # what somebody hopes, an account may tell besides
        disowned = statement is not None and "denied" in statement.claim.slots and not is_refused(verb, statement)
        time = self._time(verb, statement, hit)
        if time is None:
            return None
        if not subjects(verb) and is_finite(verb) and not is_passive(verb):
            return None  # a parse that has lost who acts
        doer, thing = self._parts(hit, verb, statement)
        within = self.sentence if statement is None else _content(statement)
        tokens = [t for t in own_tokens(verb, head) if within.start <= t.idx < within.end]
        inside = {t.i for t in hit.tokens}
        denied = self._is_denied(verb, inside)
        if denied and any(t.lower_ in {"until", "till"} for t in verb.subtree):
            return None  # "will not be named until they are told": then they will be
        axis, side = hit.stands_for
        return Telling(
            reading=self.reading,
            statement=statement,
            is_whole=statement is not None and self._is_whole(verb, statement),
            verb=verb,
            mark=mark,
            tokens=tuple(tokens),
            sentence=self.sentence,
            deeds=self._deeds(verb) if head == verb else frozenset(),
            axis=axis,
            side=side,
            denied=denied != disowned,
            disowned=disowned,
            time=time,
            doer=doer,
            thing=thing,
            words=self.parts.words(tokens, inside | {verb.i}),
            subject=subject_span(verb),
            stance=self._stance(verb, hit),
            wished=verb.dep_ == "xcomp" and verb.head.lemma_.lower() in _WISHING,
            counts=head.i in self.tallied or verb.i in self.tallied,
        )

    def _is_told(self, verb: Any) -> bool:
        """Whether a verb tells what is: no command, condition or bare noun-like form."""
        above = [t for t in (verb, *verb.ancestors) if t.pos_ in {"VERB", "AUX"}]
        unsure = any(c.lower_ in _UNSURE for t in above for c in t.children if c.dep_ in {"mark", "advmod"})
        if unsure or any(map(is_awaited, above)):
            return False
        governed = verb.dep_ in {"xcomp", "pcomp", "acl", "relcl", "advcl", "conj", "ccomp", "amod"}
        return is_finite(verb) or governed

    def _statement(self, mark: Span) -> Told | None:
        """The innermost statement that words are told in."""
        held = [one for one in self.statements if _content(one).covers(mark)]
        return min(held, key=lambda one: len(_content(one)), default=None)

    def _is_whole(self, verb: Any, statement: Told) -> bool:
        content = _content(statement)
        return not any(t.pos_ in {"VERB", "AUX"} and content.start <= t.idx < content.end for t in verb.ancestors)

    def _time(self, verb: Any, statement: Told | None, hit: Wording) -> Time | None:
        """Verb -> when its clause says that it is; None where it only says that it may be."""
        helpers = set(auxiliaries(verb))
        if helpers & _OPEN and hit.stands_for[0] != "possibility":
            return None
        if "would" in helpers:
            return "ahead" if statement is not None else None
        if is_finite(verb):
            return _TENSES.get(tense(verb), "past")
        above = verb.head
        if above.i in self.turned:
            return "present"
        if verb.tag_ == "VB" and (verb.dep_ == "xcomp" or any(c.tag_ == "TO" for c in verb.children)):
            led = above != verb and above.lemma_ in _LEADING  # in "To lead Peru" nothing is above it
            return self._time(above, statement, hit) if led else "ahead"
        if verb.dep_ in {"xcomp", "pcomp"} and above.lemma_.lower() not in _LEADING:
            return "past" if verb.tag_ == "VBG" and is_led_by_cue(verb, statement) else None
        if verb.dep_ == "ccomp" or (verb.dep_ == "acl" and verb.tag_ == "VB"):
            return None
        governor = next((t for t in verb.ancestors if t.pos_ in {"VERB", "AUX"}), None)
        if governor is None:
            return "present" if verb.tag_ == "VBG" else "past"  # "Pirates holding a dozen ships off Larvik."
        return self._time(governor, statement, hit)

    def _is_denied(self, verb: Any, inside: set[int]) -> bool:
        """Whether a clause denies what its words tell: "did not", "no one", "refused to", "is unlikely to"."""
        own = any(c.i not in inside for c in verb.children if c.dep_ == "neg" or is_denying(c))
        denied = (own and not is_at_least(verb)) or (
            is_negated(verb) and not any(c.dep_ == "neg" for c in verb.children)
        )
        for subject in subjects(verb) if any(c.dep_ in {"nsubj", "nsubjpass"} for c in verb.children) else ():
            denied |= is_denying(subject) or any(c.lower_ == "no" and is_denying(c) for c in subject.children)
        denied |= any(
            c.dep_ == "dobj" and any(d.lower_ == "no" and is_denying(d) for d in c.children) for c in verb.children
        )
        here = verb
        while here.dep_ in _GOVERNED or (here.dep_ == "advcl" and here.tag_ == "VBG" and here.i - here.head.i <= _NEXT):
            above = here.head
            if above.i in inside:
                break
            denied ^= above.i in self.turned
            infinitive = here.dep_ == "xcomp" and above.pos_ in {"VERB", "AUX", "ADJ"}
            if infinitive or (here.dep_ == "ccomp" and above.lemma_.lower() in _OPINIONS):
                denied ^= is_negated(above)
            here = above
        return denied

    def _stance(self, verb: Any, hit: Wording) -> Span:
        """A wording with the words before it that deny or promise it: "will not appeal", "is unlikely to meet"."""
        governors = [verb]
        while governors[-1].dep_ in _GOVERNED and governors[-1].head.pos_ in {"VERB", "AUX", "ADJ"}:
            governors.append(governors[-1].head)
        first = hit.tokens[0].i
        helpers = [c for g in governors for c in g.children if c.dep_ in {"aux", "auxpass", "neg"}]
        turning_verbs = [g for g in governors[1:] if g.i in self.turned]
        denying = [c for s in subjects(verb) for c in (s, *s.children) if is_denying(c)]
        before = [t for t in (*helpers, *turning_verbs, *denying) if first - _REACH <= t.i < first]
        copula = [g for g in governors[1:] for t in turning_verbs if g == t.head and first - _REACH <= g.i < first]
        return span_of([*before, *copula, *hit.tokens])

    def _deeds(self, verb: Any) -> frozenset[str]:
        """Verb -> the kinds of deed that it can tell: of "made a visit" and "a visit took place" those of the noun."""
        name = self._phrase(verb)
        noun = deed_noun(verb, name)
        return kinds(name if name and name != "happen" else (verb if noun is None else noun).lemma_.lower())

    def _phrase(self, verb: Any) -> str:
        """Verb -> the deed of the phrase that it heads, "" for none: "meet" of "hold talks with"."""
        return self.deeds[verb.i].stands_for[0] if verb.i in self.deeds else ""

    def _parts(self, hit: Wording, verb: Any, statement: Told | None) -> tuple[Part, Part]:
        """A wording and its verb -> who acts, and what it is done to or of whom it is so."""
        inside, head = {t.i for t in hit.tokens}, hit.head
        if head.dep_ in {"amod", "compound"} and head != verb:
            return NOBODY, self.parts.part([head.head], statement)
        doers = [t for t in accused(verb) or subjects(verb) if t.i not in inside]
        within = between(hit)
        if within and head == verb:
            return self.parts.part(doers, statement), self.parts.part(within, statement)
        noun = deed_noun(verb, self._phrase(verb)) if head == verb else None
        if noun is not None and (named := met_by(noun)):
            hosts = host_of(noun, statement) if noun in doers else doers
            return self.parts.part(hosts, statement), self.parts.part(named, statement)
        things = [c for c in verb.children if c.dep_ == "dobj" and c.i not in inside]
        last = hit.tokens[-1]
        things += [c for c in last.children if last != verb and c.dep_ == "pobj" and c.i not in inside]
        if is_passive(verb):
            agents = [n for c in verb.children if c.dep_ == "agent" for n in c.children if n.dep_ == "pobj"]
            return self.parts.part(agents, statement), self.parts.part(doers, statement)
        if not things or is_measure(things[0]):
            return NOBODY, self.parts.part(doers, statement)
        return self.parts.part(doers, statement), self.parts.part(things, statement)


def _content(one: Told) -> Span:
    slot = one.claim.slots.get("what")
    return slot.span if isinstance(slot, TextSlot) and slot.span else one.evidence


def _is_about(telling: "Telling") -> bool:
    """Whether what a telling is about can be that of its axis, and is so."""
    about, thing = axis_of(telling.axis).get("about"), telling.thing
    can_be = not about or bool(thing.keys & kept_for(telling.axis)) or bool(thing.loose)
    return can_be and not is_only_wanted(telling.verb, telling.mark)

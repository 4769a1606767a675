"""A claim made ready for comparison: what it is about, worked out once."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache, cached_property

from rashomon.model import (
    AmountSlot,
    Attribution,
    Claim,
    DateSlot,
    EntitySlot,
    Event,
    Hop,
    Mention,
    Quotation,
    Reading,
    Sentence,
    Span,
    StoryEntity,
    Syntax,
    TextSlot,
    Undertaking,
    hull,
)
from rashomon.stories.nouns import one_word
from rashomon.stories.weave import Woven, fold
from rashomon.text.grammar import tokens_in
from rashomon.weighing.claims.mapped import mapped, seats_in
from rashomon.weighing.claims.unattributed import held, unattributed
from rashomon.weighing.compared.clauses import Clause, clause_of, coordinate, doubt
from rashomon.weighing.compared.days import Bounds, Days, closed, published
from rashomon.weighing.compared.likeness import Words
from rashomon.weighing.compared.sides import negates
from rashomon.weighing.compared.utterances import QUOTED_WORDS, Utterance, utterance
from rashomon.weighing.compared.words import Bag, bag, grams

PRINTING = frozenset({"outlet", "agency", "newspaper", "broadcaster", "state-media", "official-site"})
"""Kinds of hop that can be the outlet whose text another prints."""
_TURN = re.compile(r"[“\"]([^“”\"]+)")  # the mark that closes it may lie outside of the content
_NUMBER = re.compile(r"[\d.,]+")
_SAYING = frozenset({"say", "tell", "accord"})
_CUE = 120  # characters between two quotations: "," said the chairman of the committee. "


@dataclass(frozen=True, eq=False)
class Told:
    """A claim (its entities those of the story), the reading of the text it stands in, and what is compared of it.

    ``finding`` is what the claim was folded from, None for a figure. ``quoted`` tells that the words of its content
    stand in quotation marks; ``quotations`` are those of a statement. ``clause`` is what its verb's clause says, None
    where no finite verb is the cue. ``people`` are the story's entities by id. ``alleged`` is the
    word by which the text itself does not vouch for it ("allegedly"), "" where it does. ``coordinate`` is the part of
    the sentence that tells a deed, where the sentence is two that "and" joins.
    """

    claim: Claim
    reading: Reading
    finding: Attribution | Event | Undertaking | None
    sentence: Span
    quoted: bool
    clause: Clause | None
    people: Mapping[str, StoryEntity]
    quotations: tuple[Quotation, ...] = ()
    alleged: str = ""
    coordinate: Span | None = None

    @property
    def text(self) -> str:
        """The text that it stands in."""
        return self.reading.text

    @cached_property
    def published(self) -> Days | None:
        """The days on which its article can have come out."""
        return published(self.reading)

    @cached_property
    def utterances(self) -> tuple[Utterance, ...]:
        """What it quotes, five words at least."""
        return self._quoted(nested=False)

    @cached_property
    def nested(self) -> tuple[Utterance, ...]:
        """What is quoted within what it quotes: on whose word, only the speaker's words tell."""
        return self._quoted(nested=True)

    @cached_property
    def breaths(self) -> tuple[tuple[Utterance, ...], ...]:
        """What it quotes, by stretches that nothing but a cue interrupts."""
        found: list[list[Quotation]] = []
        for quotation in sorted((q for q in self.quotations if q.level == 1), key=lambda q: q.span):
            if found and quotation.span.start - found[-1][-1].span.end <= _CUE:
                found[-1].append(quotation)
            else:
                found.append([quotation])
        return tuple(tuple(utterance(q.inner.of(self.text)) for q in breath) for breath in found)

    def _quoted(self, *, nested: bool) -> tuple[Utterance, ...]:
        chosen = (q for q in self.quotations if (q.level > 1) == nested)
        return tuple(said for q in chosen if (said := utterance(q.inner.of(self.text))).own >= QUOTED_WORDS)

    @cached_property
    def plain(self) -> str:
        """The words of its content, in lower case and without marks."""
        return " ".join(re.findall(r"\w+", self.content.lower()))

    @cached_property
    def turns(self) -> tuple[str, ...]:
        """What of its content stands between quotation marks, as ``plain`` has it; two words at least, one telling."""
        found = (" ".join(re.findall(r"\w+", match[1].lower())) for match in _TURN.finditer(self.content))
        return tuple(turn for turn in found if " " in turn and bag(turn))

    @cached_property
    def cue(self) -> Span | None:
        """The words that make it what it is: the trigger of an event, the cue of a statement or undertaking."""
        if isinstance(self.finding, Event):
            return self.finding.trigger
        if isinstance(self.finding, Undertaking):
            return self.finding.cue
        return hull(self.finding.cue) if self.finding and self.finding.cue else None

    @property
    def trigger(self) -> Span | None:
        """Its cue; of a claim without a finding, the words of the slot for it."""
        slot = self.claim.slots.get("trigger")
        return self.cue if self.cue is not None or slot is None else slot.span

    @property
    def key(self) -> tuple[str, int, int, str]:
        """What claims are ordered by: article, place, id."""
        where = self.evidence
        return (self.claim.article, where.start, where.end, self.claim.id)

    @property
    def behind(self) -> tuple[Hop, ...]:
        """The chain behind the outlet and the outlet that it credits: on whose word, outermost first."""
        chain = self.claim.chain[1:]
        return chain[1:] if chain and self._is_credited(chain[0]) else chain

    def _is_credited(self, hop: Hop) -> bool:
        """Whether a hop is the outlet of a credit or dateline: one whose name stands in no words of evidence."""
        if hop.span is None or hop.entity is not None:
            return False
        return hop.kind in PRINTING and not any(e.covers(hop.span) for e in self.claim.evidence)

    @property
    def is_event(self) -> bool:
        """Whether it tells a happening, of the news or of what went before."""
        return self.claim.kind in {"event", "background"}

    @property
    def is_figure(self) -> bool:
        """Whether it is an amount that its text gives."""
        return self.claim.kind == "figure"

    @property
    def is_bare(self) -> bool:
        """Whether it is a figure whose words do not tell what they count: "put the toll at [20]"."""
        return self.is_figure and self.amount is not None and _NUMBER.fullmatch(self.amount.text) is not None

    @property
    def is_only_named(self) -> bool:
        """Whether it is a happening that no verb of its text tells: "the attack in Oslo"."""
        return self.claim.kind == "event" and self.finding is None and self.clause is None

    @property
    def is_unattributed(self) -> bool:
        """Whether it is a quotation that its text gives to nobody."""
        return self.claim.kind == "statement" and self.finding is None

    @property
    def is_nameless(self) -> bool:
        """Whether its text does not tell by name on whose word it stands."""
        return bool(self.behind) and self.behind[-1].kind in {"unnamed", "unresolved"}

    @cached_property
    def evidence(self) -> Span:
        """The stretch from the first to the last character of evidence."""
        return hull(self.claim.evidence)

    @cached_property
    def bounds(self) -> Bounds | None:
        """First and last day it can have been, one of them None where the text leaves it open; None for no day."""
        slot = self.claim.slots.get("when")
        known = isinstance(slot, DateSlot) and (slot.earliest or slot.latest)
        return (slot.earliest, slot.latest) if known and isinstance(slot, DateSlot) else None

    @cached_property
    def days(self) -> Days | None:
        """First and last day it can have been, None unless both are known."""
        return closed(self.bounds) if self.bounds else None

    def who(self, *slots: str) -> frozenset[str]:
        """Slot names -> the story's entities that stand in them."""
        found = (self.claim.slots.get(name) for name in slots)
        return frozenset(e for slot in found if isinstance(slot, EntitySlot) for e in slot.entities)

    def term(self, *names: str) -> str:
        """Slot names -> the words of the first of them that is there, "" for none."""
        for name in names:
            slot = self.claim.slots.get(name)
            if isinstance(slot, TextSlot):
                return slot.text
        return ""

    @cached_property
    def amount(self) -> AmountSlot | None:
        """The amount it gives, if one."""
        slot = self.claim.slots.get("amount")
        return slot if isinstance(slot, AmountSlot) else None

    @cached_property
    def speaker(self) -> str:
        """Whose word it is: the innermost hop's entity, government or name; "" for the outlet."""
        if not self.behind:
            return ""
        last = self.behind[-1]
        if last.entity:
            return voice_of(last.entity, self.people)
        if last.kind == "document":  # "the suit", "the 66-page complaint"
            return "document:" + one_word(fold(last.name).split()[-1])
        return "" if last.kind in {"unnamed", "unresolved"} else "name:" + fold(last.name)

    @cached_property
    def content(self) -> str:
        """The words that say it: a statement's content, an undertaking's terms, else the evidence."""
        slot = self.claim.slots.get("what")
        if isinstance(slot, TextSlot) and slot.text:
            return slot.text
        return " ".join(span.of(self.text) for span in self.claim.evidence)

    @property
    def is_of_a_paper(self) -> bool:
        """Whether it is a statement of a paper: of a suit, a report, a memo."""
        return self.claim.kind == "statement" and bool(self.behind) and self.behind[-1].kind == "document"

    @property
    def denies(self) -> bool:
        """Whether it is a statement by a verb of denial."""
        return "denied" in self.claim.slots

    @property
    def is_passed_on(self) -> bool:
        """Whether it is a statement that only passes on what is so: "police said", "police allege", not "he denied".

        Common words weigh nothing: of "said" no cue word is left, nor of "point to", "want" and "have not said".
        """
        lemmas = frozenset(self.cue_lemmas)
        says = not lemmas or bool(lemmas & _SAYING and "not" not in lemmas)
        passes_on = self.cue_words.keys() <= _passing_on() if self.cue_words else says
        passes_on |= lemmas == {"allege"}
        return self.claim.kind == "statement" and not self.denies and passes_on

    @cached_property
    def turned(self) -> bool:
        """Whether a statement says that something is not so: "denied that it leaked", "said it did not leak"."""
        return self.denies != negates(self.content)

    @cached_property
    def meaning(self) -> Words:
        """The telling words of its content with what they mean where they stand."""
        slot = self.claim.slots.get("what")
        places = [slot.span] if isinstance(slot, TextSlot) and slot.span else self.claim.evidence
        parsed = bool(self.reading.of(Syntax))
        tokens = [token for place in places for token in tokens_in(self.reading.doc, place)] if parsed else []
        return Words(self.reading, tokens, {}, {})

    @cached_property
    def bag(self) -> Bag:
        """The telling words of the content."""
        return bag(self.content)

    @cached_property
    def measured(self) -> Bag:
        """The telling words for what it gives a figure of: those of the content but figures and names."""
        names = (
            m.span.of(self.text) for m in self.reading.of(Mention) if m.form == "name" and self.sentence.covers(m.span)
        )
        left_out = bag(f"percent percentage point {' '.join(names)}")
        return {word: weight for word, weight in self.bag.items() if word not in left_out and not word[0].isdigit()}

    @cached_property
    def around(self) -> Bag:
        """The telling words of the whole sentence that it stands in."""
        return bag(self.sentence.of(self.text))

    @cached_property
    def grams(self) -> frozenset[tuple[str, ...]]:
        """The content's runs of three words."""
        return grams(self.content)

    @cached_property
    def cue_lemmas(self) -> tuple[str, ...]:
        """The lemmas of the cue's words, in lower case; without a parse the words as they stand."""
        if self.cue is None:
            return ()
        if not self.reading.of(Syntax):
            return tuple(self.cue.of(self.text).lower().split())
        return tuple(token.lemma_.lower() for token in tokens_in(self.reading.doc, self.cue))

    @cached_property
    def cue_words(self) -> Bag:
        """The words of the cue, with their forms and near-synonyms as one: "sued" and "is suing".

        Who tells something "according to" whom is in no accord with him.
        """
        return bag(" ".join(lemma for lemma in self.cue_lemmas if lemma != "accord"))


@cache
def _passing_on() -> frozenset[str]:
    """Words of cues that only pass something on ("also announced"); "said" and "told" are too common for a stem."""
    return frozenset(bag("reported confirmed announced added stated noted also"))


def voice_of(entity: str, people: Mapping[str, StoryEntity]) -> str:
    """Entity -> itself, or its government: a White House, an administration and a capital speak with one voice."""
    found = people.get(entity)
    if found and found.kind in {"state", "organization"} and found.code and found.code[3:] in {"", "GOV"}:
        return f"government:{found.code[:3]}"
    return entity


def of_one_kind(matter: Sequence[Told]) -> list[Told]:
    """A matter's claims, the one that tells it best first -> those of that one's kind; all events are of one kind."""
    first = matter[0]
    return [one for one in matter if one.claim.kind == first.claim.kind or (one.is_event and first.is_event)]


def tell(readings: Sequence[Reading], woven: Woven) -> list[Told]:
    """Readings of a story and its entities -> its claims made ready, in a fixed order."""
    people = {entity.id: entity for entity in woven.entities}
    told = [one for reading in readings for one in _of_reading(reading, woven, people)]
    return sorted(told, key=lambda one: one.key)


def _of_reading(reading: Reading, woven: Woven, people: Mapping[str, StoryEntity]) -> list[Told]:
    found: dict[str, Attribution | Event | Undertaking] = {}
    found |= {finding.id: finding for finding in reading.of(Attribution)}
    found |= {finding.id: finding for finding in reading.of(Event)}
    found |= {finding.id: finding for finding in reading.of(Undertaking)}
    sentences = [sentence.span for sentence in reading.of(Sentence)]
    quotations = [quotation for quotation in reading.of(Quotation) if not quotation.scare]
    quotes = [quotation.span for quotation in quotations]
    told, seats = [], seats_in(reading)
    for claim in [*reading.of(Claim), *unattributed(reading, quotations)]:
        if claim.evidence:
            finding = found.get(claim.finding)
            slot = claim.slots.get("what")
            place = slot.span if isinstance(slot, TextSlot) and slot.span else hull(claim.evidence)
            quoted = any(quote.meets(place) and _most(place, quote) for quote in quotes)
            around = _around(_anchor(finding, claim), sentences)
            clause = clause_of(reading, _anchor(finding, claim)) if finding else None
            of_story, own = mapped(claim, woven, seats, reading.text, people), held(claim, quotations)
            deed = finding is not None and claim.kind != "statement"
            alleged = doubt(reading, _anchor(finding, claim)) if deed else ""
            part = coordinate(reading, _anchor(finding, claim)) if deed else None
            told.append(Told(of_story, reading, finding, around, quoted, clause, people, own, alleged, part))
    return told


def _anchor(finding: Attribution | Event | Undertaking | None, claim: Claim) -> Span:
    if isinstance(finding, Event):
        return finding.trigger
    if isinstance(finding, Undertaking):
        return finding.cue
    return finding.cue[0] if finding and finding.cue else claim.evidence[0]


def _most(place: Span, quote: Span) -> bool:
    return 2 * (min(place.end, quote.end) - max(place.start, quote.start)) > len(place)


def _around(anchor: Span, sentences: Sequence[Span]) -> Span:
    met = [span for span in sentences if span.meets(anchor)]
    return hull(met) if met else anchor

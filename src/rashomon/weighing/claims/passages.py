"""A story's claims and clauses as passages: their words, the verb that tells, whose word it is, what can part them."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from typing import Any, NamedTuple

from rashomon.model import AmountSlot, Block, Encoding, Reading, Sentence, Span, Syntax, TextSlot
from rashomon.stories.scenes import Whose
from rashomon.text.grammar import (
    head_of,
    is_denying,
    is_negated,
    is_passive,
    phrase,
    span_of,
    subjects,
    tokens_in,
)
from rashomon.weighing.claims.told import Told
from rashomon.weighing.compared.aheads import is_ahead
from rashomon.weighing.compared.contrasts import Contrasts, contrasts
from rashomon.weighing.compared.heads import own_tokens
from rashomon.weighing.compared.likeness import Words, rarity
from rashomon.weighing.compared.plain_clauses import deed
from rashomon.weighing.compared.thoughts import is_thought
from rashomon.weighing.compared.wordings import kin
from rashomon.weighing.compared.words import stem, weighed

_NEEDED: tuple[type, ...] = (Syntax, Encoding)
_UNTOLD = frozenset({"caption", "credit", "promotion"})
_WITHIN = frozenset({"aux", "auxpass", "xcomp", "pcomp", "amod", "compound"})  # of another's clause
_SPEAKING = frozenset({"say", "tell"})
_VERBS = frozenset({"VERB", "AUX"})
_NOUNS = frozenset({"NOUN", "PROPN"})
_PARTS = frozenset({"nsubj", "nsubjpass", "dobj", "attr", "aux", "auxpass", "acomp", "advmod"})
_OF_A_NOUN = frozenset({"relcl", "acl"})


@dataclass(frozen=True, eq=False)
class Passage:
    """Words of an article that tell something: those of a claim or of a clause.

    ``verb`` is the one that tells it, None where there is none; ``doers`` are the story's entities that do it.
    ``statement`` is what it is told in or, of a statement's cue, the statement; None in the outlet's own voice.
    ``contrasts`` hold the days of its sentence where it has none itself; ``amount`` is that of a claim of a figure.
    """

    reading: Reading
    tokens: tuple[Any, ...]
    verb: Any
    words: Words
    doers: frozenset[str]
    statement: Told | None
    contrasts: Contrasts
    amount: AmountSlot | None = None

    @property
    def article(self) -> str:
        """The article that it stands in."""
        return self.reading.article.id

    @property
    def names(self) -> bool:
        """Whether it tells its deed by a noun alone."""
        return self.verb is not None and self.verb.pos_ in _NOUNS

    @cached_property
    def is_ahead(self) -> bool:
        """Whether it tells what is to be."""
        return self.verb is not None and self.verb.pos_ in _VERBS and is_ahead(self.verb)

    def is_told_by(self, word: Any) -> bool:
        """Whether another's word is for its deed: its verb, or one that can stand for it, and nothing that it names.

        "Signed the treaty" is not told by "treaty".
        """
        if self.verb is None or stem(word.lemma_) == stem(self.lemma):
            return self.verb is not None
        return not self._deeds.isdisjoint(kin(word.lemma_.lower())) and weighed(word.text)[0] not in self.words.keys

    @cached_property
    def _deeds(self) -> frozenset[str]:
        return kin(deed(self.verb)) | kin(self.lemma)

    @property
    def lemma(self) -> str:
        """Its verb's lemma."""
        return str(self.verb.lemma_.lower()) if self.verb is not None else ""

    @property
    def cue(self) -> Span:
        """Where its verb stands."""
        return span_of([self.verb])

    @property
    def span(self) -> Span:
        """From its first to its last word."""
        return span_of(self.tokens)


class Clause(NamedTuple):
    """A clause and the words of the sentence it stands in."""

    passage: Passage
    around: Words


class Passages:
    """The passages of a story's readings; none of those that came without parse and encoding."""

    def __init__(self, readings: Sequence[Reading], who: Whose, told: Iterable[Told]) -> None:
        parsed = [reading for reading in readings if all(reading.of(kind) for kind in _NEEDED)]
        self._readings = {reading.article.id: reading for reading in parsed}
        self.who = who
        self._statements: dict[str, list[Told]] = defaultdict(list)
        for one in told:
            if one.claim.kind == "statement":
                self._statements[one.claim.article].append(one)
        self._sentences = {name: list(_sentences(reading)) for name, reading in self._readings.items()}
        self._rare = rarity([tokens for sentences in self._sentences.values() for tokens in sentences])

    @cached_property
    def clauses(self) -> list[Clause]:
        """The clauses of all articles, each article's in text order."""
        return [clause for article in sorted(self._readings) for clause in self._clauses(article)]

    def tells(self, clause: Passage, claim: Passage) -> bool:
        """Whether a clause has a word for a claim's deed."""
        return any(self.is_for(word, clause.article, claim) for word in clause.tokens)

    def is_for(self, word: Any, article: str, claim: Passage) -> bool:
        """Whether a word of an article is for a claim's deed, and is not said to be somebody else's."""
        return claim.is_told_by(word) and not self._is_anothers(word, article, claim)

    def _is_anothers(self, word: Any, article: str, claim: Passage) -> bool:
        """Whether a word of an article is said to be that of somebody a claim does not name: "Mr Smith's death"."""
        owners = [owner for owner in word.children if owner.dep_ == "poss" and owner.pos_ == "PROPN"]
        return bool(claim.doers) and any(
            claim.words.keys.isdisjoint({weighed(owner.text)[0], self.who.get((article, owner.idx), "")})
            for owner in owners
        )

    def _clauses(self, article: str) -> Iterator[Clause]:
        reading = self._readings[article]
        for sentence in self._sentences[article]:
            around, days = Words(reading, sentence, self._rare, self.who), contrasts(sentence, {}).days
            for verb in (token for token in sentence if _has_a_clause(token)):
                statement = self._statement(article, Span(verb.idx, verb.idx + len(verb)))
                yield Clause(self._passage(reading, _own(verb), verb, statement, days), around)

    def _statement(self, article: str, verb: Span) -> Told | None:
        held = [
            one
            for one in self._statements[article]
            if any(span.covers(verb) for span in _content(one)) or (one.cue is not None and one.cue.covers(verb))
        ]
        return min(held, key=lambda one: len(one.evidence), default=None)

    def statement(self, one: Told) -> Told | None:
        """Claim -> the statement that it is, or that its cue stands in; None in the outlet's own voice."""
        if one.claim.kind == "statement":
            return one
        return self._statement(one.claim.article, one.trigger) if one.trigger is not None else None

    def claim(self, one: Told) -> Passage | None:
        """Claim -> what it says; None where its text came without its parse."""
        reading = self._readings.get(one.claim.article)
        if reading is None:
            return None
        tokens = {t.i: t for span in _content(one) for t in tokens_in(reading.doc, span) if not t.is_space}
        ordered = [tokens[i] for i in sorted(tokens)]
        days = contrasts(tokens_in(reading.doc, one.sentence), {}).days
        statement = one if one.claim.kind == "statement" else None
        passage = self._passage(reading, ordered, _verb(one, ordered), statement, days)
        return replace(passage, amount=one.amount) if one.is_figure else passage

    def around(self, one: Told) -> Words:
        """Claim -> the words of the sentence that it stands in."""
        reading = one.reading
        return Words(reading, [t for t in tokens_in(reading.doc, one.sentence) if not t.is_space], self._rare, self.who)

    def _passage(
        self, reading: Reading, tokens: Sequence[Any], verb: Any, statement: Told | None, days: frozenset[str]
    ) -> Passage:
        entity = {t.i: self.who.get((reading.article.id, t.idx), "") for t in (*tokens, *_doers(verb))}
        own = contrasts(tokens, entity)
        if verb is not None and verb.pos_ in _VERBS:
            own = own._replace(no=own.no and _denies(verb))
        return Passage(
            reading,
            tuple(tokens),
            verb,
            Words(reading, tokens, self._rare, self.who),
            frozenset(entity[t.i] for t in _doers(verb)) - {""},
            statement,
            own._replace(days=own.days or days),
        )


def _denies(verb: Any) -> bool:
    """Whether a clause says that its deed was not done, or of nobody; not that it was done without something."""
    parts = [t for c in verb.children for t in (c, *(c.children if c.dep_ in _PARTS else ()))]
    return is_negated(verb) or any(is_denying(t) for t in parts)


def _sentences(reading: Reading) -> Iterator[list[Any]]:
    aside = [block.span for block in reading.of(Block) if block.kind in _UNTOLD]
    for sentence in (s.span for s in reading.of(Sentence)):
        if not any(span.meets(sentence) for span in aside):
            yield [t for t in tokens_in(reading.doc, sentence) if not t.is_space]


def _has_a_clause(verb: Any) -> bool:
    """Whether a token is a verb with a clause of its own, and does not only tell that somebody speaks."""
    plain = verb.pos_ in _VERBS and verb.dep_ not in _WITHIN and verb.text.isalpha()
    return bool(plain and verb.lemma_ not in _SPEAKING)


def _own(verb: Any) -> list[Any]:
    """Verb -> the words of its clause, and the noun that a relative clause or participle is of.

    Without what somebody only thinks is so: to be sure that it leaked is no leak.
    """
    nouns = [verb.head] if verb.dep_ in _OF_A_NOUN else subjects(verb)
    found = {t.i: t for t in (*own_tokens(verb, verb), *(t for noun in nouns for t in phrase(noun)))}
    thought = {t.i for i in found if i != verb.i and is_thought(found[i]) for t in found[i].subtree}
    return [found[i] for i in sorted(found) if i not in thought or verb.i in thought]


def _doers(verb: Any) -> list[Any]:
    """Verb, if there is one -> the nouns for who does it."""
    if verb is None or verb.pos_ in _NOUNS:
        return []
    if is_passive(verb) or (verb.tag_ == "VBN" and verb.dep_ in _OF_A_NOUN):
        return [n for c in verb.children if c.dep_ == "agent" for n in c.children if n.dep_ == "pobj"]
    return subjects(verb) or ([verb.head] if verb.dep_ == "acl" else [])


def _content(one: Told) -> list[Span]:
    """Claim -> where what it says stands: a figure's clause, an event's with its party, else its content."""
    if one.is_figure and one.amount is not None and one.amount.span is not None:
        head = head_of(one.reading.doc, one.amount.span)
        verb = next((t for t in head.ancestors if t.pos_ in _VERBS), None)
        if verb is not None:
            return [span_of(_own(verb))]
    if one.claim.kind != "statement" and one.clause is not None:
        party = one.claim.slots.get("actor") or one.claim.slots.get("recipient")
        return [one.clause.span, *([party.span] if party is not None and party.span is not None else [])]
    slot = one.claim.slots.get("what")
    return [slot.span] if isinstance(slot, TextSlot) and slot.span else list(one.claim.evidence)


def verb_of(one: Told) -> Any:
    """Claim of a parsed text -> the verb that tells it, or the noun that names it, None for none."""
    return _verb(one, [t for span in _content(one) for t in tokens_in(one.reading.doc, span)])


def _verb(one: Told, tokens: Sequence[Any]) -> Any:
    """Claim and its words -> the verb that tells it, or the noun that names it, None for none.

    Of a statement, the highest of its content; a noun's clause does not tell what is said of the noun ("blasted the
    plea for a ban on boats entering the port").
    """
    cue = one.trigger if one.claim.kind != "statement" else None
    if cue is not None:
        head = head_of(one.reading.doc, cue)
        if one.is_only_named:
            return head
        return next((t for t in (head, *head.ancestors) if t.pos_ in _VERBS), None)
    verbs = {t.i: t for t in tokens if t.pos_ in _VERBS}
    highest = (
        t for t in verbs.values() if t.dep_ not in {"aux", "auxpass"} and not any(a.i in verbs for a in t.ancestors)
    )
    found = next(highest, None)
    return None if found is not None and found.dep_ in _OF_A_NOUN and one.claim.kind == "statement" else found

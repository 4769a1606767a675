"""What an account tells, itself or on somebody's word, clause by clause: what kind of deed, of whom, done or not.

Two accounts of one thing share few words. Here a clause is known by its deed and by who or what it is about; what it tells of
them stands beside, to be held against another account's.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache
from typing import Any, Literal

from rashomon.lexicon.files import load
from rashomon.model import Block, Quotation, Reading, Sentence, Span, Syntax, TextSlot, hull
from rashomon.stories.scenes import Whose
from rashomon.text.grammar import (
    auxiliaries,
    is_finite,
    is_negated,
    is_passive,
    phrase,
    span_of,
    subjects,
    tense,
    tokens_in,
)
from rashomon.weighing.told import Told
from rashomon.weighing.counts import Count, counted, quantity, ranked, ranks
from rashomon.weighing.wordings import Wording, axes, found, kinds, nouns_for, phrases, tallies, turning
from rashomon.weighing.words import Bag, stem, weighed

Time = Literal["past", "present", "ahead"]
_CLAUSES = frozenset({"ccomp", "advcl", "conj", "relcl", "parataxis", "csubj", "acl"})
_UNTOLD = frozenset({"title", "heading", "caption", "credit", "promotion"})
_UNSURE = frozenset({"if", "unless", "whether"})
_OPEN = frozenset({"may", "might", "could", "can", "should"})
_NOBODY = frozenset({"no", "nobody", "none", "neither", "nothing", "nor"})
_GOVERNED = frozenset({"xcomp", "pcomp", "ccomp"})
_RELATIVE = frozenset({"which", "who", "that", "whom", "whose"})
_SELF = frozenset({"i", "we", "me", "us"})
_BESIDE = frozenset({"amod", "compound", "nmod", "poss", "appos"})
_ENTITY = 3.0


@dataclass(frozen=True)
class Part:
    """Who or what takes part: entities and nouns for it, and what qualifies it; ``loose`` are nouns that can be anything."""

    keys: frozenset[str] = frozenset()
    qualities: frozenset[str] = frozenset()
    loose: frozenset[str] = frozenset()

    @property
    def is_open(self) -> bool:
        """Whether nothing tells who or what it is."""
        return not self.keys

    @property
    def entities(self) -> frozenset[str]:
        """Those of its keys that are the story's entities."""
        return frozenset(key for key in self.keys if key.startswith("@"))


NOBODY = Part()


@dataclass(frozen=True, eq=False)
class Telling:
    """A clause of an account: ``deeds`` are the kinds of deed that its words can tell, ``axis`` and ``side`` what of a
    pair of opposites it tells (contrasts.yaml), ``doer`` who acts, ``thing`` what it is done to or of whom it is so.

    ``statement`` is the one it is told in, None where the outlet tells it itself; ``is_whole`` tells that it is the main
    clause of what is said there. ``counts`` tells that people
    are counted for it, ``count`` how many, ``rank`` the place on a scale that it gives.
    ``tokens`` are its own words without the clauses within, ``mark`` the words that tell.
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

    @property
    def article(self) -> str:
        """The article that tells it."""
        return self.reading.article.id

    @property
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
    for sentence in (s.span for s in reading.of(Sentence)):
        if any(span.meets(sentence) for span in aside):
            continue
        reader = _Reader(reading, who, [s for s in statements if _content(s).meets(sentence)], quoted, sentence)
        yield from reader.all()


class _Reader:
    """One sentence and what is known of it."""

    def __init__(
        self, reading: Reading, who: Whose, statements: Sequence[Told], quoted: Sequence[Span], sentence: Span
    ) -> None:
        self.reading, self.who, self.sentence = reading, who, sentence
        self.statements, self.quoted = statements, quoted
        self.tokens = list(tokens_in(reading.doc, sentence))
        self.tallied = {hit.head.i for hit in found(self.tokens, tallies())}
        self.turned = {hit.head.i for hit in found(self.tokens, turning())}
        self.deeds = {hit.head.i: hit for hit in found(self.tokens, phrases())}

    def all(self) -> Iterator[Telling]:
        for hit in found(self.tokens, axes()):
            telling = self._telling(hit) if _stands_so(hit) else None
            if telling is not None and _is_about(telling):
                yield telling
        for hit in found(self.tokens, tallies()):
            telling = self._telling(hit)
            count = counted(self.reading, telling.verb, hit, telling.tokens) if telling is not None else None
            if telling is None or count is None or telling.time == "ahead":
                continue
            if not telling.denied or not count.amount.value:
                yield replace(telling, axis="", deeds=frozenset({f"tally {hit.stands_for[0]}"}), count=count)
        yield from self._quantities()
        yield from self._ranks()
        for token in self.tokens:
            if token.pos_ == "VERB" and (token.i in self.deeds or token.lemma_.lower() not in _plain()):
                phrase_of = self.deeds.get(token.i)
                telling = self._telling(Wording(("", 0), phrase_of.tokens if phrase_of else (token,)))
                if telling is not None:
                    yield telling

    def _quantities(self) -> Iterator[Telling]:
        """The figures that it gives by name: "magnitude 7.1", "turnout reached 54.3 percent"."""
        for noun in self.tokens:
            if noun.lemma_.lower() not in load("contrasts.yaml")["quantities"]:
                continue
            telling = self._telling(Wording(("", 0), (noun,)))
            count = quantity(self.reading, noun, telling.tokens) if telling is not None else None
            if telling is not None and count is not None and telling.time != "ahead" and not telling.denied:
                thing = Part(nouns_for(noun.lemma_.lower()), frozenset(self._qualities(noun)))
                name = f"tally {noun.lemma_.lower()}"
                yield replace(telling, deeds=frozenset({name}), thing=thing, count=count)

    def _ranks(self) -> Iterator[Telling]:
        """The places on a scale that it gives to something: the largest, the second, the first visit."""
        for word, scale, place, span in ranks(self.tokens):
            noun = ranked(word)
            telling = self._telling(Wording(("", 0), (word,))) if noun is not None else None
            if telling is None or telling.denied:
                continue
            around = [t for t in noun.subtree if t.pos_ in {"NOUN", "PROPN", "ADJ"} and t.i not in {word.i, noun.i}]
            scope = {key for t in around for key in self._keys(t)}
            own = self._keys(noun) if noun is not word else frozenset()
            before = frozenset(key for c in noun.children if c.i < noun.i and c != word for key in self._keys(c))
            thing = Part(own, frozenset(scope), before)
            tokens = tuple(t for t in noun.subtree if not t.is_space)
            yield replace(
                telling, deeds=frozenset({f"rank {scale}"}), thing=thing, rank=place, mark=span, tokens=tokens
            )

    def _keys(self, word: Any) -> frozenset[str]:
        entity = self.who.get((self.reading.article.id, word.idx), "")
        return frozenset(({entity} - {""}) | (nouns_for(_lemma(word)) if weighed(word.text)[0] else set()))

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
        if statement is None and any(span.meets(mark) for span in self.quoted):
            return None
        if statement is not None and "denied" in statement.claim.slots:
            return None  # what somebody denies, an account may tell besides
        time = self._time(verb, statement, hit)
        if time is None:
            return None
        if not _subjects(verb) and is_finite(verb) and not is_passive(verb):
            return None  # a parse that has lost who acts
        doer, thing = self._parts(hit, verb, statement)
        within = self.sentence if statement is None else _content(statement)
        tokens = [t for t in _own_tokens(verb, head) if within.start <= t.idx < within.end]
        inside = {t.i for t in hit.tokens}
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
            denied=self._is_denied(verb, inside),
            time=time,
            doer=doer,
            thing=thing,
            words=self._words(tokens, inside | {verb.i}),
            subject=_subject(verb),
            stance=self._stance(verb, hit),
            counts=head.i in self.tallied or verb.i in self.tallied,
        )

    def _is_told(self, verb: Any) -> bool:
        """Whether a verb tells what is: no command, no condition, no bare noun-like form."""
        above = [t for t in (verb, *verb.ancestors) if t.pos_ in {"VERB", "AUX"}]
        if any(c.lower_ in _UNSURE for t in above for c in t.children if c.dep_ in {"mark", "advmod"}):
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
        turned = above.i in self.turned
        if turned:
            return "present"
        if verb.tag_ == "VB" and (verb.dep_ == "xcomp" or any(c.tag_ == "TO" for c in verb.children)):
            return self._time(above, statement, hit) if turned or above.lemma_ in _LEADING else "ahead"
        if verb.dep_ in {"xcomp", "pcomp"} and not (turned or above.lemma_.lower() in _LEADING):
            return None
        if verb.dep_ == "ccomp" or (verb.dep_ == "acl" and verb.tag_ == "VB"):
            return None
        governor = next((t for t in verb.ancestors if t.pos_ in {"VERB", "AUX"}), None)
        return self._time(governor, statement, hit) if governor is not None else "past"

    def _is_denied(self, verb: Any, inside: set[int]) -> bool:
        """Whether a clause denies what its words tell: "did not", "no one", "refused to", "is unlikely to"."""
        own = any(c.i not in inside for c in verb.children if c.dep_ == "neg" or c.lower_ in _NOBODY)
        denied = own or (is_negated(verb) and not any(c.dep_ == "neg" for c in verb.children))
        for subject in subjects(verb) if any(c.dep_ in {"nsubj", "nsubjpass"} for c in verb.children) else ():
            denied |= subject.lower_ in _NOBODY or any(c.lower_ == "no" for c in subject.children)
        here = verb
        while here.dep_ in _GOVERNED or (here.dep_ == "advcl" and here.tag_ == "VBG" and here.i - here.head.i <= _NEXT):
            above = here.head
            if above.i in inside:
                break
            denied ^= above.i in self.turned
            if here.dep_ == "xcomp" and above.pos_ in {"VERB", "AUX", "ADJ"}:
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
        denying = [c for s in _subjects(verb) for c in (s, *s.children) if c.lower_ in _NOBODY]
        before = [t for t in (*helpers, *turning_verbs, *denying) if first - _REACH <= t.i < first]
        copula = [g for g in governors[1:] for t in turning_verbs if g == t.head and first - _REACH <= g.i < first]
        return span_of([*before, *copula, *hit.tokens])

    def _deeds(self, verb: Any) -> frozenset[str]:
        name = self.deeds[verb.i].stands_for[0] if verb.i in self.deeds else ""
        nouns = [c for c in verb.children if c.dep_ in {"dobj", "nsubjpass"}]
        if name == "happen":
            nouns = [c for c in verb.children if c.dep_ == "nsubj"]
        light = verb.lemma_.lower() in _LIGHT or name == "happen"
        deed = (
            name if name and name != "happen" else nouns[0].lemma_.lower() if light and nouns else verb.lemma_.lower()
        )
        return kinds(deed)

    def _parts(self, hit: Wording, verb: Any, statement: Told | None) -> tuple[Part, Part]:
        """A wording and its verb -> who acts, and what it is done to or of whom it is so."""
        inside = {t.i for t in hit.tokens}
        head = hit.head
        if head.dep_ in {"amod", "compound"} and head != verb:
            return NOBODY, self._part([head.head], statement)
        doers = [t for t in _subjects(verb) if t.i not in inside]
        things = [c for c in verb.children if c.dep_ == "dobj" and c.i not in inside]
        last = hit.tokens[-1]
        things += [c for c in last.children if last != verb and c.dep_ == "pobj" and c.i not in inside]
        if is_passive(verb):
            agents = [n for c in verb.children if c.dep_ == "agent" for n in c.children if n.dep_ == "pobj"]
            return self._part(agents, statement), self._part(doers, statement)
        measured = bool(things) and _is_figure(things[0])
        if not things or measured or verb.lemma_ in {"be", "remain", "stay"}:
            return NOBODY, self._part(doers, statement)
        return self._part(doers, statement), self._part(things, statement)

    def _part(self, nouns: Sequence[Any], statement: Told | None) -> Part:
        keys: set[str] = set()
        qualities: set[str] = set()
        loose: set[str] = set()
        named = [_counted(known) for noun in nouns if (known := _antecedent(noun)) is not None]
        for noun in named:
            if noun.lower_ in _SELF and statement is not None:
                keys |= {f"@{entity}" for entity in statement.who("actor")}
                continue
            entity = self.who.get((self.reading.article.id, noun.idx), "")
            keys |= {entity} if entity else set()
            lemma = _lemma(noun)
            if lemma in _anything():
                loose |= {lemma} if noun.pos_ == "NOUN" else set()
            elif noun.pos_ in {"NOUN", "PROPN", "VERB"}:
                keys |= nouns_for(lemma)
                names = [c for c in noun.children if c.dep_ == "compound" and c.pos_ == noun.pos_ == "PROPN"]
                keys |= {key for name in names for key in nouns_for(_lemma(name))}
            qualities |= self._qualities(noun)
        return Part(frozenset(keys), frozenset(qualities), frozenset(loose))

    def _qualities(self, noun: Any) -> set[str]:
        """Noun -> nouns, adjectives and entities that tell which one it is: "imports of scooters", "coastal road"."""
        beside = [c for c in noun.children if c.dep_ in _BESIDE]
        behind = [n for c in noun.children if c.dep_ == "prep" for n in c.children if n.dep_ == "pobj"]
        told: set[str] = set()
        for word in [*beside, *behind, *(c for n in (*beside, *behind) for c in n.children if c.dep_ in _BESIDE)]:
            entity = self.who.get((self.reading.article.id, word.idx), "")
            root, _ = weighed(word.text)
            if entity or (root and word.pos_ in {"NOUN", "PROPN", "ADJ"} and _lemma(word) not in _anything()):
                told |= ({entity} - {""}) | (nouns_for(_lemma(word)) if root else set())
        return told

    def _words(self, tokens: Sequence[Any], without: set[int]) -> Bag:
        """Words of a clause -> its telling words but those that tell the deed; who is named stands as an entity."""
        words: Bag = {}
        for token in tokens:
            if token.i in without or token.pos_ == "ADV" or token.lower_.endswith("day"):
                continue
            entity = self.who.get((self.reading.article.id, token.idx), "")
            root, weight = weighed(token.text)
            for key in {entity, root} - {""}:
                words[key] = max(weight, words.get(key, 0.0), _ENTITY if key == entity else 0.0)
        return words


_TENSES: Mapping[str, Time] = {"future": "ahead", "past": "past", "present": "present"}
_LEADING = frozenset(
    {"by", "after", "spend", "begin", "start", "continue", "keep", "manage", "have"}
)  # what follows was done
_REACH = 8  # words before a wording in which it is denied
_NEXT = 3  # words: "ruled out using"
_LIGHT = frozenset({"make", "hold", "pay", "take", "stage", "give", "conduct"})


def _content(one: Told) -> Span:
    slot = one.claim.slots.get("what")
    return slot.span if isinstance(slot, TextSlot) and slot.span else one.evidence


def _own_tokens(verb: Any, head: Any) -> list[Any]:
    """Verb of a clause -> its words and those for its subjects, without the clauses within it."""
    inner = {
        t.i
        for c in verb.subtree
        if c.i != verb.i and c.dep_ in _CLAUSES and c.pos_ in {"VERB", "AUX"} and head not in c.subtree
        for t in c.subtree
    }
    kept = {t.i for t in verb.subtree if t.i not in inner and not t.is_space} | {t.i for t in head.subtree} | {verb.i}
    if not any(c.dep_ in {"nsubj", "nsubjpass"} for c in verb.children):
        kept |= {t.i for t in subjects(verb)}
    first, *others = sorted(kept)
    kept = {first, *others}
    return [verb.doc[i] for i in sorted(kept)]


def _subject(verb: Any) -> Span | None:
    """Verb -> the words for its one subject, none where it has several, none, or is passive."""
    own = subjects(verb)
    return span_of(phrase(own[0], loose=True)) if len(own) == 1 and not is_passive(verb) else None


def _antecedent(noun: Any) -> Any:
    """Relative pronoun -> the noun that it stands for, None where that could be one of two; another noun -> itself.

    "An adviser to the president who is named in the suit": not the president.
    """
    if noun.lower_ in _RELATIVE and noun.pos_ in {"PRON", "DET", "SCONJ"}:
        clause = next((t for t in noun.ancestors if t.dep_ == "relcl"), None)
        known = clause.head if clause is not None else noun
        return None if known.dep_ == "pobj" and known.head.head.pos_ in {"NOUN", "PROPN"} else known
    return noun


def _counted(noun: Any) -> Any:
    """Noun that only measures -> the noun behind its "of": "half of the guns", "hundreds of people"."""
    if noun.lemma_.lower() in _measuring() or noun.like_num:
        behind = [n for c in noun.children if c.lower_ == "of" for n in c.children if n.dep_ == "pobj"]
        inner = [_counted(n) for n in behind]
        return next((n for n in inner if n.lemma_.lower() not in _measuring()), inner[0] if inner else noun)
    return noun


def _stands_so(hit: Wording) -> bool:
    """Whether a wording stands as it must to tell its side: one word as a verb or predicate, not as part of a name."""
    axis = axis_of(hit.stands_for[0])
    head = hit.head
    if head.dep_ in {"amod", "compound"} and not axis.get("beside"):
        return False
    if len(hit.tokens) > 1:
        return True
    if head.pos_ in {"NOUN", "PROPN"}:
        return False
    objects = [c for c in head.children if c.dep_ == "dobj" and not _is_figure(c)]
    return not (objects and head.lemma_.lower() in axis.get("alone", ()))


def _is_figure(noun: Any) -> bool:
    """Whether an object only tells by how much or how far: "lost 2 percent", "marched several blocks"."""
    return noun.lemma_.lower() in load("contrasts.yaml")["measures"]


def _subjects(verb: Any) -> list[Any]:
    """Verb -> the heads of its subjects; of what is "likely to" be or "ready to" do, those of the copula."""
    if verb.dep_ == "xcomp" and verb.head.pos_ == "ADJ" and verb.head.head.pos_ in {"VERB", "AUX"}:
        return subjects(verb.head.head)
    return subjects(verb)


def _is_about(telling: "Telling") -> bool:
    """Whether what a telling is about can be that of its axis."""
    about = axis_of(telling.axis).get("about")
    return not about or bool(telling.thing.keys & _kept_for(telling.axis)) or bool(telling.thing.loose)


@cache
def _kept_for(axis: str) -> frozenset[str]:
    return frozenset(stem(noun) for noun in axis_of(axis)["about"])


@cache
def axis_of(name: str) -> Mapping[str, Any]:
    """Name of an axis -> what contrasts.yaml says of it."""
    return next(axis for axis in load("contrasts.yaml")["axes"] if axis["name"] == name)


def _lemma(noun: Any) -> str:
    """Noun -> its lemma in lower case; of one that begins a sentence, and passes for a name, without its plural ending."""
    lemma = str(noun.lemma_.lower())
    return lemma.removesuffix("s") if noun.tag_ == "NNPS" or (noun.is_sent_start and noun.tag_ == "NNP") else lemma


@cache
def _plain() -> frozenset[str]:
    """Verbs that tell no deed, or only that somebody speaks."""
    return frozenset(load("contrasts.yaml")["speaking"])


@cache
def _measuring() -> frozenset[str]:
    return frozenset(load("things.yaml")["measuring"])


@cache
def _anything() -> frozenset[str]:
    return frozenset(load("contrasts.yaml")["anything"])

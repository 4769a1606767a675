"""Parse -> mentions: words that refer to somebody or something."""

from collections.abc import Iterator
from typing import Any

from rashomon.lexicon.roles import is_local
from rashomon.model import EntityKind, Mention, Reading, Sentence, Span, Syntax
from rashomon.readers.mentions.names import names_in
from rashomon.readers.mentions.nouns import Noun, nouns_in, pronouns_in
from rashomon.readers.mentions.persons import Name
from rashomon.registry import stage
from rashomon.settings import Settings
from rashomon.text.grammar import span_of, tokens_in
from rashomon.text.passages import is_nameless

_IN_PLACE = frozenset(
    {"in", "at", "near", "outside", "inside", "around", "through", "via", "across", "throughout", "within"}
)
_TO_PLACE = frozenset({"to", "from", "into", "for"})
_MOTION = frozenset(
    {
        "go", "come", "travel", "fly", "arrive", "return", "visit", "leave", "head", "move", "drive", "walk", "flee",
        "enter", "send", "deploy", "welcome", "trip", "flight", "journey", "tour", "arrival", "departure", "way",
        "bring", "take", "ship", "deport", "extradite", "live", "escape",
    }
)  # fmt: skip
_VISITING = frozenset({"visit", "leave", "reach", "enter", "tour", "depart", "invade", "bomb", "flee"})
_PERSONAL = frozenset(
    {"he", "him", "his", "himself", "she", "her", "hers", "herself", "i", "me", "my", "mine", "myself"}
)
_OF_TOWNS = frozenset(
    {"airport", "street", "suburb", "hotel", "resident", "square", "embassy", "stadium", "district", "hall"}
)
_MODIFYING = frozenset({"compound", "nmod", "amod", "poss"})


@stage(needs=[Syntax, Sentence], gives=[Mention])
def read_mentions(reading: Reading, settings: Settings) -> Iterator[Mention]:  # noqa: ARG001 - a stage's shape
    """Reading with its parse -> its mentions in text order; of two on the same words the name stays.

    None where the text was parsed in part, and no name was wanted of it.
    """
    doc = reading.doc
    if is_nameless(doc):
        return
    names = names_in(doc)
    named = {i for name in names for i in range(name.start, name.end)}
    starts = {name.start for name in names if name.found is None or name.found.actor.naming != "adjective"}
    elsewhere = _in_plain_sentences(reading, names)
    made: dict[Span, Mention] = {}
    at = 0
    for sentence in reading.of(Sentence):
        run = tokens_in(doc, sentence.span)
        while at < len(names) and names[at].start < run.start:
            at += 1
        heading = _is_heading(run)
        for name in names[at:]:
            if name.start >= run.end:
                break
            if heading and name.found is None and doc[name.end - 1].lower_ not in elsewhere:
                continue
            mention = _of_name(doc, name)
            made.setdefault(mention.span, mention)
        for noun in nouns_in(doc, run.start, run.end, named, starts):
            mention = _of_noun(doc, noun)
            made.setdefault(mention.span, mention)
        for token in pronouns_in(doc, run.start, run.end):
            mention = _of_pronoun(token)
            made.setdefault(mention.span, mention)
    yield from sorted(made.values(), key=lambda m: (m.span.start, -m.span.end))


def _is_heading(run: Any) -> bool:
    """Whether a sentence is set In Title Case, which tells the name finder nothing."""
    words = [t for t in run if len(t) > 3 and t.is_alpha]
    if any(t.text in {".", "!", "?"} for t in run[-2:]):
        return False
    if 0 < len(words) < 3:
        return all(t.text[0].isupper() for t in words) and not any(
            t.pos_ in {"VERB", "AUX"} or t.text in ".!?:" for t in run
        )
    return len(words) > 2 and sum(t.text[0].isupper() for t in words) > 0.7 * len(words)


def _in_plain_sentences(reading: Reading, names: list[Name]) -> set[str]:
    """The last words, lower case, of names that stand in sentences set as sentences."""
    doc = reading.doc
    plain = [(run.start, run.end) for s in reading.of(Sentence) if not _is_heading(run := tokens_in(doc, s.span))]
    found, at = set(), 0
    for name in names:
        while at < len(plain) and plain[at][1] <= name.start:
            at += 1
        if at < len(plain) and plain[at][0] <= name.start:
            found.add(doc[name.end - 1].lower_)
    return found


def _of_name(doc: Any, name: Name) -> Mention:
    run = list(doc[name.start : name.end])
    span = span_of(run) if name.found is None else Span(name.found.start, name.found.end)
    head = _head(run, name)
    kind = name.kind
    modifier = _modifies(head, name.end)
    if name.found is not None and kind == "state":
        if name.found.actor.naming == "adjective" and not modifier and head.pos_ == "ADJ":
            modifier = True
        if name.found.actor.naming in {"name", "capital", "seat"} and not modifier and is_place(head):
            kind = "place"
        if name.found.actor.naming == "capital" and _is_town(head):
            kind = "place"
    whole = span_of([head])
    inner = Span(max(whole.start, span.start), min(whole.end, span.end))
    return Mention(span, inner if len(inner) > 0 else span, "name", kind, modifier)


def _head(run: list[Any], name: Name) -> Any:
    """Tokens of a name -> its head: the last word of what stands before a comma or a preposition, no number."""
    behind = next((i for i, t in enumerate(run) if t.lower_ == "of" and i), None)
    if name.found is not None and behind is not None:
        return run[behind - 1]  # "the Bank of England", "the Department of Justice"
    if name.kind == "person" or name.found is not None:
        words = [t for t in reversed(run) if t.text[:1].isalnum()]
        return next((t for t in words if not t.like_num), words[0] if words else run[-1])
    inside = [t for t in run if t.head.i < name.start or t.head.i >= name.end or t.head == t]
    return inside[-1] if inside else run[-1]


def _modifies(head: Any, end: int) -> bool:
    """Whether a name or noun only modifies a noun to its right."""
    governor = head.head
    if head.dep_ == "nmod" and any(c.dep_ == "cc" for c in head.rights):
        return False  # "Trump and North Korean leader Kim" is often read as one noun phrase
    while head.dep_ == "conj" and governor.dep_ in {"conj", *_MODIFYING}:
        head, governor = governor, governor.head
    return bool(head.dep_ in _MODIFYING and governor.i >= end)


def _is_town(head: Any) -> bool:
    """Whether a capital's name stands with what only a town has: "the mayor of [London]", "[London] airport"."""
    governor = head.head.head if head.dep_ == "pobj" and head.head.lower_ in {"of", "in"} else head.head
    tied = head.dep_ in {*_MODIFYING, "pobj"}
    if any(t.lemma_.lower() in {"city", "town"} for t in head.conjuncts):
        return True  # "Paris, Beirut and other cities"
    return bool(tied and (is_local(governor.lemma_.lower()) or governor.lemma_.lower() in _OF_TOWNS))


def is_place(head: Any) -> bool:
    """Head token of a state's or city's name -> whether the syntax makes it a place and not the state acting."""
    while head.dep_ == "conj" and head.head != head:
        head = head.head
    governor = head.head
    if head.dep_ == "pobj":
        word = governor.lower_
        if word in _IN_PLACE:
            return True
        return word in _TO_PLACE and governor.head.lemma_.lower() in _MOTION
    if head.dep_ == "dobj":
        return governor.lemma_.lower() in _VISITING
    return bool(head.dep_ == "npadvmod")


def _of_noun(doc: Any, noun: Noun) -> Mention:
    kinds: dict[str, EntityKind] = {"office": "person", "organization": "organization", "people": "group"}
    head = doc[noun.head]
    kind: EntityKind | None = kinds[noun.role.denotes]
    if noun.role.words in {"country", "nation", "state", "kingdom", "republic", "capital"}:
        kind = "state" if noun.role.denotes == "organization" else "group"
    elif noun.role.sector == "JRN" and noun.role.denotes == "organization":
        kind = "outlet"
    modifier = _modifies(head, noun.end)
    return Mention(span_of(doc[noun.start : noun.end]), span_of([head]), "nominal", kind, modifier)


def _of_pronoun(token: Any) -> Mention:
    span = span_of([token])
    return Mention(span, span, "pronoun", "person" if token.lower_ in _PERSONAL else None, token.dep_ == "poss")

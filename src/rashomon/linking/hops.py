"""Words for a source or relay -> a typed hop of a chain."""

import re
from collections.abc import Iterable, Sequence
from functools import cache
from typing import Any

from rashomon.lexicon.actors import actor_named, find_actors
from rashomon.lexicon.cues import words as cue_words
from rashomon.lexicon.files import load
from rashomon.lexicon.ranks import ranks
from rashomon.lexicon.roles import role_at
from rashomon.linking.refer import Referents
from rashomon.model import Entity, Hop, HopKind, Reading, Span
from rashomon.readers.attributions.sayers import is_some_of
from rashomon.readers.parties import owner_of
from rashomon.text.grammar import conjuncts, head_of, phrase, span_of, tokens_in

_TRADES: frozenset[str] = frozenset({"agency", "newspaper", "broadcaster", "state-media", "official-site"})
_DEFINITE = frozenset({"the", "this", "that", "his", "her", "their", "its"})
_SOME = frozenset({"some", "many", "most", "several", "few", "other", "certain", "fellow"})
_RELATIVE = re.compile(r",? (?:who|which|that)$|, (?:who|whose|whom|which)\b| (?:[—–-]|--) ")
_SAYS = re.compile(r" (?:claim|say|alleg|argu|insist|tell|warn|report)ing\b")
_MANY_PEOPLE = tuple(end for end in cue_words("people_ends") if end.endswith(("s", "men")))
_TOLD = frozenset({"det", "poss"})
_BEFORE_NAMES = frozenset({"PROPN", "NOUN", "ADJ", "VERB"})
_BODIES = frozenset({"police", "government", "army", "management", "staff", "union", "press"})
_ASIDE = re.compile(r"\s*\([^()]*\)$")
_ONE_WITH = frozenset({"compound", "nmod", "appos", "conj"})
_BY_KIND: dict[str, HopKind] = {
    "person": "person",
    "state": "government",
    "unnamed": "unnamed",
    "group": "unnamed",
    "place": "organization",  # a place that speaks is taken for whoever speaks there; a state has its own kind
}


def hop_of(reading: Reading, who: Referents, spans: Iterable[Span]) -> Hop:
    """Reading, its referents and the pieces of a source -> their hop; ``unresolved`` where nothing tells its kind."""
    span = _plain(reading, min(spans))
    name = (
        _named_last(reading, who, span) or _named_first(reading, who, span) or _named_behind_office(reading, who, span)
    )
    span = name or span
    head = head_of(reading.doc, span)
    found = _side_by_side(who, span) or named_by(reading, who, span)
    if not found and (person := _named_beside(who, head, span)):
        found = (person,)
    by_name = who.named(span.of(reading.text)) if not found else None
    if (found or head.pos_ == "PROPN") and _is_with_others(who, head, span):
        return Hop(" ".join(span.of(reading.text).split()), "unnamed", None, span)
    return _hop(reading, span, (by_name,) if by_name else found)


def _side_by_side(who: Referents, span: Span) -> tuple[Entity, ...]:
    """Words for a source that are two persons' names with a headline's comma -> both: "Aas, Beck[, vow to stay]"."""
    names = [m.span for m in who.within(span) if m.form == "name" and m.kind == "person"]
    ends = len(names) > 1 and names[0].start == span.start and names[-1].end == span.end
    if not ends or len(names) > 2 or who.text[names[0].end : names[1].start] != ", ":
        return ()
    found = [who.at(name) for name in names]
    return tuple(one for one in found if isinstance(one, Entity)) if found[0] != found[1] else ()


def _is_with_others(who: Referents, head: Any, span: Span) -> bool:
    """Whether beside whom a source names others speak who are nobody known: "[the Aas campaign] and some experts"."""
    parties = (n for n in conjuncts(head) if n.pos_ in {"NOUN", "PROPN"} or is_some_of(n))
    beside = [n for n in parties if span.start <= n.idx < span.end]
    return len(beside) > 1 and any(_is_a_party(n) and not _is_known(who, n) for n in beside)


def _is_known(who: Referents, noun: Any) -> bool:
    """Whether a noun names somebody known, and no place that only ends his name: "Kerry [Washington]"."""
    mention = who.mention(span_of([noun]))
    before = noun.nbor(-1) if noun.i else noun
    longer = before.dep_ == "compound" and before.pos_ == "PROPN" and before.head == noun
    if mention is not None and mention.kind in {"state", "place"} and longer and before.idx < mention.span.start:
        return False
    return isinstance(who.at(span_of([noun])), Entity)


def _is_a_party(noun: Any) -> bool:
    """Whether one of several coordinated nouns tells of somebody by itself: not "minister and party leader Bo"."""
    told = noun.tag_ in {"NNS", "NNPS"} or is_some_of(noun) or (noun.pos_ == "PROPN" and noun.ent_type_ != "")
    return told or any(c.dep_ in {"det", "poss"} and c.i < noun.i for c in noun.children)


def _is_head(noun: Any, head: Any) -> bool:
    """Whether a noun is the head of a source, or one with it: a part of its name, another name of it, one beside it."""
    while noun != head and noun.dep_ in _ONE_WITH and noun.head != noun:
        noun = noun.head
    return bool(noun == head)


def _named_last(reading: Reading, who: Referents, span: Span) -> Span | None:
    """Words for a source that end in a person's name, behind only what he is -> the name: "novelist [Bo Aas] (72)".

    Of "Vancouver police Const. Bo Aas" and "ranking Democrat Bo Aas" the tree may take another word for the head. One
    who is two things is one: "Oslo lawyer and author [Bo Aas]", unlike "the guard and the driver Bo Aas".
    """
    end = span.start + len(_ASIDE.sub("", span.of(reading.text)))
    name = next(
        (m.span for m in who.within(span) if m.span.end == end and m.form == "name" and m.kind == "person"), None
    )
    if name is None or name.start <= span.start:
        return None
    before = tokens_in(reading.doc, Span(span.start, name.start))
    persons = [m.span for m in who.within(span) if m.form == "nominal" and m.kind == "person"]
    telling = (
        t.pos_ in _BEFORE_NAMES
        or t.text == "-"
        or t.lower_.strip(".") in ranks()
        or (t.lower_ == "and" and t.i > before.start and t.nbor(1).tag_ == "NN" and _is_one(t.nbor(-1), persons))
        for t in before
    )
    return name if all(telling) else None


def _is_one(noun: Any, persons: Sequence[Span]) -> bool:
    """Whether a noun tells what some single person is: not "police"."""
    return (
        noun.tag_ == "NN" and noun.lower_ not in _BODIES and any(person.covers(span_of([noun])) for person in persons)
    )


def _named_first(reading: Reading, who: Referents, span: Span) -> Span | None:
    """Words for a source that begin with a person's name and go on with what he is -> the name: "[Bo Aas], a clerk"."""
    name = next((m.span for m in who.within(span) if m.span.start == span.start and m.form == "name"), None)
    if name is None or name.end >= span.end:
        return None
    behind = list(tokens_in(reading.doc, Span(name.end, span.end)))
    told = len(behind) > 2 and behind[0].text == "," and behind[1].dep_ == "det" and behind[1].lower_ in {"a", "an"}
    return name if told and not any(t.dep_ in {"cc", "conj"} for t in behind) else None


def _named_behind_office(reading: Reading, who: Referents, span: Span) -> Span | None:
    """Words for a source that say what he is, and behind a comma who -> the name: "the head of the port, [Bo Aas]".

    Where they name somebody else, too, nothing tells whose name it is: "a spokesman for the mayor, Bo Aas".
    """
    persons = [m for m in who.within(span) if m.kind == "person"]
    office, name = persons if len(persons) == 2 else (None, None)  # and nobody else
    if office is None or name is None or name.span.end != span.end:
        return None
    if office.form != "nominal" or name.form != "name" or not who.text[: name.span.start].endswith(", "):
        return None
    between = tokens_in(reading.doc, Span(office.span.end, name.span.start))
    one = head_of(reading.doc, office.span).tag_ in {"NN", "NNP"}
    told = one and not any(t.text in {",", ";"} or t.tag_ == "CC" for t in between[:-1])
    return name.span if told else None


def _named_beside(who: Referents, noun: Any, span: Span) -> Entity | None:
    """Head of a source that is nobody known -> the person whose name stands beside it: "an aide, Bo Aas"."""
    for beside in noun.children:
        if beside.dep_ == "appos" and span.start <= beside.idx < span.end:
            found = who.at(span_of([beside]))
            if isinstance(found, Entity) and found.kind == "person":
                return found
            return _named_beside(who, beside, span)
    return None


def maker_of(reading: Reading, who: Referents, span: Span) -> Hop:
    """Reading, its referents and the words for who made a document -> the hop, also of a name before its noun."""
    pronoun = head_of(reading.doc, span)
    owners = owner_of(pronoun.head) if pronoun.tag_ == "WP$" else []  # "the clerk [whose] memo warned that"
    span = span_of(phrase(owners[0])) if len(owners) == 1 else span
    return _hop(reading, span, who.all_at(span))


def _hop(reading: Reading, span: Span, found: tuple[Entity, ...]) -> Hop:
    words = " ".join(span.of(reading.text).split())
    if _is_people(reading, span) or words.lower().startswith("neither "):
        return Hop(words, "unnamed", None, span)
    noun = head_of(reading.doc, span).lemma_.lower()
    if len(found) > 1:
        kinds = {_of_entity(e, words, noun) for e in found}
        names = [e.name for e in found]
        joint = f"{', '.join(names[:-1])} and {names[-1]}"
        joint = joint if all(name[0].isupper() for name in names) else words  # "police and the mayor's office"
        return Hop(joint, kinds.pop() if len(kinds) == 1 else "organization", None, span)
    if found:
        kind = _of_entity(found[0], words, noun)
        first = found[0].mentions[0].of(reading.text) if found[0].mentions else words
        if kind == "unnamed" and first.split()[0].lower() in _DEFINITE and not is_withheld(first):
            return Hop(words, "unresolved", found[0].id, span)  # taken for known, but not by which name
        name = _without_clause(found[0].name) if kind == "unnamed" else found[0].name
        if (
            kind == "organization"
            and found[0].kind == "group"
            and name.endswith("s")
            and words.lower() == f"the {name}"
        ):
            name = f"the {name}"  # "the companies", who are not any
        if name.lower().startswith(words.lower()) and _SAYS.match(name, len(words)):
            name = words  # "with [one guard] claiming the mill was sold"
        return Hop(name, kind, found[0].id, span)
    owned, kind = _owned(reading, span), _of_words(reading, span)
    return Hop(owned or words, "unnamed" if owned and kind == "unresolved" else kind, None, span)


def _owned(reading: Reading, span: Span) -> str:
    """Words that begin with "whose" -> whose it is and what: "the leaders of Peru"; "" for any others."""
    head = head_of(reading.doc, span)
    if not any(c.tag_ == "WP$" for c in head.children):
        return ""
    owners = [_mid_sentence(phrase(owner)) for owner in owner_of(head)]
    rest = " ".join(t.text for t in phrase(head) if t.tag_ != "WP$" and t.i <= head.i)
    return f"the {rest} of {' and '.join(owners)}" if owners else ""


def _mid_sentence(run: list[Any]) -> str:
    """Words of a phrase -> the same as within a sentence: "the clerk", not "The clerk"."""
    first: str = run[0].lower_ if run[0].dep_ in _TOLD else run[0].text
    return f"{first} {span_of(run[1:]).of(run[0].doc.text)}" if run[1:] else first


def _plain(reading: Reading, span: Span) -> Span:
    """Words for a source -> without the pronoun of its relative clause ("the union, which") and an outlet's trade."""
    span = Span(span.start, span.start + len(_without_clause(span.of(reading.text))))
    return _named_behind(reading, span) or _without_apposition(reading, span)


def _without_clause(words: str) -> str:
    found = _RELATIVE.search(words)
    return words[: found.start()] if found and found.start() else words


def _without_apposition(reading: Reading, span: Span) -> Span:
    """Words for a source -> without what it is called behind a comma: "the Observatory[, a monitor]"."""
    for token in tokens_in(reading.doc, span):
        called = token.dep_ == "appos" and any(c.dep_ == "det" for c in token.children)
        comma = token.left_edge.i - 1 if called and token.left_edge.text != "," else token.left_edge.i
        before = reading.doc[comma]
        last = token.right_edge
        unnamed = last.pos_ != "PROPN" or (last.dep_ == "pobj" and last.head.head == token)  # "a critic of Palin"
        alone = unnamed and not any(c.dep_ in {"cc", "conj"} for c in token.children)
        if called and alone and before.text == "," and span.start < before.idx < token.idx:
            ends = token.right_edge.idx + len(token.right_edge) >= span.end
            return Span(span.start, before.idx) if ends else span
    return span


def _is_people(reading: Reading, span: Span) -> bool:
    """Whether the words name some of a people or party ("some Britons"): they do not speak for its body."""
    head = head_of(reading.doc, span)
    if head.tag_ not in {"NNS", "NNPS"}:
        return False
    if any(c.lower_ in _SOME for c in head.children if c.i < head.i):
        return True
    named = actor_named(head.text)
    return named is not None and named.naming == "people"


def _named_behind(reading: Reading, span: Span) -> Span | None:
    """As in "the British newspaper The Guardian" -> the name at the end, where it is an outlet's."""
    words = span.of(reading.text)
    last = next((f for f in find_actors(words) if f.actor.kind == "outlet" and f.end == len(words)), None)
    if last is None or not last.start:
        return None
    name = Span(span.start + last.start, span.end)
    head, root = head_of(reading.doc, span), head_of(reading.doc, name)
    return name if root == head or (root.dep_ == "appos" and root.head == head) else None


def named_by(reading: Reading, who: Referents, span: Span) -> tuple[Entity, ...]:
    """Reading, its referents and words -> the entities that the words name; none where a name only modifies the noun.

    Nor where who is named stands beside the noun: "reports from Ashgabat", "figures whose party", "a rally in Bergen".
    Nor where a place ends a longer name that nobody knows: "Courier London" is not the British government. Whose a
    saying is modifies no noun of the words: "[Aas's] claim".
    """
    mention = who.mention(span)
    if mention is None or (mention.modifier and not who.is_owner_of_more(mention, span)):
        return ()
    head = head_of(reading.doc, span)
    named = mention.form == "name" and mention.span.start <= head.idx < mention.span.end
    named |= mention.kind == "person" and _is_office(who.text[span.start : mention.span.start].split())
    if not named and not _is_head(head_of(reading.doc, mention.head), head):
        return ()
    before = who.text[span.start : mention.span.start].split() if mention.form == "name" else []
    if before and who.text[mention.span.start - 1] == "-" and mention.kind != "person":
        return ()  # "KING-[TV]"
    if mention.kind in {"state", "place"} and before and before[-1][0].isupper() and before[-1] not in {"The", "Both"}:
        return ()
    if before[-1:] == ["of"] and len(before[0]) > 1 and before[0].isupper():
        return ()  # "KING-TV of [Seattle]"
    return who.all_at(span)


def _is_office(words: Sequence[str]) -> bool:
    """Whether the words before a name are the office that its bearer has: "Minister of Finance"."""
    office = [word for word in words if word not in {"of", "and", "The", "the"}]
    known = len(office) > 1 and role_at([office[0].lower()]) is not None
    return known and words[-1] != "of" and "of" in words and all(word.istitle() for word in office)


def is_withheld(words: str) -> bool:
    """Words for a source -> whether they withhold a name that they could give."""
    return bool(set(words.lower().split()) & set(load("chains.yaml")["unnamed"]))


def is_document(head: Any) -> bool:
    """Whether a source's head noun is a document's."""
    return head.pos_ != "PROPN" and _noun_kind(head.lemma_.lower()) == "document"


def _of_entity(entity: Entity, words: str, noun: str) -> HopKind:
    if entity.kind == "outlet":
        return _trade(entity.name) or _trade(words) or _noun_kind(words) or "outlet"
    if entity.kind == "organization":
        told = set(words.lower().split()) & set(load("chains.yaml")["outlet_nouns"])
        name = entity.name if told else words
        named = actor_named(name)
        if named is not None and named.kind == "outlet":
            return outlet_kind(name)  # "The Times", "the network RT", whose names other bodies can have too
        return _noun_kind(entity.name) or _noun_kind(words) or "organization"
    if entity.kind == "group" and _noun_kind(noun) == "organization":
        return "organization"  # "police"
    return _BY_KIND.get(entity.kind, "organization")


def _of_words(reading: Reading, span: Span) -> HopKind:
    words = span.of(reading.text)
    head = head_of(reading.doc, span)
    trade = _trade(words)
    if trade is not None and _noun_kind(head.lemma_.lower()) != "document":
        return trade
    if head.pos_ == "PRON":
        return "unresolved"
    named = actor_named(words)
    if named is not None and named.kind == "state":
        return "government"
    own = _noun_kind(head.lemma_.lower())
    if own is not None:
        return own
    definite = any(c.lower_ in _DEFINITE for c in head.children)
    if is_withheld(words) or (not definite and head.lemma_.lower() in load("chains.yaml")["unnamed_heads"]):
        return "unnamed"
    if head.tag_ == "NNS" and head.lower_.endswith(_MANY_PEOPLE) and not any(c.dep_ in _TOLD for c in head.lefts):
        return "unnamed"  # "mediators"
    return _noun_kind(words) or "unresolved"


def outlet_kind(name: str) -> HopKind:
    """Name of an outlet -> the kind of its hop; ``outlet`` where it is none of the lexicon's."""
    return _trade(name) or "outlet"


def _trade(words: str) -> HopKind | None:
    """Name, or words with a name in them -> the trade of the outlet that is named there."""
    named = actor_named(words)
    trades = [named.trade] if named and named.trade else [f.actor.trade for f in find_actors(words) if f.actor.trade]
    if not trades:
        return None
    return trades[0] if trades[0] in _TRADES else "outlet"  # type: ignore[return-value]


def _noun_kind(words: str) -> HopKind | None:
    """Words for a source -> the kind of hop by their noun: that before an "of" ("Bureau of Health"), or the last."""
    low = f" {words.lower()} "
    of = (kind for noun, kind in _nouns() if f" {noun} of " in low)
    return next(of, None) or next((kind for noun, kind in _nouns() if low.endswith(f" {noun} ")), None)


@cache
def _nouns() -> tuple[tuple[str, HopKind], ...]:
    """Nouns and the kinds of hop that they make, longest first."""
    table = load("chains.yaml")
    pairs = [(noun, kind) for kind, nouns in table["hop_nouns"].items() for noun in nouns]
    pairs += list(table["outlet_nouns"].items())
    return tuple(sorted(pairs, key=lambda pair: -len(pair[0])))

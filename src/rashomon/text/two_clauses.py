"""Verbs whose subject is not the noun that the parser takes for it, and verbs that it takes for nouns."""

from typing import Any

from rashomon.text.grammar import SUBJECTS

_OPENING = frozenset({"since", "after", "before", "until"})
_ENDING = frozenset({"expire", "lapse"})
_DAYS = frozenset({
    "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday", "january", "february", "march",
    "april", "june", "july", "august", "september", "october", "november", "december",
})  # fmt: skip


def what_was_between_two(verb: Any) -> None:
    """As in "since a summit between Kim and then President Aas [collapsed]": two meet, and the summit collapsed."""
    if verb.dep_ != "conj":
        return
    own = next((c for c in verb.children if c.dep_ in SUBJECTS and c.i < verb.i), None)
    link = _and_before(own or _first(verb))
    if link is None:
        return
    first = next((t for t in (link.nbor(-1), *link.nbor(-1).ancestors) if t.dep_ == "pobj"), None)
    second = own or next((c for c in first.children if c.dep_ == "conj") if first is not None else iter(()), None)
    if first is None or second is None or first.head.lower_ != "between" or first.i > link.i:
        return
    thing = first.head.head
    opening = thing.head
    if opening.lower_ not in _OPENING or opening.head != verb.head or thing.dep_ not in {"pobj", "pcomp"}:
        return
    for before in (c for c in verb.children if link.i < c.i < second.i):
        before.head = second
    link.head, second.head, second.dep_ = first, first, "conj"
    thing.head, thing.dep_ = verb, "nsubjpass" if any(c.dep_ == "auxpass" for c in verb.children) else "nsubj"
    opening.head, opening.dep_, verb.dep_ = verb, "mark", "advcl"


def _first(verb: Any) -> Any:
    """Verb -> the last word before it and its auxiliaries."""
    first = min([verb, *(c for c in verb.children if c.dep_ in {"aux", "auxpass", "advmod", "neg"})], key=lambda t: t.i)
    return first.nbor(-1) if first.i > verb.sent.start else verb


def _and_before(noun: Any) -> Any:
    """Last noun of two -> the "and" before it and its own words, "then" among them; None without one."""
    before = noun.left_edge
    while before.i > noun.sent.start and before.nbor(-1).dep_ == "advmod":
        before = before.nbor(-1)
    link = before.nbor(-1) if before.i > noun.sent.start else before
    return link if link.lower_ == "and" else None


def who_acts_behind_and(verb: Any) -> None:
    """As in "Ties soured when Peru recalled its envoy and Chile [closed] a port": nobody has an envoy and a state."""
    name = verb.nbor(-1) if verb.i else verb
    if name.ent_type_ != "GPE":
        return
    far = next((c for c in verb.children if c.dep_ == "nsubj" and c.i < verb.i), None)
    thing = name.head
    if far is None or name.dep_ != "conj" or thing.pos_ != "NOUN" or thing.dep_ != "dobj":
        return
    told, owned = thing.head, any(c.dep_ == "poss" for c in thing.children)
    soured = told.head
    link = next((c for c in thing.children if c.dep_ == "cc" and c.i == name.left_edge.i - 1), None)
    if not owned or link is None or told.dep_ != "advcl" or soured.dep_ != "acl" or soured.head != far:
        return
    soured.tag_, soured.dep_ = "VBD", verb.dep_
    soured.head = soured if verb.head == verb else verb.head
    far.head = soured
    verb.head, verb.dep_ = told, "conj"
    name.head, name.dep_, link.head = verb, "nsubj", told


def what_ends(word: Any) -> None:
    """As in "The curbs on Chad [expire] on Friday.": no noun and no infinitive, but what they do, as they are many."""
    if word.tag_ == "VB" and word.dep_ == "ROOT" and not any(c.dep_ == "aux" for c in word.children):
        if any(c.dep_ == "nsubj" and c.i < word.i for c in word.children):
            word.tag_ = "VBP"  # "Talks [resume] on Monday."
        return
    if word.lower_ not in _ENDING or word.tag_ != "NN":
        return
    name = word.nbor(-1) if word.i > word.sent.start else word
    bare = word == word.sent.root and name.dep_ == "compound" and name.tag_ in {"NNS", "NNPS"}
    if bare:  # "The curbs expire Tuesday."
        name.dep_ = "nsubj"
    many = word.head.head if word.dep_ == "pobj" else next((c for c in word.children if c.dep_ in SUBJECTS), None)
    if many is None or many.tag_ not in {"NNS", "NNPS"} or word not in {word.sent.root, *many.subtree}:
        return
    if word.dep_ == "pobj":
        if name.dep_ != "compound" or name.head != word or many.head != many:
            return
        for behind in (c for c in many.children if c.i > word.i):
            behind.head = word
        name.dep_, name.head = "pobj", word.head
        word.dep_, word.head, many.dep_, many.head = "ROOT", word, "nsubj", word
    word.tag_, word.pos_ = "VBP", "VERB"


def day_before_a_name(day: Any) -> None:
    """As in "On [Monday] Peru shelled Arica": the day is no part of the name, its preposition has nothing else."""
    if day.dep_ not in {"compound", "nmod"} or day.lower_ not in _DAYS:
        return
    before = day.left_edge
    if before.i == day.sent.start:
        return
    opening = before.nbor(-1)
    bare = (
        opening.dep_ == "prep" and opening.lower_ in {"on", "in"} and not any(c.i > opening.i for c in opening.children)
    )
    if bare and day.head.dep_ in SUBJECTS and opening.head == day.head.head:
        day.dep_, day.head = "pobj", opening

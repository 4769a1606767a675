"""Subjects that the parser leaves in a phrase behind a preposition, an account or "and" -> their verbs' own."""

from typing import Any

from rashomon.text.grammar import SUBJECTS

_OPENING = frozenset({"after", "since", "before", "until"})
_TYING = frozenset({"connect", "divide", "join", "link", "separate"})
_SOME = frozenset({"one", "some", "most", "many", "several", "both", "two", "three"})
_TENSED = frozenset({"VBD", "VBZ", "VBP"})
_SHOWN = frozenset(
    {"copy", "detail", "footage", "image", "photo", "picture", "recording", "tape", "transcript", "video"}
)
_PUBLISHED = frozenset({"leak", "publish", "release", "reveal"})


def what_did_it_behind_an_opening(verb: Any) -> None:
    """As in "They wait after damage to lines linking Oslo and Bergen [cut] a road": the damage did, not they."""
    if verb.dep_ != "conj" or verb.tag_ != "VBD" or not verb.i:
        return
    own = next((c for c in verb.children if c.dep_ in SUBJECTS), None)
    link = _between_two(own) if own is not None else None
    if own is not None and link is None:
        return
    last = link.nbor(-1) if link is not None else verb.nbor(-1)
    opening = next((t for t in last.ancestors if t.dep_ == "prep" and t.lower_ in _OPENING), None)
    if opening is None or opening.right_edge != last or verb.head not in opening.ancestors:
        return
    thing = next((c for c in opening.children if c.dep_ == "pobj"), None)
    if thing is None or thing == last:
        return  # "after lunch sat down"
    if link is not None and own is not None:
        own.head, own.dep_, link.head = last, "conj", last
    told = opening.head
    thing.head, thing.dep_ = verb, "nsubj"
    opening.head, opening.dep_ = verb, "mark"
    verb.head, verb.dep_ = told, "advcl"


def _between_two(name: Any) -> Any:
    """Second of two names -> the "and" before it, where the first is what something ties: "linking Oslo and Bergen"."""
    link = name.nbor(-1) if name.i else name
    first = link.nbor(-1) if link.lower_ == "and" and link.i else name
    if first == name or name.pos_ != "PROPN" or first.dep_ != "dobj":
        return None
    return link if first.head.dep_ == "acl" and first.head.lemma_ in _TYING else None


def some_behind_and(verb: Any) -> None:
    """As in "He threw stones in Larvik, Oslo and one [hit] a wall": one is no place, and it hit."""
    few = verb.nbor(-1) if verb.i else verb
    if few.lower_ not in _SOME or few.dep_ != "conj" or few.head.pos_ != "PROPN" or few.i < 1:
        return
    link = few.nbor(-1)
    if link.lower_ != "and" or link.head not in {few.head, *few.head.ancestors}:
        return
    if verb.tag_ not in _TENSED or verb.dep_ not in {"conj", "advcl"} or any(map(_opens, verb.children)):
        return
    few.head, few.dep_, link.head = verb, "nsubj", verb.head


def _opens(word: Any) -> bool:
    return word.dep_ in SUBJECTS or word.dep_ == "mark"


def subject_behind_an_account(verb: Any) -> None:
    """As in "According to Aas, head of a mill, the price [will] fall": the head is Aas, and the price will fall."""
    account = next((c for c in verb.children if c.dep_ == "prep" and c.lower_ == "according"), None)
    noun = next((c for c in verb.children if c.dep_ in SUBJECTS), None) if account is not None else None
    before = noun.left_edge.i - 1 if noun is not None else 0
    if noun is None or noun.pos_ != "NOUN" or before < 1 or noun.doc[before].text != ",":
        return
    name = noun.doc[before - 1]
    if name.pos_ != "PROPN" or account not in name.ancestors:
        return
    thing = next((c for c in noun.children if c.dep_ == "appos" and c.i > noun.i), None)
    if thing is None or thing.left_edge.nbor(-1).text != "," or thing.right_edge != noun.right_edge:
        return
    thing.head, thing.dep_ = verb, noun.dep_
    noun.head, noun.dep_ = name, "appos"


def what_was_shown(noun: Any) -> None:
    """As in the headline "[Footage] of a Man's Fall Released": the footage was, and no fall."""
    if noun.lemma_.lower().rstrip("s") not in _SHOWN and noun.lower_.rstrip("s") not in _SHOWN:
        return
    of = next((c for c in noun.children if c.dep_ == "prep" and c.lower_ == "of"), None)
    thing = next((c for c in of.children if c.dep_ == "pobj"), None) if of is not None else None
    if thing is None or noun.sent[-1].text == ".":
        return
    for verb in [c for c in thing.children if c.dep_ == "acl" and c.lemma_.lower() in _PUBLISHED]:
        verb.head = noun

"""Subjects that the parser leaves in a phrase behind a preposition, an account or "and" -> their verbs' own."""

from typing import Any

from rashomon.text.grammar import SUBJECTS

_OPENING = frozenset({"after", "since", "before", "until"})
_SHOWN = frozenset(
    {"copy", "detail", "footage", "image", "photo", "picture", "recording", "tape", "transcript", "video"}
)
_PUBLISHED = frozenset({"leak", "publish", "release", "reveal"})


def what_did_it_behind_an_opening(verb: Any) -> None:
    """As in "They wait after damage to a line [cut] a road": the damage did, not they."""
    if verb.dep_ != "conj" or verb.tag_ != "VBD" or not verb.i or any(c.dep_ in SUBJECTS for c in verb.children):
        return
    last = verb.nbor(-1)
    opening = next((t for t in last.ancestors if t.dep_ == "prep" and t.lower_ in _OPENING), None)
    if opening is None or opening.right_edge != last or verb.head not in opening.ancestors:
        return
    thing = next((c for c in opening.children if c.dep_ == "pobj"), None)
    if thing is None or thing == last:
        return  # "after lunch sat down"
    told = opening.head
    thing.head, thing.dep_ = verb, "nsubj"
    opening.head, opening.dep_ = verb, "mark"
    verb.head, verb.dep_ = told, "advcl"


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

"""Subjects that the parser leaves in a phrase behind a preposition, an account or "helped" -> their verbs' own."""

from typing import Any

from rashomon.text.grammar import SUBJECTS, is_finite
from rashomon.text.noun_trees import beside
from rashomon.text.subject_trees import first_of, is_done_to, make_root

_OPENING = frozenset({"after", "since", "before", "until"})
_SHOWN = frozenset(
    {"copy", "detail", "footage", "image", "photo", "picture", "recording", "tape", "transcript", "video"}
)
_PUBLISHED = frozenset({"leak", "publish", "release", "reveal"})
_MAKING = frozenset({"helped", "helps", "let", "lets", "made", "makes", "saw", "sees", "watched", "heard", "hears"})
"""Forms of verbs behind whose object an infinitive without "to" tells what it does."""
_OF_NOUNS = frozenset({"NOUN", "PROPN", "PRON", "DET", "ADJ", "NUM", "CCONJ"})


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


def who_is_made_to_do(verb: Any) -> None:
    """As in "Aas, who helped a clerk [crack] the case, has died": the clerk cracked it, and Aas has died."""
    if verb.tag_ not in {"VB", "VBP"} or verb.dep_ not in {"ROOT", "ccomp"} or verb.pos_ != "VERB":
        return
    at = verb.i - 1
    while at > verb.sent.start and verb.doc[at].pos_ in _OF_NOUNS and verb.doc[at].tag_ != "WP":
        at -= 1
    making, made = verb.doc[at], verb.doc[at + 1 : verb.i]
    who = beside(making, -1)
    named = beside(who, -2) if beside(who, -1).text == "," else beside(who, -1)
    if making.lower_ not in _MAKING or not len(made) or who.lower_ not in {"who", "that"}:
        return
    main = _main_verb(verb)
    subject = next((c for v in (verb, main) for c in v.children if c.dep_ in SUBJECTS and c.i < who.i), None)
    if main == verb or subject is None:
        return
    make_root(main)
    subject.dep_, subject.head = "nsubjpass" if is_done_to(main) else "nsubj", main
    for child in [c for c in verb.children if c.i < who.i or c.i > first_of(main).i]:
        child.head = main
    if making.dep_ != "relcl":
        making.pos_, making.dep_, making.head = "VERB", "relcl", named
    who.dep_, who.head = "nsubj", making
    noun = made.root
    noun.dep_, noun.head = "nsubj", verb
    verb.dep_, verb.head = "ccomp", making


def _main_verb(verb: Any) -> Any:
    """Verb -> the finite one over or behind it, a comma in front, that has no subject behind it; itself if none."""
    behind = [c for c in verb.children if c.dep_ == "conj"] if verb.dep_ == "ROOT" else [verb.head]
    for main in (v for v in behind if v.i > verb.i and v.pos_ in {"VERB", "AUX"} and is_finite(v)):
        own = any(c.dep_ in SUBJECTS and c.i > verb.i for c in main.children)
        if beside(first_of(main), -1).text == "," and not own:
            return main
    return verb

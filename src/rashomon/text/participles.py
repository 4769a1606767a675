"""Participles that the parser took for finite verbs -> the same trees with them as participles."""

from typing import Any

from rashomon.text.grammar import SUBJECTS, is_finite

_BEFORE = SUBJECTS | {"npadvmod", "dep"}
"""How the parser ties a name before a clause that it takes for the subject."""
_NAMING = frozenset({"called", "named", "dubbed", "titled"})


def participle_in_front(verb: Any) -> None:
    """As in "[Asked] whether it was late, Aas said no": what opens a clause without a subject was done to him."""
    if verb.dep_ == "advcl" and verb.left_edge == verb and verb.i < verb.head.i and _is_bare(verb):
        verb.tag_ = "VBN"


def participle_of_naming(verb: Any) -> None:
    """As in "liked the talks of experts, [called] the Oslo Forum": who likes them does not call them so."""
    comma = verb.nbor(-1) if verb.i > 1 else verb
    names = any(c.dep_ == "oprd" and c.pos_ == "PROPN" for c in verb.children)
    if verb.lower_ not in _NAMING or verb.dep_ != "conj" or comma.text != "," or not names or not _is_bare(verb):
        return
    noun = comma.nbor(-1)
    while noun.head not in {verb.head, noun}:
        noun = noun.head
    if noun.dep_ == "dobj" and not any(c.dep_ in {"dobj", "cc"} for c in verb.children):
        verb.head, verb.dep_, verb.tag_ = noun, "acl", "VBN"


def participle_of_a_noun(verb: Any) -> None:
    """As in "leads in both [pledged] delegates and votes": no verb follows a preposition with "both" or "some"."""
    before = verb.nbor(-1) if verb.i else verb
    noun = verb.nbor(1) if verb.i + 1 < len(verb.doc) else verb
    counted = before.dep_ == "pobj" and before.pos_ in {"DET", "PRON", "NUM"} and before.head.i == before.i - 1
    if verb in before.ancestors:
        return
    if not (counted and noun.head == verb and noun.dep_ == "dobj" and noun.tag_ == "NNS" and _is_bare(verb)):
        return
    noun.head, noun.dep_ = before.head, "pobj"
    before.head, before.dep_ = noun, "nummod" if before.pos_ == "NUM" else "det"
    for child in list(verb.children):
        child.head = noun
    verb.head, verb.dep_, verb.tag_, verb.pos_ = noun, "amod", "VBN", "VERB"


def participle_behind_its_subject(verb: Any) -> None:
    """As in "Children [taken] from a school were freed": with no "and" only the second is a finite verb."""
    who = next((c for c in verb.children if c.dep_ in SUBJECTS and c.i < verb.i), None)
    told = next((c for c in verb.children if c.dep_ == "conj" and c.i > verb.i and is_finite(c)), None)
    if who is None or told is None or not _is_bare(told) or who.right_edge.i != verb.i - 1 or verb.i + 1 == told.i:
        return
    between = [c for c in verb.children if verb.i < c.i < told.i]
    if any(c.dep_ not in {"prep", "agent"} for c in between) or not between or told.left_edge.nbor(-1).text == ",":
        return
    if any(t.tag_ == "CC" for t in verb.doc[verb.i : told.i]):
        return  # "Lorries rolled into Iraq and cargo was unloaded"
    noun = verb.nbor(-1)
    if noun.pos_ not in {"NOUN", "PROPN"} or any(c.dep_ in {"aux", "auxpass", "neg"} for c in verb.children):
        return
    dep, head = verb.dep_, verb.head
    told.dep_, told.head = dep, told if head == verb else head
    for child in [c for c in verb.children if c == who or c.i < who.i or c.i > told.i]:
        child.head = told
    who.dep_ = "nsubjpass" if any(c.dep_ == "auxpass" for c in told.children) else "nsubj"
    verb.dep_, verb.head, verb.tag_ = "acl", noun, "VBN"


def participle_set_between(verb: Any) -> None:
    """As in "Aas, [noting] that it rained, said no": he said it, and beside it he noted something."""
    who = next((c for c in verb.children if c.dep_ in SUBJECTS and c.i < verb.i), None)
    told = next((c for c in verb.children if c.dep_ == "parataxis" and c.i > verb.i and is_finite(c)), None)
    bare = verb.tag_ == "VBG" and not any(c.dep_ == "aux" for c in verb.children)
    if not (bare and verb.head == verb and who is not None and told is not None and _is_bare(told)):
        return
    if told.left_edge.i and told.left_edge.nbor(-1).text == ",":
        told.dep_, told.head = "ROOT", told
        verb.dep_, verb.head = "advcl", told
        for child in [c for c in verb.children if c.i <= who.i or (c.dep_ == "punct" and c.i > told.i)]:
            child.head = told


def participle_of_what_one_has(verb: Any) -> None:
    """As in "Aas, wearing a shirt with its sleeves [rolled] up, sat down": the sleeves were rolled; he sat down."""
    who = next((c for c in verb.children if c.dep_ in _BEFORE and c.i < verb.i and c.pos_ in {"PROPN", "NOUN"}), None)
    doing = next((c for c in verb.children if c.dep_ == "csubj" and c.tag_ == "VBG" and c.i < verb.i), None)
    told = next((c for c in verb.children if c.dep_ == "conj" and c.i > verb.i and is_finite(c)), None)
    if who is None or doing is None or told is None or not _is_bare(told) or who.i > doing.i or verb.tag_ != "VBD":
        return
    noun = verb.nbor(-1)
    had = noun.dep_ == "pobj" and noun.head.lower_ == "with" and doing in noun.ancestors
    if not had or told.left_edge.nbor(-1).text != "," or any(c.dep_ == "cc" for c in verb.children):
        return
    told.dep_, told.head = verb.dep_, told if verb.head == verb else verb.head
    for child in [c for c in verb.children if c.i < verb.i or c.i > told.i]:
        child.head = told
    who.dep_ = "nsubjpass" if any(c.dep_ == "auxpass" for c in told.children) else "nsubj"
    doing.dep_, doing.head = "acl", who
    verb.dep_, verb.head, verb.tag_ = "acl", noun, "VBN"


def _is_bare(verb: Any) -> bool:
    return not any(c.dep_ in SUBJECTS for c in verb.children)

"""Pronouns in a clause in front of the one that names whom they are for, and behind words that describe him."""

from typing import Any

from rashomon.text.grammar import SUBJECTS, subjects

_ALONGSIDE = frozenset({"as", "while", "although", "though"})
_OPENING = _ALONGSIDE | {"even", "but", "and", "yet"}


def named_behind(pronoun: Any) -> Any:
    """Subject of a clause in front -> that of the main clause behind it, who is both: "Even as [he] paid, Aas wept".

    The pronoun itself where there is none such. Of "when he left, Aas wept" two can be meant.
    """
    clause = pronoun.head
    marks = {c.lower_ for c in clause.children if c.dep_ in {"mark", "advmod"} and c.i < pronoun.i}
    opens = all(t.lower_ in _OPENING or t.is_punct for t in pronoun.doc[pronoun.sent.start : pronoun.i])
    if pronoun.dep_ != "nsubj" or clause.dep_ != "advcl" or marks.isdisjoint(_ALONGSIDE) or not opens:
        return pronoun
    own = [t for t in subjects(clause.head) if t.i > clause.i and t.pos_ == "PROPN"]
    return own[0] if len(own) == 1 else pronoun


def described_in_front(pronoun: Any) -> Any:
    """Subject behind words for what he is -> their noun: "A tough [judge], he jailed many".

    The pronoun itself where there are none such.
    """
    ahead = [c for c in pronoun.head.lefts if c.dep_ == "npadvmod" and c.pos_ == "NOUN"]
    first = ahead[0] if pronoun.dep_ == "nsubj" and ahead else pronoun
    set_off = first.left_edge.is_sent_start and first.left_edge.pos_ == "DET" and first.right_edge.i + 2 == pronoun.i
    return first if set_off and pronoun.nbor(-1).text == "," else pronoun


def topic(pronoun: Any) -> Any:
    """Subject behind words for whom a sentence is about -> him: "As for [Bo Aas], he said it would pass".

    The pronoun itself where there is none such.
    """
    if pronoun.dep_ not in SUBJECTS:
        return pronoun
    ahead = [t for t in pronoun.doc[pronoun.sent.start : pronoun.i] if not t.is_punct]
    ahead = ahead[1:] if ahead and ahead[0].lower_ in _OPENING - {"as"} else ahead
    named = [t for t in ahead[2:] if t.dep_ == "pobj" and t.head in ahead[:2]]
    begins = [t.lower_ for t in ahead[:2]] in (["as", "for"], ["as", "to"])
    return named[0] if begins and named and ahead[-1] in named[0].subtree else pronoun


def told_of_himself(pronoun: Any) -> Any:
    """Subject of a saying behind what is said -> the person of whom that is told: "[Bo] was for it, he said".

    The pronoun itself where there is none such.
    """
    cue = pronoun.head
    said = [c for c in cue.lefts if c.dep_ == "ccomp"] if pronoun.dep_ == "nsubj" else []
    own = [t for clause in said for t in subjects(clause) if t.pos_ == "PROPN" and t.left_edge.is_sent_start]
    return own[0] if len(own) == 1 else pronoun


def is_asked_about(subject: Any) -> bool:
    """Whether a subject stands in what a clause in front tells of somebody: "Asked whether [Bo] would go, Aas left"."""
    over = subject.sent.root
    asked = next((c for c in over.lefts if c.dep_ == "advcl" and c.tag_ == "VBN"), None)
    told = next((c for c in over.lefts if c.dep_ == "nsubj"), None)
    return asked is not None and told is not None and asked.i < subject.i < told.i

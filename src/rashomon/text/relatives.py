"""Relative clauses, and clauses that "that" opens, whose verb the parser gives to another -> their trees mended."""

from typing import Any

from rashomon.lexicon.cues import lemma_of, verb_cues, words
from rashomon.text.grammar import SUBJECTS
from rashomon.text.noun_trees import beside

_WHERE = frozenset({"across", "in", "throughout", "around", "from", "outside", "near"})
_LANDS = frozenset(
    {"country", "state", "nation", "city", "town", "county", "region", "world", "district", "area", "land"}
)


def relative_clause(verb: Any) -> None:
    """Verb of a relative clause -> nothing; its subject is its own, and it tells of the right one of two names."""
    _whose_deed_is_told(verb)
    who = next((c for c in verb.children if c.dep_ in SUBJECTS and c.tag_ == "WP"), None)
    if who is not None and who.lower_ == "who":
        _who_is_the_last_named(verb, who)
        _who_are_people(verb, who)
    _of_which_are_many(verb)


def _whose_deed_is_told(cue: Any) -> None:
    """As in "the man who police [said] shot him": police said it, and it was the man who shot."""
    told = [c for c in cue.children if c.dep_ == "nsubj" and c.i < cue.i]
    clause = next((c for c in cue.children if c.dep_ in {"xcomp", "ccomp"} and c.i > cue.i), beside(cue, 1))
    relative = told[:1] and (told[0].tag_ in {"WP", "WDT"} or told[0].lower_ == "that")
    if len(told) < 2 or not relative or lemma_of(cue) not in verb_cues():
        return
    if clause.head != cue and clause.tag_ == "VBD" and clause.head.is_ancestor(cue):
        clause.head = cue  # for the parser "a rule that critics claim [weakened] it" tells of two deeds
    if clause.tag_ in {"VBD", "VBN", "VBZ"} and not any(c.dep_ in SUBJECTS for c in clause.children):
        told[0].head, clause.dep_ = clause, "ccomp"


def _who_are_people(clause: Any, who: Any) -> None:
    """As in "his party and clerks across the land, who [met]": no land and no party meets as "who", but the clerks."""
    noun = clause.head
    told = noun
    if noun.dep_ == "pobj" and noun.head.lower_ in _WHERE and (noun.ent_type_ == "GPE" or noun.lower_ in _LANDS):
        told = noun.head.head if noun.head.head.pos_ != "VERB" else noun.head.nbor(-1)
    beside = [c for c in told.conjuncts if told.i < c.i < who.i and c.tag_ in {"NNS", "NNPS"}]
    if beside and told.tag_ == "NN" and not told.lower_.endswith(tuple(words("people_ends"))):
        told = beside[-1]
    if told != noun and told.pos_ in {"NOUN", "PROPN"} and told.i < who.i:
        clause.head = told


def _of_which_are_many(clause: Any) -> None:
    """As in "segments of the party that [are] wary of him": the segments are, for the party is one."""
    noun = clause.head
    first = next((c for c in clause.children if c.dep_ in {"aux", "auxpass"}), clause)
    many = first.tag_ == "VBP" or first.lower_ == "were"
    own = any(c.dep_ in SUBJECTS and c.lower_ in {"that", "who", "which"} for c in clause.children)
    held = noun.tag_ in {"NN", "NNP"} and noun.dep_ == "pobj" and noun.head.lower_ == "of" and not list(noun.conjuncts)
    if clause.dep_ == "relcl" and many and own and held and noun.head.head.tag_ == "NNS":
        clause.head = noun.head.head


def _who_is_the_last_named(clause: Any, who: Any) -> None:
    """As in "Aas met Vik and Beck, who has [left]": one has left, and the last one stands before it."""
    last = next((c for c in clause.head.conjuncts if c.dep_ == "conj" and c.i > clause.head.i), None)
    if last is None or clause.head.dep_ == "conj" or len(clause.head.conjuncts) > 1:
        return
    opening = who.left_edge.i - 1
    names = last.pos_ == clause.head.pos_ == "PROPN" and who.doc[opening].text == ","
    helpers = [c for c in clause.children if c.dep_ in {"aux", "auxpass"}]
    alone = [t for t in (*helpers[:1], clause) if t.tag_ == "VBZ" or t.lower_ == "was"]
    if names and alone and last.i == opening - 1:
        clause.head = last


def doing_that_is_told(that: Any) -> None:
    """As in "claims [that] closing mines cost jobs": no participle alone is a clause's verb; the closing cost jobs."""
    if that.dep_ != "nsubj" or that.lower_ != "that":
        return
    doing = that.head
    bare = doing.tag_ == "VBG" and that.i == doing.i - 1 and not any(c.dep_ == "aux" for c in doing.children)
    if not bare:
        return
    first = doing.right_edge.i + 1
    verb = doing.doc[first : min(first + 1, doing.sent.end)].root if first < doing.sent.end else doing
    before = doing.doc[doing.sent.start : that.i]
    noun = next((t for t in reversed(before) if t.pos_ == "NOUN" and t.dep_ in {"dobj", "nsubj"}), None)
    others = [c for c in verb.children if c.dep_ in {"nsubj", "mark", "aux"} and c.i < verb.i and c not in {noun, that}]
    if verb.pos_ != "VERB" or verb.tag_ not in {"VBD", "VBZ", "VBP"} or others or noun is None or verb.head == verb:
        return
    if noun.head == verb:
        noun.head, noun.dep_ = verb.head, "dobj"
    that.dep_, that.head, doing.dep_, doing.head = "mark", verb, "csubj", verb
    verb.dep_, verb.head = "acl", noun

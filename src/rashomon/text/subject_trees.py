"""Verbs that the parser leaves without the subject that stands before them -> their trees mended."""

from typing import Any

from rashomon.lexicon.cues import lemma_of
from rashomon.text.grammar import DASHES, SUBJECTS, is_finite
from rashomon.text.noun_trees import beside

_NOUNS = frozenset({"NOUN", "PROPN", "PRON"})
_HELD = frozenset({"pobj", "appos"})
_HAVING_DONE = frozenset(
    {"have", "get", "make", "find", "see", "hear", "keep", "leave", "want", "need", "allow", "watch"}
)
_ENDING = frozenset({"expire", "lapse"})
_HAVING_ONE = SUBJECTS | {"expl"}


def noun_with_its_clause(noun: Any) -> None:
    """As in "Aas's claim that Beck said it burned [was] false": the claim was false, whatever stands between."""
    clause = next((c for c in noun.children if c.dep_ == "acl" and c.i > noun.i and _is_of_that(c)), None)
    if clause is None:
        return
    for verb in (t for t in clause.subtree if t.pos_ == "AUX" and t.dep_ in {"ccomp", "conj"} and t.i > clause.i):
        if is_finite(verb) and not any(c.dep_ in SUBJECTS | {"mark", "cc"} for c in verb.children):
            make_root(verb)
            noun.dep_, noun.head = "nsubj", verb
            return
    for verb in (t for t in clause.subtree if t.dep_ == "ccomp" and t.head.tag_ == "VB" and is_finite(t)):
        thing = next((c for c in verb.children if c.dep_ in SUBJECTS), None)
        if thing is not None and noun.sent[-1].text == "." and _is_its_object(thing, verb):
            thing.dep_, thing.head = "dobj", verb.head
            make_root(verb)
            noun.dep_, noun.head = "nsubjpass" if is_done_to(verb) else "nsubj", verb
            return


def _is_its_object(thing: Any, verb: Any) -> bool:
    """Whether what the parser takes for a verb's subject can be an infinitive's object: "a way to claim [the post]"."""
    to = any(c.dep_ == "aux" and c.lower_ == "to" for c in verb.head.children)
    opened = any(c.dep_ == "mark" for c in verb.children) or thing.pos_ == "PRON"
    return to and not opened and thing.left_edge.i == verb.head.i + 1


def noun_that_is_the_subject(noun: Any) -> None:
    """As in "The [ferry] Aas sank." and "The [ferry], which was full, sank.": a whole sentence; the ferry sank."""
    clause = next(
        (c for c in noun.children if c.dep_ in {"relcl", "acl"} and c.right_edge.i + 2 >= noun.sent.end), None
    )
    if clause is None or noun.sent[-1].text != "." or noun.left_edge.i != noun.sent.start or noun.tag_ != "NN":
        return
    if any(c.dep_ in {"aux", "mark"} for c in clause.children) or clause.tag_ not in {"VBD", "VBN", "VBZ"}:
        return
    name = next((c for c in clause.children if c.dep_ == "nsubj"), None)
    aside = any(c.dep_ in {"relcl", "acl", "appos"} and c.i < clause.i for c in noun.children)
    closed = clause.left_edge.nbor(-1).text == "," if aside else clause.left_edge.i == noun.i + 1
    if name is None:
        whole = closed and clause.dep_ == "acl" and not any(c.dep_ == "agent" for c in clause.children)
    else:
        whole = name.pos_ == "PROPN" and name.left_edge.i == noun.i + 1 and clause.dep_ == "relcl"
    if not whole:
        return
    if name is not None:
        name.dep_, name.head = "appos", noun
    make_root(clause)
    noun.dep_, noun.head = "nsubj", clause
    if clause.tag_ == "VBN":
        clause.tag_ = "VBD"


def subject_behind_and(verb: Any) -> None:
    """As in "Youths threw stones at banks, and [miners] left": the miners left; "and" joins no noun to the banks."""
    first = first_of(verb)
    if first.i == verb.sent.start or any(c.dep_ in SUBJECTS | {"mark"} for c in verb.children):
        return
    before = first.nbor(-1)
    noun = next((t for t in (before, *before.ancestors) if t.dep_ == "conj" and t.right_edge.i == before.i), None)
    if before.dep_ == "cc" or noun is None or noun.pos_ not in _NOUNS or not verb.sent.start < noun.left_edge.i:
        return
    joins, other = noun.left_edge.nbor(-1), noun.head
    opened = other.head.lower_ in {"after", "before", "since", "until"}  # "after Aas and Beck failed to agree"
    both = other.left_edge.i and other.left_edge.nbor(-1).text == "," and joins.nbor(-1).text != ","
    if opened or both:
        return  # "but in Oslo, copper and zinc rose"
    if joins.lower_ in {"and", "but"} and joins.i > verb.head.i and verb.head in noun.ancestors:
        joins.head = verb.head
        noun.dep_, noun.head, verb.dep_ = "nsubjpass" if is_done_to(verb) else "nsubj", verb, "conj"


def subject_behind_an_opening(verb: Any) -> None:
    """As in "According to the report, [Aas] and his deputy left": they left, and are no authors of the report."""
    if any(c.dep_ in _HAVING_ONE for c in verb.children):
        return
    opening, first = verb.sent[0], first_of(verb)
    if opening.dep_ != "prep" or opening.head != verb:
        return
    between = verb.doc[opening.i + 1 : first.i]
    held = (t for t in between if t.dep_ in {"conj", "appos"} and t.head.dep_ in _HELD)
    others = [t for t in held if not t.ent_type_ == t.head.ent_type_ == "GPE"]  # "in Macon, Ga., [Aas] left"
    name = next((t for t in others if t.left_edge.nbor(-1).text == "," and t.pos_ in _NOUNS), None)
    if name is None or name.left_edge.i < name.head.i:
        return
    commas = "," in {name.right_edge.text, beside(name.right_edge, 1).text} and beside(first, -1).text == ","
    aside = name.pos_ == "PROPN" and commas  # "In Oslo, Norway, Aas, in a boat, left"
    if aside or name.head.right_edge.i >= first.i - 2:
        for other in others[others.index(name) + 1 :] if name in others else []:
            other.head = name
        name.dep_, name.head = ("nsubjpass" if is_done_to(verb) else "nsubj"), verb


def subject_behind_an_aside(verb: Any) -> None:
    """As in "In the letter - sent to a judge, Bo Aas - the [mayor] wrote": the dash ends an aside, and Aas with it."""
    name = next((c for c in verb.children if c.dep_ in SUBJECTS and c.pos_ == "PROPN" and c.i < verb.i), None)
    other = next((c for c in name.children if c.dep_ == "appos" and c.i > name.i), None) if name is not None else None
    if name is None or other is None or other.right_edge.i != first_of(verb).i - 1:
        return
    closing = other.left_edge.nbor(-1)
    opening = next((t for t in verb.doc[verb.sent.start : name.left_edge.i] if t.text in DASHES), None)
    if closing.text in DASHES and opening is not None and opening.i > verb.sent.start:
        other.dep_, other.head = name.dep_, verb
        name.dep_, name.head = "appos", opening.nbor(-1)


def subject_outside_a_quotation(verb: Any) -> None:
    """As in "“They walked out, some without shoes,” [said] one of them": some walked, and one says so."""
    own = [c for c in verb.children if c.dep_ == "nsubj"]
    if len(own) != 2 or not own[0].i < verb.i < own[1].i or not verb.nbor(-1).is_quote:
        return
    told = next((c for c in verb.children if c.dep_ == "ccomp" and c.i < own[0].i), None)
    if told is not None:
        own[0].dep_, own[0].head = "dep", told


def first_of(verb: Any) -> Any:
    """Verb -> the first word of its group: "had" of "had never been told"."""
    helpers = (c for c in verb.children if c.dep_ in {"aux", "auxpass", "neg", "advmod"} and c.i < verb.i)
    return min([verb, *helpers], key=lambda t: t.i)


def past_tense(verb: Any) -> None:
    """As in "Two trains [collided] near Lyon.": no participle has a subject and no auxiliary in a whole sentence.

    But in "had the tariffs [lifted]", "found itself [drawn] in", "with her arm [broken]" it is one.
    """
    own = [c for c in verb.children if c.dep_ == "nsubj" and c.i < verb.i]
    helped = any(c.dep_ in {"aux", "auxpass", "nsubjpass", "agent"} or c.lower_ == "with" for c in verb.children)
    done = verb.dep_ == "ccomp" and lemma_of(verb.head) in _HAVING_DONE
    if own and not helped and not done and verb.sent[-1].text == "." and not verb.text.endswith("n"):
        verb.tag_ = "VBD"


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


def _is_of_that(clause: Any) -> bool:
    return any(c.dep_ == "mark" and c.lower_ == "that" for c in clause.children)


def subject_behind_its_age(verb: Any) -> None:
    """As in "Bo Aas, 36, of Molde, [hit] and hurt a nurse": what has an object and no other verb he did."""
    noun = verb.head
    if verb.dep_ != "acl" or noun.head != noun or noun.pos_ != "PROPN" or verb.nbor(-1).text != ",":
        return
    done = any(c.dep_ == "dobj" for v in (verb, *verb.conjuncts) for c in v.children)
    if done and not any(c.dep_ in {"relcl", "conj"} for c in noun.children):
        make_root(verb)
        noun.dep_, noun.head = "nsubj", verb
        for child in [c for c in noun.children if c.i > verb.i or (c.dep_ == "prep" and c.right_edge.i < noun.i)]:
            child.head = verb


def make_root(verb: Any) -> None:
    """Verb -> nothing; its clause is the main one of its sentence."""
    verb.dep_ = "ROOT"
    verb.head = verb


def is_done_to(verb: Any) -> bool:
    """Whether a verb has the auxiliary of the passive."""
    return any(c.dep_ == "auxpass" for c in verb.children)

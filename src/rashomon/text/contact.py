"""Clauses that tell of a noun without "who" or "which" ("the man police say shot him") -> their trees mended.

A finite verb right behind a verb of speech has its subject before it: "say shot" can be read in no other way. Nor can
"the deal Aas said he would sign was dropped", whose last verb has no other subject than the deal.
"""

from typing import Any

from rashomon.lexicon.cues import lemma_of, verb_cues
from rashomon.text.grammar import SUBJECTS, is_finite

_TENSED = frozenset({"VBD", "VBZ", "VBP", "MD"})
_SAYS = frozenset({"VBD", "VBZ", "VBP", "VB"})
_MAKES = frozenset({"write", "publish", "post", "send", "deliver", "issue"})
"""Verbs of which a thing is made: "a column he wrote"."""
_MEASURES = frozenset({"DATE", "TIME", "MONEY", "QUANTITY", "PERCENT"})
_COINS = frozenset({"$", "€", "£"})
_PAYING = frozenset(
    {"borrow", "collect", "donate", "earn", "give", "invest", "lend", "lose", "owe", "pay", "pledge", "raise",
     "receive", "spend"}
)  # fmt: skip
_NO_CLAUSE = frozenset({"aux", "auxpass", "relcl", "acl"})
_NOUNS = frozenset({"NOUN", "PROPN", "PRON"})
_MODIFIES = frozenset({"compound", "amod", "nmod", "npadvmod"})


def tells_of_what_was_made(verb: Any) -> None:
    """Verb of speech behind its clause without a comma -> nothing; it tells of the noun before its subject.

    As in "The row began after a club found [columns Aas wrote] in May", which Aas did not write.
    """
    if verb.dep_ != "ROOT" or verb.lemma_ not in _MAKES:
        return
    told = next((c for c in verb.children if c.dep_ == "ccomp" and c.i < verb.i), None)
    speaker = next((c for c in verb.children if c.dep_ == "nsubj" and c.i < verb.i), None)
    if told is None or speaker is None or not speaker.left_edge.i:
        return
    thing = speaker.left_edge.nbor(-1)
    if thing.pos_ != "NOUN" or thing.i < told.i or speaker.pos_ not in {"PROPN", "PRON"} or thing.is_ancestor(verb):
        return
    before = [c for c in verb.children if c.i < thing.i and c != told]
    told.dep_, told.head = "ROOT", told
    for child in before:
        child.head = told
    verb.dep_, verb.head = "relcl", thing


def tells_of_what_was_done(verb: Any) -> None:
    """Verb beside one before it with no "and" between -> nothing; it tells of the noun right before its subject.

    As in "The proof is a statement and an [apology note Aas gave police]", "at [a house the agent was renovating]".
    """
    over = verb.head
    if verb.dep_ != "conj" or over.i > verb.i or not is_finite(verb):
        return
    speaker = next((c for c in verb.children if c.dep_ == "nsubj" and c.i < verb.i), None)
    if speaker is None:
        return
    first = speaker.left_edge
    if (first.pos_ != "PROPN" and first.lower_ != "the") or first.i - 1 <= over.i:
        return
    thing = first.nbor(-1)
    beside = any(c.dep_ == "cc" and thing.i < c.i for c in over.children)
    if thing.tag_ in {"NN", "NNS"} and over in (above := list(thing.ancestors)) and verb not in above and not beside:
        verb.dep_, verb.head = "relcl", thing


def tells_of_money(name: Any) -> None:
    """Name behind a sum -> nothing; it is whose verb tells of the sum: "The $2 million [Aas] spent came from banks"."""
    sums = [c for c in name.children if c.dep_ in {"nummod", "quantmod"} and c.i < name.i]
    first = name.left_edge
    paid = sums[-1] if sums else name
    spent = name.doc[name.i + 1 : name.i + 2]
    whole = first.lower_ == "the" and any(c.dep_ == "quantmod" and c.text in _COINS for c in paid.children)
    if not whole or name.pos_ not in {"PROPN", "NOUN"} or not name.text[0].isupper() or not len(spent):
        return
    verb = spent[0]
    if verb.lemma_.lower() not in _PAYING or name.head == name:
        return
    tie = (name.dep_, name.head)
    if verb.head != name:
        others = [c for c in verb.children if c.dep_ == "conj"] if verb.head == verb else [verb.head]
        main = next((c for c in others if c.i > verb.i and _lacks_its_subject(c)), None)
        if main is None or tie[1] != verb:
            return
        _give_back(main)
        tie = ("nsubj", main)
        main.dep_, main.head = "ROOT", main
        for child in [c for c in verb.children if c.i < first.i or c.i > main.i]:
            child.head = main
    verb.tag_ = "VBD"
    paid.dep_, paid.head = tie
    first.dep_, first.head = "det", paid
    verb.dep_, verb.head = "relcl", paid
    name.dep_, name.head = "nsubj", verb


def _lacks_its_subject(verb: Any) -> bool:
    """Whether a finite verb has a month for a subject, "in May and [June] came", or none and no "and" before it."""
    own = [c for c in verb.children if c.dep_ in SUBJECTS]
    joined = any(c.dep_ == "cc" and c.i < verb.i for c in verb.head.children)
    return is_finite(verb) and all(c.ent_type_ == "DATE" for c in own) and (bool(own) or not joined)


def _give_back(verb: Any) -> None:
    """Verb with a month for its subject -> nothing; the month goes on the list before it: "May and [June]"."""
    for day in [c for c in verb.children if c.dep_ in SUBJECTS]:
        before = day.left_edge.nbor(-1)
        first = before.nbor(-1) if before.dep_ == "cc" else before
        day.dep_, day.head = "conj", first
        before.head = first if before.dep_ == "cc" else before.head


def tells_of_a_noun(cue: Any) -> None:
    """Verb of speech -> nothing; where its clause tells of the noun before its subject, the tree says so."""
    if cue.tag_ not in _SAYS or not cue.i:
        return
    known, speaker = verb_cues().get(lemma_of(cue)), cue.nbor(-1)
    if known is None or "that" not in known.frames or speaker.pos_ not in _NOUNS or speaker.ent_type_ in _MEASURES:
        return
    thing = _noun_before(speaker)
    clause = _clause_behind(cue) if thing is not None else None
    if clause is None or clause.i <= cue.i or (cue.head != thing and thing.is_ancestor(cue)):
        return
    main = _main_verb(clause)
    if main is not None or {speaker, cue, clause}.isdisjoint(thing.ancestors):
        _tie(thing, speaker, cue, clause, main)


def _noun_before(speaker: Any) -> Any:
    """Head of a subject -> the noun with an article right before it, which it tells of; None for any other."""
    first = speaker
    while first.i and first.nbor(-1).head == speaker and first.nbor(-1).pos_ == "PROPN" and speaker.pos_ == "PROPN":
        first = first.nbor(-1)
    own = first.i and first.nbor(-1).dep_ == "det" and first.nbor(-1).head == speaker
    before = first.nbor(-2) if own and first.i > 1 else first.nbor(-1) if first.i else first
    plural = speaker.tag_ in {"NNS", "NNPS", "PRP"} or speaker.pos_ == "PROPN" or speaker.lower_ == "police" or own
    article = before.i and before.nbor(-1).lower_ in {"the", "a", "an"}
    noun = before.tag_ in {"NN", "NNS"} or (before.dep_ in _MODIFIES and before.lower_ == "suspect")
    return before if plural and article and noun and before != speaker else None


def _clause_behind(cue: Any) -> Any:
    """Verb of speech -> the verb of the clause right behind it that lacks its subject or object, None for any other."""
    if cue.i + 1 == len(cue.doc):
        return None
    first = cue.nbor(1)
    bare = first.tag_ in {"VBN", "VB"} and first.dep_ not in _MODIFIES  # "said fired", "say shot" for the parser
    if first.tag_ in _TENSED or bare:
        return first.head if first.dep_ in {"aux", "auxpass"} else first
    verb = first.head
    return verb if first.dep_ in SUBJECTS and first.pos_ == "PRON" and verb.i > cue.i else None


def _main_verb(clause: Any) -> Any:
    """Verb of a clause -> the finite verb behind it that has no subject of its own, or the clause's object for one."""
    doc = clause.doc
    for token in doc[clause.i + 1 : clause.sent.end]:
        if token.text in {",", ";", "that", "who", "which"} or token.dep_ == "mark":
            return None
        if token.pos_ not in {"VERB", "AUX"} or token.dep_ in _NO_CLAUSE or not is_finite(token):
            continue
        told = [c for c in token.children if c.dep_ in SUBJECTS]
        return token if all(c.i >= clause.i for c in told) and not any(c.pos_ == "PRON" for c in told) else None
    return None


def _tie(thing: Any, speaker: Any, cue: Any, clause: Any, main: Any) -> None:
    """Noun, who speaks of it, the verb of speech, what is said, the main verb or none -> tied to one another."""
    for child in [c for c in speaker.children if c.i < thing.i]:
        child.head = thing
    mislaid = [c for c in main.children if c.dep_ in SUBJECTS and c != clause] if main is not None else []
    if main is not None:
        main.dep_, main.head = "ROOT", main
        thing.dep_ = "nsubjpass" if any(c.dep_ == "auxpass" for c in main.children) else "nsubj"
        thing.head = main
    cue.dep_, cue.head = "relcl", thing
    speaker.dep_, speaker.head = "nsubj", cue
    clause.dep_, clause.head = "ccomp", cue
    for child in mislaid:
        child.dep_, child.head = "dobj", clause

"""Where the clause of a time expression looks: back, ahead, or at the present."""

from collections.abc import Iterator
from functools import cache
from typing import Any, Literal

from rashomon.lexicon.cues import lemma_of, noun_cues
from rashomon.lexicon.files import load
from rashomon.text.grammar import SUBJECTS, auxiliaries, is_negated, tense

Tense = Literal["past", "present", "future", ""]

VERBAL = frozenset({"VERB", "AUX"})
_MODALS = frozenset({"will", "shall", "may", "can", "should", "must", "might", "would", "could", "'ll"})
_BESIDE_NOUNS = frozenset({"compound", "nmod", "amod", "npadvmod"})
_UP_TO = frozenset({"until", "till", "to", "for", "through"})
_NOBODY = frozenset({"neither", "none", "nobody", "no", "nothing"})
_AHEAD_OF = frozenset({"ahead", "lead", "run", "up", "advance"})
"""Words before "of" and "to" in "ahead of", "in the run up to"."""
_TO_THING = 3
_REACH = 12
"""Steps up the parse after which a clause is no longer that of the expression."""


def tense_of(token: Any) -> Tense:
    """Head token of an expression -> the tense of the clause it stands in, "future" where it is planned."""
    if token.head.lower_ == "since" or _is_of_a_saying(token):
        return "past"
    below = token
    for at in _upward(token):
        if _looks_ahead(at, below, token):
            return "future"
        told = _told(at) if at.pos_ in VERBAL and not _opens_behind(at, token) else ""
        if told == "present":
            if _is_before(token) or token.head.lemma_.lower() in _verbs()["to-come"]:
                return "future"
            return "present" if at in {governing_verb(token), token.head} else ""
        if told:
            return told
        below = at
    return "future" if _is_before(token) else ""


def _is_of_a_saying(token: Any) -> bool:
    """Whether an expression tells which saying is meant whose words are given: "by her [March] remark that it fell"."""
    saying = token.head if token.dep_ in _BESIDE_NOUNS else None
    if saying is None or lemma_of(saying) not in noun_cues():
        return False
    behind = saying.doc[saying.i + 1 : saying.i + 2]
    return behind.text.lower() == "that" and any(c.dep_ == "poss" for c in saying.children)


def _is_before(token: Any) -> bool:
    """Whether what happens is told to come before the thing of an expression: "ahead of Tuesday's vote"."""
    at = token
    for _ in range(_TO_THING):
        if at.dep_ == "pobj" and at.head.lower_ in {"of", "to"} and at.head.head.lower_ in _AHEAD_OF:
            return True
        at = at.head
    return False


def is_adverbial(token: Any) -> bool:
    """Whether an expression says when its clause happened ("on Friday") and not which thing is meant ("Friday's")."""
    return governing_verb(token) is not None


def is_narrating(token: Any) -> bool:
    """Whether an expression says when a clause happened that carries the story on.

    Relative clauses and participles ("born in 1950") do not, nor does "since 1950".
    """
    verb = governing_verb(token) if token.head.lower_ != "since" else None
    return verb is not None and verb.dep_ not in {"relcl", "acl"} and tense(verb) != ""


def governing_verb(token: Any) -> Any:
    """Head token of an adverbial expression -> the verb that it hangs on, None for other expressions."""
    at = token
    while at.head.dep_ in {"prep", "pcomp"} and at.head.pos_ not in VERBAL and at.head.head != at.head:
        at = at.head
    if at.dep_ == "poss" or (at == token and at.dep_ in {"nsubj", "nsubjpass", "dobj"}):
        return None
    return at.head if at.head.pos_ in VERBAL and at.head != at else None


def _upward(token: Any) -> Iterator[Any]:
    """Token -> itself and its governors, inside out."""
    for _ in range(_REACH):
        yield token
        if token.head == token:
            return
        token = token.head


def _opens_behind(verb: Any, token: Any) -> bool:
    """Whether the clause of a verb only begins behind an expression: "warned on Friday that strikes could follow"."""
    return any(c.dep_ == "mark" and c.i > token.i for c in verb.children)


def _told(verb: Any) -> Tense:
    """Verb -> the tense of its clause, "" where that is the tense of the clause above it."""
    helpers = set(auxiliaries(verb))
    if "could" in helpers and (is_negated(verb) or _is_of_none(verb)):
        return "past"  # "could not be reached on Friday"
    if {"could", "be"} <= helpers and verb.lower_ == "seen":
        return "past"  # "guards could be seen on Friday": somebody saw them
    if helpers & _MODALS and "have" not in helpers:
        return "future"
    if {"would", "have"} <= helpers and verb.dep_ == "ROOT":
        return ""  # "the pact would have expired in August": it may be ahead
    if "to" in helpers and (verb.tag_ == "VB" or (verb.tag_ == "VBN" and "have" not in helpers)):
        if verb.dep_ == "xcomp" and _is_over(verb.head):
            return "past"
        return "" if _is_done_deed(verb) else "future"
    if verb.tag_ == "VBN" and verb.dep_ in {"ROOT", "acl", "advcl", "amod"} and not helpers:
        return "past"  # "the plan announced on Friday"
    if verb.lower_ == "dated":
        return "past"  # "the note is dated May 3"
    if not helpers and _narrates_a_saying(verb):
        return "past"  # "on Monday, the mayor says it is shut": nobody knows what will be said
    as_past = verb.tag_ == "VBP" or (verb.tag_ == "VB" and verb.dep_ == "relcl" and not helpers)
    if as_past and verb.lower_ in _verbs()["same-past"]:
        return "past"  # "stocks hurt the index on Friday": the tagger cannot tell
    return tense(verb)


def _narrates_a_saying(verb: Any) -> bool:
    """Whether a verb of speech in the present tells what is said: "says it is shut"."""
    speaks = verb.tag_ in {"VBZ", "VBP"} and verb.lemma_.lower() in _verbs()["narrating"]
    return speaks and any(c.dep_ == "ccomp" for c in verb.children)


def _is_of_none(verb: Any) -> bool:
    """Whether a verb tells of nobody: "neither he nor she could be found"."""
    subjects = [c for c in verb.children if c.dep_ in SUBJECTS]
    return any(t.lower_ in _NOBODY for s in subjects for t in (s, *s.children))


def _is_done_deed(infinitive: Any) -> bool:
    """Whether an infinitive tells what came about with its governor: "flew in [to meet]", "failed [to win]"."""
    if infinitive.dep_ == "advcl":
        return True
    return infinitive.dep_ == "xcomp" and infinitive.head.lemma_.lower() in _verbs()["come-about"]


def _looks_ahead(at: Any, below: Any, token: Any) -> bool:
    """Whether a word puts what hangs on it ahead: "due on Friday", "plans to go on Friday", "put off until Friday".

    ``below`` is the word under it on the way up from the expression's head ``token``.
    """
    if at == token or _is_over(at):
        return False
    lemma = at.lemma_.lower()
    if lemma in _verbs()["plan"] and _has_infinitive(at):
        return below.dep_ == "xcomp" or tense(at) == "present"  # not "agreed on Friday to go"
    if lemma in _verbs()["arrange"] and at.i < token.i and any(c.dep_ == "dobj" for c in at.children):
        return True
    if (lemma in _verbs()["set-for"] and _is_for(token, at)) or _is_set_for_a_place(at):
        return True
    if lemma in _verbs()["put-off"] and below in {token, token.head}:
        return below.lower_ in _UP_TO  # "gave him until Monday", not "given to Chile on Monday"
    return _is_appointed(at) or any(c.dep_ == "acomp" and _is_appointed(c) for c in at.children if at.pos_ == "AUX")


def _is_for(token: Any, verb: Any) -> bool:
    """Whether an expression says for when a verb puts its object: "set a hearing for Friday"."""
    things = [c for c in verb.children if c.dep_ == "dobj"]
    return token.head.lower_ == "for" and bool(things) and token.head.head in {verb, *things}


def _is_set_for_a_place(verb: Any) -> bool:
    """Whether something is told as set for a place, whenever: "a summit set for Rome in April"."""
    return bool(verb.lower_ == "set" and verb.tag_ == "VBN" and any(c.lower_ == "for" for c in verb.children))


def _is_appointed(word: Any) -> bool:
    """Whether a word tells that something has its time to come: "expected", "due", but not "due to the storm"."""
    listed = word.lemma_.lower() in _verbs()["appoint"]
    return listed and word.tag_ in {"VBN", "JJ", "VBG"} and word.dep_ not in {"prep", "amod"}


def _is_over(verb: Any) -> bool:
    """Whether a plan is told as bygone: "had been scheduled"."""
    return any(c.dep_ == "aux" and c.lower_ in {"had", "'d"} for c in verb.children)


def _has_infinitive(word: Any) -> bool:
    """Whether a word governs an infinitive with "to"."""
    return any(c.dep_ == "xcomp" and any(g.tag_ == "TO" for g in c.children) for c in word.children)


@cache
def _verbs() -> dict[str, frozenset[str]]:
    """The lexicon's classes of words by which a clause looks ahead or does not."""
    return {name: frozenset(words) for name, words in load("times.yaml")["clauses"].items()}

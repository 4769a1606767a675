"""Whether what stands above a clause vouches for it: "it is not true that …", "there is no evidence that …"."""

from typing import Any, Literal, NamedTuple

from rashomon.lexicon.frames import classes
from rashomon.readers.attributions.sayers import is_nobody
from rashomon.readers.undone import only_seems
from rashomon.text.grammar import auxiliaries, tense

_SAID_OF = frozenset({"acl", "relcl", "ccomp", "csubj", "csubjpass"})
_CONDITIONS = frozenset({"if", "unless", "provided"})
_NO_CONDITION = frozenset({"as", "even", "and", "only"})
"""Words before an "if" that make it none: "even if he comes", "as if they knew"."""
_PERHAPS = frozenset({"perhaps", "maybe", "possibly", "conceivably"})
_INVERTED = frozenset({"had", "were", "should"})
_DOUBTS = frozenset({"doubt", "question"})
_WAITING_FOR = frozenset({"until", "till", "once", "before"})
_AHEAD = frozenset({"would", "'d", "must", "should", "can", "could", "may", "might"})


class Unvouched(NamedTuple):
    """The word by which a text does not vouch for a clause, and what the deed is by it: None where its verb tells.

    What hangs on a condition may be planned all the same, or threatened.
    """

    word: str
    status: Literal["denied", "hypothetical"] | None


def unvouched(verb: Any) -> Unvouched | None:
    """Verb of a clause -> by what it is not vouched for: a question, or words above it; None where there is nothing."""
    if verb.sent.text.rstrip().endswith("?"):
        return Unvouched("?", "hypothetical")
    while verb.dep_ == "conj" and verb.head.pos_ in {"VERB", "AUX"} and not _is_asked(verb):
        verb = verb.head
    if word := awaited(verb):
        return Unvouched(word, "hypothetical")
    if (doubtful := perhaps(verb)) is not None:
        return Unvouched(str(doubtful.text), "hypothetical")
    marks = {c.lower_: str(c.text) for c in verb.children if c.dep_ == "mark"}
    if mark := next((text for lower, text in marks.items() if lower in _CONDITIONS | {"whether"}), ""):
        return Unvouched(mark, "hypothetical")
    if inverted := _inverted(verb):
        return Unvouched(inverted, "hypothetical")
    if (noun := _before_a_colon(verb)) is not None:
        return _by_noun(noun)
    if condition := _condition(verb):
        return Unvouched(condition, None)
    if only_seems(verb):
        return Unvouched(str(verb.head.text), "hypothetical")
    return None if verb.dep_ == "relcl" and not marks else by_what_governs(verb)


def by_what_governs(verb: Any) -> Unvouched | None:
    """Verb of a clause -> by which word above it that it fills or hangs on it is not vouched for; None for none."""
    above = verb.head
    if verb.dep_ not in _SAID_OF or above == verb:
        return None
    if above.pos_ in {"NOUN", "PROPN"}:
        return _by_noun(above)
    if above.lemma_.lower() in classes()["supposing"]:
        return Unvouched(str(above.text), "hypothetical")
    return _by_predicate(above) or _by_believers(above)


def perhaps(verb: Any) -> Any:
    """Verb -> the word by which its clause only may be true: "[Perhaps] they came"; None without one.

    Not one that only tells how sure a phrase is: "[Perhaps] in anger, they came".
    """
    words = (c for c in verb.children if c.lower_ in _PERHAPS and c.dep_ == "advmod" and c.i < verb.i)
    return next((c for c in words if c.nbor(1).pos_ not in {"ADP", "SCONJ", "ADV", "NUM"} or c.nbor(1) == verb), None)


def _inverted(verb: Any) -> str:
    """Verb -> the word before its subject that makes it a condition: "[had] they come, …"; "" where there is none."""
    if verb.dep_ == "advcl" and verb.lower_ in _INVERTED and verb.left_edge == verb:
        return str(verb.text)  # as the parser sees "[should] they attack"
    subject = next((c for c in verb.children if c.dep_ in {"nsubj", "nsubjpass"}), None)
    first = next((c for c in verb.children if c.dep_ in {"aux", "auxpass"}), None)
    if subject is None or first is None or first.i > subject.i:
        return ""
    return str(first.text) if verb.dep_ == "advcl" and first.lower_ in _INVERTED else ""


def _is_asked(verb: Any) -> bool:
    """Whether a clause is a question of its own: "unclear how many died, and [whether] they will go"."""
    return any(c.dep_ == "mark" and c.lower_ == "whether" for c in verb.children)


def awaited(verb: Any) -> str:
    """Verb -> the word by which what it tells is still to come: "will stay [until] they pay"; "" where it was done."""
    word = next((str(c.text) for c in verb.children if c.dep_ in {"mark", "advmod"} and c.lower_ in _WAITING_FOR), "")
    above = verb.head
    if not word or verb.dep_ != "advcl" or tense(above) == "past":
        return ""
    ahead = tense(above) == "future" or set(auxiliaries(above)) & _AHEAD
    return word if ahead else ""


def is_condition(clause: Any) -> bool:
    """Whether a clause is what another hangs on: "[if he comes], they will go"."""
    return any(c.dep_ in {"mark", "advmod"} and c.lower_ in _CONDITIONS for c in clause.children)


def _condition(verb: Any) -> str:
    """Verb -> the word that makes what it tells hang on something: "[if] they come, he will go"; "" without one."""
    for clause in (c for c in verb.children if c.dep_ == "advcl"):
        words = [c for c in clause.children if c.dep_ in {"mark", "advmod"} and c.lower_ in _CONDITIONS]
        if words and (words[0].i == 0 or words[0].nbor(-1).lower_ not in _NO_CONDITION):
            return str(words[0].text)
        if inverted := _inverted(clause):
            return inverted
    return ""


def _before_a_colon(verb: Any) -> Any:
    """Verb of a clause with "that" behind a colon -> the noun before it, that it fills: "one hope: that he comes"."""
    first = next((c for c in verb.children if c.dep_ == "mark" and c.lower_ == "that"), None)
    if first is None or first.i < first.sent.start + 2 or first.nbor(-1).text != ":":
        return None
    before = first.nbor(-2)
    return before if before.pos_ == "NOUN" else None


def _by_noun(noun: Any) -> Unvouched | None:
    """Noun that a clause fills -> as what it is told: "a false report that …", "no evidence that …"."""
    if noun.lower_ in _DOUBTS and any(c.dep_ == "det" and c.lower_ == "no" for c in noun.children):
        return None  # "there is no doubt that …"
    untrue = next((c for c in noun.children if c.dep_ == "amod" and c.lower_ in classes()["untrue"]), None)
    if untrue is not None:
        return Unvouched(str(untrue.text), "denied")
    supposed = noun.lemma_.lower() in classes()["supposing"] | classes()["hearsay"]
    return Unvouched(str(noun.text), "hypothetical") if supposed else None


def is_judged(noun: Any) -> bool:
    """Whether a clause tells of a saying that it is untrue or rejected: "Aas's claim that … was false"."""
    verb = noun.head
    if noun.dep_ not in {"nsubj", "nsubjpass"}:
        return False
    told = {t.lower_ for c in verb.children if c.dep_ in {"acomp", "attr", "oprd"} for t in (c, *c.children)}
    return bool(told & classes()["untrue"] or verb.lemma_.lower() in classes()["refuting"])


def _by_predicate(above: Any) -> Unvouched | None:
    """What a clause is the subject or complement of -> what it is told to be: "it is not true that …"."""
    if above.dep_ == "xcomp" and above.head.pos_ in {"ADJ", "AUX"}:
        above = above.head  # "it is wrong to say that …"
    told = [above] if above.pos_ == "ADJ" else [c for c in above.children if c.dep_ in {"acomp", "attr", "oprd"}]
    negated = any(c.dep_ == "neg" for be in {above, above.head} for c in be.children)
    for word in told:
        if word.lower_ in classes()["untrue" if not negated else "true"]:
            return Unvouched(str(word.text), "denied")
        if word.lower_ in classes()["doubtful"] or (negated and word.lower_ in classes()["certain"]):
            return Unvouched(str(word.text), "hypothetical")
        if word.pos_ == "NOUN" and (found := _by_noun(word)):
            return found
    return None


def _by_believers(above: Any) -> Unvouched | None:
    """Verb that a clause is the object of -> those who hardly are: "few believe that …", "nobody thinks …"."""
    for subject in (c for c in above.children if c.dep_ == "nsubj"):
        told = {c.lower_ for c in subject.children if c.dep_ in {"det", "amod"}}
        if is_nobody(subject) or ("few" in told and "a" not in told):
            return Unvouched(str(above.text), "hypothetical")
    return None

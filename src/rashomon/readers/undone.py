"""Whether a deed that a verb names was left undone by what governs it: "refrained from attacking", "almost signed"."""

from typing import Any, Literal

from rashomon.lexicon.cues import noun_cues
from rashomon.lexicon.frames import classes
from rashomon.text.grammar import auxiliaries, is_negated, status_of

_NEARLY = frozenset({"almost", "nearly"})
_INSTEAD = frozenset({"short", "instead"})
_BACK = frozenset({"back", "away", "out", "down", "off", "good", "through"})
_CLOSE = frozenset({"close", "closer", "near"})
_DECIDING = frozenset({"vote", "decide", "rule", "opt"})
_FILLING = frozenset({"acl", "relcl", "advcl", "xcomp"})
_PERHAPS = frozenset({"would", "could", "might", "may", "should", "must", "'d"})
_SEEMING = frozenset({"appear", "seem", "look", "sound"})
_LIKE = frozenset({"like", "if", "though"})
_WAITING = frozenset({"have", "be", "remain"})


def undone(verb: Any) -> Literal["denied", "hypothetical"] | None:
    """Verb -> what the words around it say that was not, or need not have been, done; None where they say no such.

    "Stopped short of signing", "kept him from leaving", "avoided paying", "has yet to sign", "came close to signing".
    """
    if _nearly(verb) or _rather_than(verb) or _is_yet_to(verb):
        return "denied"
    if _could_have(verb) or only_seems(verb):
        return "hypothetical"
    if verb.dep_ == "pcomp":
        return _behind(verb.head)
    disposed = disposal(promise_of(verb))
    if disposed is not None and full_lemma(disposed) in classes()["retracting"]:
        return _unless_negated(disposed)
    if verb.dep_ == "xcomp" and verb.tag_ == "VBG" and full_lemma(verb.head) in classes()["forgoing"]:
        return _unless_negated(verb.head)
    return None


def promise_of(verb: Any) -> Any:
    """Infinitive -> the noun that it fills, or that the parser put beside it: "a [plan] to leave"; None for none."""
    if verb.tag_ != "VB" or not any(c.tag_ == "TO" for c in verb.children):
        return None
    before = verb.left_edge.nbor(-1) if verb.left_edge.i else None
    if before is None or before.pos_ != "NOUN" or verb.dep_ not in _FILLING:
        return None
    lemma = before.lemma_.lower()
    return before if lemma in classes()["deciding"] or "to" in getattr(noun_cues().get(lemma), "frames", ()) else None


def disposal(noun: Any) -> Any:
    """Noun -> the verb that tells what became of a promise or claim: "[dropped] its threat"; None for other verbs."""
    if noun is None or noun.pos_ != "NOUN" or noun.dep_ not in {"dobj", "pobj", "nsubjpass"}:
        return None
    above = noun.head
    while noun.dep_ == "pobj" and above.dep_ in {"prep", "prt", "advmod"} and above.head != above:
        above = above.head
    return above if full_lemma(above) in classes()["retracting"] | classes()["fulfilling"] else None


def calling_off(noun: Any) -> Any:
    """Noun -> the verb that keeps what it tells from coming about: "[put] off the signing"; None for none."""
    above = noun.head
    tied = noun.dep_ in {"dobj", "nsubjpass"} or (noun.dep_ == "nsubj" and above.lemma_.lower() == "fall")
    return above if tied and full_lemma(above) in classes()["calling-off"] else None


def _nearly(verb: Any) -> bool:
    """Whether an "almost" stands right before a verb and its auxiliaries, and before no number."""
    first = min([verb, *(c for c in verb.children if c.dep_ in {"aux", "auxpass"} and c.i < verb.i)], key=lambda t: t.i)
    near = [verb.doc[i - 1] for i in (first.i, verb.i) if i]
    return any(t.lower_ in _NEARLY and t.head == verb for t in near)


def _could_have(verb: Any) -> bool:
    """Whether a verb tells what might have been, or might be true: "would have attacked", "may have met"."""
    helpers = set(auxiliaries(verb))
    due = verb.dep_ == "xcomp" and verb.head.lemma_.lower() == "be" and "to" in helpers  # "was to have met"
    return "have" in helpers and (bool(helpers & _PERHAPS) or due) and not is_negated(verb)


def only_seems(verb: Any) -> bool:
    """Whether a clause is what things look like to the author: "it appears she called", "looks like he left"."""
    above = verb.head
    like = verb.dep_ == "ccomp" or any(c.dep_ == "mark" and c.lower_ in _LIKE for c in verb.children)
    told = [c for c in above.children if c.dep_ in {"nsubj", "expl"}]
    return like and above.lemma_.lower() in _SEEMING and above != verb and all(c.lower_ == "it" for c in told)


def _rather_than(verb: Any) -> bool:
    return any(c.lower_ == "than" and c.dep_ == "mark" for c in verb.children) and (
        verb.left_edge.i > 0 and verb.left_edge.nbor(-1).lower_ == "rather"
    )


def _is_yet_to(verb: Any) -> bool:
    """Whether an infinitive is still to be done: "has [yet] to sign", "is [yet] to be signed"."""
    above = verb.head
    waits = verb.dep_ == "xcomp" and above.lemma_.lower() in _WAITING
    return waits and any(c.lower_ == "yet" for c in above.children)


def _behind(preposition: Any) -> Literal["denied", "hypothetical"] | None:
    """Preposition of a gerund -> what it says of it: "short of", "instead of", "from" behind a verb of keeping."""
    above = preposition.head
    if preposition.lower_ == "of" and {t.lower_ for t in (above, *preposition.children)} & _INSTEAD:
        return "denied"
    if preposition.lower_ == "to" and above.lower_ in _CLOSE:
        return "hypothetical"
    if preposition.lower_ == "against":
        return "denied" if above.lemma_.lower() in _DECIDING and not is_negated(above) else "hypothetical"
    if preposition.lower_ == "from" and above.lower_ == "far":
        return "denied"
    holder = above.head if above.pos_ in {"NOUN", "PROPN"} else above
    if preposition.lower_ == "from" and full_lemma(holder) in classes()["keeping"]:
        return _unless_negated(holder)
    return None


def _unless_negated(governor: Any) -> Literal["denied", "hypothetical"] | None:
    """Verb of keeping from a deed -> what it makes of it; nothing where it is denied itself."""
    if is_negated(governor):
        return None
    return "denied" if status_of(governor) == "happened" else "hypothetical"


def full_lemma(verb: Any) -> str:
    """Verb -> its lemma with its particle: "rule out", "go back"."""
    behind = [c for c in verb.children if c.i == verb.i + 1 and c.dep_ in {"prt", "advmod", "oprd", "acomp"}]
    particle = next((c.lower_ for c in behind if c.dep_ == "prt" or c.lower_ in _BACK), "")
    return f"{verb.lemma_.lower()} {particle}".strip()


def is_unsaid(verb: Any) -> bool:
    """Verb of speech -> whether its clause tells that it was not said: denied, or left undone."""
    return bool(is_negated(verb)) or undone(verb) == "denied"

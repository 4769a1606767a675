"""Whether a clause tells what is to be: that it "will", as somebody said "would", is "to" or "likely to"."""

from typing import Any

from rashomon.lexicon.frames import classes
from rashomon.text.grammar import auxiliaries, status_of, tense

_HEADLINES = frozenset({"ROOT", "acl", "relcl"})


def is_ahead(verb: Any) -> bool:
    """Verb of a clause -> whether what it tells is yet to be."""
    helpers = auxiliaries(verb)
    if verb.tag_ == "VB" and "to" in helpers and verb.dep_ in _HEADLINES:
        return True  # "Aas to visit Peru", "a plan to visit Peru"
    reported = "would" in helpers and "have" not in helpers
    return reported or tense(verb) == "future" or status_of(verb) == "planned" or leads_ahead(verb)


def leads_ahead(verb: Any) -> bool:
    """Whether a verb tells that another's deed is to come: "are to meet", "is likely to sign", "plans to leave".

    "What they did was to meet" has none who is to.
    """
    if verb.lemma_ == "be":
        awaited = (c for c in verb.children if c.dep_ == "acomp" and c.lower_ in classes()["due"])
        bound = any(map(_is_to_be_done, verb.children)) and any(c.dep_ == "nsubj" for c in verb.children)
        return bound or any(_is_to_be_done(deed) for word in awaited for deed in word.children)
    coming = verb.lower_ in classes()["due"] if verb.tag_ == "VBN" else verb.lemma_ in classes()["planning"]
    return coming and any(map(_is_to_be_done, verb.children))


def _is_to_be_done(deed: Any) -> bool:
    return deed.dep_ == "xcomp" and "to" in auxiliaries(deed)

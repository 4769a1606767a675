"""Whether a clause is only what somebody thinks: "shop owners are sure that it hurt them", "Aas feels it was wrong"."""

from typing import Any

from rashomon.lexicon.frames import classes


def is_thought(verb: Any) -> bool:
    """Verb of a clause -> whether somebody thinks so; who says, knows or regrets it tells it as it is."""
    while verb.dep_ == "conj" and verb.head.pos_ in {"VERB", "AUX"}:
        verb = verb.head
    above = verb.head
    if verb.dep_ != "ccomp":
        return False
    if above.lemma_.lower() in classes()["thinking"]:
        return True
    minds = {above, *(c for c in above.children if c.dep_ in {"acomp", "oprd"})}
    holders = [c for host in (above, above.head) for c in host.children if c.dep_ in {"nsubj", "nsubjpass"}]
    told = any(word.lower_ in classes()["minded"] for word in minds)
    return told and any(c.lower_ != "it" for c in holders)  # "it is certain that it was wrong"

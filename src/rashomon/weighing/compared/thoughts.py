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
    minds = {above, *(c for c in above.children if c.dep_ in {"acomp", "oprd"})}
    thinks = above.lemma_.lower() in classes()["thinking"] or any(c.lower_ in classes()["minded"] for c in minds)
    hosts = {above, above.head if above.pos_ == "ADJ" else above}
    holders = [c for host in hosts for c in host.children if c.dep_ in {"nsubj", "nsubjpass"}]
    return thinks and not any(c.lower_ == "it" for c in holders)  # "it is certain that", "it is expected that"

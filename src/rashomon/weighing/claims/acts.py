"""An undertaking -> the act that it is for its instrument: made, left, reimposed, said to be broken."""

from rashomon.lexicon.files import load
from rashomon.weighing.claims.told import Told


def act_of(one: Told, *, denied: bool = False) -> str:
    """Claim, and whether it is told in a denial -> what a ledger calls its deed, "" where it has no word for it."""
    kind, status = one.term("type"), "denied" if denied else one.term("status")
    if kind == "agreement" and one.term("what").startswith("to "):
        kind = "pledge"  # agreed to do something about it, which makes no new one
    cue = one.cue.of(one.text).lower().split() if one.cue else []
    for entry in load("acts.yaml")["acts"]:
        fits = kind in entry["kinds"] and status in entry.get("status", [status])
        if fits and ("stems" not in entry or any(word.startswith(tuple(entry["stems"])) for word in cue)):
            return str(entry["act"])
    return ""


def one_act(one: Told, two: Told) -> bool:
    """Whether two undertakings of one kind can be one act: to tighten sanctions is not to extend them."""
    acts = {act_of(one), act_of(two)}
    return len(acts) == 1 or acts <= set(load("acts.yaml")["alike"])

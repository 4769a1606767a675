"""The cue lexicon as questions: which frames a verb or noun has, and who can speak."""

from dataclasses import dataclass
from functools import cache
from typing import Any

from rashomon.lexicon.files import load
from rashomon.model import Act


@dataclass(frozen=True)
class CueVerb:
    """What one lemma does as a cue: its frames with the act of each.

    The others are those of its frames in which it has an addressee, denies its content, or needs a document or somebody
    who finds out for its subject.
    """

    frames: dict[str, Act]
    addresses: frozenset[str]
    denies: frozenset[str]
    documents: frozenset[str]


@cache
def verb_cues() -> dict[str, CueVerb]:
    """-> lemma of a verb: the frames in which it is a cue, added up over the lexicon's groups."""
    return _folded("verbs")


@cache
def noun_cues() -> dict[str, CueVerb]:
    """-> lemma of a noun: the frames in which it is a cue."""
    return _folded("nouns")


@cache
def words(name: str) -> frozenset[str]:
    """Name of a plain list of the cue lexicon ("documents") -> its words."""
    return frozenset(load("cues.yaml")[name])


@cache
def carriers() -> tuple[frozenset[str], frozenset[str]]:
    """-> verbs that only carry a noun of speech, and these nouns."""
    listed = load("cues.yaml")["carriers"]
    return frozenset(listed["verbs"]), frozenset(listed["nouns"])


@cache
def acts() -> dict[str, frozenset[str]]:
    """-> verbs of speech, with their particles, and the nouns for what they do something to and say nothing of."""
    return {verb: frozenset(nouns) for verb, nouns in load("cues.yaml")["acts"].items()}


def lemma_of(token: Any) -> str:
    """Token -> its lemma in lower case; "hope" for the forms that the small model takes for "hop"."""
    lemma = str(token.lemma_).lower()
    return "hope" if lemma == "hop" and not token.lower_.startswith("hopp") else lemma


def _folded(part: str) -> dict[str, CueVerb]:
    gathered: dict[str, dict[str, list[dict[str, Any]]]] = {}
    for group in load("cues.yaml")[part].values():
        for lemma in group[part]:
            for frame in group["frames"]:
                gathered.setdefault(lemma, {}).setdefault(frame, []).append(group)
    return {lemma: _one(groups) for lemma, groups in gathered.items()}


def _one(groups: dict[str, list[dict[str, Any]]]) -> CueVerb:
    """Frames of a lemma, each with the groups that give it -> the lemma as a cue."""
    return CueVerb(
        {frame: listed[0]["act"] for frame, listed in groups.items()},
        frozenset(f for f, listed in groups.items() if any(g.get("addressee") for g in listed)),
        frozenset(f for f, listed in groups.items() if any(g.get("denies") for g in listed)),
        frozenset(f for f, listed in groups.items() if all(g.get("needs") == "document" for g in listed)),
    )

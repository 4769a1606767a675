"""Trigger files -> frames, indexed by lemma: which words tell of a deed, and where its parties stand."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from typing import Any

from rashomon.lexicon.files import load, names


@dataclass(frozen=True)
class Frame:
    """One way to tell of a deed.

    ``label`` is the event type or the kind of undertaking. ``objects`` are words of which one must be the object (of a
    noun: what its "of" governs), with ``any``, ``person`` or ``political`` as wild cards; empty means no condition.
    ``subjects`` likewise, of what the deed befalls though nobody does it: "the truce collapsed".
    ``complement`` are kinds of clause of which one must follow ("to", "that", "ing", or a preposition).
    ``recipient`` are places to look for the recipient, best first: object, object's, a preposition, clause, within.
    ``parties``: who must be political: "actor", "both", "any" (either will do), "strict-both" (no setting or sharing
    counts), "strict" (the recipient alone will do only for a person's deed), "speaker" (the actor, or "we" in a text on
    politics), "protest" (the actor may be anybody), "instrument" (nobody: an accord acts), "accord"
    (nobody: it befalls one).
    ``swap``: the grammatical object acts ("hosted X": the visitor is the source). ``mutual``: two actors and no
    recipient will do. ``tense``: "will", "will-not" or "not". ``without``: words that may not stand beside the trigger.
    ``reach``: a class of words, or "place", that the clause must hold. ``person``: the actor can be a person.
    ``figure``: words that make the deed a figure of speech if it is done to them ("an assault on democracy").
    ``bare``: no object may stand beside the complement ("called for calm", and not "called him on Monday").
    """

    label: str
    mode: str | None = None
    objects: frozenset[str] = frozenset()
    subjects: frozenset[str] = frozenset()
    complement: frozenset[str] = frozenset()
    recipient: tuple[str, ...] = ("object", "object's")
    parties: str = "actor"
    swap: bool = False
    mutual: bool = False
    tense: str = ""
    without: frozenset[str] = frozenset()
    reach: str = ""
    person: bool = False
    figure: frozenset[str] = frozenset()
    bare: bool = False


@dataclass(frozen=True)
class Lexicon:
    """Frames by verb lemma (with its particle: "call off") and by noun lemma, the most particular first."""

    verbs: dict[str, tuple[Frame, ...]]
    nouns: dict[str, tuple[Frame, ...]]


@cache
def classes() -> dict[str, frozenset[str]]:
    """The word classes of ``classes.yaml``: name -> lemmas."""
    return {name: frozenset(words) for name, words in load("classes.yaml").items()}


def words_of(entries: Iterable[str]) -> frozenset[str]:
    """Words and class names ("=restriction") -> the words."""
    found: set[str] = set()
    for entry in entries:
        found |= classes()[entry[1:]] if entry.startswith("=") else {entry}
    return frozenset(found)


@cache
def hyphened() -> frozenset[str]:
    """-> the words of the trigger files and their classes that are written with a hyphen: "cease-fire", "re-impose"."""
    kinds = [lexicon(folder) for folder in ("events", "undertakings")]
    told = {word for kind in kinds for word in (*kind.verbs, *kind.nouns)}
    told |= {word for kind in kinds for frames in kind.verbs.values() for frame in frames for word in frame.objects}
    return frozenset(word for word in told.union(*classes().values()) if "-" in word and " " not in word)


@cache
def lexicon(folder: str) -> Lexicon:
    """Folder of trigger files ("events") -> its frames, indexed."""
    verbs: dict[str, list[Frame]] = defaultdict(list)
    nouns: dict[str, list[Frame]] = defaultdict(list)
    for path in names(folder):
        data = load(path)
        for entry in data["frames"]:
            frame = _frame(data, entry)
            for verb in (*entry.get("verbs", ()), *entry.get("adjectives", ())):
                verbs[verb].append(frame)
            for noun in words_of(entry.get("nouns", ())):
                nouns[noun].append(frame)
    return Lexicon(_ranked(verbs), _ranked(nouns))


def _frame(data: dict[str, Any], entry: dict[str, Any]) -> Frame:
    return Frame(
        label=entry.get("label", data["label"]),
        mode=entry.get("mode"),
        objects=words_of(entry.get("objects", ())),
        subjects=words_of(entry.get("subjects", ())),
        complement=frozenset(entry.get("complement", ())),
        recipient=tuple(entry.get("recipient", data.get("recipient", ("object", "object's")))),
        parties=entry.get("parties", data.get("parties", "actor")),
        swap=entry.get("swap", False),
        mutual=entry.get("mutual", False),
        tense=entry.get("tense", ""),
        without=words_of(entry.get("without", ())),
        reach=entry.get("reach", ""),
        person=entry.get("person", False),
        figure=words_of(entry.get("figure", data.get("figure", ()))),
        bare=entry.get("bare", False),
    )


def _ranked(found: dict[str, list[Frame]]) -> dict[str, tuple[Frame, ...]]:
    def openness(frame: Frame) -> tuple[int, bool, int]:
        wild = 2 if not frame.objects else int(bool(frame.objects & {"any", "person", "political"}))
        return wild, not frame.reach, -len(frame.complement)

    return {lemma: tuple(sorted(frames, key=openness)) for lemma, frames in found.items()}

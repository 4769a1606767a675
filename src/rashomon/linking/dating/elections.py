"""Elections that a text names by their state and kind, and the words that tell when they were held."""

import re
from collections.abc import Iterator
from functools import cache, lru_cache
from typing import Any, NamedTuple

from rashomon.lexicon.actors import Actor, find_actors
from rashomon.lexicon.elections import OFFICES, elections, kinds, kinds_of
from rashomon.linking.dates.rules import arguments
from rashomon.linking.dating.kinds import lemmas
from rashomon.model import TimeExpression

_DAY = (
    r"(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day|yesterday|today|tomorrow|(?:jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec)"
    r"(?:\.|uary|ruary|ch|il|e|y|ust|tember|ober|ember)?|may)(?:['’]s)?"
)
_WHEN = rf"(?:on|last|this|next|the|week(?:['’]s)?|month(?:['’]s)?|\d{{1,2}}|{_DAY})"
_BESIDE = (
    r"(?:early|snap|new|first|second|third|free|multi-?party|democratic|national|nationwide|close|tight|crucial|"
    r"presidential|parliamentary|legislative|municipal|local|regional|key|recent|upcoming|coming|hotly|closely|contested|landmark|historic|and|"
    r"post-war|postwar|post-communist)"
)
"""Words that may stand between a state and the kind of its election."""
_OF = re.compile(rf"(?:['’]s?)?(?:[ \n](?:{_WHEN}|{_BESIDE}),?){{0,5}}[ \n]", re.IGNORECASE)
_VOTING = re.compile(
    rf"(?:['’]s?|[ \n]voters)?(?:[ \n](?:will|have|has|had|is|are|was|were|also|who|to))*[ \n]"
    r"(?:holds?|held|holding|votes?|voted|voting|(?:go|goes|went|going)[ \n]to[ \n]the[ \n]polls)"
    rf"(?:[ \n](?:in|for|its|their|a|an|{_WHEN}|{_BESIDE}),?){{0,7}}[ \n]",
    re.IGNORECASE,
)
_IN = re.compile(rf"(?:[ \n]{_WHEN}){{0,4}}[ \n]in[ \n](?:the[ \n])?$", re.IGNORECASE)
_PART_BEFORE = re.compile(
    r"\b(?:(?:north|south|east|west)(?:ern)?|european|ethnic|turkish|greek|bosnian|french)[ \n-]$",
    re.IGNORECASE,
)
"""What stands before the name of a part of a state, or of a people in another."""
_ELSEWHERE = re.compile(r"\b(?:in|from|near|by|for|of|the[ \n]\w+)[ \n]$", re.IGNORECASE)
"""What stands before a state in which others vote: "Turks in Germany vote"."""
_NOT_OF = re.compile(r"\b(?:european|regional|state|local|provincial|upper|student|municipal)[ \n]$", re.IGNORECASE)
_PARTS = frozenset({"Scotland", "Wales", "Northern Ireland", "England", "Scottish", "Welsh", "English", "Scots"})
_EAST = re.compile(r"\b(?:East|West) German|German Democratic")
_NAMINGS = frozenset({"name", "adjective", "people"})
_FAR = 160
"""How many characters a state stands from the words for its election at most."""


class Held(NamedTuple):
    """An election named in a text: of what, whose, and the place of the words for it."""

    office: str
    state: str
    start: int
    end: int


def elections_in(text: str, start: int, end: int, whole: str) -> Iterator[Held]:
    """Text, a stretch of it, and the whole in lower case -> the elections named in the stretch."""
    if not _names_any(whole):
        return
    for office in OFFICES:
        for match in _named(office).finditer(text, start, end):
            if _NOT_OF.search(text, max(start, match.start() - 20), match.start()):
                continue
            state = _whose(text, start, end, match, office)
            if state and match["kind"].replace("\n", " ") in kinds_of(office, state):
                yield Held(office, state, match.start(), match.end())


@lru_cache(maxsize=4)
def _names_any(whole: str) -> bool:
    """Whole text in lower case -> whether it speaks of elections; asked for each sentence, found out once."""
    return "election" in whole or "presidential" in whole


@cache
def _named(office: str) -> re.Pattern[str]:
    words = "|".join(sorted(map(re.escape, kinds(office)), key=len, reverse=True))
    held = "elections?" if office == "parliament" else "(?:elections?|run-?offs?|vote)"
    return re.compile(rf"\b(?P<kind>{words})[ \n]{held}\b(?![ \n-](?:commission|law|campaign|board|official))")


def _whose(text: str, start: int, end: int, match: re.Match[str], office: str) -> str:
    """Words for an election in a stretch -> the state with which they stand, "" for none or one without a table."""
    low, high = max(start, match.start() - _FAR), min(end, match.end() + _FAR)
    found = next(reversed(find_actors(text[low : match.start()])), None)
    if found is not None:
        at, after = low + found.start, low + found.end
        voting = _VOTING.fullmatch(text, after, match.start())
        if voting or _OF.fullmatch(text, after, match.start()):
            here = not (voting and _ELSEWHERE.search(text[max(low, at - 16) : at]))
            return found.actor.state if here and _is_whole(text, at, after, found.actor, office) else ""
    found = next(iter(find_actors(text[match.end() : high])), None)
    if found is None or found.actor.naming != "name":
        return ""
    at, after = match.end() + found.start, match.end() + found.end
    here = bool(_IN.fullmatch(text, match.end(), at)) and not text.startswith(("'", "’"), after)
    return found.actor.state if here and _is_whole(text, at, after, found.actor, office) else ""


def _is_whole(text: str, start: int, end: int, actor: Actor, office: str) -> bool:
    """Whether a name is that of a state with a table, and of no part of one."""
    if actor.kind != "state" or actor.naming not in _NAMINGS or not elections(office, actor.state):
        return False
    name = text[start:end]
    part = name in _PARTS or _EAST.search(name) or _PART_BEFORE.search(text[max(0, start - 12) : start])
    return not part


def may_point(e: TimeExpression) -> bool:
    """Whether words for a time may tell when an election was held: plans for "this year" or "next month" may change."""
    given = arguments(e)
    if e.rule != "unit" or given.get("unit") not in {"Y", "M"}:
        return True
    return given.get("which") == "last" or (given["unit"] == "M" and given.get("which") == "this")


def is_when_held(word: Any, verb: Any) -> bool:
    """The word that names an election, and a verb -> whether the verb tells what was done in the election.

    "Won a majority in the elections on Sunday": what is won in an election is won on its day.
    """
    while word.dep_ in {"compound", "pobj", "prep", "dobj"} and word.pos_ != "VERB":
        if word.dep_ == "pobj" and word.head.lower_ not in {"in", "at", "during"}:
            return False
        word = word.head
    return word.pos_ == "VERB" and word.lemma_.lower() in lemmas("votes") and word == verb

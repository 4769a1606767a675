"""The rules of ``times.yaml``, compiled once."""

import re
from dataclasses import dataclass
from functools import cache
from typing import Any, cast

from rashomon.lexicon.files import load
from rashomon.model import TimexType
from rashomon.readers.times.numbers import NUMBER, ONES, TENS, number

_CASED = frozenset({"month", "weekday", "day_name", "holiday"})
"""Groups whose capital letter tells them from other words (may, march, sun)."""
_SHOUTED = _CASED - {"holiday"}
"""Those that headings and stamps write in capitals: "FRIDAY, SEPT. 14"."""

_YEAR = r"(?:1[0-9]\d\d|20\d\d)"
_ALONE = rf"(?P<year>{_YEAR})(?![\w%/]|[.,:]\d|-\d|[- ](?:million|billion|percent|per cent|degrees|miles|a\.m|p\.m))"
_HOUR = (
    r"(?:(?P<word>noon|midnight|midday)|"
    r"(?P<hour>\d{1,2})(?:[:.](?P<minute>[0-5]\d))? ?(?P<half>[ap])\.?m(?:\.|\b)|"
    r"(?P<hour24>[01]?\d|2[0-3]):(?P<minute24>[0-5]\d)(?: hours)?)"
)
_ZONE = r"\(?(?P<zone>GMT|UTC|EST|EDT|ET|CST|CDT|PST|PDT|CET|CEST|BST|Eastern time|local time)\)?"
_RATE = (
    rf"(?:\d[\d,.]*%?|hundred|thousand|million|billion|percent|once|twice|times|dozen|{ONES}|{TENS})"
    r"(?:[ -](?!and |or |in |on )[a-z]\w*){0,3} (?P<cut>)"
)
_BARE = {
    "weekday_": "(?:{day_name:weekday},? )?",
    "stage_": "(?:{stage}[- ])?",
    "edge_": "(?:{edge:stage}[- ])?",
    "spoken": "nineteen[- ](?P<tens>{tens})(?:[- ](?P<ones>{ones}))?",
}
_PLAIN = {
    "day": r"(?P<day>\d{1,2})(?:st|nd|rd|th)?",
    "year_alone": _ALONE,
    "num": rf"(?:(?P<low>{NUMBER})(?:-? (?:to|or) |-to-|[-–](?=\d)))?(?P<num>{NUMBER})",
    "then": rf"(?P<then>{NUMBER})",
    "third": rf"(?P<third>{NUMBER})",
    "hour": _HOUR,
    "hour_word": rf"(?P<hour>\d{{1,2}}|{ONES})",
    "to": r"(?: ?[-–] ?| (?:and|to|or|through|until) )",
    "zone": _ZONE,
    "rate": _RATE,
    "tens": TENS,
    "ones": ONES,
}
_BLANKS = re.compile(r"\(\?<[=!][^)]*\)|\[[^\]]*\]| \??")
"""A look-behind or a class of characters, whose blanks stay single, or a blank."""
_DIGITAL = frozenset({"year", "decade"})
"""Classes that numbers in digits belong to; the reader knows them by their length."""
_NUMBERS = frozenset({"num", "low", "then", "third", "tens", "ones", "hour"})
_OTHER_TRIGGERS = {
    "year_ago": ["ago", "earlier"],
    "year_end": ["end"],
    "slash": ["/"],
    "bc": ["bc", "bce", "b"],
    "zone": ["gmt", "utc"],
    "clock": ["m", "am", "pm", "noon", "midnight", "midday", "clock", ":"],
}
"""Classes of words that no list above holds; a class that is named nowhere is a word itself ("tonight")."""


@dataclass(frozen=True)
class Rule:
    """One rule: its place in the file, what it makes, its pattern, and which group holds words of which list.

    ``needs``: of these one stands in each of its matches, in small letters; none where that is not known.
    """

    order: int
    name: str
    type: TimexType
    pattern: re.Pattern[str]
    lists: tuple[tuple[str, str], ...]
    fixed: tuple[tuple[str, str], ...]
    needs: tuple[str, ...]

    def arguments(self, match: re.Match[str]) -> tuple[str, ...]:
        """A match of the pattern -> the rule's arguments as "name=value", in the order of the names."""
        canonical = dict(self.lists)
        found = dict(self.fixed)
        for name, words in match.groupdict().items():
            if not words or name == "cut":
                continue
            if name in canonical:
                known = _canonical(canonical[name])
                found[name] = known[words.lower()]
            else:
                found[name] = number(words) if name in _NUMBERS else words.lower()
        if "later" in found:  # the weekday that follows what stands in brackets
            found["weekday"] = found.pop("later")
        if "part_of_it" in found:
            found["part"] = found.pop("part_of_it")
        if "one" in found:  # "{units:unit}|{unit:one}": plural or singular, one argument
            found["unit"] = found.pop("one")
        return tuple(f"{name}={value}" for name, value in sorted(found.items()))


@cache
def rules() -> dict[str, tuple[Rule, ...]]:
    """The rules of the lexicon by the class of word that they are tried at."""
    by_class: dict[str, list[Rule]] = {}
    for order, entry in enumerate(load("times.yaml")["rules"]):
        rule = _compiled(order, entry)
        for name in entry["at"]:
            by_class.setdefault(name, []).append(rule)
    return {name: tuple(listed) for name, listed in by_class.items()}


@cache
def rules_at(classes: frozenset[str]) -> tuple[Rule, ...]:
    """Classes of words -> the rules that are tried at any of them, each once."""
    return tuple({rule.order: rule for name in classes for rule in rules()[name]}.values())


@cache
def triggers() -> dict[str, frozenset[str]]:
    """Lower-case word -> the classes of rules that are worth trying where it stands."""
    found: dict[str, set[str]] = {}
    for name, words in load("times.yaml")["words"].items():
        for alternatives in words.values():
            for alternative in alternatives:
                last = re.findall(r"[a-z]+|\d+", alternative.lower())[-1]
                if name == "weekday":
                    found.setdefault(last + "s", set()).add(name)
                found.setdefault(last, set()).update({name, {"units": "unit", "span": "unit"}.get(name, name)})
    wanted = rules().keys()
    lists = load("times.yaml")["words"].keys()
    for name in wanted - lists - _DIGITAL:
        for word in _OTHER_TRIGGERS.get(name, [name]):
            found.setdefault(word, set()).add(name)
    return {word: frozenset(classes & wanted) for word, classes in found.items() if classes & wanted}


def _compiled(order: int, entry: dict[str, Any]) -> Rule:
    lists: dict[str, str] = {}
    pattern = entry["pattern"]
    for name, text in _BARE.items():
        pattern = pattern.replace("{" + name + "}", text)
    pattern = re.sub(r"\{([a-z]\w*)(?::(\w+))?\}", lambda m: _group(m[1], m[2] or m[1], lists), pattern)
    pattern = _BLANKS.sub(_blank, pattern)
    return Rule(
        order,
        entry["rule"],
        cast("TimexType", entry["type"]),
        re.compile(r"(?<![\w])" + pattern, re.IGNORECASE),
        tuple(lists.items()),
        tuple((k, str(v)) for k, v in entry.get("with", {}).items()),
        tuple(entry.get("needs", ())),
    )


def _blank(match: re.Match[str]) -> str:
    """A blank of a pattern ("" for an optional one) -> what it matches; other pieces stay."""
    return {" ": "[ ]{1,3}", " ?": "[ ]{0,3}"}.get(match[0], match[0])


def _group(name: str, stored: str, lists: dict[str, str]) -> str:
    """Name of a list of words or of a piece of pattern -> its regular expression, and its list noted."""
    if name == "year":
        return rf"(?P<{stored}>{_YEAR})"
    if name in _PLAIN:
        return _PLAIN[name]
    lists[stored] = name
    words = sorted(_canonical(name), key=len, reverse=True)
    if name in _CASED:
        written = [w for ws in load("times.yaml")["words"][name].values() for w in ws]
        shouted = [w.upper() for w in written] if name in _SHOUTED else []
        words = sorted({*written, *shouted}, key=lambda w: (-len(w), w))
    alternatives = "|".join(re.escape(w).replace(r"\ ", " ") for w in words)
    return f"(?P<{stored}>{'(?-i:' + alternatives + ')' if name in _CASED else alternatives})"


@cache
def _canonical(name: str) -> dict[str, str]:
    """Name of a list of words -> each word, lower case, and its canonical form."""
    return {word.lower(): form for form, words in load("times.yaml")["words"][name].items() for word in words}

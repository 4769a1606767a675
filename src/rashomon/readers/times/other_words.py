"""What looks like a time and is something else: the verb "may", Theresa May, a number that is no year."""

import re
from collections import defaultdict
from functools import lru_cache
from itertools import pairwise
from typing import Any

from rashomon.model import Mention, Reading, Span
from rashomon.readers.times.rules import Rule
from rashomon.readers.times.tense import VERBAL
from rashomon.text.words import words_of

_MONTH_OR_DAY = re.compile(
    r"\b(?:January|February|March|April|May|June|July|August|September|October|November|December|"
    r"(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|TODAY|Today)\b"
)
_ALSO_NAMES = frozenset({"May", "March", "April", "June", "August"})
_ONLY_BEFORE_DAYS = frozenset({"Jan", "Feb", "Mar", "Apr", "Jun", "Jul"})
_ON = frozenset({"on", "by", "until", "since"})
_AS_A_RULE = frozenset({"generally", "typically", "usually", "commonly", "normally", "routinely", "mostly", "often"})
_FAMOUS = frozenset({"Black", "Bloody", "Cyber", "Fat", "Giving", "Super"})
"""What makes a weekday the name of one day: "Black Monday"."""
_SHOWS = frozenset({"Live", "Football", "Fever", "Lights", "Massacre"})
"""What follows on "Saturday Night" in names."""
_OF_A_YEAR = frozenset({"levels", "figures", "prices", "elections", "standards"})
"""What is counted by the year that stands before it: "from 2005 levels"."""
_OF_A_WHOLE = re.compile(r" of (?!(?:the |this |last |next )?(?:fiscal )?(?:year|\d{4}))")
"""What follows on quarters that are parts of a thing, and not of a year."""
_MANY_BEHIND = re.compile(r" (?!(?:as|has|is|its|was)\b)(?:[a-z]+s|people|men|women|children)\b")
_CAPITAL_BEHIND = re.compile(r" [A-Z]")
_CAPITAL_BEFORE = re.compile(
    r"\b(?!(?:After|Before|By|Early|Earlier|From|In|Last|Late|Later|Next|On|Since|This|Through|Until) )[A-Z][\w.&'-]* $"
)
_LONGEST_WORD = 30
_HOUR = re.compile(r"\d\d?:\d\d")
_BOOK = re.compile(r"\b(?!(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day)[A-Z][a-z]+ $")
_WALKS = frozenset({"without", "for", "on", "against", "of", "to", "with"})
_BEFORE_MONTHS = frozenset({"early", "late", "mid", "last", "next", "this"})


def named_after_a_time(reading: Reading) -> list[Span]:
    """Reading -> names that hold a month, a weekday or "today": "Theresa May", "The Sunday Times", "USA TODAY"."""
    names = [m.span for m in reading.of(Mention) if m.form == "name" and m.kind in {"person", "outlet", "organization"}]
    return [span for span in sorted(names, key=lambda n: n.start) if _MONTH_OR_DAY.search(span.of(reading.text))]


def may_be_other_word(rule: Rule, match: re.Match[str]) -> bool:
    """Whether only the parse tells if a match is a year or the number of those behind it: "[1990] tons"."""
    counts = rule.name == "year" and match[0].isdigit()
    return _may_be_verse(rule, match) or (counts and _MANY_BEHIND.match(match.string, match.end()) is not None)


def _may_be_verse(rule: Rule, match: re.Match[str]) -> bool:
    """Whether a bare hour follows a word with a capital: "Ephesians [5:11]"."""
    return (
        rule.name == "clock"
        and _HOUR.fullmatch(match[0]) is not None
        and _BOOK.search(match.string, max(0, match.start() - _LONGEST_WORD), match.start()) is not None
    )


def may_be_name(match: re.Match[str]) -> bool:
    """Whether it takes the name finder to tell if a match is of a name: "May", a day or month beside a capital."""
    if match[0] in _ALSO_NAMES:
        return True
    text, start = match.string, match.start()
    if _MONTH_OR_DAY.search(match[0]) is None:
        return False
    before = _CAPITAL_BEFORE.search(text, max(0, start - _LONGEST_WORD), start)
    return before is not None or _CAPITAL_BEHIND.match(text, match.end()) is not None


def _is_nowadays(token: Any) -> bool:
    """Whether "today" stands for our times: "[Today], adopted children generally become citizens"."""
    verb = token.head
    plain = verb.tag_ in {"VBZ", "VBP"} and not any(c.dep_ in {"aux", "auxpass"} for c in verb.children)
    return bool(plain and any(c.dep_ == "advmod" and c.lower_ in _AS_A_RULE for c in verb.children))


_PROGRAMME = re.compile(r"(?:This|Last) (?:Week|Morning|Night|Evening)")
_SHOWN = re.compile(r"(?:[’']s|\bon) [“\"‘']?$")
"""What stands before the name of a broadcast: "on ABC's This Week"."""


def is_other_word(rule: Rule, match: re.Match[str], token: Any) -> bool:
    """Whether a match is the verb "may" or "march", or a number that is no year."""
    if rule.name in {"month", "weekday"} and " " not in match[0] and _is_part_of_name(token):
        return True
    if rule.name == "month" and match[0] == "May" and _acts(token):
        return True
    if rule.name == "month" and match[0] == "March" and _is_a_walk(token):
        return True
    if _PROGRAMME.fullmatch(match[0]) and _SHOWN.search(match.string, 0, match.start()):
        return True
    if match[0].lower() == "today" and _is_nowadays(token):
        return True
    if rule.name == "weekday" and token.i and token.nbor(-1).text in _FAMOUS:
        return True
    if (
        rule.name == "weekday"
        and match[0].endswith("Night")
        and _SHOWS.intersection(match.string[match.end() :][:12].split()[:1])
    ):
        return True
    if _may_be_verse(rule, match) and token.i and token.nbor(-1).pos_ == "PROPN":
        return True
    if rule.name == "month" and match[0] in {"May", "March"}:
        return bool(token.pos_ in VERBAL or (token.pos_ == "PROPN" and token.ent_type_ in {"PERSON", "ORG"}))
    if rule.name == "month" and match["month"] in _ONLY_BEFORE_DAYS:
        return True
    if rule.name in {"duration", "unit"} and _is_title(match, token):
        return True
    if rule.name == "duration" and _is_fraction(match):
        return True
    if rule.name == "year" and match[0].isdigit():
        after = token.nbor() if token.i + 1 < len(token.doc) else None
        before = token.nbor(-1) if token.i else None
        if before is not None and before.text in {"$", "#", "£", "€", "No", "No.", "some", "Some", "about", "over"}:
            return True
        if after is None or after.tag_ != "NNS" or token.dep_ != "nummod" or after.lower_ in _OF_A_YEAR:
            return False
        return before is None or before.lower_ not in {"the", "of", "in"}
    return False


def is_named(words: str, token: Any, surnames: set[str]) -> bool:
    """A match's words, its head and the last words of the text's names -> whether it is one: "speaking to [May]"."""
    before = token.nbor(-1).lower_ if token.i else ""
    return words in surnames & _ALSO_NAMES and before not in _BEFORE_MONTHS | {"in", "since", "until", "through"}


def _acts(token: Any) -> bool:
    """Whether a token stands where people stand and months seldom do: "Trump and [May] met", "[May]'s plan"."""
    if token.dep_ == "conj":
        return bool(token.head.pos_ == "PROPN" and token.head.ent_type_ != "DATE")
    return token.dep_ in {"nsubj", "nsubjpass", "poss", "agent", "dative"}


def _is_a_walk(march: Any) -> bool:
    """Whether "March" stands between an article or year and a preposition: "the [March] Without Borders"."""
    after = march.nbor() if march.i + 1 < len(march.doc) else None
    return bool(march.i and after is not None and march.nbor(-1).tag_ in {"DT", "CD"} and after.lower_ in _WALKS)


def _is_part_of_name(token: Any) -> bool:
    """Whether a month or weekday belongs to the name beside it: "Theresa [May]", "[April] Ryan", "[Sunday] Times"."""
    after = token.nbor() if token.i + 1 < len(token.doc) else None
    if token.i and token.nbor(-1).lower_ in _ON and after is not None and _stands_elsewhere(after):
        return False  # "by [Thursday] Quintana had paid"
    if (
        after is not None
        and after.tag_ == "NNP"
        and token.whitespace_
        and token.dep_ == "compound"
        and token.head == after
    ):
        return True
    before = token.nbor(-1) if token.i else None
    if before is None or token.text not in _ALSO_NAMES or before.head not in {token, token.head}:
        return False
    return bool(before.tag_ == "NNP" and before.dep_ == "compound" and before.lower_ not in _BEFORE_MONTHS)


def _stands_elsewhere(name: Any) -> bool:
    """Whether a name stands in the text without the word that is before it here."""
    return not _words_before(name.doc)[name.text] <= {name.nbor(-1).text}


@lru_cache(maxsize=1)
def _words_before(doc: Any) -> dict[str, set[str]]:
    """Doc -> the words before each word; remembered of the last one."""
    found: dict[str, set[str]] = defaultdict(set)
    for before, word in pairwise(words_of(doc)):
        found[word].add(before)
    return found


def _is_fraction(match: re.Match[str]) -> bool:
    """Whether quarters are parts of a whole: "three-quarters", "a quarter of them", "by a quarter"."""
    words, parts = match[0].lower(), bool(_OF_A_WHOLE.match(match.string, match.end()))
    if words.endswith("-quarters") or (words.endswith(("three quarters", "one-quarter")) and parts):
        return True
    before = match.string[: match.start()].rstrip().rpartition(" ")[2]
    return words.endswith("a quarter") and (parts or words != "a quarter" or before in {"by", "than"})


def _is_title(match: re.Match[str], token: Any) -> bool:
    """Whether a match is written like a title, in quotation marks: "60 Minutes"."""
    before = match.string[: match.start()].rstrip()[-1:] if match.start() else ""
    unit = match.groupdict().get("unit") or ""
    return before in {'"', "'", "`"} and unit[:1].isupper() and not token.is_sent_start

"""Terms of office: our file and the user's, and the holders of offices that a text names."""

import datetime as dt
import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property, lru_cache
from typing import Any

from rashomon.errors import SettingsError
from rashomon.lexicon.actors import find_actors
from rashomon.lexicon.files import load
from rashomon.lexicon.leaders import pieces, state_of
from rashomon.lexicon.letters import lowered
from rashomon.linking.dates.calendar import MONTHS, WEEKDAYS
from rashomon.linking.dating.solver import Interval
from rashomon.linking.dating.user_file import changed, read_table
from rashomon.model import Span

_FIELDS = frozenset({"office", "of", "words", "source", "holders"})
_NOT_IN_OFFICE = re.compile(
    r"\b(?:former|ex|late|then|acting|deputy|vice|shadow|elect|designate|future|next|incoming|ousted|deposed|onetime|"
    r"one-time|first|previous|last|would-be|assistant|under|opposition|self-proclaimed|interim|longtime|likely|potential|"
    r"possible|prospective|defeated|losing|failed|unsuccessful|\d{4})"
    r"[ -](?:[\w'’]+[ -]){0,2}(?:(?-i:[A-Z])[\w'’.]*[ -]){0,4}$",
    re.IGNORECASE,
)
_OF_THE_PAST = re.compile(
    r"\bformer (?:[\w.'’-]+ ){1,5}and (?:[\w-]+ ){0,2}$|"
    r"\bformer (?:[\w'’-]+ ){1,5}(?:for|of|to|under|in) (?:the )?$|"
    r"\b(?:tenure|time|term|terms|years|stint|served|service|days|job|role) as (?:the |a )?(?:\w+ )?$",
    re.IGNORECASE,
)
"""Words before an office of the past: "a former agent for President Clinton", "her tenure as secretary of state"."""
_BEFORE = 60
"""Characters before an office in which words stand that say that it is not held."""
_WAS = re.compile(
    r"\b(?:former|ex|late|onetime|one-time|previous)[ -](?:[\w'’]+[ -]){0,2}(?:(?-i:[A-Z])[\w'’.]*[ -]){0,4}$",
    re.IGNORECASE,
)
_LEFT = re.compile(
    r"\b(?:(?:former|onetime|one-time)[ -]|(?:ex|then)-)(?:(?-i:[A-Z])[\w'’.]*[ -]){0,4}$", re.IGNORECASE
)
"""Words right before an office that say that its holder is out of it: not "a former aide to President Obama"."""
_CHOSEN = re.compile(r"[ -]elect\b")
_DETERMINED = re.compile(r"(?:\b(?:the|its|their|our|his|her|whose)|['’]s?) (?:[\w-]+ ){0,2}$", re.IGNORECASE)
"""Words before an office that a comma parts from its holder: "the new leader, Ann Brook", not "as leader, Brook"."""
_NAMED_NEXT = re.compile(r" [A-Z][\w'’-]+ [A-Z]")
"""A name right after an office, which is its holder's: "Jeb Bush, Ohio Gov. John Kasich"."""
_NOT_YET_IN_OFFICE = re.compile(r"[ -]?(?:-?elect|designate|hopeful|candidate|nominee)\b", re.IGNORECASE)
_NAME = re.compile(
    r"(?: of (?P<of>(?:the )?(?:[A-Z]\w+ ?){1,3}))?,? (?:(?:Hon|Mr|Mrs|Ms|Dr|Gen|General)\.? )?"
    r"(?P<name>(?:[^\W\d_][\w.'’‘\-]* ?){1,5})"
)
_ONE_OF_SEVERAL = re.compile(
    r" (?P<name>[A-Z][\w.'’\-]*(?: [A-Z][\w.'’\-]*){0,3})(?: of (?P<of>(?:the )?[A-Z]\w+(?: [A-Z]\w+){0,2}))?"
    r"(?P<more>,? and\b|,)?"
)
_NAME_BEFORE = re.compile(r"((?:[^\W\d_][\w.'’‘\-]* ){0,4}[^\W\d_][\w.'’‘\-]*), (?:the |then )?(?:[\w.'’\-]+ ){0,2}$")
_GOVERNMENT = re.compile(
    r"\b(?P<name>(?:[^\W\d_][\w.\-]* ){0,3}[^\W\d_][\w.\-]*)(?:['’]s?)? "
    r"(?:government|administration|cabinet)\b",
    re.IGNORECASE,
)
_GOVERNMENT_OF = re.compile(r"\b(?:government|cabinet) of (?P<name>[A-Z][\w.’'-]+(?: [A-Z][\w.’'-]+){1,3})")
_FORMER = re.compile(r"\b(?:former|previous|ex|onetime|one-time)[ -](?:[\w'’]+[ ]){0,4}$", re.IGNORECASE)
"""Words before a government of which someone was: "former officials of the Bush administration"."""
_APART = re.compile(
    r"[,;:()]|(?<!\b[A-Z])\.\s|\b(?:to|of|on|in|by|with|from|for|and|as|at|over|against|that|told|said)\b",
    re.IGNORECASE,
)
_HEADS = frozenset({"president", "prime minister", "chancellor", "premier"})


@dataclass(frozen=True)
class Office:
    """An office: its name, the state (alpha-3) or body it is of, and where its days are documented.

    ``sought``: whether it is no office but a candidacy for one.
    """

    name: str
    of: str
    words: tuple[str, ...]
    source: str
    sought: bool = False


@dataclass(frozen=True)
class Term:
    """Somebody in an office: name as news writes it, and the days of the terms; the last may be open."""

    office: Office
    name: str
    days: tuple[Interval, ...]


@dataclass(frozen=True)
class Held:
    """Words that give somebody an office, and all the terms that they may mean."""

    span: Span
    terms: tuple[Term, ...]


class Terms:
    """Terms of office, indexed by the words for the office and by the holder's name."""

    def __init__(self, terms: tuple[Term, ...]) -> None:
        self._terms = terms

    @cached_property
    def _by_name(self) -> dict[tuple[str, ...], list[Term]]:
        found: dict[tuple[str, ...], list[Term]] = {}
        for term in self._terms:
            found.setdefault(pieces(term.name), []).append(term)
        return found

    @cached_property
    def _by_surname(self) -> dict[str, list[Term]]:
        found: dict[str, list[Term]] = {}
        for name, terms in self._by_name.items():
            found.setdefault(name[-1], []).extend(terms)
        return found

    @cached_property
    def _words(self) -> re.Pattern[str]:
        words = sorted({w for term in self._terms for w in term.office.words}, key=len, reverse=True)
        return re.compile(rf"\b(?P<office>{'|'.join(map(re.escape, words))})(?P<several>s\b|\b\.?)")

    def named_in(self, text: str) -> Iterator[Held]:
        """Text -> whoever it gives an office by name, in text order."""
        for match in self._words.finditer(lowered(text)):
            office = match["office"].rstrip(".")
            if _NOT_IN_OFFICE.search(text[max(0, match.start() - _BEFORE) : match.start()]):
                continue
            if _OF_THE_PAST.search(text[max(0, match.start() - 80) : match.start()]):
                continue
            if _NOT_YET_IN_OFFICE.match(text, match.end()):
                continue
            if match["several"] == "s":
                yield from self._each_after(text, match.span(), office)
                continue
            if held := self._after(text, match.span(), office) or self._before(text, match.span(), office):
                yield held
        for match in _GOVERNMENT.finditer(text):
            words = match["name"].split()
            for first in range(len(words)):
                supposed = first > 0 and words[first - 1].lower() in {"a", "an", "any"}  # "a Trump administration"
                named = words[first][0].isupper()  # "in government" is not that of Moon Jae-in
                if named and not supposed and (terms := self._heading(name := " ".join(words[first:]))):
                    start = match.end("name") - len(name)
                    if not _FORMER.search(text[max(0, start - 60) : start]):
                        yield Held(Span(start, match.end()), terms)
                    break
        for match in _GOVERNMENT_OF.finditer(text):
            if terms := self._heading(match["name"]):
                yield Held(Span(*match.span()), terms)

    def holder_in(self, words: str) -> tuple[str, tuple[Term, ...]]:
        """Words with capitals -> the full name that ends them, and the terms of whoever bears it; "" and () for none.

        What goes on after a name may be called after somebody: "Ronald Reagan Airport".
        """
        listed = _bare(words).split()
        ends = (" ".join(listed[first:]) for first in range(len(listed) - 1))
        known = ((name, self._by_name.get(pieces(name), [])) for name in ends)
        return next(((name, tuple(terms)) for name, terms in known if terms), ("", ()))

    def former_in(self, text: str) -> frozenset[Term]:
        """Text -> all terms that may be meant where it calls somebody by name a former holder of an office."""
        found: set[Term] = set()
        for match in self._words.finditer(lowered(text)):
            if _WAS.search(text[max(0, match.start() - _BEFORE) : match.start()]):
                office = match["office"].rstrip(".")
                held = self._after(text, match.span(), office) or self._before(text, match.span(), office)
                found.update(held.terms if held else ())
        return frozenset(found)

    @cached_property
    def _standing(self) -> tuple[re.Pattern[str], dict[str, list[Term]]]:
        sought: dict[str, list[Term]] = {}
        for term in self._terms:
            if term.office.sought and term.name.count(" "):
                sought.setdefault(term.name, []).append(term)
        names = sorted(map(re.escape, sought), key=len, reverse=True)
        return re.compile(rf"\b(?:{'|'.join(names)})\b" if names else r"(?!)"), sought

    def rivals_in(self, text: str) -> Held | None:
        """Text -> those of whom it names two or more, by full name, who stood for one office in the same year."""
        pattern, sought = self._standing
        found = {match[0]: match.start() for match in reversed(list(pattern.finditer(text)))}
        races: dict[tuple[Office, int], list[tuple[str, Interval]]] = {}
        for name in sorted(found):
            for term in sought[name]:
                for days in term.days:
                    races.setdefault((term.office, days[1].year), []).append((name, days))
        run = {race: named for race, named in races.items() if len({_whole_name(name) for name, _ in named}) > 1}
        if not run:
            return None
        terms = tuple(_race(office, named) for (office, _), named in run.items())
        first = min((name for named in run.values() for name, _ in named), key=lambda name: found[name])
        return Held(Span(found[first], found[first] + len(first)), terms)

    def left_in(self, text: str) -> Iterator[Held]:
        """Text -> whomever it calls a former holder of an office by name, in text order."""
        for match in self._words.finditer(lowered(text)):
            left = _LEFT.search(text[max(0, match.start() - _BEFORE) : match.start()])
            if left and (held := self._after(text, match.span(), match["office"].rstrip("."))):
                yield held

    def chosen_in(self, text: str) -> Iterator[Held]:
        """Text -> whoever is elected president by name and not yet in office ("President-elect Vicente Fox")."""
        for match in self._words.finditer(lowered(text)):
            chosen = _CHOSEN.match(text, match.end()) if match["office"] == "president" else None
            if chosen and (held := self._after(text, (match.start(), chosen.end()), match["office"].rstrip("."))):
                yield held

    def _heading(self, name: str) -> tuple[Term, ...]:
        """Name of whom a government is called by ("Liz Truss’s government") -> the terms as head of government."""
        return tuple(dict.fromkeys(t for office in sorted(_HEADS) for t in self._of(_bare(name), office, "")))

    def _after(self, text: str, at: tuple[int, int], office: str) -> Held | None:
        """Text, and an office in it -> the holder named right after ("President Hassan Rouhani")."""
        name = _NAME.match(text, at[1])
        if name is None:
            return None
        words = name["name"].split()
        state = _state_in(name["of"]) if name["of"] else _state_of(text[max(0, at[0] - 30) : at[0]])
        parted = text.startswith(",", at[1]) and not state
        if parted and not _DETERMINED.search(text[max(0, at[0] - 40) : at[0]]):
            return None  # "if she becomes president, Clinton said"
        for size in range(len(words), 0, -1):
            held = " ".join(words[:size])
            if size == 1 and _goes_on(words[1:]):
                return None  # "his prime minister, Ibrahim Hassane Mayaki" is not Anwar Ibrahim
            if terms := self._of(_bare(held), office, state):
                end = name.start("name") + len(_bare(held))
                return Held(Span(at[0], end), terms)
        return None

    def _each_after(self, text: str, at: tuple[int, int], office: str) -> Iterator[Held]:
        """Text, and an office in the plural -> the holders ("Presidents Fujimori of Peru and Jamil Mahuad of ...")."""
        name = _ONE_OF_SEVERAL.match(text, at[1])
        while name is not None:
            state = _state_in(name["of"]) if name["of"] else ""
            held = _bare(name["name"])
            if terms := self._of(held, office, state):
                yield Held(Span(at[0], name.start("name") + len(held)), terms)
            name = _ONE_OF_SEVERAL.match(text, name.end()) if name["more"] else None

    def _before(self, text: str, at: tuple[int, int], office: str) -> Held | None:
        """Text, and an office in it -> the holder named right before ("Angela Merkel, the German chancellor")."""
        start = max(0, at[0] - 90)
        name = _NAME_BEFORE.search(text[start : at[0]])
        if name is None or _NAMED_NEXT.match(text, at[1]):
            return None
        words = name[1].split()
        state = _state_in(text[start + name.end(1) : at[0]])
        for first in range(max(0, len(words) - 5), len(words)):
            held = " ".join(words[first:])
            if terms := self._of(held, office, state):
                return Held(Span(start + name.end(1) - len(held), at[1]), terms)
        return None

    def _of(self, name: str, office: str, state: str) -> tuple[Term, ...]:
        """Name, the words for the office and the state named with it ("" for none) -> the terms meant.

        A surname alone counts where the text names its state, or where every reader of news knows whose it is.
        """
        words = pieces(name) if any(letter.isupper() for letter in name) else ()  # "president in" is not Moon Jae-in
        full = len(words) > 1
        known = self._by_name.get(words, []) if full else self._by_surname.get(words[0], []) if words else []
        found = [t for t in known if office in t.office.words and state in {"", t.office.of}]
        if not full:
            told = state or state_of(name, in_office=True)
            found = [t for t in found if t.office.of == told]
        return tuple(found)


def _goes_on(after: list[str]) -> bool:
    """Whether a name does not end with its first word: the next has a capital and is no time ("Clinton Tuesday")."""
    return bool(after) and after[0][0].isupper() and _bare(after[0]) not in (*WEEKDAYS, *MONTHS)


def _whole_name(name: str) -> tuple[str, str]:
    """Name -> its first and last word: "Donald J. Trump" is Donald Trump."""
    words = pieces(name)
    return words[0], words[-1]


def _race(office: Office, named: list[tuple[str, Interval]]) -> Term:
    """An office, and those who stood for it in one year with the days on which they did -> all as one candidacy."""
    first, last = min(a for _, (a, _) in named), max(b for _, (_, b) in named)
    return Term(office, " and ".join(name for name, _ in named), ((first, last),))


def _bare(name: str) -> str:
    """Words of a name as they stand -> without the genitive and the stops after them."""
    return re.sub(r"['’]s?$", "", name.rstrip(".,-"))


def _state_in(words: str) -> str:
    """Words beside an office -> the state that they name, the last of several; "" for none."""
    named = [f.actor.state for f in find_actors(words) if f.actor.state]
    return named[-1] if named else ""


def _state_of(words: str) -> str:
    """Words before an office -> the state whose it is: "Syria's", not "on Syria, a rebuff to"; "" for none."""
    named = [f for f in find_actors(words) if f.actor.state]
    return named[-1].actor.state if named and not _APART.search(words, named[-1].end) else ""


def terms_of_office(path: str = "") -> Terms:
    """Path of the user's own file of terms of office, or "" -> ours and those."""
    return _terms(path, changed(path))


@lru_cache(maxsize=4)
def _terms(path: str, _changed: int) -> Terms:
    ours = (
        *_read(load("terms.yaml")["terms"], "terms.yaml"),
        *_read(load("candidates.yaml")["terms"], "candidates.yaml", sought=True),
    )
    return Terms(ours + tuple(_read(read_table(path, "terms", "terms of office")["terms"], path)) if path else ours)


def _read(given: list[Any], path: str, *, sought: bool = False) -> Iterator[Term]:
    for number, entry in enumerate(given, 1):
        where = f"{path}, office {number}"
        if not isinstance(entry, dict) or entry.keys() != _FIELDS:
            raise SettingsError(f"{where}: an office has {', '.join(sorted(_FIELDS))}, and nothing else")
        if not isinstance(entry["words"], list) or not isinstance(entry["holders"], dict):
            raise SettingsError(f"{where}: words is a list of words for the office, holders are names with their terms")
        words = tuple(str(word).lower() for word in entry["words"])
        office = Office(str(entry["office"]), str(entry["of"]), words, str(entry["source"]), sought)
        for name, terms in entry["holders"].items():
            if not isinstance(terms, list) or not terms or not pieces(str(name)):
                raise SettingsError(
                    f"{where}: {name!r} has no terms; terms are a list, such as [2013-08-03..2021-08-03]"
                )
            yield Term(office, str(name), tuple(_days(str(term), f"{where}, {name}") for term in terms))


def _days(term: str, where: str) -> Interval:
    """Term ("2013-08-03..2021-08-03", "2025-01-20..") -> its first and last day, the last open for who is in office."""
    first, dots, last = term.partition("..")
    try:
        days = dt.date.fromisoformat(first), dt.date.fromisoformat(last) if last else dt.date.max
    except ValueError as error:
        raise SettingsError(f"{where}: {term!r} is no term such as 2013-08-03..2021-08-03") from error
    if not dots or days[0] > days[1]:
        raise SettingsError(f"{where}: {term!r} is no term: first day, two dots, last day")
    return days

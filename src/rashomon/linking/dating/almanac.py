"""Dated public events: a reviewed file, and the sentences that speak of them."""

import datetime as dt
import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from functools import cache, cached_property, lru_cache
from typing import Any

from rashomon.lexicon.actors import find_actors, state_name
from rashomon.lexicon.elections import elections
from rashomon.lexicon.files import load, names, read
from rashomon.lexicon.letters import lowered, plain
from rashomon.lexicon.resolutions import adopted
from rashomon.linking.dating.dated_event import DatedEvent, Told
from rashomon.linking.dating.elections import elections_in
from rashomon.linking.dating.events_file import events_in, first_told
from rashomon.linking.dating.kinds import found_in, is_done, kinds
from rashomon.linking.dating.namesakes import is_deed, is_state, names_in, namesakes, pieces_in, states_of
from rashomon.linking.dating.resolutions import Named, resolutions_in
from rashomon.linking.dating.user_file import changed, read_table
from rashomon.model import Span

_WORD = re.compile(r"\w+")
_OPEN = re.compile(r"^\W*\w+\*")
_STEM = 4
"""Letters that a word left open ("reimpos*") has at least."""
_MANY = 30
"""Events that share a name at most which is one of their own."""
_RARE = 20
"""Events that share a name at most which is looked for where their happening is told in other words."""
_CLOSE = 3
"""Groups of words that tell an event closely enough for some of them to stand after a lead."""
_OURS = (*names("dated_events"), "gatherings.yaml", "referendums.yaml")
_BROAD = ("bomb", "crash", "sink", "derail", "storm", "destroy", "collapse", "quake", "massacre", "attack")
"""Kinds of sudden happenings, whose words stand for each other where one is told again."""
_SHARED = 2
_WORKS = "dated_events/works.yaml"
_Events = tuple[tuple[DatedEvent, ...], tuple[DatedEvent, ...]]
"""Events, and those that first reports tell without a name."""
_TABLES = {"parliament": "ParlGov", "president": "Bormann and Golder"}
"""Whose table of elections elections.yaml holds."""


class Almanac:
    """Dated events, indexed by the beginnings of the words of that group of theirs which has fewest.

    Those known as first reports tell them have a place for every word that tells the happening, others one.
    """

    def __init__(
        self, events: tuple[DatedEvent, ...], leads: tuple[DatedEvent, ...] = (), *, every: bool = False
    ) -> None:
        self.events = events
        self._every = every
        self._leads = Almanac(leads, every=True) if leads else None
        self._index: dict[str, list[tuple[DatedEvent, list[frozenset[str]], frozenset[str]]]] = {}
        for event in events:
            *names, happening = _beginnings(event)
            for key in min(*names, happening, key=len) if names else happening:
                self._index.setdefault(key, []).append((event, names, happening))

    def told_in(self, text: str, start: int, end: int, whole: str, around: Span | None = None) -> list[Told]:
        """Text, a stretch of it, and the whole text in lower case -> the dated events that the stretch speaks of.

        What names the happening stands in the stretch; the other words may stand ``around`` it.
        """
        since = around.start if around else start
        listed = self._listed_in(text, Span(start, end), whole, around or Span(start, end))
        numbered = (_adoption(named) for named in resolutions_in(text, start, end, whole, since))
        return sorted((*listed, *(told for told in numbered if told)), key=lambda t: (t.start, t.event.first))

    def told_in_lead(self, text: str, lead: Span, whole: str, around: Span, weekday: str = "") -> list[Told]:
        """Text, its lead, the whole in lower case and what stands around it -> the events that the lead speaks of.

        Those that are known as first reports tell them may have words after the lead, where they have three groups of
        them or more; others the words of one of four groups or more, where they fell on the ``weekday`` of the news.
        They are not whole: their words could tell something else.
        """
        told = self.told_in(text, lead.start, lead.end, whole, Span(around.start, lead.end))
        known = {(t.event.id, t.start) for t in told}
        in_lead = _Words(Span(around.start, lead.end).of(text))
        told_on = self.told_in(text, lead.start, lead.end, whole, around) if weekday else []
        first = [t for t in told_on if weekday in t.event.weekdays and in_lead.lacks_one(t.event)]
        first += self._leads.told_in(text, lead.start, lead.end, whole, around) if self._leads else []
        close = {(t.event.id, t.start): t for t in first if t.whole or len(t.event.words) >= _CLOSE}
        return [
            *told,
            *(replace(t, whole=False, pieces=len(t.event.words) - 1) for key, t in close.items() if key not in known),
        ]

    def told_by_word(self, event: DatedEvent, text: str, stretch: Span) -> list[tuple[int, int]]:
        """An event that a text tells elsewhere, the text and a stretch -> where a word for its happening stands.

        Such a word may be any of a kind of which the event's own words have two: "exploded" and "explosion" stand for
        "blew up".
        """
        like = (kind for name in _BROAD if (kind := kinds()[name]).shared(event.words[-1]) >= _SHARED)
        words = _Words(stretch.of(text))
        more = (at for kind in like for at in found_in(kind.words, words.lower) if is_done(words.text, at[0]))
        return [(stretch.start + start, stretch.start + end) for start, end in sorted({*words.places(event), *more})]

    def named_in(self, text: str) -> list[tuple[DatedEvent, int]]:
        """A text -> the events whose words but those for the happening stand in it, and how many names tell them there.

        One at least is a name of the event's own that few others have.
        """
        words = _Words(text)
        keys, text = _keys(words.text), words.text
        numbers = {
            number
            for key in keys
            for number, names in self._by_name.get(key, ())
            if not any(map(keys.isdisjoint, names))
        }
        listed = map(self.events.__getitem__, sorted(numbers))
        near = (e for e in listed if words.names(e) and (not e.needs or words.meets(e.needs)))
        told = (event for event in near if self._rarely_named(event, text, words.lower))
        return [(event, pieces_in(text, words.lower, words.states, event, self._counted)) for event in told]

    def is_named_in(self, event: DatedEvent, stretch: str) -> bool:
        """An event and a stretch -> whether its words but those for the happening stand there, one a rare name."""
        words = _Words(stretch)
        return words.names(event) and self._rarely_named(event, words.text, words.lower)

    def times_named(self, event: DatedEvent, lower: str) -> int:
        """An event and a text in lower case -> how many times that names the event by a name that few others have."""
        rare = tuple(w for g in event.words[:-1] for w in g if not is_state(w) and self._counted[w.lower()] <= _RARE)
        return sum(1 for _ in found_in(rare, plain(lower)))

    def _rarely_named(self, event: DatedEvent, text: str, lower: str) -> bool:
        groups = (tuple(w for w in group if self._counted[w.lower()] <= _RARE) for group in event.words[:-1])
        own = replace(event, words=tuple(group for group in groups if group))
        return bool(own.words) and names_in(text, lower, own)

    @cached_property
    def _by_name(self) -> dict[str, list[tuple[int, list[frozenset[str]]]]]:
        """Beginning of a word that names an event -> the number of each such event, and how all its names begin."""
        found: dict[str, list[tuple[int, list[frozenset[str]]]]] = {}
        for number, event in enumerate(self.events):
            *names, _ = _beginnings(event)
            if names and not (event.recalled or event.elected or event.gathered):
                for key in min(names, key=len):
                    found.setdefault(key, []).append((number, names))
        return found

    def _listed_in(self, text: str, stretch: Span, whole: str, near: Span) -> list[Told]:
        """Text, a stretch of it, and where its words may stand -> the events of our file and the user's in it."""
        own, keys = (_keys(plain(span.of(text))) for span in (stretch, near))
        listed = (entry for key in keys for entry in self._index.get(key, ()))
        candidates = {
            event.id: event
            for event, names, happening in listed
            if not own.isdisjoint(happening) and not any(map(keys.isdisjoint, names))
        }
        if not candidates:
            return []
        here, around = _Words(stretch.of(text)), _Words(near.of(text))
        found = []
        for event in filter(around.names, candidates.values()):
            done = here.places(event)
            places = done if self._every else [*_first(done, here.text), *here.called(event)]
            if not places or (event.needs and not here.meets(event.needs) and not _anywhere(event.needs, whole)):
                continue
            named = names_in(around.text, around.lower, event, self._shared)
            told_in = around if named else here  # of what has no name all must stand together
            pieces = pieces_in(told_in.text, told_in.lower, told_in.states, event, self._counted)
            complete = named and (near == stretch or here.names(event))
            told = [
                Told(
                    event,
                    stretch.start + a,
                    stretch.start + b,
                    complete and is_deed(here.text[a:b]),
                    (a, b) in done,
                    named,
                    pieces,
                )
                for a, b in places
            ]
            found += told if named else [other for one in told for other in self._meant(one, text, around)]
        return list({(t.event.id, t.start, t.done): t for t in reversed(found)}.values())

    def _meant(self, told: Told, text: str, around: "_Words") -> list[Told]:
        """An event told without a name of its own, the text and what stands around it -> it, and all that it may be."""
        by_state = [around.states.intersection(group) for group in told.event.words[:-1]]
        if not all(by_state):
            return [told]  # something else that it was about tells it from others of its state
        states = frozenset().union(*by_state)
        others = namesakes(told.event, text[told.start : told.end], states, self._of_state(states))
        return [told, *(replace(told, event=other) for other in others if around.lacks(other) <= 1)]

    @cached_property
    def _shared(self) -> frozenset[str]:
        """Names that so many events have that none is known by one of them: "nato", "baghdad"."""
        return frozenset(word for word, count in self._counted.items() if count > _MANY)

    @cached_property
    def _counted(self) -> Counter[str]:
        """Each alternative of the groups that do not name a happening -> how many events have it."""
        return Counter(w.lower() for event in self.events for w in {w for group in event.words[:-1] for w in group})

    def _of_state(self, states: frozenset[str]) -> list[DatedEvent]:
        """States -> the events among whose words the first of them stands."""
        return self._by_state.get(min(states), []) if states else []

    @cached_property
    def _by_state(self) -> dict[str, list[DatedEvent]]:
        found: dict[str, list[DatedEvent]] = {}
        for event in self.events:
            for state in states_of(event):
                found.setdefault(state, []).append(event)
        return found


class _Words:
    """A stretch of text, as the groups of words of dated events are looked up in it."""

    def __init__(self, stretch: str) -> None:
        self._printed = stretch
        self.text = plain(stretch)
        self.lower = lowered(self.text)
        self._met: dict[tuple[str, ...], bool] = {}  # many events share a group

    @cached_property
    def states(self) -> set[str]:
        """The states that the stretch names."""
        return {f.actor.state for f in find_actors(self._printed) if f.actor.state}

    def places(self, event: DatedEvent) -> list[tuple[int, int]]:
        """Event -> where the words for its happening stand."""
        plain = found_in(_plain(event.words[-1]), self.lower)
        tied = (place for kind in event.tied for place in kind.places(self.text))
        return sorted(at for found in (plain, tied) for at in found if is_done(self.text, at[0]))

    def called(self, event: DatedEvent) -> list[tuple[int, int]]:
        """Event -> the places where it is called by its name."""
        return list(found_in(event.called, self.lower))

    def names(self, event: DatedEvent) -> bool:
        """Whether all groups of an event but that for its happening are met."""
        return all(self.meets(group) for group in event.words[:-1])

    def lacks_one(self, event: DatedEvent) -> bool:
        """Whether of the groups of an event, which are four or more, one at most is not met."""
        return len(event.words) > _CLOSE and self.lacks(event) <= 1

    def lacks(self, event: DatedEvent) -> int:
        """Event -> how many of its groups but that for its happening are not met."""
        return sum(not self.meets(group) for group in event.words[:-1])

    def meets(self, group: tuple[str, ...]) -> bool:
        """Whether one of the alternatives of a group stands in the stretch."""
        if (met := self._met.get(group)) is None:
            met = self._met[group] = self._finds(group)
        return met

    def _finds(self, group: tuple[str, ...]) -> bool:
        return any(True for _ in found_in(_plain(group), self.lower)) or any(
            w in self.states for w in group if is_state(w)
        )


def _first(places: list[tuple[int, int]], text: str) -> list[tuple[int, int]]:
    """Places of words for a happening -> the first that names it, or the first of all."""
    return sorted(places, key=lambda at: not is_deed(text[slice(*at)]))[:1]


def elections_told(text: str, start: int, end: int, whole: str) -> list[Told]:
    """Text, a stretch of it, and the whole in lower case -> the elections that the stretch may mean by their name."""
    found = elections_in(text, start, end, whole)
    return [Told(e, h.start, h.end, whole=False, done=False) for h in found for e in _elected(h.office, h.state)]


@lru_cache(maxsize=64)
def _elected(office: str, state: str) -> tuple[DatedEvent, ...]:
    """What is elected and an alpha-3 code -> the elections."""
    name, source = f"{state_name(state)} elects its {office}", _TABLES[office]
    return tuple(
        DatedEvent(
            f"{office}-{state}-{e.listed or e.first}",
            name if e.listed else f"{name} at a time that the table lacks",
            e.first,
            e.last,
            f"{source}, election of {e.listed}" if e.listed else f"{source} lists none",
            ((office,), ("election",)),
            elected=True,
        )
        for e in elections(office, state)
    )


def _adoption(named: Named) -> Told | None:
    """A resolution named in a text -> its adoption; None where its day is not known, or lies in no such year."""
    days = adopted(named.number)
    if days is None or (named.year and not days[0].year <= named.year <= days[1].year):
        return None
    source = f"UN document S/RES/{named.number}"
    event = _numbered(f"resolution-{named.number}", f"UN resolution {named.number} is adopted", *days, source)
    return Told(event, named.start, named.end)


@lru_cache(maxsize=256)
def _numbered(key: str, name: str, first: dt.date, last: dt.date, source: str) -> DatedEvent:
    words = (("security council", "united nations", "u.n", "un"), ("resolution",))
    return DatedEvent(key, name, first, last, source, words, numbered=True)


def by_place(told: list[Told]) -> list[list[Told]]:
    """Dated events in a stretch -> those that the same words may mean, place by place."""
    places: dict[int, list[Told]] = {}
    for one in told:
        places.setdefault(one.start, []).append(one)
    return [places[start] for start in sorted(places)]


def met_by(words: str, group: tuple[str, ...]) -> bool:
    """Words and a group of a dated event -> whether one of its alternatives stands in them."""
    return _Words(words).meets(group)


def almanac(path: str = "") -> Almanac:
    """Path of the user's own file of dated events, or "" -> the almanac of our own file and that."""
    return _almanac(path, changed(path))


@lru_cache(maxsize=4)
def _almanac(path: str, _changed: int) -> Almanac:
    theirs, theirs_first = _events([(path, read_table(path, "events", "dated events"))] if path else [])
    ours, ours_first = _ours()
    return Almanac((*ours, *(replace(event, owned=True) for event in theirs)), (*ours_first, *theirs_first))


@cache
def _ours() -> _Events:
    works = read(_WORKS)
    return _events([(name, works | read(name)) for name in _OURS])


def _events(files: Sequence[tuple[str, dict[str, Any]]]) -> _Events:
    """Names of files and what stands in them -> their events, and those that first reports tell without a name."""
    news = load("leads.yaml")["leads"]
    return (
        tuple(event for name, given in files for event in events_in(given, name)),
        tuple(event for name, given in files for event in first_told(given, name, news)),
    )


def _beginnings(event: DatedEvent) -> list[frozenset[str]]:
    """Event -> how the words of its groups begin, those of tied kinds in the last; without groups that name states."""
    free = [group for group in event.words[:-1] if _plain(group) == group]
    last = (_plain(event.words[-1]), event.called, *(kind.kind.told for kind in event.tied))
    return [*map(_keys_of, free), frozenset().union(*map(_keys_of, last))]


@lru_cache(maxsize=256)
def _keys_of(group: tuple[str, ...]) -> frozenset[str]:
    """Alternatives of a group -> how what they meet may begin: a hyphen may be nothing."""
    return frozenset(_key(form.lower()) for word in group for form in (word, word.replace("-", "")))


def _key(form: str) -> str:
    """One alternative of a group -> how what it meets begins: its first word, or four letters of a word left open."""
    word = _WORD.findall(form)[0]
    return f"{word[:_STEM]}*" if _OPEN.search(form) else word


def _keys(words: str) -> set[str]:
    """Stretch of text -> the keys of the alternatives that it may meet."""
    found = set(_WORD.findall(words.lower()))
    return found | {f"{word[:_STEM]}*" for word in found}


@lru_cache(maxsize=4096)
def _plain(group: tuple[str, ...]) -> tuple[str, ...]:
    """Group -> its words that are no codes of states."""
    return tuple(word for word in group if not is_state(word))


@lru_cache(maxsize=1024)
def _anywhere(needs: tuple[str, ...], whole: str) -> bool:
    return any(True for _ in found_in(_plain(needs), plain(whole)))

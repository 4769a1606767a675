"""A grouping: articles, which of them are alike, and the affairs and happenings they fall into. It can be added to."""

import datetime as dt
from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from rashomon.model import Affair, Article
from rashomon.stories.affairs import affairs_of
from rashomon.stories.contrast import told_apart
from rashomon.stories.copies import is_copy, runs
from rashomon.stories.index import Index
from rashomon.stories.linkage import Alike, linked_by_name
from rashomon.stories.told import story_of

ALIKE = 0.12
"""Mean likeness at which two groups of articles are one, to be told apart by their leads (`bench/set_stories.py`)."""
_FURTHER = ((14, 1.0), (90, 0.7), (365, 0.5))
"""What likeness counts for up to so many days apart, where days are known. B3 of ECB+ train and the dev mixture: 93.1,
98.4; with 0.7 for whatever lies beyond two weeks 93.4, 98.9, but then reports on stock markets of three years
(MEANTIME) are one story; where articles more than two weeks apart are never of one story 91.3, 96.9."""
_BEYOND = 0.2  # what it counts for where they are more than a year apart
_NEAR_COPY = 0.2  # likeness from which on two texts are looked at for runs of words that they share
Parts = tuple[tuple[str, ...], ...]


@dataclass(frozen=True)
class Known:
    """An article of a grouping with what was found when it came: its strongest words, who is alike, whose copy it is.

    ``alike`` and ``copies`` name articles that came before it.
    """

    article: Article
    strongest: tuple[str, ...]
    alike: Mapping[str, float]
    copies: tuple[str, ...]


class Grouping:
    """Articles and their stories. Articles can be added at any time; those that were there are not compared again.

    The stories are the same whether the articles came at once or one by one, in whatever order. ``parts`` are groups
    of articles that were cut into happenings before, so that only groups that change are cut again.
    """

    def __init__(self, known: Iterable[Known] = (), parts: Iterable[Parts] = ()) -> None:
        self.known: dict[str, Known] = {}
        self.parts = {_members(cut): cut for cut in parts}
        self._index = Index()
        self._names: list[str] = []
        self._runs: dict[str, Any] = {}
        for one in known:
            self._index.know(one.strongest, _text(one.article))
            self._remember(one)

    @property
    def compared(self) -> int:
        """How many pairs of texts were compared since the grouping was begun or read back."""
        return self._index.compared

    def add(self, article: Article) -> bool:
        """New article -> whether it was new: one whose id is known stays as it is."""
        if article.id in self.known:
            return False
        strongest, alike = self._index.add(article.text)
        by_name = {self._names[number]: score for number, score in sorted(alike.items())}
        near = [name for name, score in by_name.items() if score >= _NEAR_COPY]
        self._remember(Known(article, strongest, by_name, ()))
        copies = tuple(name for name in near if is_copy(self._runs_of(article.id), self._runs_of(name)))
        self.known[article.id] = Known(article, strongest, by_name, copies)
        return True

    def affairs(self) -> list[Affair]:
        """-> the affairs that the articles tell, each with its stories, by first day and title."""
        alike = self.alike()
        groups = linked_by_name(sorted(self.known), self._in_the_window(alike), ALIKE)
        self.parts = {group: self.parts.get(group) or self._cut(group) for group in groups}
        cuts = [part for group in groups for part in self.parts[group]]
        stories = [story_of([self.known[n].article for n in cut], alike, self.copy_of(cut)) for cut in cuts]
        return affairs_of(stories, alike)

    def alike(self) -> Alike:
        """-> for each article that is like others, these and how much."""
        found: dict[str, dict[str, float]] = defaultdict(dict)
        for name, one in self.known.items():
            for other, score in one.alike.items():
                if self._index.are_compared(one.strongest, self.known[other].strongest):
                    found[name][other] = found[other][name] = score
        return found

    def copy_of(self, group: Sequence[str]) -> dict[str, str]:
        """Ids of articles -> for each that is a copy of another of them, of which.

        The original is the earliest, of one day the longest: what a text tells of it is no more than that.
        """
        near: dict[str, set[str]] = defaultdict(set)
        for name in group:
            for other in self.known[name].copies:
                near[name].add(other)
                near[other].add(name)
        order = {name: at for at, name in enumerate(sorted(group, key=lambda n: _first(self.known[n].article)))}
        found: dict[str, str] = {}
        for name, at in order.items():
            originals = [other for other in near[name] if order.get(other, at) < at and other not in found]
            if originals:
                found[name] = min(originals, key=order.__getitem__)
        return found

    def _in_the_window(self, alike: Alike) -> Alike:
        """How alike articles are -> the same, but less where they came out too far apart to be of one happening."""
        days = {name: one.article.published for name, one in self.known.items()}
        return {
            name: {other: score * _nearness(days[name], days[other]) for other, score in near.items()}
            for name, near in alike.items()
        }

    def _remember(self, one: Known) -> None:
        self.known[one.article.id] = one
        self._names.append(one.article.id)

    def _runs_of(self, name: str) -> Any:
        if name not in self._runs:
            self._runs[name] = runs(self.known[name].article.text)
        return self._runs[name]

    def _cut(self, group: Sequence[str]) -> Parts:
        """Ids of articles that are alike -> the happenings they tell; a copy goes with what it is a copy of."""
        copy_of = self.copy_of(group)
        texts = [name for name in group if name not in copy_of]
        found = told_apart([self.known[name].article.text for name in texts])
        side = {texts[number]: at for at, part in enumerate(found) for number in part}
        parts: list[list[str]] = [[] for _ in found]
        for name in group:
            parts[side[copy_of.get(name, name)]].append(name)
        return tuple(sorted(tuple(part) for part in parts))


def _nearness(one: dt.date | None, two: dt.date | None) -> float:
    """Days on which two articles came out -> what their likeness counts for."""
    if one is None or two is None:
        return 1.0
    return next((factor for days, factor in _FURTHER if abs((one - two).days) <= days), _BEYOND)


def _members(cut: Parts) -> tuple[str, ...]:
    return tuple(sorted(name for part in cut for name in part))


def _text(article: Article) -> Callable[[], str]:
    return lambda: article.text


def _first(article: Article) -> tuple[Any, ...]:
    return article.published or dt.date.max, -len(article.text), article.id

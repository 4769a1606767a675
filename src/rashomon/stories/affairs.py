"""Stories -> affairs: happenings that are alike and lie within weeks of one another."""

import datetime as dt
from collections import defaultdict
from collections.abc import Sequence
from typing import Any

from rashomon.model import Affair, Story, hashed
from rashomon.stories.linkage import Alike, linked

_WITHIN = dt.timedelta(days=45)
_ALIKE = 0.09  # mean likeness of two happenings of one affair
_ALIKE_UNDATED = 0.2  # where nothing tells that they lie within weeks; most look-alikes of ECB+ are below it


def affairs_of(stories: Sequence[Story], alike: Alike) -> list[Affair]:
    """Stories, and how alike their articles are -> the affairs that they belong to, by first day and title."""
    number = {article: at for at, story in enumerate(stories) for article in story.articles}
    sums: defaultdict[tuple[int, int], float] = defaultdict(float)
    for one in sorted(number):
        for two, score in sorted(alike.get(one, {}).items()):
            if number[one] < number[two]:
                sums[number[one], number[two]] += score
    means = {(a, b): sum_ / (len(stories[a].articles) * len(stories[b].articles)) for (a, b), sum_ in sums.items()}
    near = {(a, b): mean for (a, b), mean in sorted(means.items()) if mean >= _needed(stories[a], stories[b])}
    return sorted((_affair([stories[n] for n in group]) for group in linked(len(stories), near, _ALIKE)), key=_order)


def _needed(one: Story, two: Story) -> float:
    """Two stories -> how alike they must be to be of one affair."""
    if not (one.earliest and one.latest and two.earliest and two.latest):
        return _ALIKE_UNDATED
    apart = max(one.earliest, two.earliest) - min(one.latest, two.latest)
    return _ALIKE if apart <= _WITHIN else 2.0


def _affair(stories: Sequence[Story]) -> Affair:
    stories = sorted(stories, key=_order)
    largest = max(stories, key=lambda story: len(story.articles))
    return Affair(
        id=hashed("affair", *(story.id for story in stories)),
        title=largest.title,
        stories=tuple(stories),
        earliest=min((s.earliest for s in stories if s.earliest), default=None),
        latest=max((s.latest for s in stories if s.latest), default=None),
    )


def _order(one: Story | Affair) -> tuple[Any, ...]:
    return one.earliest or dt.date.max, one.title, one.id

"""Articles fall into stories: the only stage with a view over all articles."""

import datetime as dt
import heapq
from collections import defaultdict
from collections.abc import Iterable, Sequence

from rashomon.model import Article, Story, hashed
from rashomon.stories.likeness import Likeness, likeness
from rashomon.stories.terms import terms, vectors

THRESHOLD = 0.16
"""Mean likeness at which two groups are one story: B3 95.5 on the dev mixture, 89.5 on ECB+ train
(`bench/set_stories.py`). Days were tried too (a factor for articles 45 or 120 days apart): every set lost a point."""
_TITLE = 140


def group(articles: Iterable[Article]) -> list[Story]:
    """Articles -> their stories, by first day and title; the order of the articles changes nothing.

    Average linkage over words and pairs of words of the texts. Articles of one id are one article.
    """
    known = {article.id: article for article in articles}
    ordered = [known[name] for name in sorted(known)]
    alike = likeness(vectors([terms(a.text) for a in ordered]))
    stories = [_story([ordered[i] for i in members], alike, members) for members in linked(len(ordered), alike)]
    return sorted(stories, key=lambda story: (story.earliest or dt.date.max, story.title, story.id))


def one_story(articles: Iterable[Article]) -> Story:
    """Articles that their user knows to be of one story -> that story."""
    known = {article.id: article for article in articles}
    ordered = [known[name] for name in sorted(known)]
    return _story(ordered, likeness(vectors([terms(a.text) for a in ordered])), range(len(ordered)))


def linked(size: int, alike: Likeness, threshold: float = THRESHOLD) -> list[list[int]]:
    """Number of things and how alike pairs of them are -> groups of them, by average linkage."""
    groups = {i: [i] for i in range(size)}
    sums: dict[int, dict[int, float]] = defaultdict(dict)
    for (a, b), score in alike.items():
        sums[a][b] = sums[b][a] = score
    heap = [(-score, a, b) for (a, b), score in alike.items() if score >= threshold]
    heapq.heapify(heap)
    next_name = size
    while heap:
        _, a, b = heapq.heappop(heap)
        if a not in groups or b not in groups:
            continue
        groups[next_name] = sorted(groups.pop(a) + groups.pop(b))
        for other, total in _joined(sums.pop(a), sums.pop(b), (a, b)).items():
            for gone in (a, b):
                sums[other].pop(gone, None)
            sums[other][next_name] = sums[next_name][other] = total
            mean = total / (len(groups[other]) * len(groups[next_name]))
            if mean >= threshold:
                heapq.heappush(heap, (-mean, other, next_name))
        next_name += 1
    return sorted(groups.values())


def _joined(one: dict[int, float], two: dict[int, float], gone: tuple[int, int]) -> dict[int, float]:
    return {k: one.get(k, 0.0) + two.get(k, 0.0) for k in sorted(one.keys() | two.keys()) if k not in gone}


def _story(articles: Sequence[Article], alike: Likeness, members: Sequence[int]) -> Story:
    days = [article.published for article in articles if article.published]
    closeness = {i: sum(alike.get((min(i, j), max(i, j)), 0.0) for j in members if j != i) for i in members}
    middle = max(zip(members, articles, strict=True), key=lambda pair: (round(closeness[pair[0]], 9), -pair[0]))[1]
    return Story(
        id=hashed(*(article.id for article in articles)),
        title=headline(middle),
        articles=tuple(article.id for article in articles),
        earliest=min(days, default=None),
        latest=max(days, default=None),
    )


def headline(article: Article) -> str:
    """Article -> its title, or its first line with words, cut at a word where it is long."""
    lines = (line.strip() for line in (article.title or article.text).splitlines())
    first = next((line for line in lines if line), "")
    return first if len(first) <= _TITLE else first[:_TITLE].rsplit(" ", 1)[0] + " …"

"""What the judge of accounts learns from: pairs of clauses, as they are shown, and what they are to each other.

Four materials give them: made-up stories with tables of facts (training/stories/), made-up sets of sentences
(training/sets/), sentences written beside real ones, and pairs of real passages that readers judged
(training/contradictions/). The real texts lie in the corpora that the last two name.
"""

import datetime as dt
import random
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import combinations, product
from typing import Any, NamedTuple

from also_told import article_of
from sklearn.feature_extraction.text import CountVectorizer
from sklearn.linear_model import LogisticRegression
from sklearn.model_selection import GroupKFold, cross_val_predict

from rashomon.encoder.wordpieces import spelled
from rashomon.model import Article, Reading, make_article
from rashomon.pipeline import read_all
from rashomon.settings import Settings
from rashomon.stories.scenes import whose
from rashomon.stories.weave import weave
from rashomon.weighing.alignment.paraphrase import candidates
from rashomon.weighing.claims.passages import Clause, Passages
from rashomon.weighing.claims.told import tell
from rashomon.weighing.judge.shown import MOST, shown

LABELS = ("other", "same", "against")
OTHER, SAME, AGAINST = range(3)
FAR = 1  # lessons of clauses with little in common, for each clause
OTHERS = 2  # lessons of two things, for each of one
NEAREST = 0.8  # of the share of a fact's evidence that the clause nearest to it has: so much tells it, too
FOLDS = 4
ALIKE = 2  # sentences of a set that are held against themselves: whatever they look like, that is one thing
HALF = 0.5  # of a clause and of what a judged passage rests on, the F1 of characters from which on it is that passage


class Lesson(NamedTuple):
    """Two clauses as they are shown, and what they are to each other, by its number in ``LABELS``.

    ``looks`` is what the looks of each by itself say of the labels, as logarithms of likelihoods.
    """

    one: list[int]
    two: list[int]
    label: int
    looks: tuple[float, ...] = (0.0, 0.0, 0.0)


class _Woven(NamedTuple):
    """A story's clauses, and each as the judge is shown it."""

    clauses: Sequence[Clause]
    look: Sequence[list[int]]


def _woven(articles: Sequence[Article]) -> _Woven:
    readings = [r for r in read_all(articles, Settings()) if isinstance(r, Reading)]
    woven = weave(readings)
    who, people = whose(woven.entities, readings), {entity.id: entity for entity in woven.entities}
    clauses = Passages(readings, who, tell(readings, woven)).clauses
    return _Woven(clauses, [shown(clause.passage, who, people) for clause in clauses])


def of_story(story: dict[str, Any]) -> Iterator[Lesson]:
    """A story and its table -> its lessons.

    Two clauses of two accounts are one where one at least is evidence for a fact: `same` where both are, and their
    accounts take one stance on it, `against` where they take two, `other` where they are for no fact in common.
    """
    articles = [
        make_article(a["text"], id=a["id"], outlet=a["outlet"], published=dt.date.fromisoformat(a["published"]))
        for a in story["articles"]
    ]
    clauses, look = _woven(articles)
    told = [_told(clause, story) for clause in clauses]
    best: dict[tuple[str, str], float] = {}
    for clause, shares in zip(clauses, told, strict=True):
        for name, (_, share) in shares.items():
            best[name, clause.passage.article] = max(share, best.get((name, clause.passage.article), 0.0))
    stances = [
        {name: stance for name, (stance, share) in shares.items() if share >= NEAREST * best[name, c.passage.article]}
        for c, shares in zip(clauses, told, strict=True)
    ]
    chance = random.Random(story["id"])
    near = set(candidates(clauses))
    for n, clause in enumerate(clauses):
        others = [m for m, c in enumerate(clauses) if c.passage.article != clause.passage.article]
        near |= {(min(n, m), max(n, m)) for m in chance.sample(others, min(FAR, len(others)))}
        near |= {(min(n, m), max(n, m)) for m in others if stances[n].keys() & stances[m].keys()}
    of_one, others = [], []
    for n, m in sorted(near):
        if label := _label(stances[n], stances[m]):
            of_one.append(Lesson(look[n], look[m], label))
        elif (stances[n] or stances[m]) and not told[n].keys() & told[m].keys():
            others.append(Lesson(look[n], look[m], OTHER))
    yield from of_one
    yield from chance.sample(others, min(len(others), OTHERS * len(of_one)))


def _told(clause: Clause, story: dict[str, Any]) -> dict[str, tuple[str, float]]:
    """A clause and its story's table -> the facts whose evidence it has words of, each with its stance and the share.

    The share is the F1 of characters: of the clause's own words that are evidence, and of the evidence in its words.
    """
    outlet = next(o for o, name in story["documents"].items() if name == clause.passage.article)
    found = {}
    for fact in story["facts"]:
        cell = fact["outlets"].get(outlet) or {}
        for place in cell.get("evidence") or ():
            share = _share(clause, [(place["start"], place["end"])])
            if share > found.get(fact["id"], ("", 0.0))[1]:
                found[fact["id"]] = cell["stance"], share
    return found


def _label(one: dict[str, str], two: dict[str, str]) -> int:
    shared = one.keys() & two.keys()
    if not shared:
        return OTHER
    return AGAINST if any(one[name] != two[name] for name in shared) else SAME


def _share(clause: Clause, spans: Sequence[tuple[int, int]]) -> float:
    own = [(t.idx, t.idx + len(t)) for t in clause.passage.tokens]
    inside = sum(max(0, min(b, d) - max(a, c)) for (a, b), (c, d) in product(own, spans))
    return 2 * inside / sum(end - start for start, end in (*own, *spans))


def of_set(one: Mapping[str, Any]) -> Iterator[Lesson]:
    """A sentence, and what was written to tell it too, against it, and near it (training/sets/) -> its lessons."""
    chance = random.Random(one["said"])
    said, *rest = (_plain(_cut(text, chance)) for text in (one["said"], *one["same"], *one["against"], *one["other"]))
    same, against, other = rest[:2], rest[2:4], rest[4:]
    yield from (Lesson(said, text, SAME) for text in same)
    yield from (Lesson(a, b, SAME) for a, b in combinations(same, 2))
    yield from (Lesson(said, text, AGAINST) for text in against)
    yield from (Lesson(a, b, AGAINST) for a, b in _some(product(same, against), 2, chance))
    yield from (Lesson(said, text, OTHER) for text in other)
    yield from (Lesson(a, b, OTHER) for a, b in _some(product(same, other), 2, chance))
    yield from (Lesson(a, b, OTHER) for a, b in _some(product(against, other), 2, chance))
    yield from (Lesson(text, text, SAME) for text in _some((said, *rest), ALIKE, chance))


def of_written(beside: Sequence[Mapping[str, Any]], text: str) -> Iterator[Lesson]:
    """What was written beside sentences of a real document, and its text -> its lessons.

    What was written to contradict or to tell the same is held against another sentence of its document, too: how it
    is written must not tell what it is.
    """
    chance = random.Random(text)
    real = [_plain(f"[{text[row['start'] : row['end']]}]") for row in beside]
    for n, row in enumerate(beside):
        for label, key in ((AGAINST, "contradictory"), (SAME, "same"), (OTHER, "other")):
            made = _plain(f"[{chance.choice(row[key])}]")
            yield Lesson(real[n], made, label)
            if label != OTHER and len(beside) > 1:
                yield Lesson(chance.choice(real[:n] + real[n + 1 :]), made, OTHER)


def of_judged(rows: Sequence[Mapping[str, Any]], corpus: Mapping[str, Mapping[str, Any]]) -> Iterator[Lesson]:
    """Pairs of passages of one real story that readers judged, and the corpus's rows by id -> its lessons."""
    names = sorted({row[side]["document"] for row in rows for side in ("one", "two")})
    clauses, look = _woven([article_of(corpus[name]) for name in names])
    for row in rows:
        found = [_nearest(clauses, row[side]) for side in ("one", "two")]
        if None not in found:
            one, two = (look[n] for n in found if n is not None)
            yield Lesson(one, two, {"other": OTHER, "same": SAME, "contradictory": AGAINST}[row["label"]])


def _nearest(clauses: Sequence[Clause], passage: Mapping[str, Any]) -> int | None:
    spans = [(start, end) for start, end in passage["spans"]]
    shares = [
        (_share(clause, spans), -n) for n, clause in enumerate(clauses) if clause.passage.article == passage["document"]
    ]
    share, n = max(shares, default=(0.0, 0))
    return -n if share >= HALF else None


def _cut(text: str, chance: random.Random) -> str:
    """A text with brackets around what is meant -> by chance that alone: what is around it must not tell what it is."""
    return text[text.index("[") : text.index("]") + 1] if chance.random() < HALF else text


def _plain(text: str) -> list[int]:
    """A text with brackets around what is meant -> the wordpieces that stand for it."""
    return [piece for word in text.split() for piece in spelled(word)][:MOST]


def _some(every: Iterable[Any], many: int, chance: random.Random) -> list[Any]:
    found = list(every)
    return chance.sample(found, min(many, len(found)))


def with_looks(groups: Sequence[Sequence[Lesson]]) -> list[Lesson]:
    """Lessons that were written, those of one set or document together -> the same with their looks.

    Who writes a sentence in order to contradict writes another kind of sentence. What a regression on bags of the two
    clauses' pieces tells, learnt on other groups, is told to the judge as it learns, so that it learns the rest (a
    product of experts: Clark, Yatskar and Zettlemoyer 2019).
    """
    known = [lesson for group in groups for lesson in group]
    of = [number % FOLDS for number, group in enumerate(groups) for _ in group]
    texts = [" ".join(map(str, [*lesson.one, 0, *lesson.two])) for lesson in known]
    bags = CountVectorizer(ngram_range=(1, 2), min_df=5, binary=True, token_pattern=r"\d+").fit_transform(texts)  # noqa: S106
    regression = LogisticRegression(C=0.05, max_iter=300)
    likely = cross_val_predict(
        regression, bags, [x.label for x in known], groups=of, cv=GroupKFold(FOLDS), method="predict_log_proba"
    )
    return [x._replace(looks=tuple(map(float, row))) for x, row in zip(known, likely, strict=True)]

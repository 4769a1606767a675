"""Train the judges of happenings: articles with gold event mentions in, ``joining.json`` out.

    python training/happenings.py --data ecbplus/train.jsonl.gz --out src/rashomon/stories/weights

``--data`` is gzipped JSON Lines, one article a line: {"id", "text", "topic", "date"?, "outlet"?, "mentions":
[{"start", "end", "kind", "cluster"}]}; of the mentions those of kind "event" count, and one cluster in any article is
one happening. Articles are read by the stages and fall into stories as they will when the judges are used. These
learn from the gold mentions and, a second time, from the reader's own that are one word of a gold one; the second
judge learns from what the first says of topics it has not seen. The threshold is the highest with the best mean CoNLL
F1 of both kinds of mentions in cross-validation over topics, give or take a tenth of a point. Some three minutes on one
core. Needs scikit-learn (extra ``train``).
"""

import argparse
import datetime as dt
import gzip
import json
import sys
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import numpy as np
from sklearn.ensemble import HistGradientBoostingClassifier

from rashomon.model import Reading, Span, make_article
from rashomon.pipeline import read_all
from rashomon.settings import Settings
from rashomon.stories.company import COMPANY
from rashomon.stories.group import group
from rashomon.stories.happenings import Happening, happening_at, happenings
from rashomon.stories.joining import agreed, second_look, staged
from rashomon.stories.linkage import linked
from rashomon.stories.traits import NAMES, Stage
from rashomon.stories.weave import weave

sys.path.insert(0, str(Path(__file__).parent.parent / "bench" / "scorers"))
from score_coref import coref_scores

FOLDS = 5
THRESHOLDS = (0.25, 0.3, 0.35, 0.4, 0.45, 0.5, 0.55)
Row = dict[str, Any]


@dataclass(frozen=True)
class Lesson:
    """A story's scenes in pairs, what is looked at in each pair, and the gold cluster of each scene ("" if none)."""

    topic: str
    pairs: Any
    traits: Any
    clusters: tuple[str, ...]

    @property
    def known(self) -> Any:
        """Which pairs are of two scenes with a gold cluster: those of which something can be learnt."""
        return np.array([bool(cluster) for cluster in self.clusters])[self.pairs].all(axis=1)

    @property
    def same(self) -> Any:
        """Which pairs are one happening."""
        names = np.unique(self.clusters, return_inverse=True)[1]
        return names[self.pairs[:, 0]] == names[self.pairs[:, 1]]


def lessons(readings: Sequence[Reading], rows: Mapping[str, Row], *, gold: bool) -> Iterator[Lesson]:
    """Readings and corpus rows by id -> a lesson a story, over gold mentions or over the reader's own."""
    known = {reading.article.id: reading for reading in readings}
    for story in group(reading.article for reading in readings):
        members = [known[name] for name in story.articles]
        marked = {r.article.id: gold_happenings(r, rows[r.article.id]) for r in members}
        found = {n: [h for h, _ in ones] for n, ones in marked.items()} if gold else own_happenings(members)
        stage = staged(members, found, weave(members).entities)
        if not stage.scenes:
            continue
        topic = Counter(str(rows[name]["topic"]) for name in story.articles).most_common(1)[0][0]
        clusters = tuple(cluster_of(stage, marked, gold=gold))
        pairs = stage.pairs()
        yield Lesson(topic, pairs, stage.traits(pairs), clusters)


def gold_happenings(reading: Reading, row: Row) -> list[tuple[Happening, str]]:
    """Reading and its corpus row -> its gold event mentions with their clusters."""
    events = [m for m in row["mentions"] if m["kind"] == "event"]
    return [(happening_at(reading, Span(m["start"], m["end"])), m["cluster"]) for m in events]


def own_happenings(members: Sequence[Reading]) -> dict[str, list[Happening]]:
    """Readings -> what the reader itself takes for happenings, by article."""
    return {reading.article.id: list(happenings(reading)) for reading in members}


def cluster_of(stage: Stage, marked: Mapping[str, list[tuple[Happening, str]]], *, gold: bool) -> Iterator[str]:
    """Scenes and gold mentions -> the gold cluster of each scene: of the mention that a word of the reader's is in."""
    if gold:
        order = iter(cluster for name in sorted(marked) for _, cluster in marked[name])
        yield from (next(order) for _ in stage.scenes)
        return
    heads = {(n, h.span): c for n, ones in marked.items() for h, c in ones}
    for scene in stage.scenes:
        over = [c for (n, span), c in heads.items() if n == scene.article and span.start <= scene.span.start < span.end]
        yield over[0] if len(over) == 1 else ""


def judge() -> Any:
    """-> an untrained judge: few leaves, many pairs a leaf, a part of the traits at each split."""
    return HistGradientBoostingClassifier(
        max_iter=250, learning_rate=0.05, max_leaf_nodes=8, min_samples_leaf=100,
        l2_regularization=1.0, max_features=0.4, early_stopping=False, random_state=1,
    )  # fmt: skip


def taught(given: Sequence[Lesson]) -> Any:
    """Lessons -> the judge trained on their pairs."""
    traits = np.concatenate([lesson.traits[lesson.known] for lesson in given])
    return judge().fit(traits, np.concatenate([lesson.same[lesson.known] for lesson in given]))


def unseen(given: Sequence[Lesson]) -> list[Any]:
    """Lessons -> for each the sureness, pair by pair, of a judge that saw nothing of its topic."""
    topics = sorted({lesson.topic for lesson in given})
    found: list[Any] = [np.zeros(0)] * len(given)
    for fold in range(FOLDS):
        held = set(topics[fold::FOLDS])
        model = taught([lesson for lesson in given if lesson.topic not in held])
        for number, lesson in enumerate(given):
            if lesson.topic in held and len(lesson.pairs):
                found[number] = model.predict_proba(lesson.traits)[:, 1]
    return found


def in_company(given: Sequence[Lesson], likely: Sequence[Any]) -> list[Lesson]:
    """Lessons, and how likely a first judge finds their pairs -> the lessons of the second."""
    seconds = [second_look(len(x.clusters), x.pairs, x.traits, p) for x, p in zip(given, likely, strict=True)]
    return [replace(x, pairs=pairs, traits=traits) for x, (pairs, traits) in zip(given, seconds, strict=True)]


def scored(given: Sequence[Lesson], sure: Sequence[Any], threshold: float) -> float:
    """Lessons, how sure a judge is of their pairs, and a threshold -> CoNLL F1 over the scenes with a gold cluster."""
    key: dict[Any, set[Any]] = defaultdict(set)
    response = []
    for number, (lesson, likely) in enumerate(zip(given, sure, strict=True)):
        marked = {scene for scene, cluster in enumerate(lesson.clusters) if cluster}
        for scene in marked:
            key[lesson.clusters[scene]].add((number, scene))
        alike = {(int(a), int(b)): float(p) for (a, b), p in zip(lesson.pairs, likely, strict=True)}
        groups = linked(len(lesson.clusters), alike, threshold)
        response += [{(number, scene) for scene in members if scene in marked} for members in groups]
    return float(coref_scores(list(key.values()), response)["conll_f1"])


def written(model: Any) -> Row:
    """Trained judge -> it in plain numbers, as ``rashomon.stories.joining`` reads it."""
    trees = []
    for (predictor,) in model._predictors:  # noqa: SLF001 - scikit-learn shows its trees nowhere else
        nodes = predictor.nodes
        leaf = nodes["is_leaf"].astype(bool)
        most = [0.0 if end else float(f"{t:.9g}") for end, t in zip(leaf, nodes["num_threshold"], strict=True)]
        value = [round(float(v), 6) if end else 0.0 for end, v in zip(leaf, nodes["value"], strict=True)]
        trait = np.where(leaf, -1, nodes["feature_idx"]).tolist()
        sides = {"left": nodes["left"].tolist(), "right": nodes["right"].tolist()}
        trees.append({"trait": trait, "most": most, "value": value} | sides)
    start = float(np.ravel(model._baseline_prediction)[0])  # noqa: SLF001
    return {"start": round(start, 6), "trees": trees}


def threshold_by(figures: Mapping[float, float]) -> float:
    """Mean figure by threshold -> the highest threshold within a tenth of a point of the best.

    A false join misleads more than a missing one.
    """
    return max(threshold for threshold, figure in figures.items() if figure >= max(figures.values()) - 0.001)


def main() -> None:
    """Command line -> the judge, and what cross-validation says of it."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--out", type=Path, required=True)
    options = parser.parse_args()
    rows = {row["id"]: row for row in map(json.loads, gzip.decompress(options.data.read_bytes()).splitlines())}
    articles = [
        make_article(row["text"], id=name, outlet=row.get("outlet"), published=day_of(row))
        for name, row in rows.items()
    ]
    readings = [reading for reading in read_all(articles, Settings()) if isinstance(reading, Reading)]
    learn(readings, rows, options.out)


def day_of(row: Row) -> dt.date | None:
    """Corpus row -> the day of its article, if it is known to the day."""
    day = str(row.get("date") or "")[:10]
    return dt.date.fromisoformat(day) if len(day) == 10 else None


def learn(readings: Sequence[Reading], rows: Mapping[str, Row], out: Path) -> None:
    """Readings, corpus rows by id and a folder -> ``joining.json`` in it; figures go to standard output."""
    parts = {name: list(lessons(readings, rows, gold=name == "gold")) for name in ("gold", "own")}
    alone = [lesson for part in parts.values() for lesson in part]
    likely = unseen(alone)
    beside = in_company(alone, likely)
    second = unseen(beside)
    both = [agreed(one, two) for one, two in zip(likely, second, strict=True)]
    cut = len(parts["gold"])
    halves = (slice(cut), slice(cut, None))
    figures = {}
    for threshold in THRESHOLDS:
        said = {"first": (alone, likely), "second": (beside, second), "both": (beside, both)}
        by_part = {n: [round(scored(x[at], p[at], threshold), 4) for at in halves] for n, (x, p) in said.items()}
        figures[threshold] = sum(by_part["both"]) / 2
        print(json.dumps({"threshold": threshold, "CoNLL F1, gold and own": by_part}), flush=True)
    whole = {"traits": [*NAMES, *COMPANY], "threshold": threshold_by(figures)}
    text = json.dumps(whole | {"judges": [written(taught(alone)), written(taught(beside))]})
    (out / "joining.json").write_text(text.replace('}, {"trait"', '},\n{"trait"') + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()

"""Fit the judge of what stands in one line: lines that people read in, its weights out.

    python training/sureness.py --joins bench/joins/dev.json --corpus ecbplus/train.jsonl.gz \
        --corpus ecbplus/dev.jsonl.gz --corpus newswcl50/dev.jsonl.gz --corpus polnear/train.jsonl.gz

``--joins`` is a file of judged lines (bench/joins/README.md), each ``--corpus`` one of gzipped JSON Lines ({"id",
"text", "outlet"?, "date"?}) with the articles that it names. The articles are read and compared as ever, up to where
the judge comes in; each pair of claims of two accounts that stand in one line then, and that were judged, is a lesson.
A logistic regression gives the weights, as they stand in ``rashomon/weighing/alignment/sureness.py``; printed with them
is what cross-validation over stories says. Some two minutes. Needs scikit-learn (extra ``train``).
"""

import argparse
import gzip
import json
import sys
from collections.abc import Iterator
from itertools import combinations
from pathlib import Path

import numpy as np
from also_told import article_of
from sklearn.linear_model import LogisticRegression
from sklearn.metrics import roc_auc_score
from sklearn.pipeline import Pipeline, make_pipeline
from sklearn.preprocessing import StandardScaler

from rashomon.model import Reading
from rashomon.pipeline import read_all
from rashomon.settings import Settings
from rashomon.stories.group import grouped
from rashomon.stories.scenes import whose
from rashomon.stories.weave import weave
from rashomon.weighing.alignment.doers_apart import doers_apart
from rashomon.weighing.alignment.sureness import Sureness
from rashomon.weighing.claims.passages import Passages
from rashomon.weighing.claims.told import tell
from rashomon.weighing.weigh import aligned, joined

sys.path.insert(0, str(Path(__file__).parent.parent / "bench" / "scorers"))
from score_joins import Place, is_one, judged_pairs

SURE = (0.5, 0.6, 0.7, 0.75, 0.8, 0.9)
Judged = dict[tuple[Place, Place], bool]
Lesson = tuple[tuple[float, ...], bool]


def lessons(readings: list[Reading], judged: Judged) -> Iterator[Lesson]:
    """A story's readings, judgements -> of each judged pair in one line its traits, and whether it is right."""
    woven = weave(readings)
    told = tell(readings, woven)
    passages = Passages(readings, whose(woven.entities, readings), told)
    by_kind = doers_apart(aligned(told), passages, {entity.id: entity for entity in woven.entities})
    matters, said = joined(readings, woven, told, passages, by_kind)
    sureness = Sureness(passages, by_kind, said)
    articles = {reading.article.id for reading in readings}
    known = {pair: right for pair, right in judged.items() if {pair[0][0], pair[1][0]} <= articles}
    for matter, _ in matters:
        for one, two in combinations(sorted(matter, key=lambda x: x.claim.article), 2):
            places = [tuple((e.start, e.end) for e in x.claim.evidence) for x in (one, two)]
            rights = [
                right
                for (a, b), right in known.items()
                if (a[0], b[0]) == (one.claim.article, two.claim.article)
                and is_one(a[1], places[0])
                and is_one(b[1], places[1])
            ]
            traits = sureness.traits(one, two) if rights else None
            if traits is not None:
                yield tuple(map(float, traits)), rights[0]


def fitted(stories: list[list[Lesson]]) -> Pipeline:
    """Lessons of stories -> the judge."""
    learnt = [lesson for story in stories for lesson in story]
    judge = make_pipeline(StandardScaler(), LogisticRegression(C=0.3, max_iter=3000))
    return judge.fit([given for given, _ in learnt], [right for _, right in learnt])


def main() -> None:
    """Command line -> the weights and the bias, as JSON, then what cross-validation says, a line for each bound."""
    parser = argparse.ArgumentParser(description="Fit the judge of what stands in one line.")
    parser.add_argument("--joins", required=True)
    parser.add_argument("--corpus", action="append", required=True)
    options = parser.parse_args()
    gold = json.loads(Path(options.joins).read_text(encoding="utf-8"))
    judged = dict(pair for line in gold["lines"] for pair in judged_pairs(line))
    wanted, articles = set(gold["documents"]), []
    for corpus in options.corpus:
        with gzip.open(corpus, "rt", encoding="utf-8") as lines:
            articles += [article_of(row) for row in map(json.loads, lines) if row["id"] in wanted]
    read = {r.article.id: r for r in read_all(articles, Settings()) if isinstance(r, Reading)}
    groups = [story.articles for affair in grouped(articles).affairs() for story in affair.stories]
    stories = [found for group in groups if (found := list(lessons([read[name] for name in sorted(group)], judged)))]
    judge = fitted(stories)
    weights = judge[-1].coef_[0] / judge[0].scale_
    bias = float(judge[-1].intercept_[0] - np.dot(weights, judge[0].mean_))
    print(json.dumps({"weights": [round(float(w), 2) for w in weights], "bias": round(bias, 2)}))
    sure, right = [], []
    for n, story in enumerate(stories):
        judge = fitted(stories[:n] + stories[n + 1 :])
        sure += judge.predict_proba([given for given, _ in story])[:, 1].tolist()
        right += [is_right for _, is_right in story]
    print(json.dumps({"pairs": len(right), "AUC": round(float(roc_auc_score(right, sure)), 3)}))
    for bound in SURE:
        kept = [is_right for how, is_right in zip(sure, right, strict=True) if how >= bound]
        print(json.dumps({"sure": bound, "pairs": len(kept), "right": sum(kept) / max(len(kept), 1)}))


if __name__ == "__main__":
    main()

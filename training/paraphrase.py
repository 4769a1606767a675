"""Fit the judge of clauses that tell one thing in other words: stories tabled by hand in, its weights out.

    python training/paraphrase.py --table newswcl50/dev.jsonl.gz=bench/comparison/newswcl50_5.json \
        --table ecbplus/dev.jsonl.gz=bench/comparison/ecbplus_dev.jsonl

Each ``--table`` is a corpus of gzipped JSON Lines ({"id", "text", "outlet"?, "date"?}) and a table or several of
stories of it (bench/comparison/README.md). The stories are read and woven as ever. Every pair of clauses that the judge
would look at, one of which is evidence for a fact, is a lesson: a good one where both are for one fact. A logistic
regression gives the weights, as they stand in ``rashomon/weighing/alignment/paraphrase.py``; printed with them is what
cross-validation over stories says of clauses that are each other's nearest. Some two minutes. Needs scikit-learn
(extra ``train``).
"""

import argparse
import gzip
import json
import sys
from pathlib import Path
from typing import Any

import numpy as np
from also_told import article_of, lies_in
from sklearn.linear_model import LogisticRegression
from sklearn.pipeline import Pipeline, make_pipeline
from sklearn.preprocessing import StandardScaler

from rashomon.model import Reading
from rashomon.pipeline import read_all
from rashomon.settings import Settings
from rashomon.stories.happenings import happenings
from rashomon.stories.joining import likely_one
from rashomon.stories.scenes import whose
from rashomon.stories.weave import weave
from rashomon.weighing.alignment.paraphrase import Pair, compared, nearest
from rashomon.weighing.claims.passages import Clause, Passages
from rashomon.weighing.claims.told import tell

sys.path.insert(0, str(Path(__file__).parent.parent / "bench" / "scorers"))
from score_comparison import rows

SURE = (0.4, 0.5, 0.6, 0.7)
Table = dict[str, Any]
Lessons = tuple[list[Clause], list[Pair], list[bool]]
"""A story's clauses, the pairs of them that the judge looks at, and whether both tell one fact."""


def lessons(table: Table, corpus: dict[str, dict[str, Any]]) -> Lessons:
    """A story's table, and its corpus by id -> its lessons."""
    articles = [article_of(corpus[name]) for name in sorted(table["documents"].values())]
    readings = [r for r in read_all(articles, Settings()) if isinstance(r, Reading)]
    woven = weave(readings)
    likely = likely_one(readings, {r.article.id: list(happenings(r)) for r in readings}, woven.entities)
    clauses = Passages(readings, whose(woven.entities, readings), tell(readings, woven)).clauses
    facts = [_facts(clause, table) for clause in clauses]
    pairs = [pair for pair in compared(clauses, likely) if facts[pair.one] or facts[pair.two]]
    return clauses, pairs, [bool(facts[pair.one] & facts[pair.two]) for pair in pairs]


def _facts(clause: Clause, table: Table) -> set[str]:
    """A clause and its story's table -> the facts that it is evidence for."""
    outlets = {name: outlet for outlet, name in table["documents"].items()}
    cells = ((fact["id"], fact["outlets"][outlets[clause.passage.article]]) for fact in table["facts"])
    return {
        name
        for name, cell in cells
        if lies_in(clause.passage.span, [(e["start"], e["end"]) for e in cell.get("evidence") or ()])
    }


def fitted(stories: list[Lessons]) -> Pipeline:
    """Lessons of stories, each of which counts as much -> the judge."""
    weights = np.concatenate([np.full(len(tells), 1 / len(tells)) for _, _, tells in stories])
    judge = make_pipeline(StandardScaler(), LogisticRegression(C=0.3, max_iter=3000))
    traits = [pair.traits for _, pairs, _ in stories for pair in pairs]
    tells = [tell for _, _, tells in stories for tell in tells]
    return judge.fit(traits, tells, logisticregression__sample_weight=weights * len(weights) / weights.sum())


def main() -> None:
    """Command line -> the weights and the bias, as JSON, then a line for each bound of cross-validation."""
    parser = argparse.ArgumentParser(description="Fit the judge of clauses that tell one thing in other words.")
    parser.add_argument("--table", action="append", required=True, metavar="CORPUS=TABLE")
    stories: list[Lessons] = []
    for given in parser.parse_args().table:
        corpus, tables = given.split("=")
        with gzip.open(corpus, "rt", encoding="utf-8") as lines:
            known = {row["id"]: row for row in map(json.loads, lines)}
        stories += [lessons(table, known) for table in rows(Path(tables).read_text(encoding="utf-8"))]
    judge = fitted(stories)
    weights = judge[-1].coef_[0] / judge[0].scale_
    bias = float(judge[-1].intercept_[0] - np.dot(weights, judge[0].mean_))
    print(json.dumps({"weights": [round(float(w), 3) for w in weights], "bias": round(bias, 2)}))
    held_out: list[tuple[float, bool]] = []
    for n, (clauses, pairs, tells) in enumerate(stories):
        sure = fitted(stories[:n] + stories[n + 1 :]).predict_proba([pair.traits for pair in pairs])[:, 1].tolist()
        tell = dict(zip(((pair.one, pair.two) for pair in pairs), tells, strict=True))
        judged = [(how, pair) for how, pair in zip(sure, pairs, strict=True)]
        held_out += [(how, tell[pair.one, pair.two]) for how, pair in nearest(judged, clauses)]
    for bound in SURE:
        kept = [tells for how, tells in held_out if how >= bound]
        print(json.dumps({"sure": bound, "pairs": len(kept), "tell one fact": sum(kept) / max(len(kept), 1)}))


if __name__ == "__main__":
    main()

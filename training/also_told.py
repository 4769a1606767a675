"""Fit the judge of clauses that tell a line's matter: stories tabled by hand in, its weights out.

    python training/also_told.py --table newswcl50/dev.jsonl.gz=bench/comparison/newswcl50_5.json \
        --table ecbplus/dev.jsonl.gz=bench/comparison/ecbplus_dev.jsonl

Each ``--table`` is a corpus of gzipped JSON Lines ({"id", "text", "outlet"?, "date"?}) and a table or several of
stories of it (bench/comparison/README.md). The stories are read and aligned as ever. Of a line that tells a fact, every
clause of an account that the line lacks is a lesson, where words of both are likely for one happening and nothing
keeps them apart: a good one where it is evidence of that account for the fact. A logistic regression gives the weights,
as they stand in ``rashomon/weighing/alignment/also_told.py``; printed with them is what cross-validation over stories
says of the surest clause of each account. Some two minutes. Needs scikit-learn (extra ``train``).
"""

import argparse
import datetime as dt
import gzip
import json
import sys
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import numpy as np
from sklearn.linear_model import LogisticRegression
from sklearn.pipeline import Pipeline, make_pipeline
from sklearn.preprocessing import StandardScaler

from rashomon.model import Reading, Span, make_article
from rashomon.pipeline import read_all
from rashomon.settings import Settings
from rashomon.stories.happenings import happenings
from rashomon.stories.joining import likely_one
from rashomon.stories.scenes import whose
from rashomon.stories.weave import weave
from rashomon.weighing.alignment.also_told import Clauses, are_apart, traits
from rashomon.weighing.alignment.faced import faced
from rashomon.weighing.alignment.named_happenings import named_happenings
from rashomon.weighing.alignment.retold import placed, retold
from rashomon.weighing.claims.passages import Passages
from rashomon.weighing.claims.told import tell
from rashomon.weighing.weigh import aligned

sys.path.insert(0, str(Path(__file__).parent.parent / "bench" / "scorers"))
from score_comparison import GOES_WITH, HALF, overlap, rows

SURE = (0.5, 0.6, 0.7, 0.8)
Table = dict[str, Any]
Lesson = tuple[tuple[int, str], tuple[float, ...], bool]
"""Which line and account it is of, the traits of a claim and a clause, and whether the clause tells the fact."""


def lessons(table: Table, corpus: dict[str, dict[str, Any]]) -> Iterator[Lesson]:
    """A story's table, and its corpus by id -> a lesson for each claim of a line with a fact and each clause."""
    articles = [article_of(corpus[name]) for name in sorted(table["documents"].values())]
    readings = [r for r in read_all(articles, Settings()) if isinstance(r, Reading)]
    woven = weave(readings)
    told = tell(readings, woven)
    likely = likely_one(readings, {r.article.id: list(happenings(r)) for r in readings}, woven.entities)
    passages = Passages(readings, whose(woven.entities, readings), told)
    clauses = Clauses(passages, likely)
    people = {entity.id: entity for entity in woven.entities}
    matters = placed(aligned(told), [*retold(readings, woven), *named_happenings(readings, people)])
    for number, (matter, _) in enumerate(faced(matters, readings, woven, told, likely)):
        spans: dict[str, list[tuple[int, int]]] = defaultdict(list)
        for one in matter:
            spans[one.claim.article] += [(e.start, e.end) for e in one.claim.evidence]
        facts = [fact for fact in table["facts"] if matter[0].claim.kind in GOES_WITH[fact["kind"]]]
        told_by = [evidence for fact in facts if overlap(evidence := _evidence(fact, table), spans)]
        for claim in (passages.claim(one) for one in matter if told_by):
            for clause, around, how in clauses.likely_for(claim) if claim is not None else ():
                if clause.article not in spans and not are_apart(claim, clause):
                    tells = any(lies_in(clause.span, evidence.get(clause.article, [])) for evidence in told_by)
                    yield (number, clause.article), tuple(traits(claim, clause, around, how)), tells


def _evidence(fact: Table, table: Table) -> dict[str, list[tuple[int, int]]]:
    """A fact -> by document where it is reported."""
    cells = {table["documents"][outlet]: cell for outlet, cell in fact["outlets"].items()}
    reported = {name: cell for name, cell in cells.items() if cell["stance"] == "reported"}
    return {name: [(e["start"], e["end"]) for e in cell["evidence"]] for name, cell in reported.items()}


def lies_in(span: Span, places: list[tuple[int, int]]) -> bool:
    """Whether a stretch of text and one of some places have half of the shorter in common."""
    shares = (min(span.end, end) - max(span.start, start) for start, end in places)
    return any(share / min(len(span), end - start) >= HALF for share, (start, end) in zip(shares, places, strict=True))


def article_of(row: dict[str, Any]) -> Any:
    """Row of a corpus -> the article."""
    day = dt.date.fromisoformat(str(row["date"])[:10]) if row.get("date") else None
    return make_article(row["text"], id=row["id"], outlet=row.get("outlet"), published=day)


def fitted(stories: list[list[Lesson]]) -> Pipeline:
    """Lessons of stories -> the judge."""
    learnt = [lesson for story in stories for lesson in story]
    judge = make_pipeline(StandardScaler(), LogisticRegression(C=0.1, max_iter=1000))
    return judge.fit([given for _, given, _ in learnt], [tells for _, _, tells in learnt])


def surest(story: list[Lesson], judge: Pipeline) -> list[tuple[float, bool]]:
    """Lessons of a story and a judge -> of each line and account the surest clause, and whether it tells the fact."""
    best: dict[tuple[int, str], tuple[float, bool]] = {}
    sure = judge.predict_proba([given for _, given, _ in story])[:, 1] if story else []
    for (where, _, tells), how in zip(story, sure, strict=True):
        best[where] = max(best.get(where, (0.0, False)), (float(how), tells))
    return list(best.values())


def main() -> None:
    """Command line -> the weights and the bias, as JSON, then a line for each bound of cross-validation."""
    parser = argparse.ArgumentParser(description="Fit the judge of clauses that tell a line's matter.")
    parser.add_argument("--table", action="append", required=True, metavar="CORPUS=TABLE")
    stories: list[list[Lesson]] = []
    for pair in parser.parse_args().table:
        corpus, tables = pair.split("=")
        with gzip.open(corpus, "rt", encoding="utf-8") as lines:
            known = {row["id"]: row for row in map(json.loads, lines)}
        stories += [list(lessons(table, known)) for table in rows(Path(tables).read_text(encoding="utf-8"))]
    judge = fitted(stories)
    weights = judge[-1].coef_[0] / judge[0].scale_
    bias = float(judge[-1].intercept_[0] - np.dot(weights, judge[0].mean_))
    print(json.dumps({"weights": [round(float(w), 2) for w in weights], "bias": round(bias, 2)}))
    held_out = [
        found for n, story in enumerate(stories) for found in surest(story, fitted(stories[:n] + stories[n + 1 :]))
    ]
    for bound in SURE:
        kept = [tells for how, tells in held_out if how >= bound]
        print(json.dumps({"sure": bound, "clauses": len(kept), "tell the fact": sum(kept) / max(len(kept), 1)}))


if __name__ == "__main__":
    main()

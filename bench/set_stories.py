"""What the thresholds of stories were set by: B3 for each pair of them, and by cross-validation over topics.

python bench/set_stories.py DATA/ecbplus/train.jsonl.gz
python bench/set_stories.py DATA/ecbplus/dev.jsonl.gz DATA/newswcl50/dev.jsonl.gz

Rows are ``grouping.ALIKE`` (how alike two groups of articles must be to be one), columns ``contrast.APART`` (how far
apart two sides of a group must be to be two happenings). The last line sets both on four fifths of the topics and
scores the stories of the fifth, so it tells what is left of the figures on topics that nothing was set on.
"""

import datetime as dt
import gzip
import json
import sys
from collections import Counter
from collections.abc import Iterable
from pathlib import Path
from statistics import fmean

from articles import article_of
from rashomon.model import make_article
from rashomon.stories import contrast, grouping
from rashomon.stories.group import grouped

ALIKE = (0.1, 0.11, 0.12, 0.13, 0.14)
APART = (1.0, 1.2, 1.3, 1.4, 1.5, 1.6, 99.0)  # 99: nothing is cut
FOLDS = 5
Scores = dict[str, tuple[float, float]]


def of_each(gold: dict[str, str], stories: Iterable[tuple[str, ...]]) -> Scores:
    """Gold story of each article, predicted stories -> B3 precision and recall of each article."""
    sizes = Counter(gold.values())
    found: Scores = {}
    for members in stories:
        held = Counter(gold[name] for name in members)
        found |= {name: (held[gold[name]] / len(members), held[gold[name]] / sizes[gold[name]]) for name in members}
    return found


def b3(scores: Scores, names: Iterable[str]) -> float:
    """Precision and recall of each article, and some of these -> B3 F1 over them, in per cent."""
    precision, recall = (fmean(column) for column in zip(*(scores[name] for name in names), strict=True))
    return 200 * precision * recall / (precision + recall)


def main(paths: list[str]) -> None:
    """Paths of gold files -> a table of B3 figures over all of them."""
    rows = [json.loads(line) for path in paths for line in gzip.decompress(Path(path).read_bytes()).splitlines()]
    gold = {row["id"]: row["subtopic"] for row in rows}
    articles = [article_of(row) for row in rows]
    days = [dt.date.fromisoformat(a["published"]) if "published" in a else None for a in articles]
    made = grouped(make_article(**article | {"published": day}) for article, day in zip(articles, days, strict=True))
    tried: dict[tuple[float, float], Scores] = {}
    print("       " + "".join(f"{apart:7.1f}" for apart in APART))
    for alike in ALIKE:
        for apart in APART:
            grouping.ALIKE, contrast.APART = alike, apart
            made.parts = {}
            tried[alike, apart] = of_each(gold, (s.articles for affair in made.affairs() for s in affair.stories))
        print(f"{alike:7.2f}" + "".join(f"{b3(tried[alike, apart], gold):7.1f}" for apart in APART), flush=True)
    topics = sorted({row["topic"] for row in rows})
    fold = {row["id"]: topics.index(row["topic"]) % FOLDS for row in rows}
    unseen: Scores = {}
    for number in range(FOLDS):
        own = [name for name in gold if fold[name] == number]
        rest = [name for name in gold if fold[name] != number]
        best = max(tried, key=lambda pair, rest=rest: (round(b3(tried[pair], rest), 3), -abs(pair[0] - 0.12), -pair[1]))
        unseen |= {name: tried[best][name] for name in own}
        print(f"fold {number}: set to {best}, B3 {b3(unseen, own):.1f}")
    print(f"cross-validated: B3 {b3(unseen, gold):.1f}")


if __name__ == "__main__":
    main(sys.argv[1:])

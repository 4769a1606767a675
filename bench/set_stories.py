"""What the story threshold in stories/group.py was set by: B3 for a row of thresholds, on train and dev sets.

python bench/set_stories.py DATA/ecbplus/train.jsonl.gz
python bench/set_stories.py DATA/ecbplus/dev.jsonl.gz DATA/newswcl50/dev.jsonl.gz
"""

import gzip
import json
import sys
from collections import Counter
from pathlib import Path

from rashomon.stories.group import linked
from rashomon.stories.likeness import likeness
from rashomon.stories.terms import terms, vectors

THRESHOLDS = (0.12, 0.13, 0.14, 0.15, 0.16, 0.17, 0.18, 0.19, 0.20)


def b3(gold: list[str], groups: list[list[int]]) -> float:
    """Gold story of each text, predicted groups of texts -> B3 F1 in per cent."""
    sizes = Counter(gold)
    precision = recall = 0.0
    for members in groups:
        for story, shared in Counter(gold[i] for i in members).items():
            precision += shared * shared / len(members)
            recall += shared * shared / sizes[story]
    return 200 * precision * recall / (precision + recall) / len(gold)


def main(paths: list[str]) -> None:
    """Paths of gold files -> one line of B3 figures over all of them."""
    articles = [json.loads(line) for path in paths for line in gzip.decompress(Path(path).read_bytes()).splitlines()]
    articles.sort(key=lambda article: article["id"])
    alike = likeness(vectors([terms(article["text"]) for article in articles]))
    gold = [article["subtopic"] for article in articles]
    for threshold in THRESHOLDS:
        print(f"{threshold:.2f}  B3 {b3(gold, linked(len(gold), alike, threshold)):.1f}")


if __name__ == "__main__":
    main(sys.argv[1:])

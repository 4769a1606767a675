#!/usr/bin/env python3
"""Score which claims of several accounts stand in one line of the records of `rashomon compare --json`, against judgements.

    score_joins.py --gold dev.json --pred records.json [--json]

Gold: "lines" of records that a person read; "documents" are the articles of their stories. "claims" are what stood in one line, each an article and where
its evidence lies ([start, end], characters); "groups" tell which of them, by number, tell one matter: an editor would
cite both articles for one thing. Prediction: records, JSON Lines or one.

A pair is two claims of two articles of one gold line, and right where a group has both. It is joined where a line of a
record has two claims whose evidence lies there, by half of the shorter at least.

    right joins   joined pairs that are right / joined pairs
    kept          right pairs that are joined / right pairs

Only what once stood in one line was judged: this tells whether wrong joins go and right ones stay, and nothing of new ones.
"""

import argparse
import json
from collections import defaultdict
from collections.abc import Iterator
from itertools import combinations
from pathlib import Path
from typing import Any

Spans = tuple[tuple[int, int], ...]
Place = tuple[str, Spans]
HALF = 0.5


def main() -> None:
    """Command line -> the scores on standard output."""
    parser = argparse.ArgumentParser(description="Score which claims stand in one line against judgements.")
    parser.add_argument("--gold", required=True)
    parser.add_argument("--pred", required=True)
    parser.add_argument("--json", action="store_true", help="one JSON object")
    options = parser.parse_args()
    gold = json.loads(Path(options.gold).read_text(encoding="utf-8"))["lines"]
    found = score(gold, rows(Path(options.pred).read_text(encoding="utf-8")))
    if options.json:
        print(json.dumps(found))
        return
    for name, value in found.items():
        print(f"{name:12} {value if not isinstance(value, float) else format(value, '.3f')}")


def rows(text: str) -> list[dict[str, Any]]:
    """JSON Lines, or one JSON object over several lines -> the objects."""
    try:
        return [json.loads(text)]
    except json.JSONDecodeError:
        return [json.loads(line) for line in text.splitlines() if line.strip()]


def score(gold: list[dict[str, Any]], records: list[dict[str, Any]]) -> dict[str, float | int]:
    """Judged lines and records -> the scores."""
    every: dict[str, list[tuple[int, Spans]]] = defaultdict(list)
    surely: dict[str, list[tuple[int, Spans]]] = defaultdict(list)
    for number, line in enumerate(line for record in records for line in record["lines"]):
        for claim in line["claims"]:
            place = number, _spans((e["start"], e["end"]) for e in claim["evidence"])
            every[claim["article"]].append(place)
            if claim["id"] not in line.get("likely", ()):
                surely[claim["article"]].append(place)
    judged = dict(pair for line in gold for pair in judged_pairs(line))
    right = {pair for pair, is_right in judged.items() if is_right}
    joined, sure = (
        {pair for pair in judged if _lines_with(pair[0], lines) & _lines_with(pair[1], lines)} for lines in (every, surely)
    )
    return {
        "right joins": len(joined & right) / max(len(joined), 1),
        "right sure": len(sure & right) / max(len(sure), 1),
        "kept": len(joined & right) / max(len(right), 1),
        "sure": len(sure & right) / max(len(right), 1),
        "joined pairs": len(joined),
        "judged pairs": len(judged),
    }


def judged_pairs(line: dict[str, Any]) -> Iterator[tuple[tuple[Place, Place], bool]]:
    """Judged line -> each pair of its claims that two articles have, in order, and whether they tell one matter."""
    places = [(article, _spans(spans)) for article, spans in line["claims"]]
    for one, two in combinations(range(len(places)), 2):
        if places[one][0] != places[two][0]:
            first, second = sorted((places[one], places[two]))
            yield (first, second), any(one in group and two in group for group in line["groups"])


def _spans(spans: Any) -> Spans:
    return tuple(sorted((start, end) for start, end in spans))


def _lines_with(place: Place, lines: dict[str, list[tuple[int, Spans]]]) -> set[int]:
    """A claim's place, and the places of the claims of each article's lines -> the lines that have it."""
    article, spans = place
    return {number for number, others in lines[article] if is_one(spans, others)}


def is_one(one: Spans, two: Spans) -> bool:
    shared = sum(max(min(b, d) - max(a, c), 0) for a, b in one for c, d in two)
    return shared >= HALF * min(sum(b - a for a, b in spans) for spans in (one, two))


if __name__ == "__main__":
    main()
